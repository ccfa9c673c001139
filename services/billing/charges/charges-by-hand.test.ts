import { AppError } from '@spark-den/kernel';
import { OTHER_PRACTICE_ID } from '@spark-den/testkit';
import { demoIds } from '../../../simulators/practice/src/demo-practice.ts';
import { chargeSteps } from '../testing/charge-steps.ts';
import { startClaims, visitCharge, type ClaimsTest } from '../testing/claims-system.ts';

let day: ClaimsTest;
const { billing, known, balances } = chargeSteps(() => day);
const errorsOf = (checked: {
  readonly findings: readonly { readonly ruleId: string; readonly severity: string }[];
}) => checked.findings.filter(finding => finding.severity === 'error').map(finding => finding.ruleId);

beforeAll(async () => {
  day = await startClaims();
}, 60_000);
afterAll(() => day.test.stop());

describe('charge capture', () => {
  it('NAV-12 RCM-02 RCM-03 a charge by hand is priced and checked, then posted once', async () => {
    const { patientId } = known('cascade');
    const draft = await billing().draftCharge(visitCharge(patientId));
    expect(draft).toMatchObject({ status: 'draft', totalCents: 27_200 });
    expect(errorsOf(draft)).toEqual([]);
    expect(draft.lines.map(line => [line.code, line.chargeCents, line.expectedAllowedCents])).toEqual([
      ['99214', 24_000, 19_200],
      ['G0444', 3_200, 2_560],
    ]);
    expect(draft.lines[0]?.pricedBy?.rule).toContain('Standard charges 2026');
    const posted = await billing().postCharge({ chargeId: draft.chargeId }, { version: draft.version });
    expect(posted).toMatchObject({ status: 'posted', payerId: demoIds.payer(1) });
    expect(posted.claimId).not.toBeNull();
    await expect(
      billing().postCharge({ chargeId: draft.chargeId }, { version: posted.version }),
    ).rejects.toMatchObject({ code: 'billing.charge_not_draft' });
    expect(await balances(patientId)).toMatchObject({ insuranceCents: 27_200, patientCents: 0 });
  });

  it('RCM-02 a charge with a code that was not in force cannot be posted; the finding says how to mend it', async () => {
    const { patientId } = known('cascade');
    const draft = await billing().draftCharge(visitCharge(patientId, { diagnoses: ['E11', 'QQQ'] }));
    expect(errorsOf(draft)).toEqual(['CR-201', 'CR-201']);
    await expect(
      billing().postCharge({ chargeId: draft.chargeId }, { version: draft.version }),
    ).rejects.toMatchObject({ code: 'billing.charge_has_errors' });
    const mended = await billing().updateCharge(
      {
        chargeId: draft.chargeId,
        diagnoses: ['E11.9'],
        lines: [{ code: '99213', modifiers: [], units: 1, diagnosisPointers: [1] }],
      },
      { version: draft.version },
    );
    expect(mended).toMatchObject({ diagnoses: ['E119'], totalCents: 16_500 });
    expect(errorsOf(mended)).toEqual([]);
  });

  it('RCM-04 (narrow: read-only schedules) a code that no schedule names has no price, and none is made up', async () => {
    const { patientId } = known('cascade');
    const lines = [{ code: '99499', modifiers: [], units: 1, diagnosisPointers: [1] }];
    const preview = await billing().previewCharge(visitCharge(patientId, { lines }));
    expect(preview.lines[0]?.chargeCents).toBeNull();
    expect(preview.findings.map(finding => finding.ruleId)).toContain('CH-101');
  });

  it('RCM-08 the same service on the same day needs a modifier that explains it', async () => {
    const { patientId } = known('cascade');
    const lines = [{ code: '93000', modifiers: [], units: 1, diagnosisPointers: [1] }];
    await billing().draftCharge(visitCharge(patientId, { lines }));
    const again = await billing().previewCharge(visitCharge(patientId, { lines }));
    expect(again.findings.map(finding => finding.ruleId)).toContain('CR-402');
    const explained = [{ code: '93000', modifiers: ['76'], units: 1, diagnosisPointers: [1] }];
    expect((await billing().previewCharge(visitCharge(patientId, { lines: explained }))).findings).toEqual(
      [],
    );
  });

  it('NAV-12 a patient without coverage owes the charge, and no claim is made', async () => {
    const { patientId } = known();
    const draft = await billing().draftCharge(visitCharge(patientId));
    const posted = await billing().postCharge({ chargeId: draft.chargeId }, { version: draft.version });
    expect(posted).toMatchObject({ claimId: null, payerId: null });
    expect(await balances(patientId)).toMatchObject({
      insuranceCents: 0,
      patientCents: 27_200,
    });
  });

  it('NAV-12 a voided charge leaves the ledger and its claim, and only once', async () => {
    const { patientId } = known('cascade');
    const draft = await billing().draftCharge(visitCharge(patientId));
    const posted = await billing().postCharge({ chargeId: draft.chargeId }, { version: draft.version });
    const voided = await billing().voidCharge(
      { chargeId: draft.chargeId, reason: 'Wrong patient' },
      { version: posted.version },
    );
    expect(voided.status).toBe('voided');
    expect(await balances(patientId)).toMatchObject({ insuranceCents: 0 });
    expect(await billing().getClaim({ claimId: posted.claimId ?? '' })).toMatchObject({ status: 'voided' });
    await expect(
      billing().voidCharge({ chargeId: draft.chargeId, reason: 'Again' }, { version: voided.version }),
    ).rejects.toMatchObject({ code: 'billing.charge_voided_before' });
  });

  it('a stale version is refused', async () => {
    const { patientId } = known('cascade');
    const draft = await billing().draftCharge(visitCharge(patientId));
    await expect(billing().postCharge({ chargeId: draft.chargeId }, { version: 99 })).rejects.toMatchObject({
      code: 'billing.version_conflict',
    });
  });

  it('NAV-12 finds codes with the practice’s own words and price first', async () => {
    const { items } = await billing().searchChargeCodes({
      set: 'procedure',
      query: 'visit',
      on: '2026-03-02',
    });
    expect(items[0]).toMatchObject({ chargeCents: expect.any(Number) as number });
    const exact = await billing().searchChargeCodes({ set: 'icd10cm', query: 'I10', on: '2026-03-02' });
    expect(exact.items[0]).toMatchObject({ code: 'I10', billable: true });
  });
});

describe('who may', () => {
  it('DB-01 (narrow: charges) another practice sees and changes nothing', async () => {
    const { patientId } = known('cascade');
    const draft = await billing().draftCharge(visitCharge(patientId));
    const theirs = billing('billing-manager', OTHER_PRACTICE_ID);
    await expect(theirs.getCharge({ chargeId: draft.chargeId })).rejects.toMatchObject({
      code: 'billing.charge_not_found',
    });
    expect((await theirs.listCharges({})).items).toEqual([]);
  });

  it('the front desk does not post charges', async () => {
    await expect(billing('front-desk-coordinator').listCharges({})).rejects.toBeInstanceOf(AppError);
  });
});
