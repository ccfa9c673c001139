import { identityContract } from '@spark-den/contracts/identity/operations';
import { toEpochMs } from '@spark-den/kernel';
import { fail, type Context, type Ports } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { verifiedOwnAccount } from '../passwords/change-password.ts';
import { findPolicy } from '../policy/policy-repository.ts';
import { changeAccount, lockAccount } from '../users/account-repository.ts';
import { createTotpSecret, matchTotp, totpUri } from './totp.ts';

type Ctx = Context<IdentityDatabase>;

/** Stores a secret that counts only after a first code; starting again replaces it. */
export const startSecondFactor = (ports: Ports) => async (context: Ctx, input: { password: string }) => {
  const account = await verifiedOwnAccount(context, input.password);
  if (account.totpConfirmedAt !== null) throw fail(identityContract, 'identity.second_factor_exists');
  const secret = createTotpSecret();
  const totpSecret = await ports.cipher.encrypt(context.practiceId, secret);
  await changeAccount(context.db, account.id, undefined, { totpSecret, totpLastStep: null });
  context.audit({ entityType: 'user', entityId: account.id });
  return { secret, uri: totpUri(secret, account.email) };
};

export const confirmSecondFactor = (ports: Ports) => async (context: Ctx, input: { code: string }) => {
  const now = ports.systemClock.now();
  const account = await lockAccount(context.db, context.principal.id);
  if (!account?.totpSecret || account.totpConfirmedAt !== null)
    throw fail(identityContract, 'identity.code_wrong');
  const secret = await ports.cipher.decrypt(context.practiceId, account.totpSecret);
  const step = matchTotp(secret, input.code, toEpochMs(now), account.totpLastStep);
  if (step === undefined) throw fail(identityContract, 'identity.code_wrong');
  await changeAccount(context.db, account.id, undefined, { totpConfirmedAt: now, totpLastStep: step });
  context.audit({ entityType: 'user', entityId: account.id });
  return {};
};

export const removeSecondFactor =
  (ports: Ports) => async (context: Ctx, input: { password: string; code: string }) => {
    const policy = await findPolicy(context.db);
    if (policy?.secondFactor !== 'optional') throw fail(identityContract, 'identity.second_factor_required');
    const account = await verifiedOwnAccount(context, input.password);
    const secret = account.totpSecret && (await ports.cipher.decrypt(context.practiceId, account.totpSecret));
    const now = toEpochMs(ports.systemClock.now());
    if (!secret || matchTotp(secret, input.code, now, account.totpLastStep) === undefined) {
      throw fail(identityContract, 'identity.code_wrong');
    }
    await changeAccount(context.db, account.id, undefined, {
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
    });
    context.audit({ entityType: 'user', entityId: account.id });
    return {};
  };
