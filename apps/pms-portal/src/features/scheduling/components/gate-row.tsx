import type { GateResult } from '@spark-den/contracts/scheduling/types';
import { StatusChip, TextInput } from '@spark-den/ui';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';

export interface GateRowProps {
  readonly gate: GateResult['gate'];
  readonly title: string;
  /** What is known of it, in words. */
  readonly finding: string;
  readonly state: 'satisfied' | 'open' | 'unknown';
  readonly result: GateResult | undefined;
  readonly mayOverride: boolean;
  readonly onOverride: (reason: string) => void;
  readonly onClear: () => void;
  /** What settles it here: a button, a form. */
  readonly children?: ReactNode;
}

/** One gate of a check-in: passed, or what would pass it, or a reason to go on without. */
export function GateRow(props: GateRowProps) {
  const { result, title } = props;
  const [overriding, setOverriding] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <section className="sd-gate" aria-label={title}>
      <div className="sd-row">
        <h3>{title}</h3>
        <GateChip state={props.state} result={result} />
        <span className="sd-grow" />
        {result?.outcome === 'overridden' && (
          <Button size="small" onClick={props.onClear}>
            Take back
          </Button>
        )}
        {!result && props.mayOverride && !overriding && (
          <Button size="small" onClick={() => setOverriding(true)}>
            Override {title.toLowerCase()}…
          </Button>
        )}
      </div>
      <p className="sd-text2">
        {result?.outcome === 'overridden' ? `Overridden: ${result.reason}` : props.finding}
      </p>
      {!result && !overriding && props.children}
      {!result && overriding && (
        <div className="sd-row sd-gate__override">
          <TextInput
            label={`Why ${title.toLowerCase()} is overridden`}
            required
            maxLength={300}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          <Button disabled={reason.trim() === ''} onClick={() => props.onOverride(reason.trim())}>
            Override
          </Button>
          <Button onClick={() => setOverriding(false)}>Back</Button>
        </div>
      )}
    </section>
  );
}

function GateChip({ state, result }: Pick<GateRowProps, 'state' | 'result'>) {
  if (result?.outcome === 'overridden') return <StatusChip tone="warning">Overridden</StatusChip>;
  if (result) return <StatusChip tone="success">Satisfied</StatusChip>;
  return state === 'unknown' ? (
    <StatusChip tone="warning">Unknown</StatusChip>
  ) : (
    <StatusChip tone="danger">Open</StatusChip>
  );
}
