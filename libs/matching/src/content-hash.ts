import type { Prepared } from './prepare.ts';

/** FNV-1a of a text, mixed once more; 32 bits, never negative. */
export function hashOf(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** A hash over the values of a record, never its id: the same wherever the record stands in a list. */
export function contentHash(record: Prepared): number {
  const { id: _, ...content } = record;
  return hashOf(JSON.stringify(content));
}
