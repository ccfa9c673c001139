import { identityContract } from '@spark-den/contracts/identity/operations';
import { type listUsers as listUsersOperation } from '@spark-den/contracts/identity/user-operations';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { fail, type Context, type Ports } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { activeHolders, findAccount, listAccounts } from './account-repository.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { asUser } from './user.ts';

export const listUsers =
  (ports: Ports) =>
  async (context: Context<IdentityDatabase>, input: ParsedInputOf<typeof listUsersOperation>) => {
    const now = ports.systemClock.now();
    const accounts = await listAccounts(context.db, {
      status: input.status,
      role: input.role,
      now,
      after: readCursor(input.cursor),
      limit: input.limit + 1,
    });
    const page = accounts.slice(0, input.limit);
    const last = page.at(-1);
    return {
      items: page.map(account => asUser(account, now)),
      nextCursor: accounts.length > input.limit && last ? writeCursor(last) : null,
    };
  };

export const getUser =
  (ports: Ports) => async (context: Context<IdentityDatabase>, input: { userId: string }) => {
    const account = await findAccount(context.db, input.userId);
    if (!account) throw fail(identityContract, 'identity.user_not_found', { userId: input.userId });
    return asUser(account, ports.systemClock.now());
  };

export const listColleagues = async (
  context: Context<IdentityDatabase>,
  { permission }: { permission: string },
) => ({
  items: (await activeHolders(context.db, permission)).map(({ id, displayName }) => ({
    userId: id,
    displayName,
  })),
});

export const resolveUser = async (context: Context<IdentityDatabase>, { userId }: { userId: string }) => {
  const account = await findAccount(context.db, userId);
  if (!account) throw fail(identityContract, 'identity.user_not_found', { userId });
  return { userId, displayName: account.displayName };
};
