import type { TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import {
  clinicalSteps,
  content,
  DAY,
  LAKESIDE,
  nurse,
  OSEI,
  physician,
  startClinical,
} from '../testing/clinical-system.ts';

describe('an encounter', () => {
  let test: TestSystem;
  const { clinical, visit, told, signedEncounter } = clinicalSteps(() => test);
  beforeAll(async () => {
    test = await startClinical();
  });
  afterAll(() => test.stop());

  it('CDB-05 (narrow: one encounter for a visit) makes the encounter id itself and keeps the appointment id', async () => {
    const { appointmentId, patientId } = await visit();
    const [first, second] = await Promise.all([
      clinical().openEncounter({ appointmentId }),
      clinical(nurse).openEncounter({ appointmentId }),
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

  it('C2P-02 (narrow row: told; the visit is moved by hand) portals learn that an encounter began and ended without a code', async () => {
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
      clinical(nurse).recordEncounter({ encounterId, content }, { version }),
    ).rejects.toMatchObject({ code: 'clinical.encounter_changed', kind: 'conflict' });
  });
});
