import type { Claim } from '@spark-den/contracts/billing/claim-types';
import { DiagnosisCode } from '@spark-den/contracts/billing/charge-types';
import { FormDialog, TextArea, TextInput } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing } from '../api/claim-queries.ts';
import { diagnosisText } from '../lib/claim-text.ts';

const words = (text: string) =>
  text
    .toUpperCase()
    .split(/[\s,]+/)
    .filter(Boolean);

/** A new version of a claim that went out: other diagnoses or modifiers; patient and coverage are read anew. */
export function CorrectionDialog({
  claim,
  onClose,
}: {
  readonly claim: Claim;
  readonly onClose: () => void;
}) {
  // of what was on the screen when it was opened
  const [version] = useState(claim.version);
  const [reason, setReason] = useState('');
  const [diagnoses, setDiagnoses] = useState(claim.diagnoses.map(diagnosisText).join(', '));
  const [modifiers, setModifiers] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(claim.lines.map(line => [line.lineId, line.modifiers.join(' ')])),
  );
  const codes = words(diagnoses);
  const wrong = codes.find(code => !DiagnosisCode.safeParse(code).success);
  const correct = useCommand({
    touches: 'billing',
    run: () =>
      billing.correctClaim(
        {
          claimId: claim.claimId,
          reason,
          diagnoses: codes,
          lines: claim.lines.map(line => ({
            lineId: line.lineId,
            modifiers: words(modifiers[line.lineId] ?? ''),
          })),
        },
        { version },
      ),
    done: corrected =>
      corrected.status === 'ready' ? 'Corrected and ready to send' : 'Corrected; the checks still stop it',
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Correct ${claim.patientControlNumber}`}
      confirmLabel="Make the new version"
      width={640}
      busy={correct.isPending}
      disabled={reason.trim() === '' || codes.length === 0 || wrong !== undefined}
      onConfirm={() => correct.mutate(undefined)}
      onClose={onClose}
    >
      <p className="sd-field" data-span={12}>
        {claim.status === 'rejected'
          ? 'The payer never decided this claim: it goes again as an original.'
          : `It goes as a replacement of the payer's claim ${claim.payerClaimNumber ?? ''}.`}{' '}
        Patient, coverage and provider are read anew: what was wrong with them is mended in their records.
      </p>
      <TextInput
        label="Diagnoses"
        hint="Principal first, separated by commas"
        error={wrong === undefined ? undefined : `${wrong} is no diagnosis code`}
        value={diagnoses}
        onChange={event => setDiagnoses(event.target.value)}
      />
      {claim.lines.map(line => (
        <TextInput
          key={line.lineId}
          span={6}
          label={`Modifiers of line ${line.lineNumber}, ${line.code}`}
          value={modifiers[line.lineId] ?? ''}
          onChange={event => setModifiers(current => ({ ...current, [line.lineId]: event.target.value }))}
        />
      ))}
      <TextArea
        label="Why"
        required
        rows={2}
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
