import { codes } from '@spark-den/codes';
import type {
  searchDiagnoses as diagnosesOperation,
  searchServices as servicesOperation,
} from '@spark-den/contracts/clinical/operations';
import type { Handler } from '@spark-den/service-kit';
import type { Database } from '../database.ts';
import type { ServiceCatalogue } from './service-catalogue.ts';

export const searchDiagnoses: Handler<typeof diagnosesOperation, Database> = async (
  _,
  { text, on, limit },
) => ({
  items: codes
    .search('icd10cm', text, { on, limit: limit * 2 })
    .filter(hit => hit.billable)
    .slice(0, limit)
    .map(({ code, label }) => ({ code, label })),
});

export const searchServices =
  (catalogue: ServiceCatalogue): Handler<typeof servicesOperation, Database> =>
  async (context, { text, on, limit }) => {
    const { practice } = await catalogue.labels(context, on);
    const own = [...practice]
      .filter(([code, label]) => matches(text, code, label))
      .map(([code, label]) => ({ code, label }))
      .sort((a, b) => a.code.localeCompare(b.code));
    const others = codes
      .search('procedure', text, { on, limit: limit * 2 })
      .filter(hit => hit.billable && !practice.has(hit.code))
      .map(({ code, label }) => ({ code, label }));
    return { items: [...own, ...others].slice(0, limit) };
  };

/** The code begins with what was typed, or every word that was typed begins a word of the label. */
function matches(text: string, code: string, label: string): boolean {
  if (code.startsWith(text.toUpperCase())) return true;
  const words = label.toLowerCase().split(/[^a-z0-9]+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(typed => words.some(word => word.startsWith(typed)));
}
