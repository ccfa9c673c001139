import { formatCents, type Cents } from '@spark-den/kernel';
import type { Difference } from '@spark-den/x12';

/** Fields of the models that hold cents. */
const MONEY =
  /^(amount|charge|paid|patientPaid|patientResponsibility|remainingPatientLiability|(accepted|rejected)Amount)$/;

/** A difference in words: `835 #1, group 1, claim V100, paid: $115.00 → $114.00`. */
export function differenceLine({ transaction, path, before, after }: Difference): string {
  const steps = path === '' ? [] : (path.match(/[A-Za-z]\w*|\[(?:[^\]]|\](?!$|[.[]))*\]/g) ?? [path]);
  const words = steps.reduce<string[]>((said, step) => {
    if (!step.startsWith('[')) return [...said, inWords(step)];
    const key = step.slice(1, -1);
    const one = (said.at(-1) ?? 'segments').replace(/ies$/, 'y').replace(/sses$/, 'ss').replace(/s$/, '');
    return [...said.slice(0, -1), `${one} ${/^\d+$/.test(key) ? Number(key) + 1 : key}`];
  }, []);
  const isMoney = MONEY.test(steps.at(-1) ?? '');
  const say = (value: unknown) => valueOf(value, isMoney);
  return `${[transaction, ...words].join(', ')}: ${say(before)} → ${say(after)}`;
}

/** `patientControlNumber` as `patient control number`. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}

function valueOf(value: unknown, isMoney: boolean): string {
  if (value === undefined) return 'nothing';
  if (isMoney && typeof value === 'number') return formatCents(value as Cents);
  return JSON.stringify(value);
}
