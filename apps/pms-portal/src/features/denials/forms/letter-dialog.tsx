import type { Denial } from '@spark-den/contracts/billing/denial-types';
import { FormDialog, TextArea } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing, openFile } from '../../payments/public.ts';
import { codesOf } from '../lib/texts.ts';

/** The appeal to the payer: the facts fill themselves in, the argument is the person's. */
export function LetterDialog({ denial, onClose }: { readonly denial: Denial; readonly onClose: () => void }) {
  const opening = `You denied this service with ${codesOf(denial)}. We ask you to reconsider because `;
  const [argument, setArgument] = useState(opening);
  // a letter that breaks off after the opening says nothing
  const isUnsaid = argument.trim().length < 20 || argument.trim() === opening.trim();
  const { denialId } = denial;
  const write = useCommand({
    touches: 'billing',
    run: () => billing.writeAppealLetter({ denialId, argument }),
    done: () => 'The letter is written and kept',
    onDone: ({ documentId }) => {
      onClose();
      void openFile(`/billing/denials/${denialId}/letters/${documentId}`);
    },
  });
  return (
    <FormDialog
      title={`Appeal to ${denial.payerName}`}
      confirmLabel="Write and keep letter"
      width={620}
      busy={write.isPending}
      disabled={isUnsaid}
      onConfirm={() => write.mutate(undefined)}
      onClose={onClose}
    >
      <TextArea
        label="Why the payer is wrong"
        required
        rows={9}
        maxLength={4000}
        hint="Patient, claim, service, amount and the payer’s codes are in the letter already."
        value={argument}
        onChange={event => setArgument(event.target.value)}
      />
    </FormDialog>
  );
}
