import { DateText, ReasonDialog } from '@spark-den/ui';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { patientQuery } from '../api/patient-queries.ts';
import { listName, percentText, sexLetter } from '../lib/patient-text.ts';

export interface LikelyDuplicate {
  readonly patientId: string;
  readonly mrn: string;
  readonly posterior: number;
}

interface DuplicateDecisionDialogProps {
  readonly likely: readonly LikelyDuplicate[];
  readonly onDecide: (reason: string) => void;
  readonly onClose: () => void;
}

/** Registration stopped: somebody decides that the new patient is none of these, and says why. */
export function DuplicateDecisionDialog({ likely, onDecide, onClose }: DuplicateDecisionDialogProps) {
  const records = useQueries({ queries: likely.map(({ patientId }) => patientQuery(patientId)) });
  return (
    <ReasonDialog
      title="Probably registered already"
      confirmLabel="Register as a different person"
      tone="danger"
      width={560}
      noteLabel="How do you know that this is somebody else?"
      onClose={onClose}
      onConfirm={({ note }) => onDecide(note)}
    >
      <p>Open the record if it is the same person. The draft stays.</p>
      <ul className="sd-stack">
        {likely.map(({ patientId, mrn, posterior }, index) => {
          const record = records[index]?.data;
          return (
            <li key={patientId}>
              <Link to={`/patients/${patientId}`}>{record ? listName(record.name) : `MRN ${mrn}`}</Link>{' '}
              <span className="sd-text2 sd-num">
                {record && (
                  <>
                    <DateText value={record.birthDate} /> {sexLetter(record.sex)} ·{' '}
                  </>
                )}
                MRN {mrn} · {percentText(posterior)} likely
              </span>
            </li>
          );
        })}
      </ul>
    </ReasonDialog>
  );
}
