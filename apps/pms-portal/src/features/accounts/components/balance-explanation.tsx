import type { AccountCode } from '@spark-den/contracts/billing/ledger-types';
import { PeekPanel } from '@spark-den/ui';
import { ExplanationLedger } from './explanation-ledger.tsx';

interface BalanceExplanationProps {
  readonly title: string;
  readonly patientId: string;
  readonly account: AccountCode;
  /** A credit is shown as a positive amount. */
  readonly creditNormal?: boolean;
  readonly onClose: () => void;
}

/** How a balance of a patient is made. */
export function BalanceExplanation({ onClose, ...balance }: BalanceExplanationProps) {
  return (
    <PeekPanel
      title={`How “${balance.title}” is made`}
      subtitle="Every posting, oldest first"
      onClose={onClose}
    >
      <ExplanationLedger {...balance} />
    </PeekPanel>
  );
}
