import type { Clock } from '@spark-den/kernel';
import type { Kysely } from 'kysely';
import type { AuditDatabase } from '../database.ts';
import type { AnchorFile } from './anchors.ts';
import { GENESIS, headHash, leafHash, merkleRoot } from './hashes.ts';
import { becomeSealer, insertSeal, newestSeal, sealsAfter, takeWaiting } from './seal-repository.ts';
import type { Signer } from './signer.ts';

const BATCH = 1_000;

export interface SealerParts {
  readonly db: Kysely<AuditDatabase>;
  readonly clock: Clock;
  readonly signer: () => Promise<Signer>;
  readonly anchors: AnchorFile;
}

/** Seals what waits, batch by batch. @returns how many events were sealed */
export async function sealAll(parts: SealerParts): Promise<number> {
  await anchorMissing(parts);
  let sealed = 0;
  for (;;) {
    const count = await sealBatch(parts);
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

/**
 * One batch: its events leave the queue, get the next positions, and a signed head that names the head before.
 * A crash after the commit loses the anchor only, which the next start writes.
 */
async function sealBatch({ db, clock, signer, anchors }: SealerParts): Promise<number> {
  const seal = await db.transaction().execute(async tx => {
    if (!(await becomeSealer(tx))) return undefined;
    const waiting = await takeWaiting(tx, BATCH);
    if (waiting.length === 0) return undefined;
    const before = await newestSeal(tx);
    const first = (before?.lastPosition ?? 0) + 1;
    const sealed = waiting.map((event, index) => ({
      position: first + index,
      eventId: event.id,
      leaf: leafHash(first + index, event),
    }));
    const key = await signer();
    const fields = {
      number: (before?.number ?? 0) + 1,
      firstPosition: first,
      lastPosition: first + waiting.length - 1,
      root: merkleRoot(sealed.map(({ leaf }) => leaf)),
      previousHead: before?.head ?? GENESIS,
      sealedAt: clock.now(),
      keyId: key.keyId,
    };
    const head = headHash(fields);
    await insertSeal(tx, { ...fields, head, signature: key.sign(head) }, sealed);
    return { ...fields, head, count: waiting.length };
  });
  if (!seal) return 0;
  anchors.append({ number: seal.number, lastPosition: seal.lastPosition, head: seal.head });
  return seal.count;
}

/** Anchors seals whose anchor a crash prevented. */
async function anchorMissing({ db, anchors }: SealerParts): Promise<void> {
  const last = anchors.read().at(-1)?.number ?? 0;
  for (const seal of await sealsAfter(db, last)) anchors.append(seal);
}
