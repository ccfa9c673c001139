import Button from '@mui/material/Button';
import type { Statement } from '@spark-den/contracts/billing/statement-types';
import {
  DateText,
  EmptyState,
  FactList,
  Ledger,
  MoneyText,
  PeekPanel,
  SplitPane,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { openFile, useListParams, usePatientNames } from '../../payments/public.ts';
import { statementsQuery } from '../api/statement-queries.ts';

function columnsOf(nameOf: (patientId: string) => string): readonly WorklistColumn<Statement>[] {
  return [
    {
      id: 'number',
      header: 'Statement',
      width: '112px',
      cell: row => <span className="sd-num">{row.number}</span>,
    },
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(160px, 2fr)',
      cell: row => nameOf(row.patientId),
    },
    { id: 'issued', header: 'Issued', width: '104px', cell: row => <DateText value={row.issuedOn} /> },
    { id: 'due', header: 'Pay by', width: '104px', cell: row => <DateText value={row.dueOn} /> },
    {
      id: 'amount',
      header: 'Amount',
      width: '112px',
      align: 'end',
      cell: row => <MoneyText value={row.amountCents} />,
    },
  ];
}

/** Statements as they were issued, each with the very file that went out. */
export function IssuedList({ patientId }: { readonly patientId: string | undefined }) {
  const { get, set } = useListParams();
  const list = pagedRows(useInfiniteQuery(statementsQuery(patientId)));
  const { rows } = list;
  const nameOf = usePatientNames(rows.map(row => row.patientId));
  const selected = rows.find(row => row.statementId === get('statement'));
  return (
    <SplitPane
      peek={
        selected && (
          <PeekPanel
            title={selected.number}
            subtitle={nameOf(selected.patientId)}
            onClose={() => set({ statement: undefined })}
            footer={
              <div className="sd-actions">
                <Button
                  variant="contained"
                  color="primary"
                  onClick={() => void openFile(`/billing/statements/${selected.statementId}/pdf`)}
                >
                  Open PDF
                </Button>
              </div>
            }
          >
            <FactList
              facts={[
                ['Amount', <MoneyText value={selected.amountCents} strong />],
                ['Issued', <DateText value={selected.issuedOn} />],
                ['Pay by', <DateText value={selected.dueOn} />],
                ['Credit on that day', <MoneyText value={selected.creditCents} />],
                ['Account', <Link to={`/accounts/${selected.patientId}`}>{nameOf(selected.patientId)}</Link>],
              ]}
            />
            <Ledger
              label="Lines"
              columns={[
                {
                  header: 'Service',
                  cell: line => (line.serviceDate ? <DateText value={line.serviceDate} /> : '—'),
                },
                { header: 'What', cell: line => line.label },
                { header: 'Due', money: true, cell: line => <MoneyText value={line.dueCents} /> },
              ]}
              rows={selected.lines}
              rowKey={line => line.chargeLineId}
              totals={['', 'Total', <MoneyText value={selected.amountCents} strong />]}
            />
          </PeekPanel>
        )
      }
    >
      <Worklist
        label="Statements"
        columns={columnsOf(nameOf)}
        rowId={row => row.statementId}
        rowLabel={row => row.number}
        selectedId={selected?.statementId}
        onSelect={row => set({ statement: row.statementId })}
        {...list}
        empty={<EmptyState kind="first" title="No statement yet" />}
      />
    </SplitPane>
  );
}
