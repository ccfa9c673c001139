import { startPatients, type PatientsTest } from '../test-support.ts';
import { plant, population } from '../test-population.ts';

/** How fast a search is says `npm run bench -- search`, over 100,000 patients. */
const SIZE = 2_000;

describe(`with ${SIZE} patients`, () => {
  const people = population(SIZE, 7);
  let t: PatientsTest;
  beforeAll(async () => {
    t = await startPatients();
    await plant(t.test, people, t.test.system.ports.cipher);
  }, 120_000);
  afterAll(() => t.test.stop());

  it('NAV-02 finds a known person by name and by phone', async () => {
    for (const someone of people.slice(0, 20)) {
      const { items } = await t.frontDesk.searchPatients({
        text: `${someone.given} ${someone.family}`,
        limit: 200,
      });
      expect(items.map(({ id }) => id)).toContain(someone.id);
      const byPhone = await t.frontDesk.searchPatients({ phone: someone.phone });
      expect(byPhone.items.map(({ id }) => id)).toContain(someone.id);
    }
  });

  it('PAT-02 (narrow: the candidates) finds the person whom somebody is about to register again', async () => {
    for (const { id, family, given, birthDate } of people.slice(0, 20)) {
      const { candidates } = await t.frontDesk.findDuplicates({ person: { family, given, birthDate } });
      expect(candidates.map(({ patient }) => patient.id)).toContain(id);
    }
  });
});
