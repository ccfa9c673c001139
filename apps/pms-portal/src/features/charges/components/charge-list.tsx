import type { ChargeSummary } from '@spark-den/contracts/billing/charge-types';
import { DateText, EmptyState, MoneyText, Worklist, type WorklistColumn } from '@spark-den/ui';
import { pagedRows } from '@spark-den/ui/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { chargesQuery, providersQuery, type ChargeListFilter } from '../api/charge-queries.ts';
import { useNames } from '../lib/use-names.ts';
import { ChargeStatusChip } from './charge-status-chip.tsx';

/** Charges of one kind; a row opens its page. */
export function ChargeList({ filter, empty }: { readonly filter: ChargeListFilter; readonly empty: string }) {
  const navigate = useNavigate();
  const list = pagedRows(useInfiniteQuery(chargesQuery(filter)));
  const providers = useQuery(providersQuery());
  const { rows } = list;
  const nameOf = useNames(rows.map(row => row.patientId));
  const providerOf = (id: string) =>
    providers.data?.items.find(provider => provider.id === id)?.lastName ?? '';
  const columns: readonly WorklistColumn<ChargeSummary>[] = [
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(180px, 1.6fr)',
      cell: charge => nameOf(charge.patientId),
    },
    { id: 'status', header: 'Status', width: '172px', cell: charge => <ChargeStatusChip charge={charge} /> },
    {
      id: 'date',
      header: 'Service',
      width: '96px',
      cell: charge => <DateText value={charge.dateOfService} />,
    },
    {
      id: 'codes',
      header: 'Services',
      width: 'minmax(180px, 2fr)',
      cell: charge => <span className="sd-num">{charge.codes.join(', ')}</span>,
    },
    {
      id: 'provider',
      header: 'Provider',
      width: '110px',
      wideOnly: true,
      cell: charge => providerOf(charge.providerId),
    },
    {
      id: 'source',
      header: 'From',
      width: '100px',
      wideOnly: true,
      cell: charge => (charge.source === 'encounter' ? 'Encounter' : 'By hand'),
    },
    {
      id: 'payer',
      header: 'Bills',
      width: '90px',
      wideOnly: true,
      cell: charge => (charge.payerId === null ? 'Patient' : 'Insurance'),
    },
    {
      id: 'total',
      header: 'Charge',
      width: '100px',
      align: 'end',
      cell: charge => <MoneyText value={charge.totalCents} />,
    },
  ];
  return (
    <Worklist
      label="Charges"
      columns={columns}
      rowId={charge => charge.chargeId}
      rowLabel={charge => nameOf(charge.patientId)}
      onOpen={charge => navigate(`/charges/${charge.chargeId}`)}
      {...list}
      empty={<EmptyState kind="done" title={empty} />}
    />
  );
}
