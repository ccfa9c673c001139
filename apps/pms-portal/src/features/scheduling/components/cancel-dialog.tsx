import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { FormDialog, formatDay, formatTime, SelectInput, TextInput, useToast, useZone } from '@spark-den/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { scheduling } from '../api/scheduling-queries.ts';
import { useRefreshVisits } from '../api/visit-commands.ts';
import { refusal } from '../lib/problem.ts';

const WHO = [
  { value: 'patient', label: 'The patient' },
  { value: 'practice', label: 'The practice' },
  { value: 'provider', label: 'The provider' },
] as const;
const REASONS = [
  'Feels better',
  'Ill',
  'No transport',
  'Work or family',
  'Provider away',
  'Insurance',
  'Other',
];

/** Cancels a visit: who asked for it and why. The server reckons the notice. */
export function CancelDialog({
  visit,
  onClose,
}: {
  readonly visit: AppointmentSummary;
  readonly onClose: () => void;
}) {
  const zone = useZone();
  const toast = useToast();
  const refresh = useRefreshVisits();
  const [by, setBy] = useState<(typeof WHO)[number]['value']>('patient');
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const cancel = useMutation({
    mutationFn: () =>
      scheduling.cancelAppointment(
        {
          appointmentId: visit.appointmentId,
          by,
          reason: note.trim() ? `${reason}: ${note.trim()}` : reason,
        },
        { version: visit.version },
      ),
    onSuccess: after => {
      toast.show(
        after.cancellation?.late ? `${after.patientName} cancelled late` : `${after.patientName} cancelled`,
        {
          tone: 'success',
        },
      );
      onClose();
    },
    onError: error => toast.show(refusal(error, zone), { tone: 'danger' }),
    onSettled: refresh,
  });
  return (
    <FormDialog
      title={`Cancel ${visit.patientName}`}
      tone="danger"
      confirmLabel={`Cancel visit of ${formatDay(visit.date)}, ${formatTime(visit.localStart)}`}
      busy={cancel.isPending}
      disabled={reason === ''}
      onConfirm={() => cancel.mutate()}
      onClose={onClose}
    >
      <SelectInput
        label="Who cancels"
        span={6}
        options={WHO}
        value={by}
        onChange={event => setBy(WHO.find(entry => entry.value === event.target.value)?.value ?? 'patient')}
      />
      <SelectInput
        label="Reason"
        span={6}
        required
        placeholder="Choose a reason"
        options={REASONS.map(value => ({ value, label: value }))}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <TextInput label="Note" maxLength={200} value={note} onChange={event => setNote(event.target.value)} />
    </FormDialog>
  );
}
