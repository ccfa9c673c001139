import {
  gatewayContract,
  type issueContext as issueContextOperation,
} from '@spark-den/contracts/gateway/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { plusMs } from '@spark-den/kernel';
import { derivedSecret, fail, type Context, type Ports } from '@spark-den/service-kit';
import type { GatewayDatabase } from '../database.ts';
import { CONTEXT_LIFETIME_MS, readContext, signContext } from './context-token.ts';

type Ctx = Context<GatewayDatabase>;
const keyOf = (ports: Ports) => derivedSecret(ports.settings, 'context between portals');

export const issueContext =
  (ports: Ports) => async (context: Ctx, input: ParsedInputOf<typeof issueContextOperation>) => {
    const { portals } = await context.call(identityContract).getMe({});
    if (!portals.includes(input.target))
      throw fail(gatewayContract, 'gateway.portal_closed', { portal: input.target });
    const { token, expiresAt } = await signContext(
      { id: context.newId(), subject: context.principal.id, target: input.target, context: input.context },
      keyOf(ports),
      ports.systemClock.now(),
    );
    context.audit({ ...patientOf(input.context), detail: { target: input.target } });
    const { pmsUrl, clinicalUrl } = ports.settings;
    const url = `${input.target === 'pms' ? pmsUrl : clinicalUrl}/?ctx=${encodeURIComponent(token)}`;
    return { token, url, expiresAt };
  };

/** What was kept, once, for the person it was kept for. Reading the records is up to them: nothing is trusted. */
export const redeemContext = (ports: Ports) => async (context: Ctx, input: { token: string }) => {
  const now = ports.systemClock.now();
  const token = await readContext(input.token, keyOf(ports), now);
  if (token?.subject !== context.principal.id) throw fail(gatewayContract, 'gateway.context_invalid');
  const { practiceId } = context;
  await context.db.deleteFrom('redeemedContext').where('expiresAt', '<', now).execute();
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('redeemedContext')
    .values({ practiceId, tokenId: token.id, expiresAt: plusMs(now, CONTEXT_LIFETIME_MS * 2) })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw fail(gatewayContract, 'gateway.context_invalid');
  context.audit(patientOf(token.context));
  return token.context;
};

function patientOf({ patientId }: { readonly patientId?: string | null }) {
  return patientId ? { patientId } : {};
}
