import type { MouseEvent } from 'react';
import type { WorklistColumn } from './worklist.tsx';

interface WorklistRowProps<Row> {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly WorklistColumn<Row>[];
  readonly template: string;
  readonly label: string;
  readonly selected: boolean;
  readonly tabbable: boolean;
  readonly checked: boolean | undefined;
  readonly onToggle: (() => void) | undefined;
  readonly onClick: () => void;
  readonly onDoubleClick: (() => void) | undefined;
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
}

export function WorklistRow<Row>(props: WorklistRowProps<Row>) {
  const { row, index, columns, onToggle, measure } = props;
  // what is clicked inside a row, such as its check box or a button of its own, does not open it
  const unlessOnControl = (act: (() => void) | undefined) => (event: MouseEvent) => {
    if (!(event.target as Element).closest('a, button, input, select, label')) act?.();
  };
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the list handles the keys of its rows
    <div
      ref={measure}
      role="row"
      className="sd-worklist__row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      tabIndex={props.tabbable ? 0 : -1}
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.top}px)` }}
      onClick={unlessOnControl(props.onClick)}
      onDoubleClick={unlessOnControl(props.onDoubleClick)}
    >
      {onToggle && (
        <div role="cell" className="sd-worklist__check">
          <input
            type="checkbox"
            aria-label={`Select ${props.label}`}
            checked={props.checked ?? false}
            onChange={onToggle}
            tabIndex={-1}
          />
        </div>
      )}
      {columns.map(column => (
        <div
          key={column.id}
          role="cell"
          data-align={column.align ?? 'start'}
          data-primary={column.primary}
          data-wide-only={column.wideOnly}
          data-label={column.header}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}
