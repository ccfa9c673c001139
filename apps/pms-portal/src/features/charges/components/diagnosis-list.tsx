import IconButton from '@mui/material/IconButton';
import { CodePicker } from '@spark-den/ui';
import { X } from 'lucide-react';
import { useCallback, type Dispatch } from 'react';
import { diagnosisText, pointerLetter } from '../../claims/public.ts';
import { searchCodes } from '../api/charge-queries.ts';
import type { ChargeDraft, DraftChange } from '../lib/charge-draft.ts';

interface DiagnosisListProps {
  readonly draft: ChargeDraft;
  readonly dispatch: Dispatch<DraftChange>;
  readonly readOnly: boolean;
}

/** Diagnoses with the letters that lines point to; the first is the main one. */
export function DiagnosisList({ draft, dispatch, readOnly }: DiagnosisListProps) {
  const on = draft.dateOfService;
  const search = useCallback(
    async (text: string, signal: AbortSignal) =>
      (await searchCodes('icd10cm', text, on, signal)).filter(option => option.billable),
    [on],
  );
  return (
    <>
      <ol className="sd-diagnoses" aria-label="Diagnoses">
        {draft.diagnoses.map((diagnosis, index) => (
          <li key={diagnosis.code}>
            <span className="sd-letter" aria-hidden="true">
              {pointerLetter(index + 1)}
            </span>
            <span className="sd-code">{diagnosisText(diagnosis.code)}</span>
            <span className="sd-text2 sd-ellipsis">{diagnosis.label}</span>
            <span className="sd-grow" />
            {!readOnly && (
              <IconButton
                aria-label={`Remove ${diagnosisText(diagnosis.code)}`}
                onClick={() => dispatch({ type: 'remove-diagnosis', index })}
              >
                <X size={16} />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && draft.diagnoses.length < 12 && (
        <CodePicker
          label="Add a diagnosis"
          placeholder="Code or words, Enter adds"
          search={search}
          showCode={diagnosisText}
          onPick={({ code, label }) => dispatch({ type: 'add-diagnosis', code, label })}
        />
      )}
    </>
  );
}
