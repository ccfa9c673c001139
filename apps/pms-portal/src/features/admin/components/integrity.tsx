import Button from '@mui/material/Button';
import { StatusChip, errorText, useToast } from '@spark-den/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { audit, integrityQuery } from '../api/audit-queries.ts';

/** Whether the log is whole: what the last check found, and a way to check again. */
export function IntegrityStatus() {
  const { data } = useQuery(integrityQuery());
  const last = data?.lastVerification;
  if (!data) return null;
  if (!last)
    return (
      <span className="sd-meta">{data.sealedEvents.toLocaleString('en-US')} sealed, not verified yet</span>
    );
  return last.ok ? (
    <StatusChip tone="success">Whole: {last.events.toLocaleString('en-US')} events verified</StatusChip>
  ) : (
    <StatusChip tone="critical">Broken at position {last.finding?.position ?? '?'}</StatusChip>
  );
}

export function VerifyButton() {
  const queries = useQueryClient();
  const toast = useToast();
  const verify = useMutation({
    mutationFn: () => audit.verifyLog({}),
    onSuccess: async result => {
      await queries.invalidateQueries({ queryKey: ['audit', 'integrity'] });
      if (result.ok)
        toast.show(`The log is whole: ${result.events} events under ${result.batches} seals`, {
          tone: 'success',
        });
      else toast.show(result.finding?.explanation ?? 'The log is not whole', { tone: 'danger' });
    },
    onError: error => toast.show(errorText(error).title, { tone: 'danger' }),
  });
  return (
    <Button onClick={() => verify.mutate()} disabled={verify.isPending}>
      Verify now
    </Button>
  );
}
