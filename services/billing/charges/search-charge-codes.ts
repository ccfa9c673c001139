import { administrationContract } from '@spark-den/contracts/administration/operations';
import { codes } from '@spark-den/codes';
import type { Cents, LocalDate } from '@spark-den/kernel';
import type { BillingContext } from '../context.ts';

interface CodeQuery {
  readonly set: 'icd10cm' | 'procedure' | 'modifier';
  readonly query: string;
  readonly on: LocalDate;
  readonly limit: number;
}

interface FoundCode {
  readonly set: CodeQuery['set'];
  readonly code: string;
  readonly label: string;
  readonly billable: boolean;
  readonly chargeCents: Cents | null;
}

/** Codes as a coder looks for them; what the practice itself bills comes first, in its own words. */
export async function searchChargeCodes(
  context: BillingContext,
  input: CodeQuery,
): Promise<{ items: FoundCode[] }> {
  const own = input.set === 'procedure' ? await ownCodes(context, input) : [];
  const known = new Set(own.map(item => item.code));
  const shipped = codes
    .search(input.set, input.query, { on: input.on, limit: input.limit })
    .filter(hit => !known.has(hit.code))
    .map(hit => ({
      set: input.set,
      code: hit.code,
      label: hit.label,
      billable: hit.billable,
      chargeCents: null,
    }));
  return { items: [...own, ...shipped].slice(0, input.limit) };
}

async function ownCodes(context: BillingContext, { query, on }: CodeQuery): Promise<FoundCode[]> {
  const { items: schedules } = await context.call(administrationContract).getFeeSchedulesInForce({ on });
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Map<string, FoundCode>();
  for (const schedule of schedules) {
    if (schedule.kind !== 'charge' || schedule.payerId !== null) continue;
    for (const item of schedule.items) {
      const text = `${item.code} ${item.label}`.toLowerCase();
      if (!words.every(word => text.includes(word)) || found.has(item.code)) continue;
      found.set(item.code, {
        set: 'procedure',
        code: item.code,
        label: item.label,
        billable: true,
        chargeCents: item.amountCents,
      });
    }
  }
  const exact = query.trim().toUpperCase();
  return [...found.values()].sort((a, b) => Number(b.code === exact) - Number(a.code === exact));
}
