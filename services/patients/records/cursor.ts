/** Opaque page cursors: JSON in base64url. What does not decode is a cursor from elsewhere and starts anew. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

export function decodeCursor(cursor: string | undefined): readonly (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(values) ? (values as (string | number)[]) : undefined;
  } catch {
    return undefined;
  }
}
