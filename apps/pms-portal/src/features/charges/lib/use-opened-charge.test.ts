import type { Charge } from '@spark-den/contracts/billing/charge-types';
import { cents, instant, localDate } from '@spark-den/kernel';
import { act, renderHook } from '@testing-library/react';
import { useOpenedCharge } from './use-opened-charge.ts';

const ID = (last: number) => `01900000-0000-7000-8ffe-00000000000${last}`;
const AT = instant('2026-11-16T15:00:00.000Z');

/** A draft of one line, as the server has it at some version. */
function chargeAt(version: number, units: number, more: Partial<Charge> = {}): Charge {
  return {
    chargeId: ID(1),
    patientId: ID(2),
    encounterId: null,
    encounterVersion: null,
    appointmentId: null,
    providerId: ID(3),
    locationId: ID(4),
    placeOfService: '11',
    dateOfService: localDate('2026-11-16'),
    source: 'hand',
    sourceEventId: null,
    status: 'draft',
    underReview: false,
    diagnoses: ['I10'],
    diagnosisLabels: ['Hypertension'],
    lines: [
      {
        lineId: ID(5),
        lineNumber: 1,
        code: '99213',
        label: 'Visit',
        modifiers: [],
        units,
        diagnosisPointers: [1],
        unitChargeCents: cents(16_500),
        chargeCents: cents(16_500 * units),
        expectedAllowedCents: null,
        pricedBy: null,
      },
    ],
    totalCents: cents(16_500 * units),
    findings: [],
    coverageId: null,
    payerId: null,
    claimId: null,
    coveredLaterAt: null,
    version,
    createdAt: AT,
    postedAt: null,
    ...more,
  };
}

const opened = () => renderHook(useOpenedCharge, { initialProps: chargeAt(1, 1) });
type Form = ReturnType<typeof opened>;

const typeUnits = ({ result }: Form, units: string) =>
  act(() => result.current.dispatch({ type: 'change-line', key: ID(5), value: { units } }));
const unitsOf = ({ result }: Form) => result.current.draft.lines[0]?.units;

describe('a charge that is open in a form', () => {
  it("another's version is taken while nothing was typed", () => {
    const form = opened();
    form.rerender(chargeAt(2, 3));
    expect(form.result.current).toMatchObject({ isOvertaken: false, charge: { version: 2 } });
    expect(unitsOf(form)).toBe('3');
  });

  it("what was typed stays over another's version, which is shown when asked for", () => {
    const form = opened();
    typeUnits(form, '2');
    form.rerender(chargeAt(2, 3));
    expect(form.result.current).toMatchObject({ isOvertaken: true, charge: { version: 1 } });
    expect(unitsOf(form)).toBe('2');

    act(() => form.result.current.takeTheirs());
    expect(form.result.current).toMatchObject({ isOvertaken: false, charge: { version: 2 } });
    expect(unitsOf(form)).toBe('3');
  });

  it('the version that it saved itself, and a charge that was posted meanwhile, take its place', () => {
    const form = opened();
    typeUnits(form, '02');
    form.rerender(chargeAt(2, 2));
    expect(form.result.current).toMatchObject({ isOvertaken: false, charge: { version: 2 } });

    typeUnits(form, '4');
    form.rerender(chargeAt(3, 2, { status: 'posted', postedAt: AT }));
    expect(form.result.current).toMatchObject({ isOvertaken: false, charge: { status: 'posted' } });
    expect(unitsOf(form)).toBe('2');
  });
});
