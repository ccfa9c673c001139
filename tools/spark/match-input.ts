import { readCsv, type ColumnRoles, type FhirPatient, type Table } from '@spark-den/matching';
import { readFileSync } from 'node:fs';

/** What the files hold cannot be used: exit code 1. */
export class BadInput extends Error {}
/** The command was called wrongly: exit code 2. */
export class Misuse extends Error {}

/** The one file that an option or a place names. */
export function need(file: string | undefined, what: string): string {
  if (file === undefined) throw new Misuse(`${what} is missing`);
  return file;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
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

/** What each column holds. Columns that no table has are an error of the file. */
export function readRoles(file: string, tables: readonly Table[]): ColumnRoles {
  const roles = json(textOf(file), file);
  if (!isObject(roles) || Object.values(roles).some(role => typeof role !== 'string'))
    throw new BadInput(`${file}: must be an object of column names and their roles`);
  const columns = new Set(tables.flatMap(table => table.columns));
  const unknown = Object.keys(roles).filter(column => !columns.has(column));
  if (unknown.length > 0) throw new BadInput(`${file}: there is no column "${unknown.join('", "')}"`);
  return roles as ColumnRoles;
}

/** One JSON object a line; empty lines are skipped. */
export function readLines(file: string): { readonly place: string; readonly row: Record<string, unknown> }[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const place = `${file}, line ${index + 1}`;
      const row = json(line, place);
      if (!isObject(row)) throw new BadInput(`${place}: must be a JSON object`);
      return [{ place, row }];
    });
}

export function patientOf(value: unknown, what: string): FhirPatient {
  if (!isObject(value)) throw new BadInput(`${what} must be a FHIR Patient`);
  for (const list of ['name', 'telecom', 'address', 'identifier']) {
    if (value[list] !== undefined && !Array.isArray(value[list]))
      throw new BadInput(`${what}: "${list}" must be a list`);
  }
  return value as FhirPatient;
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
    throw new BadInput(`${place}: ${(error as Error).message}`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
