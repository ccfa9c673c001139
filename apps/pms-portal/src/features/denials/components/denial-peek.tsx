import type { Denial } from '@spark-den/contracts/billing/denial-types';
import type { LocalDate } from '@spark-den/kernel';
import { PeekPanel } from '@spark-den/ui';
import { Link } from 'react-router-dom';
import { DenialActions } from './denial-actions.tsx';
import { DenialFacts } from './denial-facts.tsx';

interface DenialPeekProps {
  readonly denial: Denial;
  readonly patientName: string;
  readonly today: LocalDate;
  readonly onClose: () => void;
}

export function DenialPeek({ denial, patientName, today, onClose }: DenialPeekProps) {
  return (
    <PeekPanel
      title={denial.categoryLabel}
      subtitle={`${patientName} · ${denial.payerName}`}
      onClose={onClose}
      footer={<DenialActions denial={denial} />}
    >
      <DenialFacts denial={denial} patientName={patientName} today={today} />
      <p>
        <Link to={`/denials/${denial.denialId}`}>Open with its history</Link>
      </p>
    </PeekPanel>
  );
}
