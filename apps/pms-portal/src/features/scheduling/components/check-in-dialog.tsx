import type { AppointmentSummary, CheckInGate, GateResult } from '@spark-den/contracts/scheduling/types';
import { CHECK_IN_GATES } from '@spark-den/contracts/scheduling/types';
import { formatCents } from '@spark-den/kernel';
import { ErrorState, FormDialog, SkeletonRows, useToast, useZone } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { checkInQuery, patients } from '../api/scheduling-queries.ts';
import { useTakeStep } from '../api/visit-commands.ts';
import { findingWords, GATE_TITLES } from '../lib/gate-words.ts';
import { refusal } from '../lib/problem.ts';
import { CopayGate, visitReceiptsQuery } from './copay-gate.tsx';
import { GateRow } from './gate-row.tsx';

type Results = Partial<Record<CheckInGate, GateResult>>;

/** Identity, coverage, consent and copay: each settled here, or overridden with a reason. */
export function CheckInDialog({
  visit,
  onClose,
}: {
  readonly visit: AppointmentSummary;
  readonly onClose: () => void;
}) {
  const session = useSession();
  const client = useQueryClient();
  const status = useQuery(checkInQuery(visit.appointmentId));
  const receipts = useQuery({
    ...visitReceiptsQuery(visit.appointmentId),
    enabled: session.can('billing.balance.read'),
  });
  const [given, setGiven] = useState<Results>({});
  const take = useTakeStep();
  const paid = receipts.data?.items.find(receipt => receipt.state === 'posted');
  const results: Results = { ...satisfiedBy(status.data?.gates, paid?.number), ...given };
  const done = CHECK_IN_GATES.flatMap(gate => results[gate] ?? []);
  const set = (result: GateResult) => setGiven(before => ({ ...before, [result.gate]: result }));
  const seen = (gate: CheckInGate, evidence: string) => set({ gate, outcome: 'satisfied', evidence });
  const recheck = () =>
    void client.invalidateQueries({ queryKey: ['scheduling', 'check-in', visit.appointmentId] });
  const settle = useSettleGate(visit, recheck);
  return (
    <FormDialog
      title={`Check in ${visit.patientName}`}
      width={620}
      confirmLabel="Check in"
      busy={take.isPending}
      disabled={done.length < CHECK_IN_GATES.length}
      onConfirm={() =>
        take.mutate(
          { visit, step: { action: 'check-in', gates: done }, done: 'checked in' },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <div className="sd-field" data-span={12}>
        {status.error && <ErrorState error={status.error} onRetry={() => void status.refetch()} />}
        {!status.data && !status.error && <SkeletonRows rows={4} />}
        {status.data?.gates.map(({ gate, state, finding }) => (
          <GateRow
            key={gate}
            gate={gate}
            title={GATE_TITLES[gate]}
            state={state}
            finding={
              gate === 'copay' && paid
                ? `Receipt ${paid.number}, ${formatCents(paid.amountCents)}.`
                : gate === 'copay' && status.data.copayCents
                  ? `The payer states a copay of ${formatCents(status.data.copayCents)}.`
                  : findingWords(finding)
            }
            result={results[gate]}
            mayOverride={session.can('scheduling.visit.override-gate')}
            onOverride={reason => set({ gate, outcome: 'overridden', reason })}
            onClear={() => setGiven(({ [gate]: _cleared, ...rest }) => rest)}
          >
            {gate === 'identity' && (
              <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate('identity')}>
                Photo ID seen
              </Button>
            )}
            {gate === 'coverage' && (
              <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate('coverage')}>
                Ask the payer now
              </Button>
            )}
            {gate === 'consent' && (
              <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate('consent')}>
                Signed on paper today
              </Button>
            )}
            {gate === 'copay' && session.can('billing.payment.collect') && (
              <CopayGate
                key={status.data.copayCents}
                visit={visit}
                due={status.data.copayCents}
                onCollected={number => seen('copay', `receipt ${number}`)}
              />
            )}
          </GateRow>
        ))}
      </div>
    </FormDialog>
  );
}

/** What the patients service and billing already know. */
function satisfiedBy(
  gates:
    readonly { readonly gate: CheckInGate; readonly state: string; readonly finding: string }[] | undefined,
  receipt: string | undefined,
): Results {
  const known = (gates ?? [])
    .filter(gate => gate.state === 'satisfied')
    .map(({ gate, finding }) => [gate, { gate, outcome: 'satisfied', evidence: finding } as const] as const);
  const results: Results = Object.fromEntries(known);
  return receipt
    ? { ...results, copay: { gate: 'copay', outcome: 'satisfied', evidence: `receipt ${receipt}` } }
    : results;
}

/** Settles a gate where it belongs: with the patients service, which keeps who saw what. */
function useSettleGate(visit: AppointmentSummary, recheck: () => void) {
  const toast = useToast();
  const zone = useZone();
  const { patientId, date, patientName } = visit;
  return useMutation({
    mutationFn: async (gate: 'identity' | 'coverage' | 'consent') => {
      if (gate === 'identity') {
        await patients.verifyIdentity({ patientId, method: 'photo-id' });
      } else if (gate === 'consent') {
        for (const kind of ['treatment', 'privacy-notice'] as const) {
          const consent = {
            kind,
            status: 'given',
            signedOn: date,
            signedBy: patientName,
            source: 'paper',
          } as const;
          await patients.recordConsent({ patientId, consent });
        }
      } else {
        const { items } = await patients.listCoverages({ patientId, on: date });
        const [primary] = items;
        if (primary) {
          await patients.checkEligibility({
            coverageId: primary.id,
            serviceDate: date,
            serviceTypeCode: '98',
          });
        }
      }
    },
    onSettled: recheck,
    onError: error => toast.show(refusal(error, zone), { tone: 'danger' }),
  });
}
