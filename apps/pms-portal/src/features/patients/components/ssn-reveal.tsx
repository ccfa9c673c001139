import Button from '@mui/material/Button';
import { errorText, ReasonDialog, useToast } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { patients } from '../api/patient-queries.ts';

const SHOWN_MS = 30_000;

/** Four digits; the whole number for half a minute, after saying why. It is never kept in a cache. */
export function SsnReveal({
  patientId,
  last4,
}: {
  readonly patientId: string;
  readonly last4: string | null;
}) {
  const session = useSession();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [ssn, setSsn] = useState<string>();
  useEffect(() => {
    if (ssn === undefined) return;
    const timer = setTimeout(() => setSsn(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [ssn]);
  const reveal = useMutation({
    mutationFn: (reason: string) => patients.revealSsn({ patientId, reason }),
    gcTime: 0,
    onSuccess: result => setSsn(result.ssn),
    onError: error => toast.show(errorText(error).title, { tone: 'danger' }),
    onSettled: () => setAsking(false),
  });
  if (last4 === null) return <>Not recorded</>;
  if (ssn !== undefined) {
    return (
      <span className="sd-num">
        {ssn.slice(0, 3)}-{ssn.slice(3, 5)}-{ssn.slice(5)}
      </span>
    );
  }
  return (
    <>
      <span className="sd-num">•••-••-{last4}</span>{' '}
      {session.can('patients.ssn.reveal') && (
        <Button size="small" onClick={() => setAsking(true)}>
          Show
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title="Show the Social Security number"
          confirmLabel="Show for 30 seconds"
          noteLabel="What is it needed for? The audit log keeps it."
          busy={reveal.isPending}
          onClose={() => setAsking(false)}
          onConfirm={({ note }) => reveal.mutate(note)}
        />
      )}
    </>
  );
}
