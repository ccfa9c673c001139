import { observeElementRect, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ErrorState, SkeletonRows } from './states.tsx';
import { useNarrow } from './use-narrow.ts';
import { WorklistHead } from './worklist-head.tsx';
import { stepIndex, tracksOf } from './worklist-model.ts';
import { WorklistRow } from './worklist-row.tsx';

export interface WorklistColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS track: `120px`, `minmax(140px, 2fr)`. Default `minmax(96px, 1fr)`. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** The server can sort by it. */
  readonly sortable?: boolean;
  /** What the row is about; it heads the card on a phone. */
  readonly primary?: boolean;
  /** Left out of the card on a phone. */
  readonly wideOnly?: boolean;
}

export interface WorklistProps<Row> {
  /** Names the list for a screen reader. */
  readonly label: string;
  readonly columns: readonly WorklistColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** What a row is called when it is checked or opened: the patient's name, the claim's number. */
  readonly rowLabel: (row: Row) => string;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  /** The row of the peek panel; keep it in the address. */
  readonly selectedId?: string;
  readonly onSelect?: (row: Row) => void;
  /** Enter or double click; without `onSelect` a single click. */
  readonly onOpen?: (row: Row) => void;
  readonly checked?: ReadonlySet<string>;
  readonly onCheck?: (checked: ReadonlySet<string>) => void;
  /** Shown above the list while rows are checked. */
  readonly bulkActions?: ReactNode;
  readonly isLoading?: boolean;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  readonly onLoadMore?: () => void;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
}

const ROW_HEIGHT = 34;
const CARD_HEIGHT = 92;
/** Taken while the list has no height yet, so that the first rows are there at once. */
const ASSUMED = { width: 1200, height: 800 };

function observeRect(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  report: (rect: { width: number; height: number }) => void,
) {
  return observeElementRect(virtualizer, rect => report(rect.height === 0 ? ASSUMED : rect));
}

/**
 * The one list of the product: rows drawn only where seen, sorted and paged by the server, walked with
 * J and K (or arrows), opened with Enter, checked with X, and turned into cards on a phone.
 */
export function Worklist<Row>(props: WorklistProps<Row>) {
  const { rows, rowId, onSelect, onOpen, checked, onCheck, hasMore, isLoadingMore, onLoadMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const cards = useNarrow();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (cards ? CARD_HEIGHT : ROW_HEIGHT),
    getItemKey: index => rowId(rows[index] as Row),
    overscan: 12,
    initialRect: ASSUMED,
    observeElementRect: observeRect,
  });
  const items = virtualizer.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastSeen >= rows.length - 20) onLoadMore?.();
  }, [hasMore, isLoadingMore, lastSeen, rows.length, onLoadMore]);

  const current = rows.findIndex(row => rowId(row) === props.selectedId);
  const [walkedTo, setWalkedTo] = useState(-1);
  const active = current >= 0 ? current : walkedTo;
  const tabbable = items.some(item => item.index === active) ? active : items[0]?.index;

  const goTo = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row === undefined) return;
      setWalkedTo(index);
      virtualizer.scrollToIndex(index);
      onSelect?.(row);
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
      );
    },
    [rows, virtualizer, onSelect],
  );
  const toggle = (row: Row) => {
    if (!checked || !onCheck) return;
    const next = new Set(checked);
    if (!next.delete(rowId(row))) next.add(rowId(row));
    onCheck(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const focused = Number(
      (event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset.index ?? active,
    );
    const row = rows[focused];
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 15, PageUp: -15 }[event.key];
    if (step !== undefined) goTo(stepIndex(focused, step, rows.length));
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(rows.length - 1);
    else if (row !== undefined && event.key === 'Enter') (onOpen ?? onSelect)?.(row);
    else if (row !== undefined && event.key === 'x' && onCheck) toggle(row);
    else if (row !== undefined && event.key === ' ' && onSelect) onSelect(row);
    else return;
    event.preventDefault();
  };

  if (props.error !== null && props.error !== undefined)
    return <ErrorState error={props.error} onRetry={props.onRetry} />;
  if (props.isLoading) return <SkeletonRows rows={12} />;
  if (rows.length === 0) return <>{props.empty}</>;
  const { template, least } = tracksOf(
    props.columns.map(column => column.width),
    onCheck !== undefined,
  );
  return (
    <div className="sd-worklist" data-cards={cards}>
      {checked && checked.size > 0 && (
        <div className="sd-bulk" role="region" aria-label="Selected rows">
          <strong>{checked.size} selected</strong>
          {props.bulkActions}
          <span className="sd-grow" />
          <button type="button" className="sd-bulk__clear" onClick={() => onCheck?.(new Set())}>
            Clear
          </button>
        </div>
      )}
      <div
        ref={scroller}
        className="sd-worklist__scroller"
        role="table"
        aria-label={props.label}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
      >
        <div role="presentation" style={{ minWidth: cards ? undefined : least }} onKeyDown={onKeyDown}>
          <WorklistHead
            columns={props.columns}
            template={template}
            sort={props.sort}
            onSort={props.onSort}
            allChecked={checked !== undefined && rows.every(row => checked.has(rowId(row)))}
            onCheckAll={onCheck && (all => onCheck(all ? new Set(rows.map(rowId)) : new Set()))}
          />
          <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {items.map(item => {
              const row = rows[item.index] as Row;
              const id = rowId(row);
              return (
                <WorklistRow
                  key={id}
                  measure={cards ? virtualizer.measureElement : undefined}
                  row={row}
                  index={item.index}
                  top={item.start}
                  columns={props.columns}
                  template={template}
                  label={props.rowLabel(row)}
                  selected={id === props.selectedId}
                  tabbable={item.index === tabbable}
                  checked={checked?.has(id)}
                  onToggle={onCheck && (() => toggle(row))}
                  onClick={() => {
                    setWalkedTo(item.index);
                    (onSelect ?? onOpen)?.(row);
                  }}
                  onDoubleClick={onSelect && onOpen && (() => onOpen(row))}
                />
              );
            })}
          </div>
        </div>
        {isLoadingMore && <SkeletonRows rows={3} />}
      </div>
    </div>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT|BUTTON|A)$/.test(target.tagName);
}
