import { sql } from 'kysely';
import type { BillingContext } from './context.ts';

/** Only one transaction at a time handles the same thing of this practice; ends with the transaction. */
export async function lockFor(context: BillingContext, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${context.practiceId} ${what}`}, 0))`.execute(
    context.db,
  );
}
