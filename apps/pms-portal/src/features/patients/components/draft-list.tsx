import Button from '@mui/material/Button';
import type { z } from 'zod';
import type { RegistrationDraftSummary } from '@spark-den/contracts/patients/duplicate-types';
import { instant } from '@spark-den/kernel';
import { EmptyState, errorText, TimeText, useToast, Worklist } from '@spark-den/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { patients } from '../api/patient-queries.ts';
import { draftsQuery } from '../api/registration-queries.ts';
import { STEPS } from '../lib/registration-steps.ts';

type Draft = z.output<typeof RegistrationDraftSummary>;

/** Registrations that somebody began and nobody finished. */
export function DraftList({ drafts }: { readonly drafts: readonly Draft[] }) {
  const navigate = useNavigate();
  const toast = useToast();
  const queries = useQueryClient();
  const discard = useMutation({
    mutationFn: (draftId: string) => patients.discardRegistrationDraft({ draftId }),
    onSuccess: () => void queries.invalidateQueries(draftsQuery()),
    onError: error => toast.show(errorText(error).title, { tone: 'danger' }),
  });
  return (
    <Worklist
      label="Unfinished registrations"
      rows={drafts}
      rowId={draft => draft.id}
      rowLabel={draft => draft.label}
      onOpen={draft => navigate(`/patients/new/${draft.id}/${draft.step}`)}
      columns={[
        {
          id: 'label',
          header: 'Patient',
          primary: true,
          width: 'minmax(180px, 2fr)',
          cell: draft => draft.label,
        },
        {
          id: 'step',
          header: 'Stopped at',
          cell: draft => STEPS.find(step => step.key === draft.step)?.label ?? draft.step,
        },
        { id: 'by', header: 'Begun by', cell: draft => draft.createdBy },
        {
          id: 'at',
          header: 'Last change',
          width: '140px',
          cell: draft => <TimeText value={instant(draft.updatedAt)} form="short" />,
        },
        {
          id: 'discard',
          header: '',
          width: '100px',
          cell: draft => (
            <Button
              size="small"
              aria-label={`Discard the registration of ${draft.label}`}
              onClick={event => {
                event.stopPropagation();
                discard.mutate(draft.id);
              }}
            >
              Discard
            </Button>
          ),
        },
      ]}
      empty={
        <EmptyState kind="done" title="Nothing unfinished">
          A registration that is left half-way waits here, for anyone at the desk.
        </EmptyState>
      }
    />
  );
}
