import { ArrowDown, ArrowUp } from 'lucide-react';
import type { WorklistColumn } from './worklist.tsx';
import { parseSort, toggleSort } from './worklist-model.ts';

interface WorklistHeadProps<Row> {
  readonly columns: readonly WorklistColumn<Row>[];
  readonly template: string;
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
  readonly allChecked: boolean;
  readonly onCheckAll: ((all: boolean) => void) | undefined;
}

/** The header row: click sorts by the column alone, Shift-click adds it to the order. */
export function WorklistHead<Row>({
  columns,
  template,
  sort,
  onSort,
  allChecked,
  onCheckAll,
}: WorklistHeadProps<Row>) {
  const keys = parseSort(sort);
  return (
    <div role="rowgroup" className="sd-worklist__head">
      <div role="row" className="sd-worklist__row" style={{ gridTemplateColumns: template }}>
        {onCheckAll && (
          <div role="columnheader" className="sd-worklist__check">
            <input
              type="checkbox"
              aria-label="Select all loaded rows"
              checked={allChecked}
              onChange={event => onCheckAll(event.target.checked)}
            />
          </div>
        )}
        {columns.map(column => {
          const key = keys.find(({ column: id }) => id === column.id);
          const order = key && (key.descending ? 'descending' : 'ascending');
          return (
            <div key={column.id} role="columnheader" aria-sort={order} data-align={column.align ?? 'start'}>
              {column.sortable && onSort ? (
                <button type="button" onClick={event => onSort(toggleSort(sort, column.id, event.shiftKey))}>
                  {column.header}
                  {key &&
                    (key.descending ? (
                      <ArrowDown size={12} aria-hidden />
                    ) : (
                      <ArrowUp size={12} aria-hidden />
                    ))}
                </button>
              ) : (
                column.header
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
