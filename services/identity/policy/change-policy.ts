import { identityContract } from '@spark-den/contracts/identity/operations';
import type { SecurityPolicy } from '@spark-den/contracts/identity/types';
import { fail, type Context } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { findPolicy, storePolicy } from './policy-repository.ts';

type Ctx = Context<IdentityDatabase>;

export async function getPolicy(context: Ctx) {
  const policy = await findPolicy(context.db);
  if (!policy) throw new Error('a signed-in person has no practice');
  const { secondFactor, idleMinutes, absoluteHours, version } = policy;
  return { secondFactor, idleMinutes, absoluteHours, version };
}

/** Open sessions feel a shorter idle limit at once; the absolute limit holds from the next sign-in. */
export async function changePolicy(context: Ctx, input: SecurityPolicy) {
  const before = await getPolicy(context);
  if (!(await storePolicy(context.db, input, context.expectedVersion))) {
    throw fail(identityContract, 'identity.policy_changed');
  }
  context.audit({
    entityType: 'policy',
    entityId: context.practiceId,
    detail: { secondFactorBefore: before.secondFactor, secondFactor: input.secondFactor },
  });
  return getPolicy(context);
}
