import type { Charge, ChargeFacts } from '@spark-den/contracts/billing/charge-types';
import type { LocalDate } from '@spark-den/kernel';

/** A line as it is typed: complete or not. */
export interface DraftLine {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly modifiers: string;
  readonly units: string;
  readonly pointers: readonly number[];
}

export interface ChargeDraft {
  readonly patientId: string;
  readonly providerId: string;
  readonly locationId: string;
  readonly dateOfService: LocalDate;
  readonly diagnoses: readonly { readonly code: string; readonly label: string }[];
  readonly lines: readonly DraftLine[];
}

export type DraftChange =
  | { readonly type: 'visit'; readonly value: Partial<Omit<ChargeDraft, 'lines' | 'diagnoses'>> }
  | { readonly type: 'add-diagnosis'; readonly code: string; readonly label: string }
  | { readonly type: 'remove-diagnosis'; readonly index: number }
  | { readonly type: 'add-line'; readonly line: DraftLine }
  | { readonly type: 'change-line'; readonly key: string; readonly value: Partial<DraftLine> }
  | { readonly type: 'toggle-pointer'; readonly key: string; readonly pointer: number }
  | { readonly type: 'remove-line'; readonly key: string }
  | { readonly type: 'open'; readonly draft: ChargeDraft };

const MAX_DIAGNOSES = 12;
const MAX_POINTERS = 4;

/** A new line points to the first diagnosis, as most do. */
export function newLine(code: string, label: string, hasDiagnosis: boolean): DraftLine {
  return {
    key: globalThis.crypto.randomUUID(),
    code,
    label,
    modifiers: '',
    units: '1',
    pointers: hasDiagnosis ? [1] : [],
  };
}

export function changeDraft(draft: ChargeDraft, change: DraftChange): ChargeDraft {
  switch (change.type) {
    case 'visit':
      return { ...draft, ...change.value };
    case 'add-diagnosis': {
      const known = draft.diagnoses.some(diagnosis => diagnosis.code === change.code);
      if (known || draft.diagnoses.length >= MAX_DIAGNOSES) return draft;
      const diagnoses = [...draft.diagnoses, { code: change.code, label: change.label }];
      // Lines that were entered first wait for a diagnosis: the first one explains them.
      const lines =
        diagnoses.length === 1
          ? draft.lines.map(line => (line.pointers.length === 0 ? { ...line, pointers: [1] } : line))
          : draft.lines;
      return { ...draft, diagnoses, lines };
    }
    case 'remove-diagnosis':
      return {
        ...draft,
        diagnoses: draft.diagnoses.filter((_, index) => index !== change.index),
        lines: draft.lines.map(line => ({
          ...line,
          pointers: withoutPointer(line.pointers, change.index + 1),
        })),
      };
    case 'add-line':
      return { ...draft, lines: [...draft.lines, change.line] };
    case 'change-line':
      return { ...draft, lines: mapLine(draft, change.key, line => ({ ...line, ...change.value })) };
    case 'toggle-pointer':
      return {
        ...draft,
        lines: mapLine(draft, change.key, line => ({
          ...line,
          pointers: toggled(line.pointers, change.pointer),
        })),
      };
    case 'remove-line':
      return { ...draft, lines: draft.lines.filter(line => line.key !== change.key) };
    case 'open':
      return change.draft;
  }
}

/** Do two drafts say the same, however it is typed? */
export function isSameDraft(one: ChargeDraft, other: ChargeDraft): boolean {
  return JSON.stringify(saidBy(one)) === JSON.stringify(saidBy(other));
}

function saidBy({ patientId, providerId, locationId, dateOfService, diagnoses, lines }: ChargeDraft) {
  return [
    [patientId, providerId, locationId, dateOfService],
    diagnoses.map(({ code }) => code),
    lines.map(({ code, modifiers, units, pointers }) => [
      code,
      splitModifiers(modifiers),
      Number(units),
      pointers,
    ]),
  ];
}

function mapLine(draft: ChargeDraft, key: string, change: (line: DraftLine) => DraftLine): DraftLine[] {
  return draft.lines.map(line => (line.key === key ? change(line) : line));
}

function toggled(pointers: readonly number[], pointer: number): number[] {
  if (pointers.includes(pointer)) return pointers.filter(value => value !== pointer);
  return pointers.length >= MAX_POINTERS ? [...pointers] : [...pointers, pointer];
}

/** Pointers behind a diagnosis that goes move up by one. */
function withoutPointer(pointers: readonly number[], gone: number): number[] {
  return pointers
    .filter(pointer => pointer !== gone)
    .map(pointer => (pointer > gone ? pointer - 1 : pointer));
}

export const splitModifiers = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean);

/** What the server can price and check; undefined while something that it needs is missing. */
export function factsOf(draft: ChargeDraft): ChargeFacts | undefined {
  const { patientId, providerId, locationId, dateOfService, diagnoses, lines } = draft;
  if (patientId === '' || providerId === '' || locationId === '' || lines.length === 0) return undefined;
  const facts = lines.map(line => ({
    code: line.code,
    modifiers: splitModifiers(line.modifiers),
    units: Number(line.units),
    diagnosisPointers: [...line.pointers],
  }));
  const sound = facts.every(
    line =>
      Number.isInteger(line.units) &&
      line.units >= 1 &&
      line.units <= 9_999 &&
      line.modifiers.length <= 4 &&
      line.modifiers.every(modifier => /^[A-Z0-9]{2}$/.test(modifier)),
  );
  if (!sound) return undefined;
  return {
    patientId,
    providerId,
    locationId,
    dateOfService,
    diagnoses: diagnoses.map(diagnosis => diagnosis.code),
    lines: facts,
  };
}

/** A charge that is kept, as the form edits it. */
export function draftOf(charge: Charge): ChargeDraft {
  return {
    patientId: charge.patientId,
    providerId: charge.providerId,
    locationId: charge.locationId,
    dateOfService: charge.dateOfService,
    diagnoses: charge.diagnoses.map((code, index) => ({ code, label: charge.diagnosisLabels[index] ?? '' })),
    lines: charge.lines.map(line => ({
      key: line.lineId,
      code: line.code,
      label: line.label ?? '',
      modifiers: line.modifiers.join(' '),
      units: String(line.units),
      pointers: line.diagnosisPointers,
    })),
  };
}
