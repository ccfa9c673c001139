import { randomUUID } from 'node:crypto';
import { demoIds } from '../../../simulators/practice/src/demo-practice.ts';
import { chargeSteps } from '../testing/charge-steps.ts';
import { startClaims, visitCharge, type ClaimsTest } from '../testing/claims-system.ts';

let day: ClaimsTest;
const { billing, known, balances } = chargeSteps(() => day);
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

describe('charges of encounters', () => {
  it('RCM-01 (narrow row: services as signed, none by rule) PMS-17 EVT-03 a closed encounter drafts its charge once, however often it is told', async () => {
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

  it('C2P-03 (narrow row: by event, so that nothing is returned) a line is charged once, its codes checked on their date', async () => {
    const { patientId } = known('cascade');
    const services = [
      { code: '99213', modifiers: [], units: 1, diagnosisPointers: [1] },
      { code: '99499', modifiers: [], units: 1, diagnosisPointers: [2] },
    ];
    const closed = encounter(patientId, { diagnoses: ['I10', 'E11'], services });
    for (let turn = 0; turn < 2; turn += 1)
      await day.publish('EncounterClosed', closed.appointmentId, closed);
    const { items } = await billing().listCharges({ encounterId: closed.encounterId });
    expect(items).toHaveLength(1);
    const { findings, lines } = await billing().getCharge({ chargeId: items[0]?.chargeId ?? '' });
    expect(lines.map(line => [line.code, line.chargeCents])).toEqual([
      ['99213', 16_500],
      ['99499', null],
    ]);
    expect(findings.map(finding => finding.ruleId)).toEqual(expect.arrayContaining(['CH-101', 'CR-201']));
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

  it('EVT-03 an amendment opens a review and holds the unsent claim; applied, it leaves a new draft', async () => {
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
