import { administrationContract } from '@spark-den/contracts/administration/operations';
import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import type { EncounterContent } from '@spark-den/contracts/clinical/types';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import { cents, instant, localDate, type Instant } from '@spark-den/kernel';
import { fakeService, OTHER_PRACTICE_ID, person, startTestSystem, type TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { clinicalService } from './service.ts';

const contracts = [clinicalContract, patientsContract];
const physician = person('physician', contracts);
const nurse = person('nurse', contracts);
const DAY = localDate('2026-11-16');
const OSEI = '01900000-0000-7000-8002-000000000001';
const REYES = '01900000-0000-7000-8002-000000000002';
const LAKESIDE = '01900000-0000-7000-8001-000000000001';

const patients = fakeService(patientsContract, {
  getPatientSummaries: ({ patientIds }) => ({
    items: patientIds.map(id => ({
      requestedId: id,
      id,
      mrn: `M${id.slice(-4)}`,
      name: { family: 'Marsh', given: 'Elena', middle: null, suffix: null },
      nameUsed: null,
      birthDate: '1968-04-12',
      sex: 'female' as const,
      phone: null,
      city: null,
      state: null,
      ssnLast4: null,
      status: 'active' as const,
      restricted: false,
      primaryPayerId: null,
      primaryMemberId: null,
    })),
  }),
});

const administration = fakeService(administrationContract, {
  getFeeSchedulesInForce: () => ({
    items: [
      {
        id: '01900000-0000-7000-8008-000000000001',
        name: 'Charges 2026',
        kind: 'charge' as const,
        payerId: null,
        planId: null,
        locationId: null,
        effectiveFrom: '2026-01-01',
        effectiveTo: null,
        method: { kind: 'listed' as const },
        source: 'practice',
        items: [
          { code: '99213', modifiers: [], label: 'Established visit, low', amountCents: cents(16_500) },
          { code: '36415', modifiers: [], label: 'Blood draw', amountCents: cents(1_500) },
          { code: 'G2211', modifiers: [], label: 'Visit complexity', amountCents: cents(2_800) },
        ],
      },
    ],
  }),
});

const content: EncounterContent = {
  diagnoses: ['I10', 'E119'],
  services: [
    { code: '99213', modifiers: ['25'], units: 1, diagnosisPointers: [1, 2] },
    { code: '36415', modifiers: [], units: 1, diagnosisPointers: [2] },
  ],
};

interface OutboxRow {
  readonly type: string;
  readonly payload: Record<string, unknown>;
}

describe('the clinical side', () => {
  let test: TestSystem;
  beforeAll(async () => {
    test = await startTestSystem({
      services: [clinicalService],
      fakes: [patients, administration],
      background: true,
    });
  });
  afterAll(() => test.stop());

  const clinical = () => test.as(clinicalContract, physician);

  const publish = (type: string, key: string, payload: object, practiceId?: string) =>
    test.publish({ type, key, payload, practiceId });

  interface Booking {
    readonly providerId?: string;
    readonly start?: Instant;
    readonly practiceId?: string;
    readonly status?: AppointmentStatus;
  }

  /** A visit as scheduling would tell of it: booked and, unless said otherwise, arrived. */
  async function visit({
    providerId = OSEI,
    start = instant('2026-11-16T15:00:00Z'),
    practiceId,
    status = 'arrived',
  }: Booking = {}) {
    const appointmentId = randomUUID();
    const facts = {
      appointmentId,
      patientId: randomUUID(),
      providerId,
      locationId: LAKESIDE,
      appointmentTypeId: '01900000-0000-7000-8005-000000000002',
      start,
      end: instant(Date.parse(start) + 20 * 60_000),
      date: DAY,
    };
    await publish('AppointmentBooked', appointmentId, facts, practiceId);
    if (status !== 'booked') {
      const change = { ...facts, from: 'booked', to: status, at: '2026-11-16T14:55:00.000Z', undone: false };
      await publish('AppointmentStatusChanged', appointmentId, change, practiceId);
    }
    await test.settled();
    return facts;
  }

  /** Everything that this service has told about an appointment, as it left. */
  async function told(appointmentId: string): Promise<OutboxRow[]> {
    await test.settled();
    return test.withRoot('shared', async client => {
      const { rows } = await client.query<OutboxRow>(
        `select type, payload from bus.event where key = $1 and source = 'clinical' order by sequence`,
        [appointmentId],
      );
      return rows;
    });
  }

  async function signedEncounter() {
    const { appointmentId } = await visit();
    const opened = await clinical().openEncounter({ appointmentId });
    const recorded = await clinical().recordEncounter(
      { encounterId: opened.encounterId, content },
      { version: opened.version },
    );
    return clinical().signEncounter({ encounterId: opened.encounterId }, { version: recorded.version });
  }

  it('ROLE-01 (narrow: visits and encounters, no chart) shows a physician who has arrived today, by time', async () => {
    const later = await visit({ start: instant('2026-11-16T16:00:00Z') });
    const earlier = await visit({ start: instant('2026-11-16T14:00:00Z') });
    const notHere = await visit({ status: 'booked' });
    const others = await visit({ providerId: REYES });
    const { items } = await clinical().listVisits({ date: DAY, providerId: OSEI });
    const ids = items.map(item => item.appointmentId);
    expect(ids.indexOf(earlier.appointmentId)).toBeLessThan(ids.indexOf(later.appointmentId));
    expect(ids).not.toContain(notHere.appointmentId);
    expect(ids).not.toContain(others.appointmentId);
    expect(items.find(item => item.appointmentId === later.appointmentId)).toMatchObject({
      status: 'arrived',
      since: '2026-11-16T14:55:00.000Z',
      patient: { familyName: 'Marsh', givenName: 'Elena' },
      encounterId: null,
    });
  });

  it('follows a visit that moves, and leaves out one that was cancelled', async () => {
    const facts = await visit();
    await publish('AppointmentMoved', facts.appointmentId, {
      ...facts,
      providerId: REYES,
      fromStart: facts.start,
      fromProviderId: OSEI,
      fromLocationId: LAKESIDE,
    });
    await test.settled();
    const atReyes = async () =>
      (await clinical().listVisits({ date: DAY, providerId: REYES })).items.map(item => item.appointmentId);
    expect(await atReyes()).toContain(facts.appointmentId);
    await publish('AppointmentCancelled', facts.appointmentId, {
      ...facts,
      by: 'patient',
      noticeMinutes: 30,
      late: true,
    });
    await test.settled();
    expect(await atReyes()).not.toContain(facts.appointmentId);
  });

  it('CDB-05 (narrow: one encounter for a visit) makes the encounter id itself and keeps the appointment id', async () => {
    const { appointmentId, patientId } = await visit();
    const [first, second] = await Promise.all([
      test.as(clinicalContract, physician).openEncounter({ appointmentId }),
      test.as(clinicalContract, nurse).openEncounter({ appointmentId }),
    ]);
    expect(second.encounterId).toBe(first.encounterId);
    expect(first.encounterId).not.toBe(appointmentId);
    const started = await told(appointmentId);
    expect(started.map(({ type }) => type)).toEqual(['EncounterStarted']);
    expect(started[0]?.payload).toMatchObject({ encounterId: first.encounterId, appointmentId, patientId });
  });

  it('opens no encounter for a patient who is not there', async () => {
    const { appointmentId } = await visit({ status: 'booked' });
    await expect(clinical().openEncounter({ appointmentId })).rejects.toMatchObject({
      code: 'clinical.visit_not_arrived',
    });
    await expect(clinical().openEncounter({ appointmentId: randomUUID() })).rejects.toMatchObject({
      code: 'clinical.visit_not_found',
    });
  });

  it('EVT-03 (narrow: billing opens the review) a signature tells codes, units, dates and ids', async () => {
    const signed = await signedEncounter();
    expect(signed).toMatchObject({
      status: 'signed',
      revisions: [{ version: 1, reason: '', by: physician.displayName }],
    });
    const events = await told(signed.appointmentId);
    expect(events.map(({ type }) => type)).toEqual([
      'EncounterStarted',
      'EncounterClosed',
      'EncounterSigned',
    ]);
    expect(events[1]?.payload).toEqual({
      encounterId: signed.encounterId,
      appointmentId: signed.appointmentId,
      patientId: signed.patientId,
      providerId: OSEI,
      locationId: LAKESIDE,
      dateOfService: DAY,
      ...content,
    });
  });

  it('C2P-02 (narrow: tells that an encounter began and ended; scheduling moves the visit) portals learn it without a code', async () => {
    const signed = await signedEncounter();
    const live = (await told(signed.appointmentId)).filter(({ type }) => /Started|Signed/.test(type));
    expect(live).toHaveLength(2);
    for (const { payload } of live) expect(JSON.stringify(payload)).not.toMatch(/I10|E119|99213|Marsh/);
  });

  it('signs nothing that a bill could not be made from, and says what is wrong and where', async () => {
    const { appointmentId } = await visit();
    const opened = await clinical().openEncounter({ appointmentId });
    const recorded = await clinical().recordEncounter(
      {
        encounterId: opened.encounterId,
        content: {
          diagnoses: ['E11'],
          services: [{ code: '99999', modifiers: [], units: 1, diagnosisPointers: [2] }],
        },
      },
      { version: opened.version },
    );
    await expect(
      clinical().signEncounter({ encounterId: opened.encounterId }, { version: recorded.version }),
    ).rejects.toMatchObject({
      code: 'clinical.encounter_incomplete',
      fields: {
        problems: [
          { field: 'diagnoses.0', problem: 'header', code: 'E11' },
          { field: 'services.0', problem: 'unknown', code: '99999' },
          { field: 'services.0.diagnosisPointers', problem: 'out-of-range' },
        ],
      },
    });
    expect((await told(appointmentId)).map(({ type }) => type)).toEqual(['EncounterStarted']);
  });

  it('EVT-03 amends with a reason and a version that counts up, and keeps what was signed', async () => {
    const signed = await signedEncounter();
    const { encounterId } = signed;
    const [first, ...rest] = content.services;
    const changed = { ...content, services: [{ ...first!, units: 2 }, ...rest] };
    await expect(
      clinical().recordEncounter({ encounterId, content: changed }, { version: signed.version }),
    ).rejects.toMatchObject({ code: 'clinical.encounter_signed' });
    await expect(
      clinical().amendEncounter({ encounterId, content, reason: 'again' }, { version: signed.version }),
    ).rejects.toMatchObject({ code: 'clinical.nothing_amended' });
    const amended = await clinical().amendEncounter(
      { encounterId, content: changed, reason: 'Second unit was given' },
      { version: signed.version },
    );
    expect(amended.revisions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, ''],
      [2, 'Second unit was given'],
    ]);
    const event = (await told(signed.appointmentId)).find(({ type }) => type === 'EncounterAmended');
    expect(event?.payload).toMatchObject({ encounterId, version: 2, services: changed.services });
    const kept = await test.withRoot('clinical', async client => {
      const { rows } = await client.query<{ content: unknown }>(
        'select content from clinical.encounter_revision where encounter_id = $1 order by revision',
        [encounterId],
      );
      return rows.map(row => row.content);
    });
    expect(kept).toEqual([content, changed]);
  });

  it('refuses the second of two changes made from the same reading', async () => {
    const { appointmentId } = await visit();
    const opened = await clinical().openEncounter({ appointmentId });
    const { encounterId, version } = opened;
    await clinical().recordEncounter({ encounterId, content }, { version });
    await expect(
      test.as(clinicalContract, nurse).recordEncounter({ encounterId, content }, { version }),
    ).rejects.toMatchObject({ code: 'clinical.encounter_changed', kind: 'conflict' });
  });

  it('SEC-02 (narrow: the clinical side) lets a nurse write and only a physician sign; billing roles see nothing', async () => {
    const { appointmentId } = await visit();
    const opened = await test.as(clinicalContract, nurse).openEncounter({ appointmentId });
    await expect(
      test
        .as(clinicalContract, nurse)
        .signEncounter({ encounterId: opened.encounterId }, { version: opened.version }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      test
        .as(clinicalContract, person('billing-manager', contracts))
        .getEncounter({ encounterId: opened.encounterId }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('shows another practice nothing', async () => {
    const { appointmentId } = await visit();
    const { encounterId } = await clinical().openEncounter({ appointmentId });
    const stranger = person('physician', contracts, OTHER_PRACTICE_ID);
    await expect(test.as(clinicalContract, stranger).getEncounter({ encounterId })).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect((await test.as(clinicalContract, stranger).listVisits({ date: DAY })).items).toEqual([]);
  });

  it('DB-01 (narrow: the clinical database) is open to its own roles alone, and its roles to nothing else', async () => {
    const readers = await test.withRoot('clinical', async client => {
      const { rows } = await client.query<{ rolname: string }>(
        `select rolname from pg_roles
         where not rolsuper and rolname !~ '^pg_' and rolcanlogin and has_schema_privilege(oid, 'clinical', 'usage')
         order by rolname`,
      );
      return rows.map(row => row.rolname.replace(/^.*(?=svc_|relay_)/, ''));
    });
    expect(readers.filter(name => /^(svc|relay)_/.test(name))).toEqual(['relay_clinical', 'svc_clinical']);
    await expect(
      test.withRole('svc_clinical', 'business', client => client.query('select 1')),
    ).rejects.toThrow(/permission denied|not exist|authentication/i);
    await expect(
      test.withRole('svc_clinical', 'clinical', client =>
        client.query('delete from clinical.encounter_revision'),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('finds diagnoses that may be used on the date, and services of the practice before the others', async () => {
    const diagnoses = await clinical().searchDiagnoses({ text: 'essential hypertension', on: DAY });
    expect(diagnoses.items[0]).toMatchObject({ code: 'I10' });
    const services = await clinical().searchServices({ text: 'G22', on: DAY });
    expect(services.items[0]).toEqual({ code: 'G2211', label: 'Visit complexity' });
    expect((await clinical().searchServices({ text: 'blood', on: DAY })).items[0]).toMatchObject({
      code: '36415',
    });
  });

  it('HIPAA-01 (narrow: this service) leaves an audit event for each patient that was read or written', async () => {
    const signed = await signedEncounter();
    await clinical().getEncounter({ encounterId: signed.encounterId });
    await test.settled();
    const actions = test.audited
      .filter(event => event.patientId === signed.patientId)
      .map(event => event.action);
    expect(actions).toEqual(
      expect.arrayContaining(['encounter.opened', 'encounter.signed', 'encounter.viewed']),
    );
  });
});
