import type { Verification } from '@spark-den/contracts/audit/types';
import type { Instant } from '@spark-den/kernel';
import type { Kysely } from 'kysely';
import type { AuditDatabase, SealTable } from '../database.ts';
import type { Anchor } from '../seal/anchors.ts';
import { loadPublicKeys } from '../seal/signer.ts';
import {
  checkAnchors,
  checkSeal,
  isFinding,
  START,
  type ChainState,
  type Finding,
  type SealedRow,
} from './verifier.ts';

type Db = Kysely<AuditDatabase>;
const SEALS_AT_ONCE = 200;

/** Reads the whole log, seal by seal, and proves it or names the first bad position. */
export function verifyStoredLog(db: Db, anchors: readonly Anchor[], now: Instant): Promise<Verification> {
  // One snapshot: events that arrive meanwhile are not half seen.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(tx => verifySnapshot(tx, anchors, now));
}

/** The same within a transaction of the caller. */
export async function verifySnapshot(
  db: Db,
  anchors: readonly Anchor[],
  now: Instant,
): Promise<Verification> {
  const { state, finding, heads } = await checkChain(db);
  const problem =
    finding ??
    checkAnchors(anchors, number => heads.get(number), state) ??
    (await findUnsealedStranger(db, state));
  return {
    ok: problem === undefined,
    checkedAt: now,
    events: state.nextPosition - 1,
    batches: state.nextNumber - 1,
    head: state.nextNumber === 1 ? null : state.head,
    finding: problem ?? null,
  };
}

type Heads = Map<number, { readonly head: string; readonly firstPosition: number }>;

async function checkChain(db: Db): Promise<{ state: ChainState; finding?: Finding; heads: Heads }> {
  const keys = await loadPublicKeys(db);
  const heads: Heads = new Map();
  let state: ChainState = START;
  for (;;) {
    const seals = await db
      .selectFrom('seal')
      .selectAll()
      .where('number', '>=', state.nextNumber)
      .orderBy('number')
      .limit(SEALS_AT_ONCE)
      .execute();
    for (const seal of seals) {
      const result = checkSeal(state, seal, await rowsOf(db, seal), keys);
      if (isFinding(result)) return { state, finding: result, heads };
      heads.set(seal.number, { head: seal.head, firstPosition: seal.firstPosition });
      state = result;
    }
    if (seals.length < SEALS_AT_ONCE) return { state, heads };
  }
}

async function rowsOf(db: Db, seal: SealTable): Promise<SealedRow[]> {
  const rows = await db
    .selectFrom('sealedEvent')
    .leftJoin('event', 'event.id', 'sealedEvent.eventId')
    .selectAll('event')
    .select(['sealedEvent.position', 'sealedEvent.leaf'])
    .where('position', '>=', seal.firstPosition)
    .where('position', '<=', seal.lastPosition)
    .orderBy('position')
    .execute();
  return rows.map(({ position, leaf, ...event }) => ({
    position,
    leaf,
    event: event.id === null ? undefined : (event as NonNullable<SealedRow['event']>),
  }));
}

/** What no seal covers must wait for one; anything else came in by another way. */
async function findUnsealedStranger(db: Db, end: ChainState): Promise<Finding | undefined> {
  const beyond = await db
    .selectFrom('sealedEvent')
    .select('position')
    .where('position', '>=', end.nextPosition)
    .orderBy('position')
    .executeTakeFirst();
  if (beyond) {
    return {
      position: beyond.position,
      problem: 'head_missing',
      explanation: `Position ${beyond.position} is sealed, yet its seal is gone.`,
    };
  }
  const stranger = await db
    .selectFrom('event')
    .leftJoin('sealedEvent', 'sealedEvent.eventId', 'event.id')
    .leftJoin('unsealed', 'unsealed.eventId', 'event.id')
    .select('event.id')
    .where('sealedEvent.position', 'is', null)
    .where('unsealed.arrival', 'is', null)
    .executeTakeFirst();
  return stranger
    ? {
        position: end.nextPosition,
        problem: 'event_added',
        explanation: 'An event is neither sealed nor waits for a seal: it was put in by another way.',
      }
    : undefined;
}
