import type { Coverage } from '@spark-den/contracts/patients/coverage-types';
import type { LocalDate } from '@spark-den/kernel';
import { DateInput, FormDialog, TextInput, useToday } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import type { z } from 'zod';
import { patients } from '../api/patient-queries.ts';

interface EndCoverageDialogProps {
  readonly coverage: z.output<typeof Coverage>;
  readonly onClose: () => void;
}

export function EndCoverageDialog({ coverage, onClose }: EndCoverageDialogProps) {
  const [lastDay, setLastDay] = useState<LocalDate | ''>(useToday());
  const [reason, setReason] = useState('');
  const save = useCommand({
    touches: 'patients',
    done: `${coverage.payerName} ended`,
    onDone: onClose,
    run: (day: LocalDate) =>
      patients.endCoverage({ coverageId: coverage.id, lastDay: day, reason }, { version: coverage.version }),
  });
  return (
    <FormDialog
      title={`End ${coverage.payerName}`}
      confirmLabel="End coverage"
      busy={save.isPending}
      disabled={lastDay === '' || reason.trim() === ''}
      onConfirm={() => lastDay !== '' && save.mutate(lastDay)}
      onClose={onClose}
    >
      <DateInput label="Last day" required span={6} value={lastDay} onValueChange={setLastDay} />
      <TextInput
        label="Reason"
        required
        hint="Such as: changed jobs; moved to Medicaid"
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
