import { CodeLibrary, EditionStore } from '@spark-den/codes';
import path from 'node:path';

/** Where the running system keeps its data, unless it is told otherwise. */
export const DATA_OPTION = { data: { type: 'string', default: '.data/demo' } } as const;

/** The editions that were loaded for the system whose data lie in this folder. */
export function editionsIn(data: string): EditionStore {
  return new EditionStore(path.join(data, 'codes'));
}

/** The shipped tables, and before them the loaded ones. */
export function tablesWith(editions: EditionStore): CodeLibrary {
  const tables = new CodeLibrary();
  tables.use(editions);
  return tables;
}
