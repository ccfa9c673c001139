import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { missing } from './oracle.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SHARED = path.join(ROOT, '../shared/x12');

export interface CorpusFile {
  readonly file: string;
  readonly transaction: string;
  readonly version: string;
  readonly verdict: string;
  readonly whatsWrong: string;
  readonly bytes: Uint8Array;
}

/** Files that nobody here wrote, with the verdict of other validators; empty, with a line, where they are not at hand. */
export function corpus(): readonly CorpusFile[] {
  const folder = path.join(SHARED, 'corpus');
  if (!existsSync(folder)) {
    missing('the X12 corpus is not on this machine');
    return [];
  }
  const [, ...rows] = readFileSync(path.join(folder, 'INDEX.tsv'), 'utf8').trim().split('\n');
  return rows.map(row => {
    const columns = row.split('\t');
    const [file = '', transaction = '', version = ''] = columns;
    const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
    return { file, transaction, version, verdict: columns[7] ?? '', whatsWrong: columns[8] ?? '', bytes };
  });
}
