import type { BillingContext } from '../context.ts';

/** Who answers for these patients' share now; themselves where nobody else was named. */
export async function guarantorsOf(
  context: BillingContext,
  patientIds: readonly string[],
): Promise<(patientId: string) => string> {
  const unique = [...new Set(patientIds)];
  const named = new Map<string, string>();
  for (let start = 0; start < unique.length; start += 5_000) {
    const rows = await context.db
      .selectFrom('patientGuarantor')
      .select(['patientId', 'guarantorId'])
      .where('patientId', 'in', unique.slice(start, start + 5_000))
      .execute();
    for (const row of rows) named.set(row.patientId, row.guarantorId);
  }
  return patientId => named.get(patientId) ?? patientId;
}

export async function guarantorOf(context: BillingContext, patientId: string): Promise<string> {
  return (await guarantorsOf(context, [patientId]))(patientId);
}
