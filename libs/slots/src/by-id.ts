interface Named {
  readonly id: number | string;
}

/** In order of id, whatever the order of the input: numbers as numbers, anything else as text. */
export function byId(a: Named, b: Named): number {
  if (typeof a.id === 'number' && typeof b.id === 'number') return a.id - b.id;
  return String(a.id) < String(b.id) ? -1 : 1;
}
