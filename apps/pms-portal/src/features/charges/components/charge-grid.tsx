import IconButton from '@mui/material/IconButton';
import type { ChargeLine } from '@spark-den/contracts/billing/charge-types';
import type { LocalDate } from '@spark-den/kernel';
import { CodePicker, MoneyText } from '@spark-den/ui';
import { X } from 'lucide-react';
import { useCallback, type Dispatch, type KeyboardEvent } from 'react';
import { pointerLetter } from '../../claims/public.ts';
import { searchCodes } from '../api/charge-queries.ts';
import { newLine, type ChargeDraft, type DraftChange, type DraftLine } from '../lib/charge-draft.ts';

/** Prices by line, as the server answered last. */
interface Prices {
  readonly lines: readonly Pick<ChargeLine, 'code' | 'chargeCents'>[];
}

interface ChargeGridProps {
  readonly draft: ChargeDraft;
  readonly preview: Prices | undefined;
  readonly dispatch: Dispatch<DraftChange>;
  readonly readOnly: boolean;
}

/** Services line by line with spreadsheet keys: arrows move between rows, the last box adds the next line. */
export function ChargeGrid({ draft, preview, dispatch, readOnly }: ChargeGridProps) {
  const on: LocalDate = draft.dateOfService;
  const search = useCallback(
    (text: string, signal: AbortSignal) => searchCodes('procedure', text, on, signal),
    [on],
  );
  return (
    <>
      {draft.lines.length > 0 && (
        <div
          role={readOnly ? 'region' : 'presentation'}
          // without fields to step into, what is wider than the window must be reached itself
          aria-label={readOnly ? 'Services of the charge' : undefined}
          tabIndex={readOnly ? 0 : undefined}
          className="sd-charge-scroll"
          onKeyDown={moveBetweenRows}
        >
          <table className="sd-charge-grid">
            <thead>
              <tr>
                <th scope="col">Service</th>
                <th scope="col">Modifiers</th>
                <th scope="col">Units</th>
                <th scope="col">For diagnosis</th>
                <th scope="col" data-money="true">
                  Charge
                </th>
                <th scope="col">
                  <span className="sd-visually-hidden">Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {draft.lines.map((line, index) => (
                <GridRow
                  key={line.key}
                  line={line}
                  row={index}
                  diagnoses={draft.diagnoses.length}
                  chargeCents={priceOf(preview, index, line.code)}
                  dispatch={dispatch}
                  readOnly={readOnly}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!readOnly && (
        <CodePicker
          label="Add a service"
          placeholder="Code or words, Enter adds"
          search={search}
          onPick={({ code, label }) =>
            dispatch({ type: 'add-line', line: newLine(code, label, draft.diagnoses.length > 0) })
          }
        />
      )}
    </>
  );
}

interface GridRowProps {
  readonly line: DraftLine;
  readonly row: number;
  readonly diagnoses: number;
  /** Undefined while the price is not known yet; null where no schedule names the code. */
  readonly chargeCents: ChargeLine['chargeCents'] | undefined;
  readonly dispatch: Dispatch<DraftChange>;
  readonly readOnly: boolean;
}

function GridRow({ line, row, diagnoses, chargeCents, dispatch, readOnly }: GridRowProps) {
  const name = `line ${row + 1}, ${line.code}`;
  const change = (value: Partial<DraftLine>) => dispatch({ type: 'change-line', key: line.key, value });
  return (
    <tr>
      <td>
        <span className="sd-code">{line.code}</span>
        <span className="sd-text2">{line.label}</span>
      </td>
      <td>
        {readOnly ? (
          <span className="sd-num">{line.modifiers || '—'}</span>
        ) : (
          <input
            className="sd-input sd-charge-grid__modifiers"
            aria-label={`Modifiers of ${name}`}
            data-cell={`${row}:modifiers`}
            value={line.modifiers}
            autoComplete="off"
            onChange={event => change({ modifiers: event.target.value.toUpperCase() })}
          />
        )}
      </td>
      <td>
        {readOnly ? (
          <span className="sd-num">{line.units}</span>
        ) : (
          <input
            className="sd-input sd-charge-grid__units"
            aria-label={`Units of ${name}`}
            data-cell={`${row}:units`}
            inputMode="numeric"
            value={line.units}
            autoComplete="off"
            onChange={event => change({ units: event.target.value })}
          />
        )}
      </td>
      <td>
        <span className="sd-pointers" role="group" aria-label={`Diagnoses of ${name}`}>
          {Array.from({ length: diagnoses }, (_, index) => (
            <button
              key={index}
              type="button"
              aria-pressed={line.pointers.includes(index + 1)}
              disabled={readOnly}
              onClick={() => dispatch({ type: 'toggle-pointer', key: line.key, pointer: index + 1 })}
            >
              {pointerLetter(index + 1)}
            </button>
          ))}
        </span>
      </td>
      <td data-money="true">
        {chargeCents === undefined ? (
          '…'
        ) : chargeCents === null ? (
          'No price'
        ) : (
          <MoneyText value={chargeCents} />
        )}
      </td>
      <td>
        {!readOnly && (
          <IconButton
            aria-label={`Remove ${name}`}
            onClick={() => dispatch({ type: 'remove-line', key: line.key })}
          >
            <X size={16} />
          </IconButton>
        )}
      </td>
    </tr>
  );
}

/** Up and down keep the column, as in a spreadsheet. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
  const cell = (event.target as HTMLElement).dataset.cell;
  if (step === undefined || cell === undefined || event.ctrlKey || event.metaKey) return;
  const [row = '0', column = ''] = cell.split(':');
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-cell="${Number(row) + step}:${column}"]`,
  );
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The price of a line, unless the answer is about another code that stood there before. */
function priceOf(
  prices: Prices | undefined,
  index: number,
  code: string,
): ChargeLine['chargeCents'] | undefined {
  const line = prices?.lines[index];
  return line?.code === code ? line.chargeCents : undefined;
}
