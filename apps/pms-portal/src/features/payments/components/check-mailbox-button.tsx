import Button from '@mui/material/Button';
import { useCommand } from '@spark-den/ui/portal';
import { integration } from '../api/billing.ts';

/** Fetches what waits at the clearinghouse now; by itself that happens every few seconds. */
export function CheckMailboxButton() {
  const check = useCommand({
    touches: 'billing',
    run: () => integration.pollMailbox({}),
    done: ({ received }) =>
      received === 0
        ? 'Nothing new in the mailbox'
        : `${received} ${received === 1 ? 'file' : 'files'} fetched`,
  });
  return (
    <Button disabled={check.isPending} onClick={() => check.mutate(undefined)}>
      {check.isPending ? 'Checking…' : 'Check mailbox'}
    </Button>
  );
}
