import { readInterchanges, transactionsOf, type TransactionSegments } from '../interchange-file.ts';
import type { UnmodelledSegment } from '../models/common.ts';
import { modelOf } from '../models/model-of.ts';
import { isComposite } from '../guides/standard.ts';
import { redraft, redraftElements } from '../segments/redraft.ts';
import type { ElementDraft } from '../segments/writer.ts';

/** A field, the number of an entry from 0, or the key of an entry that has one. */
export type DifferenceStep = string | number | { readonly key: string };

/** One thing that two files say differently. */
export interface Difference {
  /** Type and number of the transaction, such as `835 #1`. */
  readonly transaction: string;
  /** Where in its model, such as `groups[0].claims[V100].paid`. */
  readonly path: string;
  /** The same in steps: a field, the number of an entry from 0, or the key of an entry that has one. */
  readonly steps: readonly DifferenceStep[];
  /** What the first file says; undefined where it says nothing. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Fields that tell entries of a list apart, so that order does not matter; the first that all entries have. */
const KEYS = ['patientControlNumber', 'controlNumber', 'trace', 'payerId', 'providerId', 'qualifier'];
/** Where in the file something stood is not what it says. */
const PLACES: ReadonlySet<string> = new Set(['source']);

/**
 * Compares two files by what they say: not by delimiters, envelope, control numbers, places of segments or forms of numbers.
 * Transactions are compared in order; claims, lines and references by their own numbers where they have them.
 */
export function diffFiles(before: string | Uint8Array, after: string | Uint8Array): readonly Difference[] {
  const [old, now] = [modelsOf(before), modelsOf(after)];
  const differences: Difference[] = [];
  for (let index = 0; index < Math.max(old.length, now.length); index += 1) {
    const type = old[index]?.type ?? now[index]?.type ?? '';
    const found: Omit<Difference, 'transaction'>[] = [];
    compare(old[index]?.model, now[index]?.model, [], found);
    differences.push(...found.map(entry => ({ transaction: `${type} #${index + 1}`, ...entry })));
  }
  return differences;
}

function modelsOf(input: string | Uint8Array) {
  return [...transactionsOf(readInterchanges(input))].map(({ transaction }) => {
    const { type, model } = modelOf(transaction);
    return { type, model: Array.isArray(model) ? segmentsOf(transaction) : model };
  });
}

/** What has no model: its segments without ST and SE, and without what stands empty at their ends. */
function segmentsOf({ segments, set, version }: TransactionSegments): readonly unknown[] {
  const inner = segments.filter(({ id }) => id !== 'ST' && id !== 'SE');
  return [
    [set, version],
    ...inner.map(segment => withoutEmptyEnd(redraft(segment, isComposite).map(trimmed))),
  ];
}

function trimmed(draft: ElementDraft): ElementDraft {
  if (draft === undefined || typeof draft === 'string') return draft;
  if ('repeat' in draft) return { repeat: withoutEmptyEnd(draft.repeat.map(trimmed)) };
  const parts = withoutEmptyEnd(draft);
  // a composite of one component is written like a simple element
  return parts.length > 1 ? parts : parts[0];
}

function withoutEmptyEnd<T extends ElementDraft>(parts: readonly T[]): readonly T[] {
  return parts.slice(0, parts.findLastIndex(part => part !== undefined && part !== '') + 1);
}

/** A segment that has no field in its model. */
function isUnmodelled(value: unknown): value is UnmodelledSegment {
  return isRecord(value) && Array.isArray(value.elements) && typeof value.components === 'string';
}

/** Its elements without the delimiters that they were read with. */
function withoutDelimiters({ elements, components, repetitions, ...rest }: UnmodelledSegment): unknown {
  return { ...rest, elements: redraftElements(elements, components, repetitions, isComposite) };
}

function compare(
  before: unknown,
  after: unknown,
  steps: readonly DifferenceStep[],
  into: Omit<Difference, 'transaction'>[],
): void {
  if (before === after) return;
  if (isUnmodelled(before) && isUnmodelled(after)) {
    compare(withoutDelimiters(before), withoutDelimiters(after), steps, into);
  } else if (Array.isArray(before) && Array.isArray(after)) {
    const key = keyOf([...before, ...after]);
    const [old, now] = [byKey(before, key), byKey(after, key)];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const step = key === undefined ? Number(name) : { key: name };
      compare(old.get(name), now.get(name), [...steps, step], into);
    }
  } else if (isRecord(before) && isRecord(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const inner = [...steps, name];
      if (!PLACES.has(name) || !isPlace(before[name]) || !isPlace(after[name]))
        compare(before[name], after[name], inner, into);
    }
  } else into.push({ path: pathOf(steps), steps, before, after });
}

/** `source` is also the name of a 277CA's sender, which is no place. */
function isPlace(value: unknown): boolean {
  return !isRecord(value) || 'offset' in value;
}

function pathOf(steps: readonly DifferenceStep[]): string {
  return steps
    .map((step, at) => {
      if (typeof step === 'string') return at === 0 ? step : `.${step}`;
      return `[${typeof step === 'number' ? step : step.key}]`;
    })
    .join('');
}

function keyOf(entries: readonly unknown[]): string | undefined {
  return KEYS.find(key => entries.every(entry => isRecord(entry) && typeof entry[key] === 'string'));
}

/** Entries by their key, a second one of the same key by its number; without a key by place. */
function byKey(entries: readonly unknown[], key: string | undefined): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  entries.forEach((entry, index) => {
    const name = key === undefined ? String(index) : String((entry as Record<string, unknown>)[key]);
    let unique = name;
    for (let count = 2; found.has(unique); count += 1) unique = `${name} ${count}`;
    found.set(unique, entry);
  });
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
