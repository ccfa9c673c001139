import { gatewayContract } from '@spark-den/contracts/gateway/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { defineService } from '@spark-den/service-kit';
import type { GatewayDatabase } from './database.ts';
import { RATE_LIMITS, type RateLimits } from './edge/rate-limiter.ts';
import { edge, skipEncapsulation } from './http.ts';
import { issueContext, redeemContext } from './navigation/switch-portal.ts';

/** The gateway with other rate limits than the usual ones: for tests and measurements. */
export const gatewayWithLimits = (limits: RateLimits) =>
  defineService<GatewayDatabase>()({
    contract: gatewayContract,
    migrations: new URL('./migrations/', import.meta.url),
    uses: [identityContract],
    handlers: ports => ({ issueContext: issueContext(ports), redeemContext: redeemContext(ports) }),
    http: ports => skipEncapsulation(edge(ports, limits)),
  });

export const gatewayService = gatewayWithLimits(RATE_LIMITS);
