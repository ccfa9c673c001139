import { codes } from '@spark-den/codes';
import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { Clock, LocalDate } from '@spark-den/kernel';
import { toEpochMs } from '@spark-den/kernel';
import type { ClinicalContext } from '../context.ts';
import type { CodeJudge, CodeVerdict } from '../encounters/encounter.ts';
import { judgeDiagnosis } from './diagnoses.ts';

const KEEP_MS = 60_000;

/** The words of services on a date: the practice's own first, else those of HCPCS. */
export interface ServiceLabels {
  readonly practice: ReadonlyMap<string, string>;
  of(code: string): string | null;
}

/**
 * Which services a practice offers and what it calls them. They come from its charge schedules; the prices
 * stay behind, for the clinical side knows no amounts. Kept for a minute per practice and date.
 */
export class ServiceCatalogue {
  readonly #clock: Clock;
  readonly #kept = new Map<string, { readonly until: number; readonly labels: ServiceLabels }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async labels(context: ClinicalContext, on: LocalDate): Promise<ServiceLabels> {
    const key = `${context.practiceId} ${on}`;
    const now = toEpochMs(this.#clock.now());
    const kept = this.#kept.get(key);
    if (kept && kept.until > now) return kept.labels;
    const labels = await readLabels(context, on);
    if (this.#kept.size > 500) this.#kept.clear();
    this.#kept.set(key, { until: now + KEEP_MS, labels });
    return labels;
  }

  async judge(context: ClinicalContext, on: LocalDate): Promise<CodeJudge> {
    const { practice } = await this.labels(context, on);
    return {
      diagnosis: code => judgeDiagnosis(code, on),
      service: code => judgeService(code, on, practice),
    };
  }
}

async function readLabels(context: ClinicalContext, on: LocalDate): Promise<ServiceLabels> {
  const { items } = await context.call(administrationContract).getFeeSchedulesInForce({ on });
  const practice = new Map(
    items
      .filter(schedule => schedule.kind === 'charge')
      .flatMap(schedule => schedule.items.map(item => [item.code, item.label] as const)),
  );
  return {
    practice,
    of: code => practice.get(code) ?? codes.lookup('procedure', code, on).label ?? null,
  };
}

/** A code of the practice's schedule whose table is not loaded counts as usable; the schedule vouches for it. */
function judgeService(code: string, on: LocalDate, practice: ReadonlyMap<string, string>): CodeVerdict {
  const { status } = codes.lookup('procedure', code, on);
  if (status === 'valid') return 'usable';
  if (status === 'unverified') return practice.has(code) ? 'usable' : 'unknown';
  return status;
}
