import {
  COLUMN_ROLES,
  readCsv,
  roleNearlyNamed,
  roleOf,
  type ColumnRoles,
  type FhirPatient,
  type Table,
} from '@spark-den/matching';
import { readFileSync } from 'node:fs';
import { BadInput, Misuse } from './arguments.ts';

/** The one file that an option or a place names. */
export function need(file: string | undefined, what: string): string {
  if (file === undefined) throw new Misuse(`${what} is missing`);
  return file;
}

function textOf(file: string): string {
  const bytes = bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${file}: is not UTF-8; save it as UTF-8`);
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Misuse(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

export function readTable(file: string): Table {
  const text = textOf(file);
  try {
    return readCsv(text);
  } catch (error) {
    throw new BadInput(`${file}: ${(error as Error).message}`);
  }
}

/** What each column holds. Columns that no table has, roles that are none and files that say who nobody is are errors. */
export function readRoles(file: string, tables: readonly Table[]): ColumnRoles {
  const roles = json(textOf(file), file);
  if (!isColumnRoles(roles))
    throw new BadInput(`${file}: must be an object of column names and their roles, ${EXAMPLE}`);
  const columns = [...new Set(tables.flatMap(table => table.columns))];
  const unknown = Object.keys(roles).filter(column => !columns.includes(column));
  if (unknown.length > 0)
    throw new BadInput(
      `${file}: there is no column ${quoted(unknown)}; the table has ${quoted(columns.slice(0, 30))}${otherSeparator(columns)}`,
    );
  for (const [column, role] of Object.entries(roles)) {
    const meant = roleNearlyNamed(role);
    if (meant !== undefined)
      throw new BadInput(`${file}: "${role}" of the column "${column}" is no role; "${meant}" is`);
  }
  if (!Object.values(roles).some(role => TELLING.has(roleOf(role))))
    throw new BadInput(`${file}: no column has a role that tells people apart, ${EXAMPLE}`);
  return roles;
}

/** A table whose one column holds all names was not separated by commas. */
function otherSeparator(columns: readonly string[]): string {
  const [only = '', ...others] = columns;
  return others.length === 0 && /[;\t|]/.test(only) ? '; cells must be separated by commas' : '';
}

const EXAMPLE = 'such as {"first_name": "given", "last_name": "family", "dob": "birthDate"}';
/** Without any of these there is nobody to find. */
const TELLING = new Set(
  COLUMN_ROLES.filter(role => !['ignore', 'trait', 'suffix', 'sex', 'state', 'city'].includes(role)),
);

function isColumnRoles(value: unknown): value is ColumnRoles {
  return isObject(value) && Object.values(value).every(role => typeof role === 'string');
}

function quoted(names: readonly string[]): string {
  return names.map(name => `"${name}"`).join(', ');
}

/** One JSON object a line; empty lines are skipped. */
export function readLines(file: string): { readonly place: string; readonly row: Record<string, unknown> }[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const place = `${file}, line ${index + 1}`;
      const row = json(line, place);
      if (!isObject(row)) throw new BadInput(`${place}: must be a JSON object, one a line`);
      return [{ place, row }];
    });
}

/** What matching reads of a Patient: which parts are texts and which are lists of texts. */
const PATIENT_PARTS: Readonly<Record<string, { texts: readonly string[]; lists: readonly string[] }>> = {
  name: { texts: ['use', 'text', 'family'], lists: ['given', 'suffix'] },
  telecom: { texts: ['system', 'value'], lists: [] },
  address: { texts: ['city', 'state', 'postalCode'], lists: ['line'] },
  identifier: { texts: ['system', 'value'], lists: [] },
};

export function patientOf(value: unknown, what: string): FhirPatient {
  if (!isObject(value)) throw new BadInput(`${what} must be a FHIR Patient`);
  assertTexts(value, ['birthDate', 'gender'], what);
  for (const [list, { texts, lists }] of Object.entries(PATIENT_PARTS)) {
    const items = value[list];
    if (items === undefined) continue;
    if (!Array.isArray(items) || !items.every(isObject))
      throw new BadInput(`${what}: "${list}" must be a list of objects`);
    for (const item of items) {
      assertTexts(item, texts, `${what}: "${list}"`);
      const wrong = lists.find(name => item[name] !== undefined && !isTextList(item[name]));
      if (wrong) throw new BadInput(`${what}: "${list}": "${wrong}" must be a list of texts`);
    }
  }
  return value as FhirPatient;
}

function assertTexts(part: Record<string, unknown>, names: readonly string[], what: string): void {
  const wrong = names.find(name => part[name] !== undefined && typeof part[name] !== 'string');
  if (wrong) throw new BadInput(`${what}: "${wrong}" must be a text`);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

export function textField(row: Record<string, unknown>, name: string, place: string): string {
  const value = row[name];
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new BadInput(`${place}: "${name}" is missing`);
  return String(value);
}

function json(text: string, place: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BadInput(`${place}: is not JSON (${(error as Error).message})`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
