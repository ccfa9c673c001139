import type { InputOf } from '@spark-den/contracts/operation';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { someone, startPatients, type PatientsTest } from '../test-support.ts';

type Update = InputOf<(typeof patientsContract)['operations']['updatePatient']>;

let t: PatientsTest;
beforeAll(async () => {
  t = await startPatients();
});
afterAll(() => t.test.stop());

const register = async (number: number) =>
  (await t.frontDesk.registerPatient({ demographics: someone(number) })).patientId;

describe('a patient’s record', () => {
  it('NAV-03 versions every change with who and why, and refuses an edit of a version that is gone', async () => {
    const patientId = await register(1);
    const update = (changes: Partial<Update>, version: number) =>
      t.frontDesk.updatePatient({ patientId, reason: 'Moved, told at the desk', ...changes }, { version });
    const moved = someone(1, {
      address: { line1: '9 Orchard Lane', city: 'Skokie', state: 'IL', postalCode: '60076-1288' },
    });
    expect(await update({ demographics: moved }, 1)).toEqual({ patientId, version: 2 });
    await expect(update({ demographics: someone(1) }, 1)).rejects.toMatchObject({
      code: 'patients.version_conflict',
    });
    const { items } = await t.frontDesk.listPatientChanges({ patientId });
    expect(items[0]).toMatchObject({
      version: 2,
      by: 'Test front-desk-coordinator',
      reason: 'Moved, told at the desk',
      fields: [{ field: 'address', after: { line1: '9 Orchard Lane', postalCode: '600761288' } }],
    });
    expect(items[1]).toMatchObject({ version: 1, reason: 'Registration' });
  });

  it('NAV-03 an edit without a difference makes no version and no event', async () => {
    const patientId = await register(2);
    const same = { patientId, reason: 'Checked', demographics: someone(2) };
    expect(await t.frontDesk.updatePatient(same, { version: 1 })).toEqual({ patientId, version: 1 });
  });

  it('NAV-03 of two edits of one version at once exactly one wins', async () => {
    const patientId = await register(3);
    const edits = await Promise.allSettled(
      ['a@example.org', 'b@example.org', 'c@example.org'].map(email =>
        t.frontDesk.updatePatient(
          { patientId, reason: 'Email', demographics: someone(3, { email }) },
          { version: 1 },
        ),
      ),
    );
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('NAV-03 (narrow row: addresses as typed) keeps legal name and name used apart, with the self-described answers', async () => {
    const selfDescription = {
      nameUsed: 'Robin',
      pronouns: 'they/them',
      race: ['2106-3'],
      ethnicity: '2186-5',
      language: 'es',
    };
    const { patientId } = await t.frontDesk.registerPatient({
      demographics: someone(4, { selfDescription }),
    });
    const patient = await t.frontDesk.getPatient({ patientId });
    expect(patient.selfDescription).toMatchObject(selfDescription);
    expect(patient.name.given).toBe('Ursula');
    expect((await t.frontDesk.searchPatients({ text: 'Robin' })).items.map(({ id }) => id)).toContain(
      patientId,
    );
  });

  it('PAT-03 keeps several contacts in order, and an emergency contact is not by that allowed to hear of health', async () => {
    const patientId = await register(5);
    const contact = (name: string, mayReceivePhi: boolean) => ({
      name,
      relationship: 'sibling' as const,
      phone: { use: 'mobile' as const, number: '3125550177' },
      isEmergency: true,
      mayReceivePhi,
    });
    const contacts = [contact('Second Sister', false), contact('First Brother', true)];
    await t.frontDesk.setContacts({ patientId, contacts, reason: 'Told at the desk' }, { version: 1 });
    expect((await t.frontDesk.getPatient({ patientId })).contacts).toEqual(contacts);
  });

  it('PAT-04 keeps each choice with source and time, an unchanged one with its first, and honours a confidential address', async () => {
    const patientId = await register(6);
    const confidentialAddress = {
      line1: 'PO Box 12',
      line2: null,
      city: 'Chicago',
      state: 'IL',
      postalCode: '60601',
    };
    const sms = { channel: 'sms' as const, purpose: 'marketing' as const, allowed: false };
    const email = { channel: 'email' as const, purpose: 'treatment' as const, allowed: true };
    const set = (choices: (typeof sms | typeof email)[], version: number) =>
      t.frontDesk.setPreferences(
        {
          patientId,
          preferences: { choices, confidentialAddress },
          source: 'phone',
          reason: 'Asked on the phone',
        },
        { version },
      );
    await set([sms], 1);
    const { choices: first } = (await t.frontDesk.getPatient({ patientId })).preferences;
    t.test.clock.set('2026-11-18T15:00:00Z');
    await set([sms, email], 2);
    const { preferences } = await t.frontDesk.getPatient({ patientId });
    expect(preferences.choices[0]).toEqual(first[0]);
    expect(preferences.choices[1]).toMatchObject({
      ...email,
      source: 'phone',
      recordedAt: '2026-11-18T15:00:00.000Z',
    });
    const forClaim = await t.test.as(patientsContract).getPatientForClaim({ patientId, on: '2026-11-18' });
    expect(forClaim.mailingAddress).toEqual(confidentialAddress);
    expect(forClaim.address).toMatchObject({ city: 'Evanston' });
  });

  it('NAV-02 (narrow row: no break-glass) hides a restricted chart from everybody without the permission, also in search and in duplicates', async () => {
    const patientId = await register(7);
    await t.administrator.restrictChart({ patientId, restricted: true, reason: 'Employee' }, { version: 1 });
    await expect(t.frontDesk.getPatient({ patientId })).rejects.toMatchObject({
      code: 'patients.patient_restricted',
    });
    const [name] = [someone(7).name];
    const ids = async (client: PatientsTest['frontDesk']) =>
      (await client.searchPatients({ text: `${name.family} ${name.given}` })).items.map(({ id }) => id);
    expect(await ids(t.frontDesk)).not.toContain(patientId);
    expect(await ids(t.administrator)).toContain(patientId);
    const { candidates } = await t.frontDesk.findDuplicates({
      person: { family: name.family, given: name.given, birthDate: someone(7).birthDate },
    });
    expect(candidates.map(({ patient }) => patient.id)).not.toContain(patientId);
    await expect(t.frontDesk.registerPatient({ demographics: someone(7) })).rejects.toMatchObject({
      code: 'patients.likely_duplicate',
    });
  });

  it('MPI-05 stores how and when the identity was checked, and by whom', async () => {
    const patientId = await register(8);
    await t.frontDesk.verifyIdentity({ patientId, method: 'photo-id' });
    expect((await t.frontDesk.getPatient({ patientId })).identityVerified).toMatchObject({
      method: 'photo-id',
      by: 'Test front-desk-coordinator',
    });
  });
});
