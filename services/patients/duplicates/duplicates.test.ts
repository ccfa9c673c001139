import { patientsContract } from '@spark-den/contracts/patients/operations';
import { createMatchIndex, STARTING_MODEL, type MatchingModel } from '@spark-den/matching';
import { PRACTICE_ID } from '@spark-den/testkit';
import { plant, population } from '../test-population.ts';
import { someone, startPatients, type PatientsTest } from '../test-support.ts';
import { learnForPractice, learnWeightsWorker } from './learn-weights.ts';
import { renewSome } from './renew-keys.ts';
import { weightsOf } from './search-candidates.ts';
import { loadWeights } from './weights-repository.ts';

const OWN_PHONE = '8475550100';

describe('matching among the practice’s own patients', () => {
  let t: PatientsTest;
  beforeAll(async () => {
    t = await startPatients();
  }, 120_000);
  afterAll(() => t.test.stop());

  const runtime = (of: PatientsTest = t) => {
    const found = of.test.system.runtimes.get(patientsContract.name);
    if (!found) throw new Error('the service is not running');
    return found.worker as unknown as Parameters<typeof learnWeightsWorker.run>[0];
  };
  const learned = () =>
    t.test.withRoot('business', async client => {
      const { rows } = await client.query<{ model: MatchingModel; learnedFrom: number }>(
        'select model, learned_from as "learnedFrom" from patients.matching_weights',
      );
      return rows[0];
    });
  const weightOfPhone = async (family: string, given: string, number: string) => {
    const { candidates } = await t.frontDesk.findDuplicates({
      person: { family, given, birthDate: '1961-04-05', phones: [number] },
    });
    return candidates[0]?.reasons.find(({ field }) => field === 'phone')?.weight;
  };

  it('PAT-02 (narrow: numbers) finds from the data that the practice’s own phone says nothing', async () => {
    const register = (number: number, family: string) =>
      t.frontDesk.registerPatient({
        demographics: someone(number, {
          name: { family, given: 'Wanda' },
          phones: [{ use: 'mobile', number: OWN_PHONE }],
        }),
      });
    await t.frontDesk.registerPatient({
      demographics: someone(60, {
        name: { family: 'Okafor', given: 'Ngozi' },
        birthDate: '1961-04-05',
        phones: [{ use: 'mobile', number: OWN_PHONE }],
      }),
    });
    expect(await weightOfPhone('Okafor', 'Ngozi', OWN_PHONE)).toBeGreaterThan(5);
    const families = 'Abel Brandt Castillo Dupont Eklund Farkas Gruber Horvath Ibarra'.split(' ');
    for (const [index, family] of families.entries()) await register(61 + index, family);
    expect(await weightOfPhone('Okafor', 'Ngozi', OWN_PHONE)).toBeUndefined();
  });

  it('MPI-03 keeps to the shipped weights while small, and learns its own when it has grown', async () => {
    await learnWeightsWorker.run(runtime());
    expect(await learned()).toBeUndefined();
    await plant(t.test, population(1_500, 11), t.test.system.ports.cipher);
    await learnForPractice(runtime(), PRACTICE_ID);
    const first = await learned();
    expect(first?.learnedFrom).toBe(1_500);
    // a third of these people share fifty family names, far more than the shipped weights expect
    const common = (model?: MatchingModel) => model?.levels.family?.exact?.u ?? 0;
    expect(common(first?.model)).toBeGreaterThan(common(STARTING_MODEL) * 3);
    expect(first?.model.levels.ssn?.exact?.m).toBeCloseTo(STARTING_MODEL.levels.ssn?.exact?.m ?? 0, 6);
    await learnForPractice(runtime(), PRACTICE_ID);
    expect(await learned()).toEqual(first);
    const { candidates } = await t.frontDesk.findDuplicates({
      person: { family: 'Okafor', given: 'Ngozi', birthDate: '1961-04-05' },
    });
    expect(candidates[0]?.patient.name).toMatchObject({ family: 'Okafor' });
  }, 60_000);

  it('MPI-03 with what it learned answers as the engine’s index with the same weights', async () => {
    const own = await startPatients();
    try {
      const people = population(600, 12);
      await plant(own.test, people, own.test.system.ports.cipher);
      await learnForPractice(runtime(own), PRACTICE_ID);
      const learned = await runtime(own).inPractice(PRACTICE_ID, 'read weights', ({ db }) => loadWeights(db));
      expect(learned?.stated).toEqual({ given: 1, family: 1, birthDate: 1 });
      const index = createMatchIndex(weightsOf(learned));
      for (const { id, family, given, birthDate, phone } of people)
        index.add({ id, family, given: [given], birthDate, phones: [phone], sex: 'unknown' });
      for (const { family, given, birthDate } of people.slice(0, 25)) {
        const asked = { family: `${family}s`, given, birthDate };
        const { candidates } = await own.frontDesk.findDuplicates({ person: asked, limit: 20 });
        const wanted = index.query({ id: '', ...asked, given: [given] }, { limit: 20 });
        expect(candidates.map(({ patient, score }) => [patient.id, score.toFixed(6)])).toEqual(
          wanted.map(({ id, score }) => [id, score.toFixed(6)]),
        );
        expect(wanted.length).toBeGreaterThan(0);
      }
    } finally {
      await own.test.stop();
    }
  }, 120_000);

  it('PAT-02 (narrow: the keys) records of an older version get the keys of this one, by one instance at a time', async () => {
    const own = await startPatients();
    try {
      const people = population(230, 13);
      await plant(own.test, people, own.test.system.ports.cipher);
      const keys = () =>
        own.test.withRoot('business', async client => {
          const { rows } = await client.query<{ keys: string; sounds: string }>(
            `select (select string_agg(value, ',' order by patient_id, kind, value) from patients.patient_key) as keys,
               (select string_agg(family_sound, ',' order by id) from patients.patient) as sounds`,
          );
          return rows[0];
        });
      await renewAll(own);
      const wanted = await keys();
      await own.test.withRoot('business', async client => {
        await client.query(`delete from patients.patient_key where kind = 'term' or value like 'place%'`);
        await client.query('update patients.patient set family_sound = null');
      });
      expect(await keys()).not.toEqual(wanted);
      await renewAll(own);
      expect(await keys()).not.toEqual(wanted);
      await own.test.withRoot('business', client =>
        client.query('update patients.key_renewal set version = 1'),
      );
      await Promise.all([renewAll(own), renewAll(own)]);
      expect(await keys()).toEqual(wanted);
    } finally {
      await own.test.stop();
    }
  }, 120_000);

  async function renewAll(own: PatientsTest): Promise<void> {
    while (await renewSome(runtime(own), own.test.system.ports, PRACTICE_ID));
  }
});
