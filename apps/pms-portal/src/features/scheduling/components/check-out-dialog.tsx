import type { AppointmentSummary } from '@spark-den/contracts/scheduling/types';
import { CheckInput, FormDialog, SelectInput } from '@spark-den/ui';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useTakeStep } from '../api/visit-commands.ts';

const NEXT = [
  { value: 'booked', label: 'Is booked' },
  { value: 'not-needed', label: 'Not needed' },
  { value: 'declined', label: 'Patient declined' },
] as const;

/** Ends a visit when charges, the next visit and the balance have been looked at. */
export function CheckOutDialog({
  visit,
  onClose,
}: {
  readonly visit: AppointmentSummary;
  readonly onClose: () => void;
}) {
  const [chargesReviewed, setCharges] = useState(false);
  const [balanceReviewed, setBalance] = useState(false);
  const [nextVisit, setNext] = useState<(typeof NEXT)[number]['value'] | ''>('');
  const take = useTakeStep();
  const confirm = () => {
    if (nextVisit === '') return;
    take.mutate(
      {
        visit,
        step: { action: 'check-out', chargesReviewed, nextVisit, balanceReviewed },
        done: 'checked out',
      },
      { onSuccess: onClose },
    );
  };
  return (
    <FormDialog
      title={`Check out ${visit.patientName}`}
      confirmLabel="Check out"
      busy={take.isPending}
      disabled={!chargesReviewed || !balanceReviewed || nextVisit === ''}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="sd-field" data-span={12}>
        <CheckInput
          label="Charges of the visit reviewed"
          checked={chargesReviewed}
          onChange={event => setCharges(event.target.checked)}
        />
        <CheckInput
          label="Balance talked over with the patient"
          checked={balanceReviewed}
          onChange={event => setBalance(event.target.checked)}
        />
      </div>
      <SelectInput
        label="Next visit"
        required
        placeholder="Choose"
        options={NEXT}
        value={nextVisit}
        onChange={event => setNext(NEXT.find(entry => entry.value === event.target.value)?.value ?? '')}
      />
      <p className="sd-field sd-meta" data-span={12}>
        <Link to={`/accounts/${visit.patientId}`}>Account</Link> ·{' '}
        <Link to={`/charges?appointment=${visit.appointmentId}`}>Charges</Link>
      </p>
    </FormDialog>
  );
}
