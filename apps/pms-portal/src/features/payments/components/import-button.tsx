import Button from '@mui/material/Button';
import { formatCents } from '@spark-den/kernel';
import { ConfirmDialog, InlineAlert } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useRef, useState } from 'react';
import { billing } from '../api/billing.ts';
import { HOLD_REASON, REMITTANCE_STATUS } from '../lib/texts.ts';

type Result = Awaited<ReturnType<typeof billing.importRemittance>>;

/** Takes an 835 file from this computer and says what became of each remittance in it. */
export function ImportButton() {
  const input = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<Result>();
  const take = useCommand({
    touches: 'billing',
    run: async (file: File) =>
      billing.importRemittance({
        fileName: file.name,
        base64: toBase64(new Uint8Array(await file.arrayBuffer())),
      }),
    done: ({ remittances }) =>
      `${remittances.length} ${remittances.length === 1 ? 'remittance' : 'remittances'} read`,
    onDone: setResult,
  });
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="835 file"
        accept=".835,.edi,.x12,.txt"
        onChange={event => {
          const file = event.target.files?.[0];
          if (file) take.mutate(file);
          event.target.value = '';
        }}
      />
      <Button
        variant="contained"
        color="primary"
        disabled={take.isPending}
        onClick={() => input.current?.click()}
      >
        {take.isPending ? 'Reading…' : 'Import 835'}
      </Button>
      {result && (
        <ConfirmDialog
          title="What became of the file"
          confirmLabel="Close"
          width={620}
          onConfirm={() => setResult(undefined)}
          onClose={() => setResult(undefined)}
        >
          {result.remittances.map((remittance, index) => (
            <InlineAlert
              key={index}
              tone={TONE[remittance.status]}
              title={`${REMITTANCE_STATUS[remittance.status].label}: ${remittance.payer || 'no payer'} ${remittance.trace} · ${formatCents(remittance.amountCents)}`}
            >
              {remittance.reason && <p>{HOLD_REASON[remittance.reason] ?? remittance.reason}</p>}
              {remittance.unmatched.length > 0 && (
                <p>
                  {remittance.unmatched.length} of {remittance.claims} claims wait to be matched, with{' '}
                  {formatCents(remittance.unappliedCents)} in unapplied insurance cash.
                </p>
              )}
              {remittance.status !== 'posted' && <p>{remittance.findings[0]?.message}</p>}
            </InlineAlert>
          ))}
        </ConfirmDialog>
      )}
    </>
  );
}

const TONE = { posted: 'success', duplicate: 'info', held: 'warning', rejected: 'danger' } as const;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  const step = 0x8000;
  for (let start = 0; start < bytes.length; start += step) {
    text += String.fromCharCode(...bytes.subarray(start, start + step));
  }
  return btoa(text);
}
