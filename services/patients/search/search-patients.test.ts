import { CASCADE, someone, startPatients, type PatientsTest } from '../test-support.ts';

let t: PatientsTest;
beforeAll(async () => {
  t = await startPatients();
});
afterAll(() => t.test.stop());

async function register(
  family: string,
  given: string,
  changes: Parameters<typeof someone>[1] = {},
  memberId?: string,
) {
  const demographics = someone(family.length * 31 + given.length, { name: { family, given }, ...changes });
  const coverages = memberId
    ? [{ payerId: CASCADE, memberId, relationship: 'self' as const, rank: 1, validFrom: '2026-01-01' }]
    : [];
  return (await t.frontDesk.registerPatient({ demographics, coverages })).patientId;
}

const ids = async (text: string) => (await t.frontDesk.searchPatients({ text })).items.map(({ id }) => id);

describe('finding a patient', () => {
  let smyth: string;
  let smith: string;
  let garcia: string;
  let catherine: string;
  beforeAll(async () => {
    smith = await register('Smith', 'Rosalind', { birthDate: '1984-11-24' });
    smyth = await register('Smyth', 'Geoffrey', { birthDate: '1971-02-03' });
    garcia = await register('García-López', 'María José', {
      phones: [{ use: 'home', number: '847-555-0142' }],
    });
    catherine = await register('Oyelaran', 'Catherine', {}, 'CM-4471-009');
  });

  it('NAV-02 finds by name as typed first, then as it sounds', async () => {
    expect(await ids('smith')).toEqual([smith, smyth]);
    expect(await ids('Smith, Ros')).toEqual([smith]);
    expect(await ids('rosalind smit')).toEqual([smith]);
    expect(await ids('garcia lopez')).toEqual([garcia]);
    expect(await ids('Maria Garcia')).toEqual([garcia]);
    expect(await ids('kathryn oyelaran')).toEqual([catherine]);
  });

  it('NAV-02 finds by date of birth, phone, record number and member id, in one box or by field', async () => {
    expect(await ids('11/24/1984')).toEqual([smith]);
    expect(await ids('smith 11/24/84')).toEqual([smith]);
    expect(await ids('(847) 555-0142')).toEqual([garcia]);
    expect(await ids('8475550142')).toEqual([garcia]);
    expect(await ids('0142')).toContain(garcia);
    expect(await ids('cm4471')).toEqual([catherine]);
    const { mrn } = await t.frontDesk.getPatient({ patientId: smyth });
    expect(await ids(mrn)).toEqual([smyth]);
    expect((await t.frontDesk.searchPatients({ birthDate: '1971-02-03' })).items.map(({ id }) => id)).toEqual(
      [smyth],
    );
    expect((await t.frontDesk.searchPatients({ memberId: 'CM-4471-009' })).items[0]).toMatchObject({
      id: catherine,
      primaryPayerId: CASCADE,
      primaryMemberId: 'CM-4471-009',
    });
  });

  it('APIS-01 pages through a list without a gap or a repeat', async () => {
    const all = (await t.frontDesk.searchPatients({ limit: 200 })).items.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await t.frontDesk.searchPatients({ limit: 2, cursor });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(all.length);
  });

  it('PAT-02 finds likely duplicates while typing, with a score and reasons in plain words', async () => {
    const probe = { family: 'Smith', given: 'Roz', birthDate: '1984-11-42' };
    const early = await t.frontDesk.findDuplicates({ person: { family: 'Smit', given: 'Rosalind' } });
    expect(early.candidates.map(({ patient }) => patient.id)).toContain(smith);
    const { candidates } = await t.frontDesk.findDuplicates({
      person: { ...probe, given: 'Rosalind', birthDate: '1984-11-25', phones: ['555'] },
    });
    const [best] = candidates;
    expect(best).toMatchObject({
      patient: { id: smith },
      grade: expect.stringMatching(/certain|probable/) as string,
    });
    expect(best?.posterior).toBeGreaterThan(0.9);
    expect(best?.reasons.map(({ text }) => text)).toContain('Date of birth is one keystroke away');
    const sum = best?.reasons.reduce((total, { weight }) => total + weight, 0) ?? 0;
    expect(sum).toBeCloseTo(best?.score ?? NaN, 6);
  });
});
