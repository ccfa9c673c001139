/** One column of the sort order, as `?sort=-balance,dos` has it. */
export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

export function parseSort(text: string | undefined): SortKey[] {
  return (text ?? '')
    .split(',')
    .filter(part => part !== '' && part !== '-')
    .map(part =>
      part.startsWith('-')
        ? { column: part.slice(1), descending: true }
        : { column: part, descending: false },
    );
}

export function formatSort(keys: readonly SortKey[]): string {
  return keys.map(key => `${key.descending ? '-' : ''}${key.column}`).join(',');
}

/**
 * The order after a click on a column's header: ascending, descending, unsorted. With `add` (Shift) the
 * column joins the order that is there; without, it becomes the order.
 */
export function toggleSort(text: string | undefined, column: string, add: boolean): string {
  const keys = parseSort(text);
  const current = keys.find(key => key.column === column);
  const next: SortKey | undefined =
    current === undefined
      ? { column, descending: false }
      : current.descending
        ? undefined
        : { column, descending: true };
  if (!add) return next ? formatSort([next]) : '';
  if (current === undefined) return formatSort([...keys, { column, descending: false }]);
  return formatSort(keys.flatMap(key => (key.column === column ? (next ? [next] : []) : [key])));
}

/** The index that a step from `index` reaches, held within the list. */
export function stepIndex(index: number, step: number, length: number): number {
  if (length === 0) return -1;
  if (index < 0) return step > 0 ? 0 : length - 1;
  return Math.min(Math.max(index + step, 0), length - 1);
}

const DEFAULT_TRACK = 'minmax(96px, 1fr)';
const CHECK_TRACK = '32px';
const ROW_PADDING = 16;

/** The grid tracks of a list, and the width in pixels below which it scrolls sideways. */
export function tracksOf(widths: readonly (string | undefined)[], withChecks: boolean) {
  const tracks = [...(withChecks ? [CHECK_TRACK] : []), ...widths.map(width => width ?? DEFAULT_TRACK)];
  const least = tracks.reduce((sum, track) => sum + Number(/(\d+)px/.exec(track)?.[1] ?? 0), ROW_PADDING);
  return { template: tracks.join(' '), least };
}
