import type { Instant } from '@spark-den/kernel';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { EndReason, IdentityDatabase, SessionTable } from '../database.ts';
import { whyInactive, type InactiveReason } from './session.ts';

type Db = Kysely<IdentityDatabase>;

export interface LiveSession extends Selectable<SessionTable> {
  readonly displayName: string;
  readonly email: string;
  readonly accountStatus: 'active' | 'disabled';
  readonly idleMinutes: number;
  readonly roles: string[];
  readonly permissions: string[];
}

/** The session with its person, as they are now. Row-level security or the sign-in's role decides what is visible. */
export async function findSession(
  db: Db,
  by: { readonly id: string } | { readonly providerUid: string },
): Promise<LiveSession | undefined> {
  const query = withPerson(db).select(
    sql<string[]>`array(select distinct permission from role_permission join account_role
      on account_role.practice_id = role_permission.practice_id and account_role.role = role_permission.role
      where account_role.account_id = session.account_id order by permission)`.as('permissions'),
  );
  return 'id' in by
    ? query.where('session.id', '=', by.id).executeTakeFirst()
    : query.where('session.providerUid', '=', by.providerUid).executeTakeFirst();
}

export async function findActiveSession(
  db: Db,
  by: { readonly id: string } | { readonly providerUid: string },
  now: Instant,
): Promise<LiveSession | undefined> {
  const session = await findSession(db, by);
  return session && whyInactive(session, now) === undefined ? session : undefined;
}

export function inactiveReason(
  session: LiveSession | undefined,
  now: Instant,
): InactiveReason | 'unknown' | undefined {
  return session ? whyInactive(session, now) : 'unknown';
}

export interface OpenSessionFilter {
  readonly now: Instant;
  readonly accountId?: string;
  readonly after?: string;
  readonly limit: number;
}

/** Sessions that still carry their person, newest first. */
export async function listOpenSessions(db: Db, filter: OpenSessionFilter) {
  let query = withPerson(db)
    .where('session.endedAt', 'is', null)
    .where('account.status', '=', 'active')
    .where('session.expiresAt', '>', filter.now)
    .where(
      sql<boolean>`session.last_activity_at + make_interval(mins => idle_minutes) > ${filter.now}::timestamptz`,
    )
    .orderBy('session.id', 'desc')
    .limit(filter.limit);
  if (filter.accountId) query = query.where('session.accountId', '=', filter.accountId);
  if (filter.after) query = query.where('session.id', '<', filter.after);
  return query.execute();
}

export type NewSession = Omit<Selectable<SessionTable>, 'endedAt' | 'endReason' | 'providerUid' | 'portals'>;

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({ ...session, amr: JSON.stringify(session.amr) })
    .execute();
}

/** Ties the session to the provider's one, which carries it to the portals. */
export async function linkProviderSession(db: Db, id: string, providerUid: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ providerUid })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}

export async function addPortal(db: Db, id: string, portal: string): Promise<void> {
  await sql`update session set portals = portals || to_jsonb(${portal}::text)
    where id = ${id} and not portals ? ${portal}`.execute(db);
}

/** Extends the idle limit, never past the end: an ended session stays ended. */
export async function touchSession(db: Db, id: string, now: Instant): Promise<void> {
  await db
    .updateTable('session')
    .set({ lastActivityAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}

export interface SessionEnd {
  readonly id?: string;
  readonly accountId?: string;
  /** A session that stays: the one of the person who asks. */
  readonly except?: string;
  readonly reason: EndReason;
  readonly now: Instant;
}

export async function endSessions(
  db: Db,
  end: SessionEnd,
): Promise<{ id: string; accountId: string; practiceId: string }[]> {
  let query = db
    .updateTable('session')
    .set({ endedAt: end.now, endReason: end.reason })
    .where('endedAt', 'is', null)
    .returning(['id', 'accountId', 'practiceId']);
  if (end.id) query = query.where('id', '=', end.id);
  if (end.accountId) query = query.where('accountId', '=', end.accountId);
  if (end.except) query = query.where('id', '<>', end.except);
  return query.execute();
}

function withPerson(db: Db) {
  return db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .innerJoin('practice', 'practice.practiceId', 'session.practiceId')
    .selectAll('session')
    .select([
      'account.displayName',
      'account.email',
      'account.status as accountStatus',
      'practice.idleMinutes',
    ])
    .select(
      sql<
        string[]
      >`array(select role from account_role where account_id = session.account_id order by role)`.as('roles'),
    );
}
