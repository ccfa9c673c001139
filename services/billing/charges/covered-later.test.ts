import { localDate } from '@spark-den/kernel';
import type { PatientForClaim } from '@spark-den/contracts/patients/coverage-types';
import { chargeSteps } from '../testing/charge-steps.ts';
import { patientWith, startClaims, visitCharge, type ClaimsTest } from '../testing/claims-system.ts';

const CHARGE_CENTS = 27_200;

describe('a coverage that is known only after its charge was posted', () => {
  let day: ClaimsTest;
  const { billing, known, balances } = chargeSteps(() => day);
  beforeAll(async () => {
    day = await startClaims();
  }, 60_000);
  afterAll(() => day.test.stop());

  async function postedSelfPay() {
    const patient = known();
    const draft = await billing().draftCharge(visitCharge(patient.patientId));
    const charge = await billing().postCharge({ chargeId: draft.chargeId }, { version: draft.version });
    return { patient, charge };
  }

  async function bringsCard(patient: PatientForClaim, dates: { from?: string; to?: string | null } = {}) {
    const { coverages } = patientWith('cascade');
    day.patients.set(patient.patientId, { ...patient, coverages });
    await day.publish('CoverageChanged', patient.patientId, {
      patientId: patient.patientId,
      coverageId: coverages[0]?.id,
      change: 'added',
      from: dates.from ?? '2026-01-01',
      to: dates.to ?? null,
    });
  }

  const waiting = async (patientId: string) =>
    (await billing().listCharges({ patientId, coveredLater: true })).items.map(charge => charge.chargeId);
  const holds = async () => {
    const { invariants } = await billing().checkInvariants({});
    return Object.values(invariants).every(Boolean);
  };

  it('NAV-04 lists the self-pay charges of its dates, and a person bills them to the insurer', async () => {
    const { patient, charge } = await postedSelfPay();
    const { patientId } = patient;
    await bringsCard(patient, { from: '2026-06-01' });
    expect(await waiting(patientId)).toEqual([]);
    await bringsCard(patient);
    expect(await waiting(patientId)).toEqual([charge.chargeId]);

    const { chargeId, version } = await billing().getCharge({ chargeId: charge.chargeId });
    const billed = await billing().billInsurer({ chargeId }, { version });
    expect(billed).toMatchObject({ status: 'posted', totalCents: CHARGE_CENTS });
    expect(billed.lines.map(line => line.expectedAllowedCents)).toEqual([19_200, 2_560]);
    expect(await billing().getClaim({ claimId: billed.claimId ?? '' })).toMatchObject({
      status: 'ready',
      totalCents: CHARGE_CENTS,
      dateOfService: localDate(charge.dateOfService),
    });
    expect(await balances(patientId)).toMatchObject({ insuranceCents: CHARGE_CENTS, patientCents: 0 });
    expect(await waiting(patientId)).toEqual([]);
    await expect(billing().billInsurer({ chargeId }, { version: billed.version })).rejects.toMatchObject({
      code: 'billing.charge_has_insurer',
    });
    expect(await holds()).toBe(true);
  });

  it('RCM-20 (narrow: cash) gives what the patient paid back as credit', async () => {
    const { patient, charge } = await postedSelfPay();
    const { patientId } = patient;
    await billing().collectPayment({ patientId, tender: 'cash', amountCents: 20_000 });
    expect(await balances(patientId)).toMatchObject({ patientCents: CHARGE_CENTS - 20_000 });
    await bringsCard(patient);
    await billing().billInsurer({ chargeId: charge.chargeId }, { version: charge.version });
    expect(await balances(patientId)).toMatchObject({
      insuranceCents: CHARGE_CENTS,
      patientCents: 0,
      unappliedCents: 20_000,
    });
    expect(await holds()).toBe(true);
  });

  it('NAV-04 bills nobody whom no coverage names, and no draft', async () => {
    const { patient, charge } = await postedSelfPay();
    await expect(
      billing().billInsurer({ chargeId: charge.chargeId }, { version: charge.version }),
    ).rejects.toMatchObject({ code: 'billing.no_coverage_on_date' });
    const draft = await billing().draftCharge(visitCharge(patient.patientId, { diagnoses: ['E119'] }));
    await expect(
      billing().billInsurer({ chargeId: draft.chargeId }, { version: draft.version }),
    ).rejects.toMatchObject({ code: 'billing.charge_not_posted' });
  });
});
