import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { CommonCodes } from './word-index.ts';

/** Reads a shipped table; the only place of this library that touches a disk. */
export function readTable(name: string): string[][] {
  return readText(`${name}.tsv.gz`)
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t'));
}

/** What practices code often, and how people call it. */
export function readCommonDiagnoses(): CommonCodes {
  return new Map(
    readTable('common-diagnoses').map(([code = '', words = '', use]) => [
      code,
      { words, use: use === '1' ? 'daily' : 'often' },
    ]),
  );
}

/** The taxonomy as its owner publishes it: CSV with quoted fields. */
export function readTaxonomy(): string[][] {
  return parseCsv(readText('nucc_taxonomy_250.csv.gz')).slice(1);
}

function readText(file: string): string {
  return gunzipSync(readFileSync(new URL(`../data/${file}`, import.meta.url))).toString('utf8');
}

/** RFC 4180: quotes, doubled quotes, line breaks inside quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    if (row.some(value => value !== '')) rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') endField();
    else if (char === '\n') endRow();
    else if (char !== '\r') field += char;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
