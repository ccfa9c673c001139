import { isUuid } from '@spark-den/kernel';

interface Place {
  readonly displayName: string;
  readonly id: string;
}

/** Where the next page of users starts; a cursor that we did not write starts at the first page. */
export function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [id = '', ...name] = Buffer.from(cursor, 'base64url').toString().split(' ');
  return isUuid(id) ? { id, displayName: name.join(' ') } : undefined;
}

export function writeCursor({ displayName, id }: Place): string {
  return Buffer.from(`${id} ${displayName}`).toString('base64url');
}
