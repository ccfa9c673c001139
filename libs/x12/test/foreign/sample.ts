import { guideNamed } from '../../src/index.ts';

/** A file as somebody else's system writes it: what stands between ST and SE, by transaction, and how it is written. */
export interface Sample {
  readonly guide: string;
  /** Segments, a line each, with `*`, `:` and `^`. */
  readonly bodies: readonly string[];
  readonly style?: Style;
  /** pyx12 has no map for it, or is wrong about it, for this reason. */
  readonly notForPyx12?: string;
}

export interface Style {
  readonly element: string;
  readonly component: string;
  readonly repetition: string;
  readonly segment: string;
  /** What stands after each segment terminator. */
  readonly eol: string;
  /** Each transaction has a group of its own, or each group an interchange. */
  readonly alone?: 'group' | 'interchange';
}

const USUAL: Style = { element: '*', component: ':', repetition: '^', segment: '~', eol: '' };
export const LINES: Style = { ...USUAL, eol: '\n' };
export const WINDOWS: Style = { ...USUAL, eol: '\r\n' };
export const PIPES: Style = { ...USUAL, element: '|', component: '>', repetition: '{', eol: '\r\n' };
export const MAINFRAME: Style = {
  ...USUAL,
  element: '\u001d',
  component: '\u001f',
  repetition: '\u001e',
  segment: '\u001c',
};
export const NEWLINE_ENDS: Style = { ...USUAL, segment: '\n' };
export const GROUPS: Style = { ...LINES, alone: 'group' };
export const INTERCHANGES: Style = { ...LINES, alone: 'interchange' };

/** The sample as a file. */
export function fileOfSample({ guide: name, bodies, style = USUAL }: Sample): string {
  const guide = guideNamed(name);
  if (!guide) throw new Error(`no guide ${name}`);
  const { functionalId, version, set } = guide;
  const transactions = bodies.map((body, index) => transactionOf(set, version, body, index + 1));
  const groups =
    style.alone === undefined
      ? [groupOf(functionalId, version, transactions, 1)]
      : transactions.map((each, index) => groupOf(functionalId, version, [each], index + 1));
  const interchanges =
    style.alone === 'interchange'
      ? groups.map((group, index) => interchangeOf([group], index + 1))
      : [interchangeOf(groups, 1)];
  return inStyle(interchanges.flat(), style);
}

/** Segments, written with `*`, `:` and `^`, in a style. */
export function inStyle(segments: readonly string[], style: Style): string {
  const { element, component, repetition, segment, eol } = style;
  const marks: Readonly<Record<string, string>> = { '*': element, ':': component, '^': repetition };
  return segments.map(text => text.replace(/[*:^]/g, mark => marks[mark] ?? mark) + segment + eol).join('');
}

export function interchangeOf(groups: readonly (readonly string[])[], control: number): readonly string[] {
  const number = String(control + 904).padStart(9, '0');
  const ids = `30*${'361234567'.padEnd(15)}*ZZ*${'CLEARHSE'.padEnd(15)}`;
  const header = `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*${ids}*261103*1405*^*00501*${number}*1*P*:`;
  return [header, ...groups.flat(), `IEA*${groups.length}*${number}`];
}

function groupOf(
  functionalId: string,
  version: string,
  transactions: readonly (readonly string[])[],
  control: number,
): readonly string[] {
  const header = `GS*${functionalId}*NWB001*CLEARHSE*20261103*14052733*${control}*X*${version}`;
  return [header, ...transactions.flat(), `GE*${transactions.length}*${control}`];
}

function transactionOf(set: string, version: string, body: string, number: number): readonly string[] {
  const control = `90${String(number).padStart(3, '0')}`;
  const lines = body
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const reference = set === '835' ? '' : `*${version}`;
  return [`ST*${set}*${control}${reference}`, ...lines, `SE*${lines.length + 2}*${control}`];
}
