import type { Insertable, Selectable, Transaction } from 'kysely';
import type { DuplicatePairTable, PatientsDatabase } from '../database.ts';

type Db = Transaction<PatientsDatabase>;
export type PairRow = Selectable<DuplicatePairTable>;

/** Replaces the open pairs of a patient. */
export async function replacePairs(
  db: Db,
  patientId: string,
  pairs: readonly Insertable<DuplicatePairTable>[],
): Promise<void> {
  await db
    .deleteFrom('duplicatePair')
    .where(where => where.or([where('lowId', '=', patientId), where('highId', '=', patientId)]))
    .where('dismissedAt', 'is', null)
    .execute();
  if (pairs.length === 0) return;
  await db
    .insertInto('duplicatePair')
    .values([...pairs])
    .onConflict(conflict => conflict.columns(['practiceId', 'lowId', 'highId']).doNothing())
    .execute();
}

/** A merge decides the pair. */
export async function closePair(db: Db, a: string, b: string): Promise<void> {
  const [lowId = '', highId = ''] = [a, b].sort();
  await db.deleteFrom('duplicatePair').where('lowId', '=', lowId).where('highId', '=', highId).execute();
}

/** Open pairs, likeliest first; records that were merged meanwhile are not shown. */
export async function openPairs(
  db: Db,
  options: { after?: { score: number; lowId: string; highId: string }; limit: number; restricted: boolean },
): Promise<PairRow[]> {
  let query = db
    .selectFrom('duplicatePair')
    .selectAll('duplicatePair')
    .innerJoin('patient as low', 'low.id', 'duplicatePair.lowId')
    .innerJoin('patient as high', 'high.id', 'duplicatePair.highId')
    .where('dismissedAt', 'is', null)
    .where(where =>
      where.not(
        where.exists(
          where
            .selectFrom('patientMerge')
            .select('patientMerge.id')
            .where('unmergedAt', 'is', null)
            .where(merge =>
              merge.or([
                merge('mergedId', '=', merge.ref('duplicatePair.lowId')),
                merge('mergedId', '=', merge.ref('duplicatePair.highId')),
              ]),
            ),
        ),
      ),
    )
    .orderBy('score', 'desc')
    .orderBy('lowId')
    .orderBy('highId')
    .limit(options.limit + 1);
  if (!options.restricted)
    query = query.where('low.restricted', '=', false).where('high.restricted', '=', false);
  const { after } = options;
  if (after) {
    query = query.where(where =>
      where.or([
        where('score', '<', after.score),
        where.and([where('score', '=', after.score), where('lowId', '>', after.lowId)]),
        where.and([
          where('score', '=', after.score),
          where('lowId', '=', after.lowId),
          where('highId', '>', after.highId),
        ]),
      ]),
    );
  }
  return query.execute();
}

export async function dismissPair(
  db: Db,
  row: Insertable<DuplicatePairTable> & Pick<PairRow, 'dismissedAt' | 'dismissedBy' | 'dismissReason'>,
): Promise<void> {
  const { dismissedAt, dismissedBy, dismissReason } = row;
  await db
    .insertInto('duplicatePair')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['practiceId', 'lowId', 'highId'])
        .doUpdateSet({ dismissedAt, dismissedBy, dismissReason }),
    )
    .execute();
}
