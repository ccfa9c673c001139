import type { ScrubFinding } from '@spark-den/contracts/billing/charge-types';
import { StatusChip } from '@spark-den/ui';
import '../claims.css';

const LAYERS: Readonly<Record<ScrubFinding['layer'], string>> = {
  complete: 'Complete data',
  codes: 'Code sets on the date of service',
  line: 'Modifiers, pointers, units',
  duplicate: 'Duplicates',
  payer: 'This payer',
  timely: 'Filing limit',
};

/** What the rules found: which rule, whose, where, and the least that mends it. */
export function ScrubResults({ findings: all }: { readonly findings: readonly ScrubFinding[] }) {
  // A notice is about the whole file, and stands on its batch.
  const findings = all.filter(finding => finding.severity !== 'notice');
  if (findings.length === 0) {
    return (
      <p>
        <StatusChip tone="success">Passed every check</StatusChip>
      </p>
    );
  }
  return (
    <ul className="sd-findings" aria-label="Findings">
      {findings.map((finding, index) => (
        <li key={`${finding.ruleId}-${index}`} data-severity={finding.severity}>
          <div className="sd-findings__head">
            <StatusChip tone={finding.severity === 'error' ? 'danger' : 'warning'}>
              {finding.severity === 'error' ? 'Stops the claim' : 'Warning'}
            </StatusChip>
            <strong>{finding.message}</strong>
          </div>
          <div>{finding.remedy}</div>
          <div className="sd-meta">
            {finding.ruleId} · {LAYERS[finding.layer]} · {finding.source}
          </div>
        </li>
      ))}
    </ul>
  );
}
