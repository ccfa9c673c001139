import '../patients.css';
import type { z } from 'zod';
import type { DuplicateCandidate, MatchReason } from '@spark-den/contracts/patients/duplicate-types';
import { ToneIcon } from '@spark-den/ui';

type Reason = z.infer<typeof MatchReason>;

const BITS = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const TONES = { agrees: 'success', close: 'progress', differs: 'danger', missing: 'neutral' } as const;

/** Each fact that speaks for or against one person, in words, with its weight. */
export function MatchEvidence({ reasons }: { readonly reasons: readonly Reason[] }) {
  const telling = reasons.filter(reason => reason.field !== 'prior' && Math.abs(reason.weight) >= 0.1);
  return (
    <ul className="sd-evidence">
      {telling.map(reason => (
        <li key={`${reason.field}${reason.text}`}>
          <ToneIcon tone={TONES[reason.agreement]} />
          <span>{reason.text}</span>
          <span className="sd-num sd-text2" title="Bits of evidence">
            {BITS.format(reason.weight).replace('-', '\u2212')}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function GuardNotes({ guards }: { readonly guards: z.infer<typeof DuplicateCandidate>['guards'] }) {
  if (guards.length === 0) return null;
  return (
    <ul className="sd-evidence">
      {guards.map(guard => (
        <li key={guard.code}>
          <ToneIcon tone="warning" />
          <span>{guard.text}</span>
        </li>
      ))}
    </ul>
  );
}
