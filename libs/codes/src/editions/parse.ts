import { isLocalDate } from '@spark-den/kernel';
import { readCsv, type CsvRow } from '../csv.ts';
import { FOREVER, type PairEdit, type PairList } from './code-pairs.ts';
import type { EditionRow, LoadableSet } from './edition.ts';
import { eachLine } from './lines.ts';

interface Problem {
  readonly line: number;
  readonly message: string;
}

export interface Parsed {
  readonly rows: readonly EditionRow[];
  readonly problems: readonly Problem[];
}

/** All that are kept as rows; code pairs are too many for that. */
export type RowSet = Exclude<LoadableSet, 'ncci-ptp'>;

const CPT = /^\d{4}[\dAFMTU]$/;
const HCPCS = /^[A-CE-HJ-MP-V]\d{4}$/;
const CODE = /^[\dA-Z]{5}$/;
const MODIFIER = /^[A-Z\d]{2}$/;
const ICD10CM = /^[A-Z][\dA-Z]{2,6}$/;
const REASON = /^([1-9]\d{0,2}|[A-Z]{1,2}\d{1,3})$/;
const REMARK = /^(M|MA|N)[1-9]\d{0,3}$/;

/**
 * Reads a publisher's file.
 * Rows of code sets are `code, label, from, to, flag` (flag `h`: header, `m`: modifier); of `rvu` they are
 * `code, work, office, facility, malpractice, status, global days`, of a service's part `code modifier` and so on;
 * of `mue` `code, units, indicator`. Dates are ISO or empty.
 */
export function parseEdition(set: RowSet, text: string): Parsed {
  return PARSERS[set](text.replace(/^\uFEFF/, ''));
}

const PARSERS: Readonly<Record<RowSet, (text: string) => Parsed>> = {
  icd10cm: text => readLines(text, icd10cmRow),
  hcpcs: text => (/^code\tkind\t/i.test(text) ? readLines(text, hcpcsTableRow) : hcpcsRecords(text)),
  cpt: text => readLines(text, cptRow),
  carc: text => describedCodes(text, REASON, 'claim adjustment reason code'),
  rarc: text => describedCodes(text, REMARK, 'remittance advice remark code'),
  mue: unlikelyUnits,
  rvu: relativeValues,
};

type LineResult = EditionRow | { readonly problem: string } | undefined;

function readLines(text: string, read: (line: string, number: number) => LineResult): Parsed {
  const rows: EditionRow[] = [];
  const problems: Problem[] = [];
  eachLine(text, (line, number) => {
    const result = read(line, number);
    if (result === undefined) return;
    if ('problem' in result) problems.push({ line: number, message: result.problem });
    else rows.push(result);
  });
  return { rows, problems };
}

/** CMS's order file: number 1–5, code 7–13, billable 15, short title 17–76, long title from 78. */
function icd10cmRow(line: string): LineResult {
  const code = line.slice(6, 13).trim();
  const billable = line.slice(14, 15);
  if (!ICD10CM.test(code)) return { problem: 'positions 7 to 13 hold no ICD-10-CM code' };
  if (billable !== '0' && billable !== '1')
    return { problem: 'position 15 must be 0 (header) or 1 (billable)' };
  return [code, line.slice(77).trim() || line.slice(16, 76).trim(), '', '', billable === '0' ? 'h' : ''];
}

function hcpcsTableRow(line: string, number: number): LineResult {
  if (number === 1) return undefined;
  const [code = '', kind = '', short = '', long = ''] = line.split('\t');
  if (!HCPCS.test(code) && !MODIFIER.test(code)) return { problem: `"${code}" is no HCPCS Level II code` };
  return [code, long || short, '', '', kind === 'modifier' ? 'm' : ''];
}

/**
 * CMS's ANWEB file: code 1–5, record 11 (3 and 4 a procedure and its further lines, 7 and 8 a modifier and its),
 * long text 12–91, short text 92–119, added 269–276, ended 285–292.
 */
function hcpcsRecords(text: string): Parsed {
  const rows: string[][] = [];
  const { problems } = readLines(text, line => {
    const code = line.slice(0, 5).trim();
    const record = line.slice(10, 11);
    const words = line.slice(11, 91).trim();
    if (record === '4' || record === '8') {
      const row = rows.at(-1);
      if (!row) return { problem: 'a further line comes before any code' };
      row[1] = `${row[1]} ${words}`;
      return undefined;
    }
    if (record !== '3' && record !== '7') return { problem: 'position 11 must be a record of 3, 4, 7 or 8' };
    if (!HCPCS.test(code) && !MODIFIER.test(code)) return { problem: `"${code}" is no HCPCS Level II code` };
    const dates = [line.slice(268, 276), line.slice(284, 292)].map(isoDate);
    if (dates.includes(undefined)) return { problem: 'a date is not written as yyyymmdd' };
    rows.push([code, words, ...(dates as string[]), record === '7' ? 'm' : '']);
    return undefined;
  });
  return { rows, problems };
}

/** The licensee's own file: a code, then its text, by tab, comma or blank; a heading line is passed over. */
function cptRow(line: string, number: number): LineResult {
  const [, code = '', label = ''] = /^"?([\dA-Z]{5})"?[\t, ]\s*"?(.*?)"?\s*$/.exec(line) ?? [];
  if (CPT.test(code) && label !== '') return [code, label, '', '', ''];
  return number === 1 ? undefined : { problem: 'a line is a CPT code and its text' };
}

/** A list with a heading: columns named code, description, and start and stop dates where there are any. */
function describedCodes(text: string, shape: RegExp, what: string): Parsed {
  const [heading, ...lines] = table(text);
  const column = (name: RegExp) => heading?.cells.findIndex(cell => name.test(cell.trim())) ?? -1;
  const at = {
    code: column(/^code\b|\bcode$/i),
    label: column(/desc|text|meaning/i),
    from: column(/^start|effective/i),
    to: column(/^stop|^end|deactivat|termin/i),
  };
  if (at.code < 0 || at.label < 0)
    return {
      rows: [],
      problems: [{ line: 1, message: 'the heading names no columns "Code" and "Description"' }],
    };
  const rows: EditionRow[] = [];
  const problems: Problem[] = [];
  for (const { line, cells } of lines) {
    const code = (cells[at.code] ?? '').trim().toUpperCase();
    const dates = [at.from, at.to].map(place => isoDate(place < 0 ? '' : (cells[place] ?? '')));
    if (!shape.test(code)) problems.push({ line, message: `"${code}" is no ${what}` });
    else if (dates.includes(undefined)) problems.push({ line, message: `a date of ${code} is unreadable` });
    else rows.push([code, (cells[at.label] ?? '').trim(), ...(dates as string[]), '']);
  }
  return { rows, problems };
}

/** CMS's practitioner MUE file: some lines of preamble, a heading, then code, units, indicator with its words. */
function unlikelyUnits(text: string): Parsed {
  return afterHeading(text, /^HCPCS/i, ([code = '', units = '', indicator = '']) => {
    if (!CODE.test(code.trim())) return { problem: `"${code.trim()}" in column 1 is no code` };
    if (!/^\d+$/.test(units.trim())) return { problem: `the units of "${code}" are no whole number` };
    if (!/^[123]/.test(indicator.trim())) return { problem: `the indicator of "${code}" is none of 1, 2, 3` };
    return [code.trim(), units.trim(), indicator.trim().slice(0, 1)];
  });
}

/** CMS's PPRRVU file: preamble, a heading that begins with HCPCS, then the columns in their published order. */
function relativeValues(text: string): Parsed {
  return afterHeading(text, /^HCPCS$/i, cells => {
    const [
      code = '',
      modifier = '',
      ,
      status = '',
      ,
      work = '',
      office = '',
      ,
      facility = '',
      ,
      malpractice = '',
    ] = cells;
    if (!CODE.test(code.trim())) return { problem: `"${code.trim()}" in column 1 is no code` };
    const values = [work, office, facility, malpractice].map(value => value.trim() || '0');
    if (values.some(value => !/^\d*\.?\d+$/.test(value)))
      return { problem: `a relative value of "${code}" is no number` };
    return [`${code.trim()} ${modifier.trim()}`.trim(), ...values, status.trim(), (cells[14] ?? '').trim()];
  });
}

/**
 * CMS's practitioner PTP file: a heading block, then column 1, column 2, a mark, first day, last day or *, modifier 0, 1 or 9.
 * @param edits takes the pairs: a quarter has more than a million
 */
export function parseCodePairs(text: string, edits: PairList): readonly Problem[] {
  const problems: Problem[] = [];
  let begun = false;
  eachLine(text, (line, number) => {
    const edit = pairEdit(line);
    begun ||= CODE.test(line.slice(0, 5)) && line.charAt(5) === '\t';
    if (!begun) return;
    if ('problem' in edit) problems.push({ line: number, message: edit.problem });
    else edits.add(edit);
  });
  return problems;
}

function pairEdit(line: string): PairEdit | { readonly problem: string } {
  const [column1 = '', column2 = '', , first = '', last = '', modifier = ''] = line
    .split('\t')
    .map(cell => cell.trim());
  if (!CODE.test(column1)) return { problem: `"${column1}" in column 1 is no code` };
  if (!CODE.test(column2)) return { problem: `"${column2}" in column 2 is no code` };
  const from = dayNumber(first);
  const to = last === '*' || last === '' ? FOREVER : dayNumber(last);
  if (from === undefined || to === undefined)
    return { problem: `a date of ${column1} with ${column2} is unreadable` };
  if (!/^[019]$/.test(modifier))
    return { problem: `the modifier indicator of ${column1} with ${column2} is none of 0, 1, 9` };
  return { column1, column2, from, to, modifier: Number(modifier) };
}

const DAYS = new Map<string, number | undefined>();

/** The days of a table are few: each text is read once. */
function dayNumber(text: string): number | undefined {
  if (!DAYS.has(text)) {
    const iso = isoDate(text);
    DAYS.set(text, iso ? Number(iso.replaceAll('-', '')) : undefined);
  }
  return DAYS.get(text);
}

function afterHeading(text: string, heading: RegExp, read: (cells: readonly string[]) => LineResult): Parsed {
  const lines = table(text);
  const start = lines.findIndex(({ cells }) => heading.test((cells[0] ?? '').trim()));
  if (start < 0)
    return { rows: [], problems: [{ line: 1, message: 'there is no heading line that begins with HCPCS' }] };
  const rows: EditionRow[] = [];
  const problems: Problem[] = [];
  for (const { line, cells } of lines.slice(start + 1)) {
    const result = read(cells);
    if (result === undefined) continue;
    if ('problem' in result) problems.push({ line, message: result.problem });
    else rows.push(result);
  }
  return { rows, problems };
}

function table(text: string): readonly CsvRow[] {
  if (!text.slice(0, 4_000).includes('\t')) return readCsv(text);
  const rows: CsvRow[] = [];
  eachLine(text, (line, number) => rows.push({ line: number, cells: line.split('\t') }));
  return rows;
}

/** yyyymmdd, mm/dd/yyyy or ISO as ISO; nothing stays nothing; undefined when it is no date. */
function isoDate(written: string): string | undefined {
  const text = written.trim();
  if (text === '') return '';
  const [, y1, m1, d1] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? [];
  const [, m2, d2, y2] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2];
  if (!year || !month || !day) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(iso) ? iso : undefined;
}
