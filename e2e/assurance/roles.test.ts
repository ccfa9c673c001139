import type { RoleKey } from '@spark-den/contracts/operation';
import { loadServices } from '@spark-den/server/registry';
import { z } from 'zod';
import { EdgeWorld } from './edge-world.ts';
import { openOperations, type Described } from './operations.ts';
import { PeopleOfEachRole } from './people.ts';

/**
 * What the specification says of each role, in operations of its own choice: the permission table is not looked at,
 * so a grant that lands with the wrong role is seen here, where the matrix of the table would agree with it.
 */
interface Duties {
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
}

/** Whoever moves, asks for or approves money. */
const MONEY = [
  'billing.postCharge',
  'billing.importRemittance',
  'billing.decideRemittance',
  'billing.matchUnmatchedItem',
  'billing.collectPayment',
  'billing.applyReceipt',
  'billing.voidReceipt',
  'billing.transferCredit',
  'billing.transferResponsibility',
  'billing.writeOffBalance',
  'billing.requestRefund',
];
const APPROVALS = ['billing.decideRefund', 'billing.decideWriteOff'];
const ACCESS = [
  'identity.createUser',
  'identity.assignRoles',
  'identity.changeRole',
  'identity.changePolicy',
];
const CLINICAL = [
  'clinical.listVisits',
  'clinical.getEncounter',
  'clinical.listPatientEncounters',
  'clinical.openEncounter',
  'clinical.recordEncounter',
  'clinical.signEncounter',
  'clinical.amendEncounter',
];
const LEDGER = openOperations
  .filter(({ operation }) => operation.permission.startsWith('billing.ledger.'))
  .map(({ name }) => name);

const ADMINISTRATOR: Duties = {
  may: [
    ...ACCESS,
    'identity.disableUser',
    'identity.revokeSession',
    'scheduling.putAppointmentType',
    'audit.searchEvents',
  ],
  mayNot: [...MONEY, ...APPROVALS, ...CLINICAL],
};
const MANAGER: Duties = {
  may: [
    ...APPROVALS,
    'analytics.getDashboard',
    'billing.getTrialBalance',
    'billing.listDenials',
    'scheduling.putAvailabilityTemplate',
    'scheduling.putTimeOff',
    'scheduling.bookAppointment',
  ],
  mayNot: [...MONEY, ...ACCESS, ...CLINICAL],
};
const BILLING: Duties = {
  may: [
    ...MONEY,
    'billing.createClaimBatch',
    'billing.correctClaim',
    'billing.updateDenial',
    'billing.issueStatement',
  ],
  mayNot: [...APPROVALS, ...ACCESS, ...CLINICAL, 'scheduling.bookAppointment', 'scheduling.putClosure'],
};
const FRONT_DESK: Duties = {
  may: [
    'scheduling.bookAppointment',
    'scheduling.moveAppointment',
    'scheduling.transitionAppointment',
    'patients.registerPatient',
    'patients.addCoverage',
    'patients.checkEligibility',
    'billing.collectCopay',
    'billing.getPatientBalance',
  ],
  mayNot: [
    'billing.writeOffBalance',
    'billing.requestRefund',
    'billing.listDenials',
    'billing.getDenial',
    'billing.updateDenial',
    'billing.getClaim',
    'billing.postCharge',
    'patients.revealSsn',
    'scheduling.putAvailabilityTemplate',
    ...APPROVALS,
    ...ACCESS,
    ...CLINICAL,
    ...LEDGER,
  ],
};
const COUNSELOR: Duties = {
  may: [
    'billing.getPatientAccount',
    'billing.explainBalance',
    'billing.issueStatement',
    'billing.collectPayment',
    'billing.writeOffBalance',
    'billing.requestRefund',
    'patients.checkEligibility',
  ],
  mayNot: [
    ...APPROVALS,
    ...ACCESS,
    ...CLINICAL,
    'identity.listUsers',
    'billing.importRemittance',
    'billing.postCharge',
  ],
};
const ANALYST: Duties = {
  may: [
    'analytics.getDashboard',
    'analytics.listMetricRows',
    'billing.getTrialBalance',
    'administration.listFeeSchedules',
  ],
  mayNot: [...MONEY, ...APPROVALS, ...ACCESS, ...CLINICAL],
};
const PHYSICIAN: Duties = {
  may: [...CLINICAL, 'patients.getPatient'],
  mayNot: [...LEDGER, ...MONEY, ...APPROVALS, ...ACCESS, 'billing.getPatientBalance', 'billing.getClaim'],
};

/** Fields that tell who a patient is. A file may tell it too. */
const NAMES_A_PATIENT = [
  'patientName',
  'family',
  'birthDate',
  'memberId',
  'primaryMemberId',
  'ssn',
  'ssnLast4',
];

function namesPatients({ operation }: Described): boolean {
  const text = JSON.stringify(z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' }));
  return operation.binary || NAMES_A_PATIENT.some(field => text.includes(`"${field}"`));
}

describe('roles', () => {
  let world: EdgeWorld;
  let people: PeopleOfEachRole;
  beforeAll(async () => {
    world = await EdgeWorld.start({ services: await loadServices(), limits: 'none' });
    people = await PeopleOfEachRole.signIn(world);
  }, 300_000);
  afterAll(() => world.stop());

  function described(name: string): Described {
    const found = openOperations.find(operation => operation.name === name);
    if (!found) throw new Error(`there is no open operation ${name}`);
    return found;
  }

  async function expectDuties(role: RoleKey, { may, mayNot }: Duties): Promise<void> {
    const verdicts = async (names: readonly string[]) =>
      Promise.all(names.map(async name => [name, await people.ask(described(name), role)]));
    expect(await verdicts(may)).toEqual(may.map(name => [name, 'allowed']));
    expect(await verdicts(mayNot)).toEqual(mayNot.map(name => [name, 'forbidden']));
  }

  it('ROLE-07 (narrow: no step-up) a practice administrator governs access and settings, and neither posts nor approves money', () =>
    expectDuties('practice-administrator', ADMINISTRATOR));

  it('ROLE-08 (narrow: approvals have no upper limit) a practice manager sees to schedules and approves, and moves no money', () =>
    expectDuties('practice-manager', MANAGER));

  it('ROLE-09 (narrow: no month close) a billing manager claims, posts and writes off, and approves nothing', () =>
    expectDuties('billing-manager', BILLING));

  it('ROLE-10 (narrow: charts of every location) the front desk books, registers and takes copays, and sees no denial or ledger', () =>
    expectDuties('front-desk-coordinator', FRONT_DESK));

  it('ROLE-11 (narrow: no estimates, plans or charity) a financial counselor works accounts, and sees no staff and nothing clinical', () =>
    expectDuties('financial-counselor', COUNSELOR));

  it('ROLE-12 (narrow: no identified export) a business analyst sees figures, and nothing that names a patient', async () => {
    await expectDuties('business-analyst', ANALYST);
    const naming = openOperations.filter(namesPatients).map(({ name }) => name);
    expect(naming).toEqual(
      expect.arrayContaining(['patients.getPatient', 'billing.getClaim', 'billing.getReceiptPdf']),
    );
    await expectDuties('business-analyst', { may: [], mayNot: naming });
  });

  it('ROLE-01 (narrow: encounters, no chart) a physician sees and signs, and has no ledger', () =>
    expectDuties('physician', PHYSICIAN));
});
