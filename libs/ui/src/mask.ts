export type MaskKind = 'ssn' | 'date' | 'phone' | 'zip' | 'npi' | 'memberId';

interface Mask {
  readonly keep: RegExp;
  readonly maximum: number;
  readonly show: (kept: string) => string;
  readonly inputMode: 'numeric' | 'tel' | 'text';
  readonly placeholder: string;
}

/** Puts `separator` before each of the positions, as far as there are characters. */
function grouped(kept: string, cuts: readonly (readonly [at: number, separator: string])[]): string {
  let text = '';
  for (let index = 0; index < kept.length; index += 1) {
    text += (cuts.find(([at]) => at === index)?.[1] ?? '') + kept.charAt(index);
  }
  return text;
}

export const MASKS: Readonly<Record<MaskKind, Mask>> = {
  ssn: {
    keep: /\d/g,
    maximum: 9,
    show: kept =>
      grouped(kept, [
        [3, '-'],
        [5, '-'],
      ]),
    inputMode: 'numeric',
    placeholder: '000-00-0000',
  },
  date: {
    keep: /\d/g,
    maximum: 8,
    show: kept =>
      grouped(kept, [
        [2, '/'],
        [4, '/'],
      ]),
    inputMode: 'numeric',
    placeholder: 'MM/DD/YYYY',
  },
  phone: {
    keep: /\d/g,
    maximum: 10,
    show: kept =>
      grouped(kept, [
        [0, '('],
        [3, ') '],
        [6, '-'],
      ]),
    inputMode: 'tel',
    placeholder: '(000) 000-0000',
  },
  zip: {
    keep: /\d/g,
    maximum: 9,
    show: kept => grouped(kept, [[5, '-']]),
    inputMode: 'numeric',
    placeholder: '00000',
  },
  npi: { keep: /\d/g, maximum: 10, show: kept => kept, inputMode: 'numeric', placeholder: '10 digits' },
  memberId: {
    keep: /[A-Z0-9-]/g,
    maximum: 30,
    show: kept => kept,
    inputMode: 'text',
    placeholder: 'As on the card',
  },
};

/** What counts of the text that was typed or pasted. */
export function keptOf(kind: MaskKind, text: string): string {
  const mask = MASKS[kind];
  let source = kind === 'memberId' ? text.toUpperCase() : text;
  if (kind === 'phone') source = source.replace(/^\s*(\+1|1(?=\D*\d{3}\D*\d{3}\D*\d{4}\s*$))/, '');
  return (source.match(mask.keep) ?? []).join('').slice(0, mask.maximum);
}

export function masked(kind: MaskKind, text: string): string {
  return MASKS[kind].show(keptOf(kind, text));
}

/** Where the caret stands in the masked text so that as many kept characters lie before it as before. */
export function caretAfter(kind: MaskKind, text: string, caret: number): number {
  const before = keptOf(kind, text.slice(0, caret)).length;
  const shown = masked(kind, text);
  if (before === 0) return 0;
  let seen = 0;
  for (let index = 0; index < shown.length; index += 1) {
    if (new RegExp(MASKS[kind].keep.source).test(shown.charAt(index))) seen += 1;
    if (seen === before) return index + 1;
  }
  return shown.length;
}

const DATE_GROUPS = [2, 2, 4];

/** Moves digits that overflow a part of a date into the next: `041` becomes `04/1`, `4/12/68` stays. */
export function withSlashes(text: string): string {
  if (!/^[\d/]*$/.test(text)) return text;
  const parts = text.split('/');
  for (let index = 0; index < 2; index += 1) {
    const part = parts[index] ?? '';
    const room = DATE_GROUPS[index] ?? 0;
    if (part.length <= room) continue;
    parts[index] = part.slice(0, room);
    parts[index + 1] = part.slice(room) + (parts[index + 1] ?? '');
  }
  return parts.join('/').slice(0, 10);
}
