import { instant } from '@spark-den/kernel';
import { OTHER_PRACTICE_ID, person, type TestSystem } from '@spark-den/testkit';
import {
  aliases,
  clinicalSteps,
  contracts,
  DAY,
  LAKESIDE,
  nurse,
  OSEI,
  REYES,
  startClinical,
} from './testing/clinical-system.ts';

describe('who sees what on the clinical side', () => {
  let test: TestSystem;
  const { clinical, publish, visit, signedEncounter } = clinicalSteps(() => test);
  beforeAll(async () => {
    test = await startClinical();
  });
  afterAll(() => test.stop());

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

  it('finds diagnoses that may be used on the date, and services of the practice before the others', async () => {
    const diagnoses = await clinical().searchDiagnoses({ text: 'essential hypertension', on: DAY });
    expect(diagnoses.items[0]).toMatchObject({ code: 'I10' });
    const services = await clinical().searchServices({ text: 'G22', on: DAY });
    expect(services.items[0]).toEqual({ code: 'G2211', label: 'Visit complexity' });
    expect((await clinical().searchServices({ text: 'blood', on: DAY })).items[0]).toMatchObject({
      code: '36415',
    });
  });

  it('SEC-02 (narrow: the clinical side) lets a nurse write and only a physician sign; billing roles see nothing', async () => {
    const { appointmentId } = await visit();
    const opened = await clinical(nurse).openEncounter({ appointmentId });
    await expect(
      clinical(nurse).signEncounter({ encounterId: opened.encounterId }, { version: opened.version }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(
      clinical(person('billing-manager', contracts)).getEncounter({ encounterId: opened.encounterId }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('MPI-04 (narrow: the list of visits) shows the visits of all records of a person, by any of their ids', async () => {
    const [first, second] = [await signedEncounter(), await signedEncounter()];
    aliases.set(second.patientId, first.patientId);
    for (const { patientId } of [first, second]) {
      const { items } = await clinical().listPatientEncounters({ patientId });
      expect(items.map(item => item.encounterId).sort()).toEqual(
        [first.encounterId, second.encounterId].sort(),
      );
    }
    aliases.clear();
    const { items } = await clinical().listPatientEncounters({ patientId: second.patientId });
    expect(items.map(item => item.encounterId)).toEqual([second.encounterId]);
  });

  it('shows another practice nothing', async () => {
    const { appointmentId } = await visit();
    const { encounterId } = await clinical().openEncounter({ appointmentId });
    const stranger = person('physician', contracts, OTHER_PRACTICE_ID);
    await expect(clinical(stranger).getEncounter({ encounterId })).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect((await clinical(stranger).listVisits({ date: DAY })).items).toEqual([]);
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
