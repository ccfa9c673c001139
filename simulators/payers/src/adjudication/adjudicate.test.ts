import { cents, localDate, ZERO } from '@spark-den/kernel';
import fc from 'fast-check';
import { cascade } from '../payers/cascade.ts';
import { federal } from '../payers/federal.ts';
import { PAYERS } from '../payers/payers.ts';
import { state } from '../payers/state.ts';
import { namedMember } from '../roster/roster.ts';
import { adjudicate, type Terms } from './adjudicate.ts';
import type { Claim, ClaimLine } from './claim.ts';
import { adjustedBy, paidOf, reverse } from './money.ts';

const DAY = localDate('2026-03-10');

function line(code: string, charge: number, extra: Partial<ClaimLine> = {}): ClaimLine {
  return {
    number: 1,
    code,
    modifiers: [],
    chargeCents: cents(charge),
    units: 1,
    diagnoses: ['I10'],
    serviceDate: DAY,
    prior: [],
    ...extra,
  };
}

function claim(lines: readonly ClaimLine[], extra: Partial<Claim> = {}): Claim {
  return {
    pcn: 'C1',
    payerId: cascade.id,
    memberId: 'x',
    patient: { lastName: 'W', firstName: 'E' },
    responsibility: 'P',
    filingIndicator: 'CI',
    totalCents: cents(lines.reduce((sum, item) => sum + item.chargeCents, 0)),
    placeOfService: '11',
    frequency: '1',
    billing: { npi: '1990000105', taxId: '364000001', name: 'HARBOR POINT' },
    renderingNpi: '1990000204',
    diagnoses: ['I10'],
    lines,
    otherPayers: [],
    ...extra,
  };
}

const terms = (extra: Partial<Terms> = {}): Terms => ({
  payer: cascade,
  member: namedMember('commercial'),
  history: [],
  receivedOn: DAY,
  icn: 'ICN',
  deductibleLeft: ZERO,
  ...extra,
});

const reasons = (result: ReturnType<typeof adjudicate>) =>
  result.lines.map(item => item.adjustments.map(a => `${a.group}-${a.reason} ${a.amountCents}`));

describe('adjudication', () => {
  it('takes the contract write-off, the copay once, and coinsurance after the deductible', () => {
    const result = adjudicate(
      claim([line('99213', 165_00), line('36415', 15_00)]),
      terms({ deductibleLeft: cents(50_00) }),
    );
    // 132 allowed: 25 copay, 50 deductible, 20 % of the remaining 57; then 20 % of 12
    expect(reasons(result)).toEqual([
      ['CO-45 3300', 'PR-1 5000', 'PR-2 1140', 'PR-3 2500'],
      ['CO-45 300', 'PR-2 240'],
    ]);
    expect(paidOf(result)).toBe(45_60 + 9_60);
    expect(result.deductibleCents).toBe(50_00);
  });

  it('sequesters two per cent of what the Federal payer pays, not of what it allows', () => {
    const result = adjudicate(
      claim([line('99213', 165_00)]),
      terms({ payer: federal, member: namedMember('federal') }),
    );
    // 90.88 allowed, 18.18 coinsurance, 72.70 payable, 1.45 sequestered
    expect(reasons(result)).toEqual([['CO-45 7412', 'CO-253 145', 'PR-2 1818']]);
    expect(result.status).toBe('1');
  });

  it('forwards a dual member to the State, which owes the rest and leaves the patient nothing', () => {
    const member = namedMember('dual');
    const first = adjudicate(claim([line('99213', 165_00)]), terms({ payer: federal, member }));
    expect(first).toMatchObject({ status: '19', forwardedTo: 'STMED03', claimRemarks: ['MA18'] });
    const prior = first.lines[0];
    if (!prior) throw new Error('a line was decided');
    const second = adjudicate(
      claim(
        [
          line('99213', 165_00, {
            prior: [{ payerId: federal.id, paidCents: prior.paidCents, adjustments: prior.adjustments }],
          }),
        ],
        {
          payerId: state.id,
          responsibility: 'S',
          otherPayers: [{ payerId: federal.id, responsibility: 'P', paidCents: prior.paidCents }],
        },
      ),
      terms({ payer: state, member }),
    );
    expect(second.status).toBe('2');
    expect(adjustedBy(second.lines[0]?.adjustments ?? [], 'PR')).toBe(0);
    expect(paidOf(second)).toBe(18_18);
  });

  it('decides as the first payer although the claim tells of a later one', () => {
    const later = { payerId: state.id, responsibility: 'S', paidCents: ZERO };
    const result = adjudicate(claim([line('99213', 165_00)], { otherPayers: [later] }), terms());
    expect(result.status).toBe('1');
    expect(reasons(result)).toEqual([['CO-45 3300', 'PR-2 2140', 'PR-3 2500']]);
  });

  it('refuses by rule, each with its reason', () => {
    const ultrasound = line('76705', 260_00);
    const cases: readonly [string, Claim, Partial<Terms>][] = [
      ['CO-50', claim([ultrasound]), {}],
      ['CO-31', claim([line('99213', 165_00)]), { member: undefined }],
      [
        'CO-27',
        claim([line('99213', 165_00, { serviceDate: localDate('2026-07-01') })]),
        { member: namedMember('lapsed'), receivedOn: localDate('2026-07-02') },
      ],
      ['CO-29', claim([line('99213', 165_00)]), { receivedOn: localDate('2026-12-01') }],
      [
        'CO-22',
        claim([line('99213', 165_00)], { payerId: state.id }),
        { payer: state, member: namedMember('dual') },
      ],
      ['CO-119', claim([line('G0439', 190_00)]), { history: [past('G0439', '2025-03-11')] }],
      ['CO-18', claim([line('99213', 165_00)]), { history: [past('99213', DAY)] }],
    ];
    for (const [reason, refused, extra] of cases) {
      const result = adjudicate(refused, terms(extra));
      expect(reasons(result)).toEqual([[`${reason} ${refused.totalCents}`]]);
      expect(paidOf(result)).toBe(0);
    }
    const pointed = adjudicate(claim([{ ...ultrasound, diagnoses: ['R10.11'.replace('.', '')] }]), terms());
    expect(paidOf(pointed)).toBeGreaterThan(0);
    const yearLater = adjudicate(
      claim([line('G0439', 190_00)]),
      terms({ history: [past('G0439', '2025-03-10')] }),
    );
    expect(paidOf(yearLater)).toBe(152_00);
  });

  it('pays a claim in part when one of its lines is refused', () => {
    const result = adjudicate(claim([line('99213', 165_00), line('A4550', 20_00)]), terms());
    expect(reasons(result)[1]).toEqual(['CO-97 2000']);
    expect(paidOf(result)).toBe(85_60);
  });

  it('balances every line to the cent, and a reversal undoes it exactly', () => {
    const amount = fc.integer({ min: 1, max: 100_000_00 });
    const someLine = fc.record({
      code: fc.constantFrom('99213', '99215', 'G0439', '76705', '36415', 'A4550', 'J9999'),
      charge: amount,
      units: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(
        fc.array(someLine, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...PAYERS),
        fc.nat(500_00),
        fc.constantFrom(7000, 10_000, 12_500),
        (drafts, payer, left, priceFactor) => {
          const lines = drafts.map((draft, index) =>
            line(draft.code, draft.charge, { number: index + 1, units: draft.units }),
          );
          const member = namedMember(
            payer === federal ? 'federal' : payer === state ? 'medicaid' : 'commercial',
          );
          const result = adjudicate(
            claim(lines, { payerId: payer.id }),
            terms({ payer, member, deductibleLeft: cents(left), priceFactor }),
          );
          for (const decided of result.lines) {
            const adjusted = decided.adjustments.reduce<number>((sum, item) => sum + item.amountCents, 0);
            expect(decided.line.chargeCents - adjusted).toBe(decided.paidCents);
            expect(decided.paidCents).toBeGreaterThanOrEqual(0);
          }
          expect(result.deductibleCents).toBeLessThanOrEqual(left);
          expect(paidOf(reverse(result)) + paidOf(result)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

function past(code: string, on: string) {
  return {
    icn: 'OLD',
    code,
    modifiers: [],
    serviceDate: localDate(on),
    renderingNpi: '1990000204',
    allowed: true,
  };
}
