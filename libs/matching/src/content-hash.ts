import type { Prepared } from './prepare.ts';

/** FNV-1a over the values of a record, never its id: the same wherever the record stands in a list. */
export function contentHash(record: Prepared): number {
  const { id: _, ...content } = record;
  const text = JSON.stringify(content);
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
