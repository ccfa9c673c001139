import type { RateClass } from '@spark-den/contracts/operation';
import { AppError } from '@spark-den/kernel';
import type { FastifyReply } from 'fastify';
import type { RateLimiter } from './rate-limiter.ts';

/** Counts a call, says in the headers what is left. @throws AppError rate_limited */
export function limit(
  limiter: RateLimiter,
  reply: FastifyReply,
  rateClass: RateClass | 'address',
  subject: string,
): void {
  const decision = limiter.take(rateClass, subject);
  if (rateClass !== 'address') {
    void reply.header('ratelimit-limit', decision.limit).header('ratelimit-remaining', decision.remaining);
  }
  if (decision.allowed) return;
  void reply.header('retry-after', decision.retryAfter);
  throw new AppError('rate_limited', 'platform.rate_limited', { retryAfter: decision.retryAfter });
}
