import { billingContract } from '@spark-den/contracts/billing/operations';
import { ROLE_KEYS } from '@spark-den/contracts/operation';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { AppError, HOUR_MS, instant, plusMs } from '@spark-den/kernel';
import { demoIds } from '@spark-den/practice-simulator/demo-practice';
import { CONTRACTS } from '@spark-den/server/registry';
import type { Principal } from '@spark-den/service-kit';
import { person, PRACTICE_ID, type TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { remittanceFile } from '../../services/billing/testing/remittance-file.ts';
import { openOperations, sampleWithEveryId, type Described } from './operations.ts';

/** Where the record is that a field names, when the field is not called after it. */
const TABLES: Readonly<Record<string, string>> = {
  appointmentId: 'scheduling.appointment',
  appointmentTypeIds: 'scheduling.appointment_type',
  chargeIds: 'billing.charge',
  chargeLineIds: 'billing.charge_line',
  claimIds: 'billing.claim',
  consideredPatientIds: 'patients.patient',
  encounterId: 'clinical.encounter',
  draftId: 'patients.registration_draft',
  entryId: 'scheduling.time_off',
  excludePatientId: 'patients.patient',
  fileId: 'integration.interchange_file',
  guarantorId: 'patients.patient',
  itemId: 'billing.claim_payment',
  lineId: 'billing.claim_line',
  locationId: 'administration.location',
  locationIds: 'administration.location',
  mergeId: 'patients.patient_merge',
  mergedPatientId: 'patients.patient',
  movingAppointmentId: 'scheduling.appointment',
  ownerId: 'identity.account',
  patientId: 'patients.patient',
  patientIds: 'patients.patient',
  payerId: 'administration.payer',
  planId: 'administration.plan',
  providerId: 'administration.provider',
  providerIds: 'administration.provider',
  resourceId: 'scheduling.resource',
  reviewId: 'billing.charge_review',
  roomId: 'administration.room',
  toPatientId: 'patients.patient',
  userId: 'identity.account',
};

/** Someone of the first practice who may do everything. */
export const everyone: Principal = {
  ...person('practice-administrator', CONTRACTS),
  roles: [...ROLE_KEYS],
  permissions: new Set(CONTRACTS.flatMap(contract => Object.keys(contract.permissions))),
};

/** What a person does on other days than the demo's: each command with every id that it takes. */
export async function liveOn(test: TestSystem): Promise<void> {
  await book(test);
  await settle(test, await register(test));
  await commandEverything(test);
}

async function book(test: TestSystem): Promise<void> {
  const scheduling = test.as(schedulingContract, everyone);
  const wish = { appointmentTypeId: demoIds.appointmentType(2), providerId: demoIds.provider(1) };
  const { items } = await scheduling.findSlots({
    appointmentTypeId: wish.appointmentTypeId,
    providerIds: [wish.providerId],
    from: '2026-04-06',
    to: '2026-04-06',
    limit: 5,
  });
  const [slot, later] = [items[0], items.at(-1)];
  if (!slot?.roomId || !later) throw new Error('the sixth of April has free times with a room');
  const place = { ...wish, locationId: slot.locationId, roomId: slot.roomId };
  await scheduling.holdSlot({ ...place, start: later.start });
  const asException = { exceptionReason: 'Both are wanted', acceptPatientOverlap: true };
  const { appointmentId, version } = await scheduling.bookAppointment({
    ...place,
    start: slot.start,
    patientId: await firstOf(test, 'patients.patient'),
    participants: [{ providerId: demoIds.provider(2), offsetMinutes: 0, durationMinutes: 10 }],
    ...asException,
  });
  test.clock.set(plusMs(slot.start, -HOUR_MS));
  const { providerId, locationId, roomId } = place;
  const moved = await scheduling.moveAppointment(
    { appointmentId, start: slot.start, providerId, locationId, roomId, ...asException },
    { version },
  );
  const { version: arrived } = await scheduling.transitionAppointment(
    { appointmentId, step: { action: 'arrive' } },
    { version: moved.version },
  );
  const gates = (['identity', 'coverage', 'consent', 'copay'] as const).map(gate => ({
    gate,
    outcome: 'overridden' as const,
    reason: 'Only a test',
  }));
  const { version: checkedIn } = await scheduling.transitionAppointment(
    { appointmentId, step: { action: 'check-in', gates } },
    { version: arrived },
  );
  const step = { action: 'room' as const, roomId: slot.roomId };
  await scheduling.transitionAppointment({ appointmentId, step }, { version: checkedIn });
  const timeOffId = randomUUID();
  const [start, end] = [instant('2026-04-08T13:00:00Z'), instant('2026-04-08T14:00:00Z')];
  const closureId = randomUUID();
  const closure = { closureId, locationId: demoIds.location(1), date: '2026-04-09', start: null, end: null };
  // twice: the second time the id is known, and so the other practice can have it
  for (const reason of ['Away', 'Away for long']) {
    await scheduling.putTimeOff({ timeOffId, resourceId: demoIds.provider(1), start, end, reason });
    await scheduling.putClosure({ ...closure, reason });
  }
  await scheduling.removeScheduleEntry({ entryId: timeOffId });
}

/** @returns somebody who owes nothing */
async function register(test: TestSystem): Promise<string> {
  const patients = test.as(patientsContract, everyone);
  const draftId = randomUUID();
  for (const basedOnVersion of [0, 1]) {
    await patients.saveRegistrationDraft({ draftId, step: 'identity', data: {}, basedOnVersion });
  }
  const { patientId } = await patients.registerPatient({
    draftId,
    demographics: {
      name: { given: 'Ottoline', family: 'Varga' },
      birthDate: '1961-02-03',
      sex: 'female',
      address: { line1: '7 Pine Row', city: 'Evanston', state: 'IL', postalCode: '60201' },
    },
  });
  await patients.addCoverage({
    patientId,
    coverage: {
      payerId: demoIds.payer(1),
      planId: demoIds.plan(1),
      memberId: 'W00100099',
      relationship: 'self',
      rank: 1,
      orderBasis: 'as-told-by-patient',
      validFrom: '2026-01-01',
    },
  });
  const billing = test.as(billingContract, everyone);
  const line = { code: '99213', modifiers: [], units: 1, diagnosisPointers: [1] };
  const charge = await billing.draftCharge({
    patientId,
    providerId: demoIds.provider(1),
    locationId: demoIds.location(1),
    dateOfService: '2026-03-10',
    diagnoses: ['I10'],
    lines: [line],
    appointmentId: await firstOf(test, 'scheduling.appointment'),
  });
  await billing.updateCharge(
    { chargeId: charge.chargeId, diagnoses: ['I10'], lines: [{ ...line, units: 2 }] },
    { version: charge.version },
  );
  // the encounter has a charge already: what is tried before that is found counts
  await billing
    .draftCharge({
      patientId,
      providerId: demoIds.provider(1),
      locationId: demoIds.location(1),
      dateOfService: '2026-03-10',
      diagnoses: ['I10'],
      lines: [line],
      encounterId: await firstOf(test, 'clinical.encounter'),
    })
    .catch(expectRefusal);
  return patientId;
}

async function settle(test: TestSystem, patientId: string): Promise<void> {
  const billing = test.as(billingContract, everyone);
  const toPatientId = await firstOf(test, 'patients.patient');
  const deposit = { patientId, tender: 'cash' as const, purpose: 'deposit' as const, amountCents: 50_00 };
  const { receiptId } = await billing.collectPayment(deposit);
  await billing.transferCredit({ receiptId, toPatientId, amountCents: 1_00, note: 'For the child' });
  const { refundId } = await billing.requestRefund({ receiptId, amountCents: 10_00, note: 'Paid twice' });
  await billing.decideRefund({ refundId, approve: true }).catch(expectRefusal);
  const chargeLineId = await firstOf(test, 'billing.open_balance', 'charge_line_id', 'amount_cents > 0');
  await billing
    .writeOffBalance({ chargeLineId, holder: 'patient', reason: 'bad_debt', amountCents: 1, note: 'Gone' })
    .then(({ writeOffId }) => billing.decideWriteOff({ writeOffId, approve: true }))
    .catch(expectRefusal);
  const claims = [{ pcn: 'NOBODY1', lines: [{ charge: 100_00 }] }];
  const base64 = Buffer.from(remittanceFile([{ trace: 'BEYOND1', claims }])).toString('base64');
  await billing.importRemittance({ fileName: 'unknown.835', base64 });
  const itemId = await firstOf(test, 'billing.claim_payment', 'id', "state = 'unmatched'");
  const claimId = await firstOf(test, 'billing.claim');
  await billing.matchUnmatchedItem({ itemId, claimId }).catch(expectRefusal);
  const decided = await firstOf(
    test,
    'billing.claim',
    'id',
    "status in ('paid', 'partially-paid', 'denied')",
  );
  const { version } = await billing.getClaim({ claimId: decided });
  await billing.assignClaim({ claimId: decided, ownerId: everyone.id, nextActionOn: null }, { version });
  const denialId = await firstOf(test, 'billing.denial');
  await test.withRoot('business', client =>
    client.query("update billing.denial set state = 'open' where id = $1", [denialId]),
  );
  const denial = await billing.getDenial({ denialId });
  await billing.updateDenial({ denialId, ownerId: everyone.id }, { version: denial.version });
}

/** A command whose own turn does not matter here: the rules may refuse it after its ids were looked at. */
function expectRefusal(error: unknown): void {
  if (!(error instanceof AppError) || error.kind === 'internal') throw error;
}

/** Gives every other command once: a sample, with ids of records that are there. Path ids are looked at first of all. */
async function commandEverything(test: TestSystem): Promise<void> {
  const commands = openOperations.filter(({ operation }) => operation.method !== 'GET');
  for (const described of commands) {
    const ids = new Map<string, string>();
    for (const name of fieldsOf(described)) ids.set(name, await recordFor(test, described, name));
    const idOf = (name: string) => ids.get(name) ?? randomUUID();
    await test.dispatch(
      described.contract.name,
      {
        operation: described.operation.name,
        input: sampleWithEveryId(described.operation, idOf),
        idempotencyKey: randomUUID(),
        ifMatch: '"1"',
      },
      everyone,
    );
  }
}

function fieldsOf({ operation }: Described): Set<string> {
  const names = new Set<string>();
  sampleWithEveryId(operation, name => {
    names.add(name);
    return randomUUID();
  });
  return names;
}

async function recordFor(test: TestSystem, { contract }: Described, name: string): Promise<string> {
  const noun = name.replace(/Ids?$/, '').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
  const [schema = '', table = ''] = (TABLES[name] ?? `${contract.name}.${noun}`).split('.');
  const owner = CONTRACTS.find(({ name: service }) => service === schema);
  if (!owner) throw new Error(`no service is called ${schema}`);
  return test.withRoot(owner.database, async client => {
    const { rows: there } = await client.query('select to_regclass($1) is not null as there', [
      `${schema}.${table}`,
    ]);
    if (!(there[0] as { there: boolean }).there) return randomUUID();
    const { rows } = await client.query<{ id: string }>(
      // every command is given for version 1: a record that has changed would be refused before its ids are looked at
      `select id from ${schema}.${table} t where practice_id = $1
       order by (to_jsonb(t) ->> 'version')::int nulls first, id limit 1`,
      [PRACTICE_ID],
    );
    return rows[0]?.id ?? randomUUID();
  });
}

/** An id out of a table of the first practice. */
async function firstOf(test: TestSystem, table: string, column = 'id', which = 'true'): Promise<string> {
  const owner = CONTRACTS.find(({ name }) => name === table.split('.')[0]);
  if (!owner) throw new Error(`no service keeps ${table}`);
  const ids = await test.withRoot(owner.database, async client => {
    const { rows } = await client.query<{ id: string }>(
      `select ${column} as id from ${table} where practice_id = $1 and ${which} order by 1 limit 1`,
      [PRACTICE_ID],
    );
    return rows.map(row => row.id);
  });
  if (!ids[0]) throw new Error(`${table} has no row where ${which}`);
  return ids[0];
}
