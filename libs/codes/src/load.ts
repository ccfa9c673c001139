import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readCsv } from './csv.ts';
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
export function readTaxonomy(): (readonly string[])[] {
  return readCsv(readText('nucc_taxonomy_250.csv.gz'))
    .slice(1)
    .map(({ cells }) => cells);
}

function readText(file: string): string {
  return gunzipSync(readFileSync(new URL(`../data/${file}`, import.meta.url))).toString('utf8');
}
