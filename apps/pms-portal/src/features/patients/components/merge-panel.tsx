import Button from '@mui/material/Button';
import type { DuplicatePair, SurvivorAttribute } from '@spark-den/contracts/patients/duplicate-types';
import { CheckInput, ConfirmDialog, PeekPanel, ReasonDialog } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { patientQuery, patients } from '../api/patient-queries.ts';
import { comparedFields, NOTHING } from '../lib/compared-fields.ts';
import { listName, percentText } from '../lib/patient-text.ts';
import { GuardNotes, MatchEvidence } from './match-evidence.tsx';

interface MergePanelProps {
  readonly pair: z.output<typeof DuplicatePair>;
  readonly onClose: () => void;
}

/** Both records side by side with the evidence. The older record survives unless one chooses the other. */
export function MergePanel({ pair, onClose }: MergePanelProps) {
  const older = pair.left.mrn <= pair.right.mrn ? pair.left : pair.right;
  const [survivorId, setSurvivorId] = useState(older.id);
  const mergedId = survivorId === pair.left.id ? pair.right.id : pair.left.id;
  const surviving = useQuery(patientQuery(survivorId)).data;
  const merged = useQuery(patientQuery(mergedId)).data;
  const [take, setTake] = useState<readonly SurvivorAttribute[]>([]);
  const [asking, setAsking] = useState<'merge' | 'dismiss'>();
  const merge = useCommand({
    touches: 'patients',
    done: 'Merged. It can be undone on the record’s history.',
    onDone: onClose,
    run: async () => {
      if (!surviving || !merged) return;
      await patients.mergePatients(
        {
          patientId: survivorId,
          mergedPatientId: mergedId,
          mergedVersion: merged.version,
          take: [...take],
          reason: 'Compared side by side: same person',
        },
        { version: surviving.version },
      );
    },
  });
  const dismiss = useCommand({
    touches: 'patients',
    done: 'Kept as two people',
    onDone: onClose,
    run: (reason: string) => patients.dismissDuplicatePair({ patientIds: [survivorId, mergedId], reason }),
  });
  const rows = surviving && merged ? comparedFields(surviving, merged) : [];
  return (
    <PeekPanel
      title={listName(older.name)}
      subtitle={`${percentText(pair.posterior)} likely one person`}
      onClose={onClose}
      footer={
        <div className="sd-actions">
          <Button onClick={() => setAsking('dismiss')}>Two people</Button>
          <Button
            variant="contained"
            color="primary"
            disabled={rows.length === 0}
            onClick={() => setAsking('merge')}
          >
            Merge records
          </Button>
        </div>
      }
    >
      <div className="sd-ledger sd-compare">
        <table>
          <caption className="sd-visually-hidden">Both records side by side</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Stays (MRN {surviving?.mrn})</th>
              <th scope="col">Joins (MRN {merged?.mrn})</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td>{row.stays}</td>
                <td>
                  {row.joins}
                  {row.attribute && row.joins !== NOTHING && row.stays !== row.joins && (
                    <CheckInput
                      label="Take this"
                      aria-label={`Take ${row.label.toLowerCase()} from the record that joins`}
                      checked={take.includes(row.attribute)}
                      onChange={event =>
                        setTake(current =>
                          event.target.checked && row.attribute
                            ? [...current, row.attribute]
                            : current.filter(attribute => attribute !== row.attribute),
                        )
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        onClick={() => {
          setSurvivorId(mergedId);
          setTake([]);
        }}
      >
        Let the other record stay
      </Button>
      <h3>Evidence</h3>
      <MatchEvidence reasons={pair.reasons} />
      <GuardNotes guards={pair.guards} />
      {asking === 'merge' && (
        <ConfirmDialog
          title="Merge these records"
          confirmLabel="Merge records"
          busy={merge.isPending}
          onClose={() => setAsking(undefined)}
          onConfirm={() => merge.mutate(undefined)}
        >
          MRN {merged?.mrn} becomes another name of MRN {surviving?.mrn}. Nothing is moved or deleted, and the
          merge can be undone exactly.
        </ConfirmDialog>
      )}
      {asking === 'dismiss' && (
        <ReasonDialog
          title="These are two people"
          confirmLabel="Keep as two people"
          noteLabel="How do you know?"
          busy={dismiss.isPending}
          onClose={() => setAsking(undefined)}
          onConfirm={({ note }) => dismiss.mutate(note)}
        />
      )}
    </PeekPanel>
  );
}
