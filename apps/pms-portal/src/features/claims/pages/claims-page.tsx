import Button from '@mui/material/Button';
import type { ClaimSummary } from '@spark-den/contracts/billing/claim-types';
import { formatCents, sumCents, type LocalDate } from '@spark-den/kernel';
import {
  ConfirmDialog,
  DateText,
  DeadlineChip,
  EmptyState,
  MoneyText,
  PageHeader,
  SplitPane,
  StatusChip,
  useToday,
  ViewSwitch,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { billing, claimCountsQuery, claimsQuery } from '../api/claim-queries.ts';
import { ClaimPeek } from '../components/claim-peek.tsx';
import { useOwnerName } from '../components/owner-picker.tsx';
import { ClaimStatusChip } from '../components/claim-status-chip.tsx';
import { CLAIM_VIEWS, orderText, WAITS_FOR_FILING } from '../lib/claim-text.ts';

const NO_ROWS: ReadonlySet<string> = new Set();

function columnsOf(
  today: LocalDate,
  ownerName: (ownerId: string | null) => string,
): readonly WorklistColumn<ClaimSummary>[] {
  return [
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(160px, 1.4fr)',
      cell: claim => claim.patientName,
    },
    {
      id: 'status',
      header: 'Status',
      width: '126px',
      cell: claim => <ClaimStatusChip status={claim.status} />,
    },
    {
      id: 'reason',
      header: 'Why',
      width: 'minmax(200px, 2.4fr)',
      cell: claim => <span className="sd-text2">{claim.reason ?? '—'}</span>,
    },
    {
      id: 'payer',
      header: 'Payer',
      width: 'minmax(150px, 1.2fr)',
      cell: claim => (
        <>
          {claim.payerName}
          {claim.payerOrder !== 'primary' && (
            <span className="sd-text2"> · {orderText(claim.payerOrder)}</span>
          )}
        </>
      ),
    },
    {
      id: 'dateOfService',
      header: 'Service',
      width: '96px',
      cell: claim => <DateText value={claim.dateOfService} />,
    },
    {
      id: 'findings',
      header: 'Findings',
      width: '92px',
      wideOnly: true,
      cell: claim =>
        claim.errorCount > 0 ? (
          <StatusChip tone="danger">{claim.errorCount}</StatusChip>
        ) : claim.warningCount > 0 ? (
          <StatusChip tone="warning">{claim.warningCount}</StatusChip>
        ) : (
          '—'
        ),
    },
    {
      id: 'owner',
      header: 'Owner',
      width: 'minmax(90px, 0.8fr)',
      wideOnly: true,
      cell: claim => (claim.ownerId === null ? '—' : ownerName(claim.ownerId)),
    },
    {
      id: 'fileBy',
      header: 'File by',
      width: '112px',
      cell: claim =>
        claim.fileByDate && WAITS_FOR_FILING.has(claim.status) ? (
          <DeadlineChip due={claim.fileByDate} today={today} />
        ) : (
          '—'
        ),
    },
    {
      id: 'total',
      header: 'Charged',
      width: '100px',
      align: 'end',
      cell: claim => <MoneyText value={claim.totalCents} />,
    },
    {
      id: 'number',
      header: 'Claim',
      width: '120px',
      wideOnly: true,
      cell: claim => <span className="sd-num sd-text2">{claim.patientControlNumber}</span>,
    },
  ];
}

/** Beside an open detail the list keeps what tells claims apart. */
const BESIDE_PEEK: ReadonlySet<string> = new Set([
  'patient',
  'status',
  'payer',
  'dateOfService',
  'fileBy',
  'total',
]);
const isShort = (column: WorklistColumn<ClaimSummary>) => BESIDE_PEEK.has(column.id);

/** Claims by what they want: work first, then what may go. */
export function ClaimsPage() {
  useTitle('Claims Management');
  const session = useSession();
  const navigate = useNavigate();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const [checked, setChecked] = useState(NO_ROWS);
  const [confirming, setConfirming] = useState(false);
  const view = CLAIM_VIEWS.find(candidate => candidate.value === params.get('view')) ?? CLAIM_VIEWS[0];
  const selectedId = params.get('claim') ?? undefined;
  const list = pagedRows(
    useInfiniteQuery(
      claimsQuery({
        status: view?.statuses,
        payerId: params.get('payer') ?? undefined,
        ownerId: view?.value === 'mine' ? session.user.id : undefined,
      }),
    ),
  );
  const counts = useQuery(claimCountsQuery());
  const columns = columnsOf(today, useOwnerName('billing.claim.edit'));
  const { rows } = list;
  const mayWork = session.can('billing.claim.submit') && view?.value === 'ready';
  const chosen = rows.filter(claim => checked.has(claim.claimId));
  const toSend = chosen.length > 0 ? chosen : rows;
  const total = formatCents(sumCents(toSend, claim => claim.totalCents));
  const send = useCommand({
    touches: 'billing',
    run: () => billing.createClaimBatch({ claimIds: toSend.map(claim => claim.claimId) }),
    done: batch => `Batch ${batch.batchNumber}: ${batch.claimCount} claims on their way`,
    onDone: () => {
      setChecked(NO_ROWS);
      setConfirming(false);
    },
  });
  const change = (name: string, value: string | undefined) =>
    setParams(current => {
      if (value === undefined) current.delete(name);
      else current.set(name, value);
      if (name === 'view') current.delete('claim');
      return current;
    });
  const countOf = (statuses: readonly string[] | undefined) =>
    counts.data?.items
      .filter(item => statuses === undefined || statuses.includes(item.status))
      .reduce((sum, item) => sum + item.count, 0);
  const sendLabel = `Send ${toSend.length} ${toSend.length === 1 ? 'claim' : 'claims'} · ${total}`;

  return (
    <>
      <PageHeader
        title="Claims Management"
        actions={
          <>
            <Button component={Link} to="/claims/batches">
              Batches
            </Button>
            {session.can('integration.file.read') && (
              <Button component={Link} to="/claims/files">
                Files
              </Button>
            )}
            {mayWork && rows.length > 0 && (
              <Button variant="contained" color="primary" onClick={() => setConfirming(true)}>
                {sendLabel}
              </Button>
            )}
          </>
        }
      />
      <ViewSwitch
        label="Views"
        value={view?.value ?? 'attention'}
        onChange={value => {
          setChecked(NO_ROWS);
          change('view', value);
        }}
        views={CLAIM_VIEWS.map(({ value, label, statuses }) => ({
          value,
          label,
          count: value === 'mine' ? undefined : countOf(statuses),
        }))}
      />
      <SplitPane
        peek={
          selectedId && (
            <ClaimPeek claimId={selectedId} today={today} onClose={() => change('claim', undefined)} />
          )
        }
      >
        <Worklist
          label="Claims"
          columns={selectedId === undefined ? columns : columns.filter(isShort)}
          rowId={claim => claim.claimId}
          rowLabel={claim => `${claim.patientControlNumber}, ${claim.patientName}`}
          selectedId={selectedId}
          onSelect={claim => change('claim', claim.claimId)}
          onOpen={claim => navigate(`/claims/${claim.claimId}`)}
          checked={mayWork ? checked : undefined}
          onCheck={mayWork ? setChecked : undefined}
          {...list}
          empty={
            view?.value === 'attention' ? (
              <EmptyState kind="done" title="No claim waits for you">
                Held and rejected claims appear here with the reason.
              </EmptyState>
            ) : (
              <EmptyState kind="no-match" title="No claims in this view">
                Claims are made when charges are posted.
              </EmptyState>
            )
          }
        />
      </SplitPane>
      {confirming && (
        <ConfirmDialog
          title="Send claims"
          confirmLabel={sendLabel}
          busy={send.isPending}
          onConfirm={() => send.mutate(undefined)}
          onClose={() => setConfirming(false)}
        >
          They go in one file to the clearinghouse. What is sent does not change any more.
        </ConfirmDialog>
      )}
    </>
  );
}
