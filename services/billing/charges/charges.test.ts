import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { AppError } from '@spark-den/kernel';
import { OTHER_PRACTICE_ID, person } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { demoIds } from '../../../simulators/practice/src/demo-practice.ts';
import {
  patientWith,
  startClaims,
  visitCharge,
  type ClaimsTest,
  type Cover,
} from '../testing/claims-system.ts';

let day: ClaimsTest;
const billing = (role: Parameters<typeof person>[0] = 'billing-manager', practiceId?: string) =>
  day.test.as(billingContract, person(role, [billingContract, administrationContract], practiceId));
const known = (...covers: readonly Cover[]) => {
  const patient = patientWith(...covers);
  day.patients.set(patient.patientId, patient);
  return patient;
};
const balances = async (patientId: string) => (await billing().getPatientBalance({ patientId })).balances;
const errorsOf = (checked: {
  readonly findings: readonly { readonly ruleId: string; readonly severity: string }[];
}) => checked.findings.filter(finding => finding.severity === 'error').map(finding => finding.ruleId);
const encounter = (patientId: string, change: object = {}) => ({
  encounterId: randomUUID(),
  appointmentId: randomUUID(),
  patientId,
  providerId: demoIds.provider(1),
  locationId: demoIds.location(1),
  dateOfService: '2026-03-02',
  diagnoses: ['I10'],
  services: [{ code: '99213', modifiers: [], units: 1, diagnosisPointers: [1] }],
  ...change,
});

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

describe('charges of encounters', () => {
  it('RCM-01 PMS-17 EVT-03 C2P-03 a closed encounter drafts its charge once, however often it is told', async () => {
    const { patientId } = known('cascade');
    const closed = encounter(patientId);
    await day.publish('EncounterClosed', closed.appointmentId, closed);
    await day.publish('EncounterClosed', closed.appointmentId, closed);
    const { items } = await billing().listCharges({ encounterId: closed.encounterId });
    expect(items).toEqual([
      expect.objectContaining({
        source: 'encounter',
        status: 'draft',
        encounterVersion: 1,
        codes: ['99213'],
      }),
    ]);
    await expect(
      billing().draftCharge(visitCharge(patientId, { encounterId: closed.encounterId })),
    ).rejects.toMatchObject({ code: 'billing.charge_exists_for_encounter' });
    const { rows } = await day.test.withRoot('business', root =>
      root.query('select * from billing.dead_letter'),
    );
    expect(rows).toEqual([]);
  });

  it('BDB-06 a charge says where it came from: encounter, its version, the event that told of it, and the rule of each price', async () => {
    const { patientId } = known('cascade');
    const closed = encounter(patientId);
    const firstEvent = await day.publish('EncounterClosed', closed.appointmentId, closed);
    const [{ chargeId, version } = { chargeId: '', version: 0 }] = (
      await billing().listCharges({ encounterId: closed.encounterId })
    ).items;
    const drafted = await billing().getCharge({ chargeId });
    const origin = {
      source: 'encounter',
      encounterId: closed.encounterId,
      appointmentId: closed.appointmentId,
    };
    expect(drafted).toMatchObject({ ...origin, encounterVersion: 1, sourceEventId: firstEvent });
    expect(drafted.lines[0]?.pricedBy).toMatchObject({
      feeScheduleId: expect.any(String) as string,
      feeScheduleName: 'Standard charges 2026',
      rule: expect.stringContaining('Standard charges 2026') as string,
    });
    await billing().postCharge({ chargeId }, { version });
    const amended = { ...closed, diagnoses: ['E119'], version: 2 };
    const secondEvent = await day.publish('EncounterAmended', closed.appointmentId, amended);
    expect(await billing().getCharge({ chargeId })).toMatchObject({ sourceEventId: firstEvent });
    const [review] = (await billing().listChargeReviews({ chargeId })).items;
    const decision = { reviewId: review?.reviewId ?? '', decision: 'apply', reason: 'Confirmed' } as const;
    expect(await billing().resolveChargeReview(decision)).toMatchObject({
      ...origin,
      encounterVersion: 2,
      sourceEventId: secondEvent,
    });
    const byHand = await billing().draftCharge(visitCharge(patientId, { dateOfService: '2026-03-04' }));
    expect(byHand).toMatchObject({ source: 'hand', encounterId: null, sourceEventId: null });
  });

  it('EVT-03 C2P-02 an amendment opens a review and holds the unsent claim; applied, it leaves a new draft', async () => {
    const { patientId } = known('cascade');
    const closed = encounter(patientId);
    await day.publish('EncounterClosed', closed.appointmentId, closed);
    const [draft] = (await billing().listCharges({ encounterId: closed.encounterId })).items;
    const chargeId = draft?.chargeId ?? '';
    const posted = await billing().postCharge({ chargeId }, { version: draft?.version ?? 0 });
    const services = [{ code: '99214', modifiers: [], units: 1, diagnosisPointers: [1] }];
    await day.publish('EncounterAmended', closed.appointmentId, { ...closed, services, version: 2 });
    await day.publish('EncounterAmended', closed.appointmentId, { ...closed, services, version: 2 });
    const reviews = (await billing().listChargeReviews({ chargeId })).items;
    expect(reviews).toHaveLength(1);
    expect(reviews[0]?.amended.lines[0]?.code).toBe('99214');
    expect(await billing().getClaim({ claimId: posted.claimId ?? '' })).toMatchObject({ status: 'held' });
    const applied = await billing().resolveChargeReview({
      reviewId: reviews[0]?.reviewId ?? '',
      decision: 'apply',
      reason: 'Confirmed by the physician',
    });
    expect(applied).toMatchObject({
      status: 'draft',
      totalCents: 24_000,
      encounterVersion: 2,
      claimId: null,
    });
    expect(await balances(patientId)).toMatchObject({ insuranceCents: 0 });
  });

  it('EVT-03 an amendment that changes nothing billed opens no review; a dismissed one lets the claim go', async () => {
    const { patientId } = known('cascade');
    const closed = encounter(patientId);
    await day.publish('EncounterClosed', closed.appointmentId, closed);
    const [draft] = (await billing().listCharges({ encounterId: closed.encounterId })).items;
    const chargeId = draft?.chargeId ?? '';
    await day.publish('EncounterAmended', closed.appointmentId, { ...closed, version: 2 });
    expect((await billing().listChargeReviews({ chargeId })).items).toEqual([]);
    const posted = await billing().postCharge({ chargeId }, { version: draft?.version ?? 0 });
    await day.publish('EncounterAmended', closed.appointmentId, {
      ...closed,
      diagnoses: ['E119'],
      version: 3,
    });
    const [review] = (await billing().listChargeReviews({ chargeId })).items;
    await billing().resolveChargeReview({
      reviewId: review?.reviewId ?? '',
      decision: 'dismiss',
      reason: 'Billed as signed',
    });
    expect(await billing().getClaim({ claimId: posted.claimId ?? '' })).toMatchObject({ status: 'ready' });
  });
});

describe('charge reconciliation', () => {
  const visit = (patientId: string, appointmentId: string, to: string, at: string, date = '2026-02-27') => ({
    appointmentId,
    patientId,
    providerId: demoIds.provider(2),
    locationId: demoIds.location(2),
    appointmentTypeId: demoIds.appointmentType(2),
    start: at,
    end: at,
    date,
    from: 'in-room',
    to,
    at,
    undone: false,
  });

  it('RCM-06 NAV-12 a kept visit is missing until its charge is posted or a reason is given', async () => {
    const { patientId } = known('cascade');
    const [first, second] = [randomUUID(), randomUUID()];
    const at = '2026-02-27T16:00:00.000Z';
    await day.publish('AppointmentStatusChanged', first, visit(patientId, first, 'with-provider', at));
    await day.publish('AppointmentStatusChanged', first, visit(patientId, first, 'checked-out', at));
    await day.publish('AppointmentStatusChanged', second, visit(patientId, second, 'checked-out', at));
    const missing = async () =>
      (await billing().listMissingCharges({ locationId: demoIds.location(2) })).items.map(item => [
        item.appointmentId,
        item.state,
        item.overdue,
      ]);
    expect(await missing()).toEqual([
      [[first, second].sort()[0], 'no-encounter', true],
      [[first, second].sort()[1], 'no-encounter', true],
    ]);

    const closed = encounter(patientId, {
      appointmentId: first,
      dateOfService: '2026-02-27',
      providerId: demoIds.provider(2),
      locationId: demoIds.location(2),
    });
    await day.publish('EncounterClosed', first, closed);
    const [draft] = (await billing().listCharges({ encounterId: closed.encounterId })).items;
    expect((await missing()).find(([appointmentId]) => appointmentId === first)?.[1]).toBe('draft');
    await billing().postCharge({ chargeId: draft?.chargeId ?? '' }, { version: draft?.version ?? 0 });
    await billing().recordNoCharge({ appointmentId: second, reason: 'follow-up-in-global-period' });
    expect(await missing()).toEqual([]);
    expect(
      await billing().getChargeReconciliation({ date: '2026-02-27', locationId: demoIds.location(2) }),
    ).toEqual({
      date: '2026-02-27',
      keptVisits: 2,
      encountersClosed: 1,
      chargesPosted: 1,
      chargesDrafted: 0,
      noCharge: 1,
      unexplained: 0,
      chargesWithoutVisit: 0,
    });
    await expect(
      billing().recordNoCharge({ appointmentId: first, reason: 'courtesy' }),
    ).rejects.toMatchObject({ code: 'billing.visit_has_charge' });
  });

  it('RCM-06 an undone step takes the visit back', async () => {
    const { patientId } = known('cascade');
    const appointmentId = randomUUID();
    const at = '2026-02-26T16:00:00.000Z';
    await day.publish('AppointmentStatusChanged', appointmentId, {
      ...visit(patientId, appointmentId, 'with-provider', at, '2026-02-26'),
    });
    await day.publish('AppointmentStatusChanged', appointmentId, {
      ...visit(patientId, appointmentId, 'left-without-being-seen', at, '2026-02-26'),
    });
    expect(await billing().getChargeReconciliation({ date: '2026-02-26' })).toMatchObject({ keptVisits: 0 });
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
