import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CodePicker, Panel } from '@spark-den/ui';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { findDiagnoses } from '../api/encounter-queries.ts';
import {
  addDiagnosis,
  dotted,
  letter,
  makeMain,
  MOST_DIAGNOSES,
  removeDiagnosis,
  type Draft,
} from '../lib/content.ts';

interface DiagnosisListProps {
  readonly draft: Draft;
  readonly dateOfService: string;
  readonly readOnly: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** Diagnoses in order; the first is the main one. */
export function DiagnosisList({ draft, dateOfService, readOnly, onChange }: DiagnosisListProps) {
  const search = useMemo(() => findDiagnoses(dateOfService), [dateOfService]);
  return (
    <Panel title="Diagnoses">
      <ol className="sd-lines">
        {draft.diagnoses.map((diagnosis, index) => (
          <li key={diagnosis.code}>
            <span className="sd-letter">{letter(index + 1)}</span>
            <span className="sd-code">{dotted(diagnosis.code)}</span>
            <span className="sd-lines__label">{diagnosis.label ?? 'Not in the code table'}</span>
            {index === 0 && <span className="sd-meta">main</span>}
            {!readOnly && index > 0 && (
              <Button size="small" variant="text" onClick={() => onChange(makeMain(draft, index + 1))}>
                Make main
              </Button>
            )}
            {!readOnly && (
              <IconButton
                aria-label={`Remove ${dotted(diagnosis.code)}`}
                onClick={() => onChange(removeDiagnosis(draft, index + 1))}
              >
                <X size={14} />
              </IconButton>
            )}
          </li>
        ))}
        {draft.diagnoses.length === 0 && readOnly && <li className="sd-text2">None</li>}
      </ol>
      {!readOnly && draft.diagnoses.length < MOST_DIAGNOSES && (
        <CodePicker
          name="diagnosis"
          label="Add a diagnosis"
          placeholder="Code or words, then Enter"
          search={search}
          showCode={dotted}
          onPick={picked => onChange(addDiagnosis(draft, picked))}
        />
      )}
    </Panel>
  );
}
