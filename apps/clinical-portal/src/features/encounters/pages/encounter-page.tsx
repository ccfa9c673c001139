import type { Encounter } from '@spark-den/contracts/clinical/types';
import { AppError } from '@spark-den/kernel';
import Button from '@mui/material/Button';
import {
  ErrorState,
  ErrorSummary,
  errorText,
  formatDate,
  InlineAlert,
  PageBody,
  PatientBanner,
  SkeletonRows,
  StatusChip,
  useToast,
  useToday,
} from '@spark-den/ui';
import { useSession, useSwitchContext, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { Link, useParams } from 'react-router-dom';
import { encounterQuery, useAmendEncounter, useSignEncounter } from '../api/encounter-queries.ts';
import { DiagnosisList } from '../components/diagnosis-list.tsx';
import { EncounterActions } from '../components/encounter-actions.tsx';
import { ServiceList } from '../components/service-list.tsx';
import { Signatures } from '../components/signatures.tsx';
import { contentOf, draftOf, sameDraft } from '../lib/content.ts';
import { problemsOfRefusal } from '../lib/problems.ts';
import { useDraft } from '../lib/use-draft.ts';

/** One encounter: diagnoses and services by keyboard, a signature, amendments. */
export function EncounterPage() {
  useTitle('Encounter');
  const { encounterId = '' } = useParams();
  const encounter = useQuery(encounterQuery(encounterId));
  if (encounter.isPending) return <SkeletonRows rows={8} />;
  if (encounter.error && !encounter.data) {
    return <ErrorState error={encounter.error} onRetry={() => void encounter.refetch()} />;
  }
  return (
    <EncounterForm
      key={encounterId}
      encounter={encounter.data}
      onReload={async () => (await encounter.refetch()).data}
    />
  );
}

interface EncounterFormProps {
  readonly encounter: Encounter;
  readonly onReload: () => Promise<Encounter | undefined>;
}

const focusField = (name: string) => document.getElementById(`field-${name}`)?.focus();

function EncounterForm({ encounter, onReload }: EncounterFormProps) {
  const { can } = useSession();
  const toast = useToast();
  const hold = useDraft(encounter);
  const sign = useSignEncounter(encounter.encounterId);
  const amend = useAmendEncounter(encounter.encounterId);
  const [amending, setAmending] = useState(false);
  useSwitchContext({
    patientId: encounter.patientId,
    appointmentId: encounter.appointmentId,
    encounterId: encounter.encounterId,
  });

  const signed = encounter.status === 'signed';
  const mode = !signed ? 'open' : amending ? 'amending' : 'signed';
  const readOnly = mode === 'signed' || !can('clinical.encounter.write');
  const canSign = can('clinical.encounter.sign');
  const refused = sign.error ?? amend.error;
  const problems = problemsOfRefusal(refused, hold.draft);
  const failure = hold.error ?? (problems.length === 0 ? refused : null);

  const signNow = async () => {
    try {
      const version = await hold.settle();
      hold.reset(await sign.mutateAsync({ version }));
      toast.show('Encounter signed. Its codes went to charge capture.', { tone: 'success' });
    } catch {
      // the page shows what the server said
    }
  };
  const amendNow = async (reason: string) => {
    try {
      const content = contentOf(hold.draft);
      hold.reset(await amend.mutateAsync({ version: encounter.version, content, reason }));
      setAmending(false);
      toast.show('Amendment signed. Billing reviews the charges.', { tone: 'success' });
    } catch {
      // the page shows what the server said
    }
  };
  const reload = async () => {
    const theirs = await onReload();
    sign.reset();
    amend.reset();
    if (theirs) hold.reset(theirs);
  };

  useHotkeys('d', () => focusField('diagnosis'), { enabled: !readOnly, preventDefault: true });
  useHotkeys('s', () => focusField('service'), { enabled: !readOnly, preventDefault: true });
  useHotkeys('mod+enter', () => void signNow(), {
    enabled: mode === 'open' && canSign && !sign.isPending,
    enableOnFormTags: true,
  });

  return (
    <>
      <Banner
        encounter={encounter}
        actions={
          <EncounterActions
            mode={mode}
            saveState={hold.state}
            canSign={canSign}
            busy={sign.isPending || amend.isPending}
            changed={!sameDraft(hold.draft, draftOf(encounter))}
            onSign={() => void signNow()}
            onStartAmendment={() => setAmending(true)}
            onDropAmendment={() => {
              hold.reset(encounter);
              amend.reset();
              setAmending(false);
            }}
            onAmend={reason => void amendNow(reason)}
          />
        }
      />
      <PageBody>
        <ErrorSummary problems={problems} />
        {failure !== null && failure !== undefined && (
          <InlineAlert
            tone="danger"
            title={errorText(failure).title}
            action={
              isConflict(failure) ? (
                <Button onClick={() => void reload()}>Load what is there now</Button>
              ) : undefined
            }
          />
        )}
        {mode === 'amending' && (
          <InlineAlert tone="info" title="You are amending a signed encounter">
            Nothing changes for others until you sign the amendment.
          </InlineAlert>
        )}
        <div className="sd-encounter">
          <DiagnosisList
            draft={hold.draft}
            dateOfService={encounter.dateOfService}
            readOnly={readOnly}
            onChange={hold.change}
          />
          <ServiceList
            draft={hold.draft}
            dateOfService={encounter.dateOfService}
            readOnly={readOnly}
            onChange={hold.change}
          />
          <Signatures encounter={encounter} />
        </div>
        <Link to={`/today?date=${encounter.dateOfService}`}>
          Back to the visits of {formatDate(encounter.dateOfService)}
        </Link>
      </PageBody>
    </>
  );
}

const isConflict = (error: unknown) => error instanceof AppError && error.kind === 'conflict';

function Banner({
  encounter,
  actions,
}: {
  readonly encounter: Encounter;
  readonly actions: React.ReactNode;
}) {
  const today = useToday();
  const { patient } = encounter;
  const status = (
    <StatusChip tone={encounter.status === 'signed' ? 'success' : 'progress'}>
      {encounter.status === 'signed' ? 'Signed' : 'Open'} · {formatDate(encounter.dateOfService)}
    </StatusChip>
  );
  if (!patient) {
    return <InlineAlert tone="warning" title="The chart of this patient is closed to you" action={actions} />;
  }
  return (
    <PatientBanner
      name={`${patient.givenName} ${patient.familyName}`}
      nameUsed={patient.nameUsed ?? undefined}
      birthDate={patient.birthDate}
      today={today}
      sex={{ female: 'F', male: 'M', unknown: 'U' }[patient.sex]}
      mrn={patient.mrn}
      eligibility={status}
      actions={actions}
    />
  );
}
