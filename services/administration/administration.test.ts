import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { RoleKey } from '@spark-den/contracts/operation';
import {
  OTHER_PRACTICE_ID,
  person,
  PRACTICE_ID,
  startTestSystem,
  systemUser,
  type TestSystem,
} from '@spark-den/testkit';
import { localDate } from '@spark-den/kernel';
import { harborPoint, northfield } from '../../simulators/practice/src/demo-practice.ts';
import { administrationService } from './service.ts';

let test: TestSystem;
const as = (role: RoleKey, practiceId = PRACTICE_ID) =>
  test.as(administrationContract, person(role, [administrationContract], practiceId));
const service = (practiceId = PRACTICE_ID) => test.as(administrationContract, systemUser(practiceId));

beforeAll(async () => {
  test = await startTestSystem({ services: [administrationService] });
  await service().installPractice(harborPoint);
  await service(OTHER_PRACTICE_ID).installPractice(northfield);
}, 60_000);
afterAll(() => test.stop());

describe('installing a practice', () => {
  it('installs the whole document, and again without a change', async () => {
    const again = await service().installPractice(harborPoint);
    expect(again).toEqual({ practiceId: PRACTICE_ID, written: 0 });
  });

  it('updates what differs, and drops fee items that the document no longer names', async () => {
    const [standard, ...contracts] = harborPoint.feeSchedules;
    if (!standard) throw new Error('the demo has a charge schedule');
    const items = standard.items.slice(1);
    const changed = { ...harborPoint, feeSchedules: [{ ...standard, items }, ...contracts] };
    expect(await service().installPractice(changed)).toMatchObject({ written: 1 });
    const stored = await service().getFeeSchedule({ feeScheduleId: standard.id });
    expect(stored.items).toHaveLength(items.length);
    expect(await service().installPractice(harborPoint)).toMatchObject({ written: 1 });
  });

  it('refuses a document of another practice', async () => {
    await expect(service().installPractice(northfield)).rejects.toMatchObject({
      code: 'administration.practice_mismatch',
    });
  });

  it('refuses a document that names a record it does not hold', async () => {
    await expect(service().installPractice({ ...harborPoint, payers: [] })).rejects.toMatchObject({
      code: 'administration.dangling_reference',
    });
  });
});

describe('reading master data', () => {
  it('gives the practice with its clearinghouse and policies', async () => {
    const practice = await as('front-desk-coordinator').getPractice({});
    expect(practice).toMatchObject({
      name: 'Harbor Point Family Medicine',
      zone: 'America/Chicago',
      billingNpi: '1990000105',
      tradingPartner: { submitterId: 'HARBORPT', receiverId: 'BRIGHTCH' },
    });
  });

  it('lists by name, filters and pages', async () => {
    const rooms = await as('nurse').listRooms({ locationId: harborPoint.locations[0]?.id });
    expect(rooms.items.map(room => room.name)).toEqual(['Exam 1', 'Exam 2', 'Procedure']);
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await as('nurse').listRooms({ limit: 2, cursor });
      names.push(...page.items.map(room => room.name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(names).toEqual(['Exam 1', 'Exam 1', 'Exam 2', 'Exam 2', 'Procedure']);
    await expect(as('nurse').listRooms({ cursor: 'made-up' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('RCM-11 gives payers with the profile that billing goes by', async () => {
    const { items } = await as('billing-manager').listPayers({});
    expect(items.map(payer => [payer.ediId, payer.profile.acceptedFrequencies])).toEqual([
      ['CASMU01', ['1', '7', '8']],
      ['FEDPB02', ['1']],
      ['STMED03', ['1', '7', '8']],
    ]);
    for (const payer of items) {
      for (const deadline of payer.profile.deadlines) expect(deadline.source).not.toBe('');
    }
    await expect(service().getPayer({ payerId: PRACTICE_ID })).rejects.toMatchObject({
      code: 'administration.payer_not_found',
    });
  });

  it('RCM-04 (narrow: read-only schedules) gives the schedules in force on a date', async () => {
    const inForce = await service().getFeeSchedulesInForce({ on: localDate('2026-03-02') });
    expect(inForce.items.map(schedule => schedule.kind).sort()).toEqual([
      'charge',
      'contract',
      'contract',
      'contract',
    ]);
    expect((await service().getFeeSchedulesInForce({ on: localDate('2025-12-31') })).items).toEqual([]);
    const charges = inForce.items.find(schedule => schedule.kind === 'charge');
    expect(charges?.items.find(item => item.code === '99214')).toMatchObject({
      label: 'Established visit, moderate',
      amountCents: 24_000,
    });
  });

  it('keeps contract rates from those who do not need them', async () => {
    await expect(as('nurse').listFeeSchedules({})).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await as('billing-manager').listFeeSchedules({})).items).toHaveLength(4);
  });
});

describe('tenancy', () => {
  it('DB-01 (narrow: administration) a practice sees its own records only', async () => {
    const theirs = await as('practice-administrator', OTHER_PRACTICE_ID).listProviders({});
    expect(theirs.items.map(provider => provider.lastName)).toEqual(['Alvarado']);
    expect(
      (await as('practice-administrator').listProviders({})).items.map(provider => provider.lastName),
    ).toEqual(['Osei', 'Reyes']);
    expect((await as('practice-administrator', OTHER_PRACTICE_ID).listPayers({})).items).toEqual([]);
  });

  it('row-level security stands alone: the service role without a practice sees nothing', async () => {
    for (const table of ['practice', 'provider', 'payer', 'fee_item']) {
      const rows = await test.withRole('svc_administration', 'business', async client => {
        const result = await client.query(`select count(*)::int as n from administration.${table}`);
        return result.rows as { n: number }[];
      });
      expect(rows).toEqual([{ n: 0 }]);
    }
  });
});
