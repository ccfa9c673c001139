import { identityContract } from '@spark-den/contracts/identity/operations';
import { type installUsers as installUsersOperation } from '@spark-den/contracts/identity/internal-operations';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { fail, violates, type Context, type Ports } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { insertPractice } from '../policy/policy-repository.ts';
import type { PermissionCatalogue } from '../roles/catalogue.ts';
import { grantDefaults } from '../roles/role-repository.ts';
import { findAccount, insertAccount } from './account-repository.ts';
import { refuseDutyConflict } from './guards.ts';

/** Installs a practice: its policy, its roles with their default grants, its first users. Again changes nothing. */
export const installUsers =
  (ports: Ports, catalogue: () => PermissionCatalogue) =>
  async (context: Context<IdentityDatabase>, input: ParsedInputOf<typeof installUsersOperation>) => {
    const now = ports.systemClock.now();
    const { practiceId } = context;
    await insertPractice(context.db, {
      practiceId,
      name: input.practiceName,
      zone: input.zone,
      ...input.policy,
      installedAt: now,
    });
    await grantDefaults(context.db, practiceId, catalogue());
    let created = 0;
    for (const { password, ...user } of input.users) {
      if (await findAccount(context.db, user.id)) continue;
      await refuseDutyConflict(context, user.roles);
      const passwordHash = await hashPassword(password);
      try {
        await insertAccount(context.db, {
          ...user,
          practiceId,
          status: 'active',
          passwordHash,
          passwordChangedAt: now,
          mustChangePassword: false,
          createdAt: now,
        });
      } catch (error) {
        if (violates(error, 'account_email_key')) throw fail(identityContract, 'identity.email_taken');
        throw error;
      }
      created += 1;
    }
    context.audit({ entityType: 'practice', entityId: practiceId, detail: { created } });
    return { created, existing: input.users.length - created, installedAt: now };
  };
