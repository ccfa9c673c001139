import { patientsContract } from '@spark-den/contracts/patients/operations';
import { STARTING_MODEL, type MatchingModel } from '@spark-den/matching';
import { PRACTICE_ID } from '@spark-den/testkit';
import { plant, population } from '../test-population.ts';
import { someone, startPatients, type PatientsTest } from '../test-support.ts';
import { learnForPractice, learnWeightsWorker } from './learn-weights.ts';

const OWN_PHONE = '8475550100';

describe('matching among the practice’s own patients', () => {
  let t: PatientsTest;
  beforeAll(async () => {
    t = await startPatients();
  }, 120_000);
  afterAll(() => t.test.stop());

  const runtime = () => {
    const found = t.test.system.runtimes.get(patientsContract.name);
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
});
