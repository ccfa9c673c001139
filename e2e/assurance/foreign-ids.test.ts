import { liveOn } from './beyond-the-day.ts';
import { ForeignIds, type Answer } from './foreign-ids.ts';
import { startLivedWorld, type LivedWorld } from './lived-world.ts';
import { idPlaces, openOperations } from './operations.ts';
import { Twins } from './twins.ts';

/** Commands by their method only: they change nothing, and find nothing of another practice (isolation.test.ts). */
const READS = new Set([
  'billing.previewCharge',
  'patients.findDuplicates',
  'patients.getPatientSummaries',
  'scheduling.explainSlot',
  'scheduling.findSlots',
  'scheduling.previewAvailability',
]);

/** Places where a foreign id is no reference, each with the reason. */
const NO_REFERENCE: Readonly<Record<string, string>> = {
  'billing.correctClaim lines[].lineId': 'looked up among the lines of that claim alone',
  'gateway.issueContext context.appointmentId':
    'a note to oneself: whoever opens it reads with their own rights',
  'gateway.issueContext context.encounterId': 'as above',
  'gateway.issueContext context.patientId': 'as above',
  'patients.registerPatient duplicateDecision.consideredPatientIds[]':
    'counts where it was found, else is dropped',
  'patients.saveRegistrationDraft draftId': 'the caller names it; each practice has its own',
  'scheduling.putAppointmentType appointmentTypeId': 'as above',
  'scheduling.putClosure closureId': 'as above',
  'scheduling.putTimeOff timeOffId': 'as above',
  'scheduling.releaseHold holdId': 'gives back an own hold only, and says whether there was one',
  'scheduling.transitionAppointment step.gates[].evidence': 'a text for people',
};

describe('a command with an id of the other practice in one place', () => {
  let lived: LivedWorld;
  let twins: Twins;
  const foreign = new ForeignIds(process.env.ASSURE ? Infinity : 2);
  beforeAll(async () => {
    lived = await startLivedWorld({
      checkPermissions: true,
      dress: definition => foreign.prepared(definition),
      async prepare({ test }) {
        twins = await Twins.of(test);
        for (const runtime of test.system.runtimes.values()) foreign.standBefore(runtime, twins);
      },
    });
    await liveOn(lived.world.test);
  }, 600_000);
  afterAll(() => lived.stop());

  const isRefused = (answer: Answer) =>
    answer !== 'accepted' && (answer.status === 404 || answer.status === 422);
  const said = (answers: readonly Answer[]) =>
    [...new Set(answers.map(answer => (answer === 'accepted' ? answer : answer.code)))].join();

  it('SEC-02 G3 is refused as if the record did not exist, and never by accident', () => {
    const wrong = [...foreign.answers]
      .filter(([place]) => !READS.has(place.split(' ')[0] ?? '') && !NO_REFERENCE[place])
      .filter(([, answers]) => !answers.some(isRefused) || answers.includes('accepted'));
    expect(wrong.map(([place, answers]) => `${place}: ${said(answers)}`)).toEqual([]);
    const broken = [...foreign.answers].filter(([, answers]) =>
      answers.some(answer => answer !== 'accepted' && answer.status >= 500),
    );
    expect(broken.map(([place]) => place)).toEqual([]);
  });

  it('SEC-02 G3 was tried at every place of every command where an id may stand', () => {
    const places = openOperations
      .filter(({ operation, name }) => operation.method !== 'GET' && !READS.has(name))
      .flatMap(({ name, operation }) => idPlaces(operation).map(place => `${name} ${place}`));
    expect(places.filter(place => !foreign.answers.has(place))).toEqual([]);
    expect(places.length).toBeGreaterThan(100);
  });

  it('SEC-02 G3 leaves no row of the caller that names a record of the other practice', async () => {
    expect(await twins.namedInFirstPractice()).toEqual([]);
  });
});
