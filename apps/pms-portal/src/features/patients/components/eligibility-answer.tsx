import type { EligibilityCheck } from '@spark-den/contracts/patients/coverage-types';
import { actorText, DateText, InlineAlert, TimeText } from '@spark-den/ui';
import type { z } from 'zod';
import { BenefitTable } from './benefit-table.tsx';

type Check = z.output<typeof EligibilityCheck>;

interface EligibilityAnswerProps {
  readonly check: Check;
  /** The answer whose benefits are shown: this check, or the last good one when this one failed. */
  readonly shown: Check | undefined;
}

/** What the payer said: refusals with their remedy, contradictions, and each figure with the segment behind it. */
export function EligibilityAnswer({ check, shown }: EligibilityAnswerProps) {
  return (
    <div className="sd-stack">
      {check.rejections.map(rejection => (
        <InlineAlert key={rejection.code} tone="warning" title={`${rejection.meaning} (${rejection.code})`}>
          {rejection.remedy}
        </InlineAlert>
      ))}
      {check.notices.map(notice => (
        <InlineAlert key={notice} tone="info" title={notice} />
      ))}
      {shown?.conflicts.map(conflict => (
        <InlineAlert key={conflict.text} tone="warning" title={conflict.text}>
          Segments {conflict.positions.join(', ')} of the answer.
        </InlineAlert>
      ))}
      {shown && (
        <p className="sd-meta">
          {shown.id === check.id ? 'Answer' : 'Last good answer, still shown'} for{' '}
          <DateText value={shown.serviceDate} />, asked <TimeText value={shown.checkedAt} form="short" /> by{' '}
          {actorText(shown.checkedBy)}
          {shown.planName && `, plan ${shown.planName}`}
        </p>
      )}
      {shown && shown.benefits.length > 0 && <BenefitTable benefits={shown.benefits} />}
    </div>
  );
}
