import { instant, type Clock } from '@spark-den/kernel';
import type { Kysely } from 'kysely';
import { createHash } from 'node:crypto';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { IdentityDatabase } from '../database.ts';

export interface AdapterParts {
  readonly db: Kysely<IdentityDatabase>;
  readonly clock: Clock;
  /** Called when all tokens of a grant are taken back: a sign-out, or a token that was used twice. */
  readonly onGrantRevoked: (providerUids: readonly string[]) => Promise<void>;
}

/** State of the OpenID protocol in PostgreSQL. A stolen copy of the table opens nothing: ids are stored as hashes. */
export class PostgresAdapter implements Adapter {
  readonly #kind: string;
  readonly #parts: AdapterParts;

  constructor(kind: string, parts: AdapterParts) {
    this.#kind = kind;
    this.#parts = parts;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { jti: _, ...rest } = payload;
    const expiresAt = instant(Date.parse(this.#parts.clock.now()) + (expiresIn ?? 86_400) * 1000);
    const row = {
      payload: JSON.stringify(rest),
      uidHash: payload.uid ? hashId(payload.uid) : null,
      grantId: payload.grantId ?? null,
      expiresAt,
    };
    await this.#parts.db
      .insertInto('oidcRecord')
      .values({ kind: this.#kind, idHash: hashId(id), ...row })
      .onConflict(conflict => conflict.columns(['kind', 'idHash']).doUpdateSet(row))
      .execute();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const row = await this.#live().where('idHash', '=', hashId(id)).executeTakeFirst();
    return row && asPayload(row, id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const row = await this.#live().where('uidHash', '=', hashId(uid)).executeTakeFirst();
    return row && asPayload(row, undefined);
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** Marks a code or token as used. Of two concurrent uses exactly one succeeds. */
  async consume(id: string): Promise<void> {
    const { numUpdatedRows } = await this.#parts.db
      .updateTable('oidcRecord')
      .set({ consumedAt: this.#parts.clock.now() })
      .where('kind', '=', this.#kind)
      .where('idHash', '=', hashId(id))
      .where('consumedAt', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new errors.InvalidGrant('already used');
  }

  async destroy(id: string): Promise<void> {
    await this.#parts.db
      .deleteFrom('oidcRecord')
      .where('kind', '=', this.#kind)
      .where('idHash', '=', hashId(id))
      .execute();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const removed = await this.#parts.db
      .deleteFrom('oidcRecord')
      .where('grantId', '=', grantId)
      .returning('payload')
      .execute();
    const uids = removed.map(row => row.payload.sessionUid).filter(uid => typeof uid === 'string');
    await this.#parts.onGrantRevoked([...new Set(uids)]);
  }

  #live() {
    return this.#parts.db
      .selectFrom('oidcRecord')
      .select(['payload', 'consumedAt'])
      .where('kind', '=', this.#kind)
      .where('expiresAt', '>', this.#parts.clock.now());
  }
}

/** Removes what has expired; codes and refresh tokens stay until then, so that a second use is noticed. */
export async function deleteExpiredRecords(db: Kysely<IdentityDatabase>, clock: Clock): Promise<void> {
  const now = clock.now();
  await db.deleteFrom('oidcRecord').where('expiresAt', '<', now).execute();
  await db.deleteFrom('signInStep').where('expiresAt', '<', now).execute();
  await db
    .deleteFrom('signInAttempt')
    .where('windowStart', '<', instant(Date.parse(now) - 3_600_000))
    .execute();
}

export function hashId(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

function asPayload(
  row: { payload: Record<string, unknown>; consumedAt: string | null },
  id: string | undefined,
): AdapterPayload {
  return {
    ...row.payload,
    ...(id === undefined ? {} : { jti: id }),
    ...(row.consumedAt ? { consumed: Math.floor(Date.parse(row.consumedAt) / 1000) } : {}),
  };
}
