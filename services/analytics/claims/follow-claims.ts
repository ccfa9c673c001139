import { ClaimCreated, ClaimSubmitted } from '@spark-den/contracts/billing/events';
import { instant } from '@spark-den/kernel';
import { on, type Subscription } from '@spark-den/service-kit';
import type { AnalyticsContext } from '../context.ts';
import type { AnalyticsDatabase } from '../database.ts';
import { markSubmitted, saveClaim } from './claim-repository.ts';

const CONSUMER = 'analytics.claims';

/** Keeps whether a claim was clean when it was made, and when it first went out. */
export const followClaims: readonly Subscription<AnalyticsDatabase>[] = [
  on(ClaimCreated, CONSUMER, (context: AnalyticsContext, { payload, occurredAt }) =>
    saveClaim(context, {
      claimId: payload.claimId,
      patientId: payload.patientId,
      payerId: payload.payerId,
      clean: payload.clean,
      totalCents: payload.totalCents,
      createdAt: instant(occurredAt),
    }),
  ),
  on(ClaimSubmitted, CONSUMER, (context: AnalyticsContext, { payload, occurredAt }) =>
    markSubmitted(context, payload.claimId, instant(occurredAt)),
  ),
];
