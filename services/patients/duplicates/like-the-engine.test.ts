import { LocalDateField } from '@spark-den/contracts/fields';
import type { DuplicateProbe } from '@spark-den/contracts/patients/duplicate-types';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { createMatchIndex, STARTING_MODEL, type MatchIndex, type PersonRecord } from '@spark-den/matching';
import { population } from '../../../libs/matching/bench/population.ts';
import { draftPerson } from '../registration/new-person.ts';
import { seeded } from '../test-population.ts';
import { startPatients, type PatientsTest, type Registration } from '../test-support.ts';
import { LEFT_OUT } from './keys.ts';
import { personOfProbe } from './person.ts';

const PEOPLE = process.env.ASSURE ? 3_000 : 240;
const QUESTIONS = process.env.ASSURE ? 1_000 : 60;
/** On many forms, whoever the patient is. */
const OWN_PHONE = '8475550100';

/**
 * The service keeps keys and counts in PostgreSQL, the library's index keeps them in memory; the index gives the answer of the
 * batch by a property of its own. Here both live through the same registrations, changes, merges and unmerges.
 */
describe('the service answers as the engine’s index does', () => {
  let t: PatientsTest;
  let index: MatchIndex;
  const known = new Map<string, { demographics: Registration['demographics']; ssn?: string }>();
  /** Pairs that the desk said are two people. */
  const dismissed = new Set<string>();
  const random = seeded(5);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

  beforeAll(async () => {
    t = await startPatients();
    for (const person of population(PEOPLE, 21)) await register(person);
    const ids = [...known.keys()];
    for (const id of ids.slice(0, 15)) await change(id);
    const merges: { survivor: string; alias: string; mergeId: string }[] = [];
    for (let place = 20; place < 32; place += 2) {
      const [survivor = '', alias = ''] = ids.slice(place, place + 2);
      merges.push({ survivor, alias, mergeId: await merge(survivor, alias) });
    }
    for (const { mergeId } of merges.slice(0, 3)) await unmerge(mergeId);

    index = createMatchIndex(STARTING_MODEL, { leaveOut: LEFT_OUT });
    for (const [id, { demographics, ssn }] of known) index.add(asPerson(id, demographics, ssn));
    for (const { survivor, alias } of merges.slice(3)) index.merge(survivor, alias);
  }, 600_000);
  afterAll(() => t.test.stop());

  it('MPI-03 PAT-02 desk search: the same people with the same posterior, whatever is asked', async () => {
    const ids = [...known.keys()];
    let found = 0;
    for (let question = 0; question < QUESTIONS; question += 1) {
      const probe = probeOf(pick(ids), question);
      const { candidates } = await t.frontDesk.findDuplicates({ person: probe, limit: 20 });
      const wanted = index.query(personOfProbe({ ...probe, birthDate: dateOf(probe) }), { limit: 20 });
      expect([probe, candidates.map(answer)]).toEqual([probe, wanted.map(answer)]);
      found += candidates.length;
    }
    expect(found).toBeGreaterThan(QUESTIONS / 2);
  }, 600_000);

  it('MPI-04 the review queue: what the index says of a record that was just changed', async () => {
    const ids = [...known.keys()];
    for (let place = 40; place < 48; place += 1) {
      const [id = '', twin = ''] = [ids[place], ids[place + 60]];
      const [before, other] = [known.get(id), known.get(twin)];
      if (!before || !other) throw new Error('too few people');
      const { name, birthDate } = other.demographics;
      const changed = { ...before.demographics, name, birthDate };
      const { version } = await t.frontDesk.getPatient({ patientId: id });
      await t.frontDesk.updatePatient(
        { patientId: id, reason: 'Mistaken', demographics: changed },
        { version },
      );
      const person = asPerson(id, changed, before.ssn);
      index.change(person);
      const { items } = await t.manager.listDuplicatePairs({ limit: 200 });
      const queued = items
        .filter(({ left, right }) => left.id === id || right.id === id)
        .map(({ left, right, posterior }) => [left.id === id ? right.id : left.id, posterior.toFixed(9)]);
      const wanted = index
        .query(person, { limit: 50 })
        .filter(candidate => !dismissed.has([id, candidate.id].sort().join()))
        .map(candidate => [candidate.id, candidate.posterior.toFixed(9)]);
      expect(queued.sort()).toEqual(wanted.sort());
      expect(queued.map(([other]) => other)).toContain(twin);
    }
  }, 600_000);

  async function register(source: PersonRecord): Promise<void> {
    const demographics = demographicsOf(source, random() < 0.04 ? [OWN_PHONE] : (source.phones ?? []));
    const attempt = async (ssn: string | undefined, considered: string[]): Promise<void> => {
      const duplicateDecision =
        considered.length > 0
          ? { decision: 'different-person' as const, consideredPatientIds: considered, reason: 'Both stay' }
          : undefined;
      try {
        const { patientId } = await t.frontDesk.registerPatient({ demographics, ssn, duplicateDecision });
        known.set(patientId, { demographics, ssn });
        for (const id of considered) dismissed.add([patientId, id].sort().join());
      } catch (error) {
        const { code, fields } = error as {
          code: string;
          fields: { candidates: { patientId: string }[] };
        };
        if (code === 'patients.ssn_in_use') return attempt(undefined, considered);
        if (code !== 'patients.likely_duplicate') throw error;
        return attempt(ssn, [...considered, ...fields.candidates.map(({ patientId }) => patientId)]);
      }
    };
    // numbers that exist: the made-up ones begin with 9 and may have empty groups
    await attempt(source.ssn?.replace(/^9/, '5').replace(/00/g, '17').replace(/0000$/, '1700'), []);
  }

  async function change(patientId: string): Promise<void> {
    const before = known.get(patientId);
    if (!before) return;
    const demographics = {
      ...before.demographics,
      name: { ...before.demographics.name, family: `${before.demographics.name.family}e` },
      phones: [],
    };
    const { version } = await t.frontDesk.getPatient({ patientId });
    await t.frontDesk.updatePatient({ patientId, reason: 'Wrong name', demographics }, { version });
    known.set(patientId, { ...before, demographics });
  }

  async function merge(patientId: string, mergedPatientId: string): Promise<string> {
    const [one, other] = await Promise.all(
      [patientId, mergedPatientId].map(id => t.manager.getPatient({ patientId: id })),
    );
    const { mergeId } = await t.manager.mergePatients(
      { patientId, mergedPatientId, mergedVersion: other?.version ?? 0, take: [], reason: 'One person' },
      { version: one?.version },
    );
    return mergeId;
  }

  async function unmerge(mergeId: string): Promise<void> {
    await t.manager.unmergePatients({ mergeId, reason: 'Two people after all' });
  }

  /** Somebody of the practice as a front desk might type them: whole, half, or with a slip. */
  function probeOf(id: string, question: number): DuplicateProbeInput {
    const { demographics, ssn } = known.get(id) ?? { demographics: undefined };
    if (!demographics) return {};
    const { name, birthDate, phones, address } = demographics;
    const whole = {
      family: name.family,
      given: name.given,
      birthDate: String(birthDate),
      phones: phones?.map(({ number }) => number),
    };
    const slip = (text: string) => `${text.slice(0, 2)}${text.slice(3)}`;
    const postal = { postalCode: address?.postalCode, line1: address?.line1, city: address?.city };
    const digits = ssn && `${ssn.slice(0, 4)}${(Number(ssn[4]) + 1) % 10}${ssn.slice(5)}`;
    const ways: DuplicateProbeInput[] = [
      whole,
      { ...whole, ...postal, ssn: digits },
      { family: slip(name.family), given: name.given, birthDate: whole.birthDate },
      { given: name.given, birthDate: whole.birthDate, ...postal },
      { family: name.family, given: pick(['Anne', 'James', 'Liz']), phones: [OWN_PHONE], ...postal },
      { ssn: ssn?.slice(-4), given: name.given, family: slip(name.family) },
      { family: name.given, given: name.family, phones: whole.phones },
    ];
    return ways[question % ways.length] ?? whole;
  }
});

type DuplicateProbeInput = Omit<DuplicateProbe, 'birthDate'> & { birthDate?: string };

function dateOf({ birthDate }: DuplicateProbeInput) {
  return birthDate === undefined ? undefined : LocalDateField.parse(birthDate);
}

function answer(found: { id?: string; patient?: { id: string }; posterior: number; score: number }) {
  return [found.id ?? found.patient?.id, found.posterior.toFixed(9), found.score.toFixed(6)];
}

function asPerson(id: string, demographics: Registration['demographics'], ssn?: string): PersonRecord {
  const parsed = patientsContract.operations.registerPatient.input.shape.demographics.parse(demographics);
  return draftPerson(id, parsed, ssn, []);
}

function demographicsOf(
  { given = [], family = '', birthDate = '', sex, addresses }: PersonRecord,
  phones: readonly string[],
): Registration['demographics'] {
  const [address] = addresses ?? [];
  return {
    name: { family, given: given[0] ?? '', middle: given[1] },
    birthDate,
    sex: sex === 'female' ? 'female' : 'male',
    phones: phones.map(number => ({ use: 'home' as const, number })),
    address: address && {
      line1: address.line ?? '',
      city: address.city ?? '',
      state: address.state ?? '',
      postalCode: address.postalCode ?? '',
    },
  };
}
