import { auditContract } from '@spark-den/contracts/audit/operations';
import { AUDIT_SORT_KEYS } from '@spark-den/contracts/audit/types';
import { OTHER_PRACTICE_ID, person, startTestSystem, type TestSystem } from '@spark-den/testkit';
import { auditService } from '../service.ts';
import { sampleEvent } from '../testing.ts';

describe('searching the audit log', () => {
  let test: TestSystem;
  const ACTIONS = ['patient.viewed', 'claim.viewed', 'patient.changed'];
  const events = Array.from({ length: 40 }, (_, number) =>
    sampleEvent(number, {
      action: ACTIONS[number % 3] ?? '',
      service: ['patients', 'billing'][number % 2] ?? '',
      outcome: number % 7 === 0 ? 'denied' : 'success',
    }),
  );
  const ours = events.filter(event => event.practiceId !== OTHER_PRACTICE_ID);
  const [first] = ours;
  if (!first) throw new Error('no event');

  beforeAll(async () => {
    test = await startTestSystem({ services: [auditService] });
    await test.as(auditContract).ingest({ events });
  });
  afterAll(() => test.stop());

  const administrator = () => test.as(auditContract, person('practice-administrator', [auditContract]));
  const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();

  it('NAV-32 finds what was done to a patient and what a user did, of the own practice alone', async () => {
    const { patientId, actorId } = first;
    const limit = 200;
    const ofPatient = await administrator().searchEvents({ patientId: patientId ?? '', limit });
    expect(idsOf(ofPatient.items)).toEqual(idsOf(ours.filter(event => event.patientId === patientId)));
    const ofUser = await administrator().searchEvents({ actorId, limit });
    expect(idsOf(ofUser.items)).toEqual(idsOf(ours.filter(event => event.actorId === actorId)));
    const from = first.occurredAt;
    const to = ours[5]?.occurredAt;
    const within = await administrator().searchEvents({ from, to, limit });
    expect(idsOf(within.items)).toEqual(idsOf(ours.slice(0, 5)));
  });

  it('NAV-32 sorts by every column, and pages without a gap or a repeat', async () => {
    for (const sort of AUDIT_SORT_KEYS) {
      const whole = await administrator().searchEvents({ sort, direction: 'asc', limit: 200 });
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await administrator().searchEvents({ sort, direction: 'asc', limit: 7, cursor });
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole.items.map(({ id }) => id));
      expect(paged).toHaveLength(ours.length);
      const values = whole.items.map(event => String(event[sort] ?? ''));
      expect(values).toEqual([...values].sort());
    }
  });
});
