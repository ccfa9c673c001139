import Button from '@mui/material/Button';
import type { VisitCharge } from '@spark-den/contracts/billing/charge-types';
import {
  DateText,
  EmptyState,
  FactList,
  PeekPanel,
  ReasonDialog,
  SplitPane,
  StatusChip,
  TimeText,
  Worklist,
  type Tone,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useCommand, useSession } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { billing, missingChargesQuery } from '../api/charge-queries.ts';
import { useNames } from '../lib/use-names.ts';

const STATE: Readonly<Record<VisitCharge['state'], readonly [Tone, string]>> = {
  'no-encounter': ['warning', 'Encounter not signed'],
  'no-charge-drafted': ['danger', 'No charge'],
  draft: ['info', 'Draft not posted'],
  posted: ['success', 'Posted'],
  'no-charge': ['neutral', 'No charge, with reason'],
};

const NO_CHARGE_REASONS = [
  { value: 'follow-up-in-global-period', label: 'Follow-up in a global period' },
  { value: 'no-service-given', label: 'No service was given' },
  { value: 'courtesy', label: 'Courtesy' },
  { value: 'billed-elsewhere', label: 'Billed elsewhere' },
] as const;
type NoChargeReason = (typeof NO_CHARGE_REASONS)[number]['value'];

/** Kept visits that end neither in a charge nor in a reason, oldest first. */
export function MissingCharges() {
  const [params, setParams] = useSearchParams();
  const list = pagedRows(useInfiniteQuery(missingChargesQuery()));
  const { rows } = list;
  const nameOf = useNames(rows.map(row => row.patientId));
  const selected = rows.find(row => row.appointmentId === params.get('visit'));
  const select = (visit: VisitCharge | undefined) =>
    setParams(current => {
      if (visit) current.set('visit', visit.appointmentId);
      else current.delete('visit');
      return current;
    });
  const columns: readonly WorklistColumn<VisitCharge>[] = [
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(180px, 2fr)',
      cell: visit => nameOf(visit.patientId),
    },
    {
      id: 'date',
      header: 'Service',
      width: '96px',
      cell: visit => <DateText value={visit.dateOfService} />,
    },
    {
      id: 'state',
      header: 'State',
      width: '190px',
      cell: visit => <StatusChip tone={STATE[visit.state][0]}>{STATE[visit.state][1]}</StatusChip>,
    },
    {
      id: 'open',
      header: 'Open for',
      width: '130px',
      cell: visit =>
        visit.overdue ? (
          <StatusChip tone="critical">{visit.hoursOpen} h</StatusChip>
        ) : (
          <span className="sd-num">{visit.hoursOpen} h</span>
        ),
    },
    {
      id: 'kept',
      header: 'Kept',
      width: '140px',
      wideOnly: true,
      cell: visit => <TimeText value={visit.keptAt} form="short" />,
    },
  ];
  return (
    <SplitPane
      peek={
        selected && (
          <VisitPeek visit={selected} name={nameOf(selected.patientId)} onClose={() => select(undefined)} />
        )
      }
    >
      <Worklist
        label="Missing charges"
        columns={columns}
        rowId={visit => visit.appointmentId}
        rowLabel={visit => nameOf(visit.patientId)}
        selectedId={selected?.appointmentId}
        onSelect={select}
        {...list}
        empty={
          <EmptyState kind="done" title="Every kept visit has its charges">
            A visit appears here from the moment the patient is with the provider until its charge is posted.
          </EmptyState>
        }
      />
    </SplitPane>
  );
}

interface VisitPeekProps {
  readonly visit: VisitCharge;
  readonly name: string;
  readonly onClose: () => void;
}

function VisitPeek({ visit, name, onClose }: VisitPeekProps) {
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const explain = useCommand({
    touches: 'billing',
    run: ({ reason, note }: { reason: string; note: string }) =>
      billing.recordNoCharge({
        appointmentId: visit.appointmentId,
        reason: reason as NoChargeReason,
        note: note === '' ? undefined : note,
      }),
    done: 'Reason recorded',
    onDone: onClose,
  });
  const entry = new URLSearchParams({
    patient: visit.patientId,
    provider: visit.providerId,
    location: visit.locationId,
    date: visit.dateOfService,
    appointment: visit.appointmentId,
    ...(visit.encounterId ? { encounter: visit.encounterId } : {}),
  });
  return (
    <PeekPanel
      title={name}
      subtitle={<DateText value={visit.dateOfService} />}
      onClose={onClose}
      footer={
        session.can('billing.charge.edit') && (
          <div className="sd-actions">
            <Button onClick={() => setAsking(true)}>No charge…</Button>
            {visit.chargeId ? (
              <Button component={Link} to={`/charges/${visit.chargeId}`} variant="contained" color="primary">
                Open draft
              </Button>
            ) : (
              <Button
                component={Link}
                to={`/charges/new?${entry.toString()}`}
                variant="contained"
                color="primary"
              >
                Enter charge
              </Button>
            )}
          </div>
        )
      }
    >
      <FactList
        facts={[
          [
            'State',
            <StatusChip key="state" tone={STATE[visit.state][0]}>
              {STATE[visit.state][1]}
            </StatusChip>,
          ],
          ['Kept', <TimeText key="kept" value={visit.keptAt} form="full" />],
          ['Encounter', visit.encounterId ? 'Signed' : 'Not signed yet'],
        ]}
      />
      {asking && (
        <ReasonDialog
          title="No charge for this visit"
          confirmLabel="Record the reason"
          reasons={[...NO_CHARGE_REASONS]}
          busy={explain.isPending}
          onConfirm={answer => explain.mutate(answer)}
          onClose={() => setAsking(false)}
        />
      )}
    </PeekPanel>
  );
}
