import type { AppError } from '@spark-den/kernel';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { person } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { someone, startPatients, type PatientsTest } from '../test-support.ts';

let t: PatientsTest;
beforeAll(async () => {
  t = await startPatients();
});
afterAll(() => t.test.stop());

describe('registering a patient', () => {
  it('PAT-01 registers with contacts, preferences and consents, and gives the next record number', async () => {
    const { patientId, mrn } = await t.frontDesk.registerPatient({
      demographics: someone(1),
      contacts: [
        {
          name: 'Marta Abernathy',
          relationship: 'spouse',
          phone: { use: 'home', number: '312-555-0188' },
          isEmergency: true,
          mayReceivePhi: false,
        },
      ],
      preferences: { choices: [{ channel: 'sms', purpose: 'treatment', allowed: true }] },
      consents: [
        { kind: 'treatment', status: 'given', signedOn: '2026-11-16', signedBy: 'Self', source: 'tablet' },
      ],
    });
    const patient = await t.frontDesk.getPatient({ patientId });
    expect(patient).toMatchObject({
      mrn,
      version: 1,
      name: { family: 'Bukowski', given: 'Horatio', middle: null },
    });
    expect(patient.contacts[0]).toMatchObject({
      isEmergency: true,
      mayReceivePhi: false,
      phone: { number: '3125550188' },
    });
    expect(patient.preferences.choices[0]).toMatchObject({ channel: 'sms', source: 'registration' });
    expect(patient.consents[0]).toMatchObject({ kind: 'treatment', status: 'given' });
    const { mrn: next } = await t.frontDesk.registerPatient({ demographics: someone(2) });
    expect(Number(next)).toBe(Number(mrn) + 1);
  });

  it('MPI-01 gives an enterprise id and identifiers with system, assigner and period', async () => {
    const { patientId, mrn } = await t.frontDesk.registerPatient({ demographics: someone(3) });
    expect(patientId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    const { identifiers } = await t.frontDesk.getPatient({ patientId });
    expect(identifiers).toContainEqual(
      expect.objectContaining({ system: 'mrn', value: mrn, assigner: 'practice', to: null }),
    );
    expect(identifiers).toContainEqual(expect.objectContaining({ system: 'enterprise', value: patientId }));
  });

  it('PAT-02 refuses a likely duplicate until somebody decided on that very record', async () => {
    const { patientId: first } = await t.frontDesk.registerPatient({ demographics: someone(4) });
    const again = { ...someone(4), name: { family: 'Eisenburg', given: 'Ursula' } };
    const refusal = await t.frontDesk
      .registerPatient({ demographics: again })
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ kind: 'conflict', code: 'patients.likely_duplicate' });
    const { candidates } = (refusal as AppError).fields as {
      candidates: { patientId: string; posterior: number }[];
    };
    expect(candidates).toHaveLength(1);
    expect(candidates[0]).toMatchObject({ patientId: first });

    const decide = (ids: string[]) =>
      t.frontDesk.registerPatient({
        demographics: again,
        duplicateDecision: {
          decision: 'different-person',
          consideredPatientIds: ids,
          reason: 'Twin sister, both shown ID',
        },
      });
    await expect(decide([randomUUID()])).rejects.toMatchObject({ code: 'patients.likely_duplicate' });
    const { patientId: second } = await decide([first]);
    expect(second).not.toBe(first);
    const { items } = await t.manager.listDuplicatePairs({});
    expect(items.map(pair => [pair.left.id, pair.right.id].sort())).not.toContainEqual(
      [first, second].sort(),
    );
  });

  it('PAT-02 of two identical registrations at once exactly one wins', async () => {
    for (let round = 0; round < 5; round += 1) {
      const demographics = someone(20 + round);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 4 }, () => t.frontDesk.registerPatient({ demographics })),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes.filter(result => result.status === 'rejected')) {
        expect(outcome.reason).toMatchObject({ code: 'patients.likely_duplicate' });
      }
    }
  });

  it('APIS-01 answers a repeat with the same Idempotency-Key with the first answer', async () => {
    const input = { demographics: someone(31) };
    const key = randomUUID();
    const first = await t.frontDesk.registerPatient(input, { idempotencyKey: key });
    expect(await t.frontDesk.registerPatient(input, { idempotencyKey: key })).toEqual(first);
  });

  it('refuses a date of birth or of a signature in the future of the practice’s own day', async () => {
    t.test.clock.set('2026-11-17T03:00:00Z');
    const born = (birthDate: string) =>
      t.frontDesk.registerPatient({ demographics: someone(32, { birthDate }) });
    await expect(born('2026-11-17')).rejects.toMatchObject({ code: 'patients.birth_date_in_future' });
    await expect(born('2026-11-16')).resolves.toMatchObject({ version: 1 });
    const signed = (signedOn: string) =>
      t.frontDesk.registerPatient({
        demographics: someone(39),
        consents: [{ kind: 'treatment', status: 'given', signedOn, signedBy: 'Self', source: 'paper' }],
      });
    await expect(signed('2026-11-17')).rejects.toMatchObject({ code: 'patients.signed_in_future' });
    await expect(signed('2026-11-16')).resolves.toMatchObject({ version: 1 });
    t.test.clock.set('2026-11-16T15:00:00Z');
  });

  it('SEC-04 keeps the Social Security number encrypted, shows four digits, and gives it to one person only', async () => {
    const { patientId } = await t.frontDesk.registerPatient({
      demographics: someone(33),
      ssn: '987-65-4329',
    });
    expect(await t.frontDesk.getPatient({ patientId })).toMatchObject({ ssnLast4: '4329' });
    const stored = await t.test.withRoot('business', async client => {
      const { rows } = await client.query('select p::text as row from patients.patient p where id = $1', [
        patientId,
      ]);
      const keys = await client.query('select value from patients.patient_key where patient_id = $1', [
        patientId,
      ]);
      return JSON.stringify([rows, keys.rows]);
    });
    expect(stored).not.toContain('987654329');
    const decided = t.frontDesk.registerPatient({
      demographics: someone(34),
      ssn: '987654329',
      duplicateDecision: {
        decision: 'different-person',
        consideredPatientIds: [patientId],
        reason: 'Typed wrongly',
      },
    });
    await expect(decided).rejects.toMatchObject({ code: 'patients.ssn_in_use' });
    await expect(t.frontDesk.revealSsn({ patientId, reason: 'curious' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(await t.manager.revealSsn({ patientId, reason: 'Claim rejected for SSN' })).toEqual({
      ssn: '987654329',
    });
  });

  it('SEC-04 keeps a name in one Unicode form, without control characters and within its length', async () => {
    const named = (family: string) => someone(39, { name: { family, given: 'Zoe\u0308' } });
    const { patientId } = await t.frontDesk.registerPatient({ demographics: named('Garci\u0301a') });
    expect((await t.frontDesk.getPatient({ patientId })).name).toMatchObject({
      family: 'Garc\u00eda',
      given: 'Zo\u00eb',
    });
    for (const wrong of ['Gar\u0000cia', 'x'.repeat(200)]) {
      await expect(t.frontDesk.registerPatient({ demographics: named(wrong) })).rejects.toMatchObject({
        code: 'platform.input_invalid',
      });
    }
  });

  it('SVC-01 leaves an event in the outbox with ids only, and an audit event that names the patient', async () => {
    const { patientId, mrn } = await t.frontDesk.registerPatient({ demographics: someone(35) });
    const [events, audits] = await t.test.withRoot('business', async client => {
      const outbox = await client.query('select type, payload from patients.outbox where key = $1', [
        patientId,
      ]);
      const spool = await client.query(
        `select event from patients.audit_spool where event->>'patientId' = $1 and event->>'action' = 'patient.registered'`,
        [patientId],
      );
      return [outbox.rows as unknown[], spool.rows as { event: Record<string, unknown> }[]];
    });
    expect(events).toEqual([{ type: 'PatientRegistered', payload: { patientId, mrn } }]);
    expect(audits).toHaveLength(1);
    expect(audits[0]?.event).toMatchObject({ operation: 'registerPatient', outcome: 'success' });
    expect(JSON.stringify(audits)).not.toContain('Abernathy');
  });

  it('PAT-01 (narrow row: at the desk, no guarantor, one form for all payers) keeps a draft on the server, encrypted, resumable by a colleague, and removes it with the registration', async () => {
    const draftId = randomUUID();
    const data = { family: 'Ferris', given: 'Bue', ssn: '987-65-4399' };
    const first = await t.frontDesk.saveRegistrationDraft({
      draftId,
      step: 'identity',
      data,
      basedOnVersion: 0,
    });
    expect(first.version).toBe(1);
    const second = await t.frontDesk.saveRegistrationDraft({
      draftId,
      step: 'contact',
      data: { ...data, given: 'Bueller' },
      basedOnVersion: 1,
    });
    await expect(
      t.frontDesk.saveRegistrationDraft({ draftId, step: 'contact', data, basedOnVersion: 1 }),
    ).rejects.toMatchObject({ code: 'patients.version_conflict' });
    expect(await t.manager.getRegistrationDraft({ draftId })).toMatchObject({
      step: 'contact',
      version: second.version,
      data: { given: 'Bueller' },
    });
    expect((await t.manager.listRegistrationDrafts({})).items).toContainEqual(
      expect.objectContaining({ id: draftId, label: 'Ferris, Bueller' }),
    );
    const stored = await t.test.withRoot('business', client =>
      client.query('select d::text as row from patients.registration_draft d'),
    );
    expect(JSON.stringify(stored.rows)).not.toContain('Ferris');
    await t.frontDesk.registerPatient({ demographics: someone(36), draftId });
    await expect(t.frontDesk.getRegistrationDraft({ draftId })).rejects.toMatchObject({
      code: 'patients.draft_not_found',
    });
  });

  it('SEC-02 (narrow: patients) another practice neither sees nor is hindered by a patient', async () => {
    const { patientId } = await t.frontDesk.registerPatient({ demographics: someone(37) });
    await expect(t.stranger.getPatient({ patientId })).rejects.toMatchObject({ kind: 'not_found' });
    expect((await t.stranger.searchPatients({ text: 'Castellano' })).items).toEqual([]);
    expect(
      (await t.stranger.findDuplicates({ person: { family: 'Castellano', given: 'Thaddeus' } })).candidates,
    ).toEqual([]);
    await expect(t.stranger.registerPatient({ demographics: someone(37) })).resolves.toMatchObject({
      mrn: '100001',
    });
  });

  it('ROLE-12 (narrow: patients) the business analyst may not open a patient', async () => {
    const { patientId } = await t.frontDesk.registerPatient({ demographics: someone(38) });
    const analyst = t.test.as(patientsContract, person('business-analyst', [patientsContract]));
    await expect(analyst.getPatient({ patientId })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
