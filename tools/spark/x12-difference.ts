import { formatCents, type Cents } from '@spark-den/kernel';
import type { Difference } from '@spark-den/x12';

/** Fields of the models that hold cents. */
const MONEY =
  /^(amount|charge|paid|patientPaid|patientResponsibility|remainingPatientLiability|(accepted|rejected)Amount)$/;

/** A difference in words: `835 #1, group 1, claim V100, paid: $115.00 → $114.00`. */
export function differenceLine({ transaction, steps, before, after }: Difference): string {
  const words: string[] = [];
  for (const step of steps) {
    if (typeof step === 'string') words.push(inWords(step));
    else words.push(`${oneOf(words.pop() ?? 'segments')} ${typeof step === 'number' ? step + 1 : step.key}`);
  }
  const isMoney = MONEY.test(String(steps.at(-1)));
  return `${[transaction, ...words].join(', ')}: ${valueOf(before, isMoney)} → ${valueOf(after, isMoney)}`;
}

/** `claims` as `claim`. */
function oneOf(many: string): string {
  return many.replace(/ies$/, 'y').replace(/sses$/, 'ss').replace(/s$/, '');
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
