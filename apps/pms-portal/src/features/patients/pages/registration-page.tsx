import { AppError, toEpochMs, uuidv7 } from '@spark-den/kernel';
import {
  browserNow,
  ErrorState,
  ErrorSummary,
  errorText,
  FormWizard,
  PageHeader,
  SkeletonRows,
  stillWrong,
  useToast,
  useToday,
} from '@spark-den/ui';
import { RequirePermission, useTitle } from '@spark-den/ui/portal';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import { draftQuery } from '../api/registration-queries.ts';
import { DuplicateDecisionDialog, type LikelyDuplicate } from '../components/duplicate-decision-dialog.tsx';
import { DuplicatePanel } from '../components/duplicate-panel.tsx';
import { ConsentsStep } from '../forms/consents-step.tsx';
import { ContactStep } from '../forms/contact-step.tsx';
import { EmergencyStep } from '../forms/emergency-step.tsx';
import { IdentityStep } from '../forms/identity-step.tsx';
import { InsuranceStep } from '../forms/insurance-step.tsx';
import { ReviewStep } from '../forms/review-step.tsx';
import { patients } from '../api/patient-queries.ts';
import { EMPTY_FORM, formOfDraft, toRegistration, type RegistrationForm } from '../lib/registration-form.ts';
import { problemsOf, STEPS, type StepKey, type StepProblem } from '../lib/registration-steps.ts';
import { useDraft } from '../lib/use-draft.ts';

/** A new registration gets its own address at once, so that it can be left and found again. */
export function StartRegistration() {
  const [draftId] = useState(() => uuidv7(toEpochMs(browserNow())));
  return <Navigate to={`/patients/new/${draftId}/identity`} replace state={{ isNew: true }} />;
}

/** Opens the draft that the address names, or starts with an empty form. */
export function RegistrationPage() {
  useTitle('Register patient');
  const { draftId = '' } = useParams();
  const draft = useQuery(draftQuery(draftId));
  const isNew = draft.error instanceof AppError && draft.error.code === 'patients.draft_not_found';
  return (
    <RequirePermission permission="patients.patient.register">
      <PageHeader title="Register patient" />
      {draft.isPending && <SkeletonRows rows={8} />}
      {draft.error && !isNew && <ErrorState error={draft.error} onRetry={() => void draft.refetch()} />}
      {(draft.data || isNew) && (
        <Wizard
          key={draftId}
          draftId={draftId}
          version={draft.data?.version ?? 0}
          start={draft.data ? formOfDraft(draft.data.data) : EMPTY_FORM}
        />
      )}
    </RequirePermission>
  );
}

interface WizardProps {
  readonly draftId: string;
  readonly version: number;
  readonly start: RegistrationForm;
}

function Wizard({ draftId, version, start }: WizardProps) {
  const { step: stepKey = 'identity' } = useParams();
  const step = STEPS.find(({ key }) => key === stepKey)?.key ?? 'identity';
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const today = useToday();
  const form = useForm<RegistrationForm>({ defaultValues: start });
  const draft = useDraft(draftId, version, step, form);
  const [problems, setProblems] = useState<readonly StepProblem[]>([]);
  const [likely, setLikely] = useState<readonly LikelyDuplicate[]>();
  const [busy, setBusy] = useState(false);

  const goTo = (key: string) => {
    setProblems([]);
    navigate(`/patients/new/${draftId}/${key}`);
  };
  const register = async (decided?: { ids: string[]; reason: string }) => {
    setBusy(true);
    try {
      await draft.settle();
      const { patientId } = await patients.registerPatient({
        ...toRegistration(form.getValues(), today),
        draftId,
        duplicateDecision: decided && {
          decision: 'different-person',
          consideredPatientIds: decided.ids,
          reason: decided.reason,
        },
      });
      queries.removeQueries(draftQuery(draftId));
      toast.show('Patient registered', { tone: 'success' });
      navigate(`/patients/${patientId}`, { replace: true });
    } catch (error) {
      if (error instanceof AppError && error.code === 'patients.likely_duplicate') {
        setLikely(error.fields.candidates as LikelyDuplicate[]);
      } else {
        toast.show(errorText(error).title, { tone: 'danger' });
      }
    } finally {
      setBusy(false);
    }
  };
  const onContinue = () => {
    const all = problemsOf(form.getValues(), today);
    const here = step === 'review' ? all : all.filter(problem => problem.step === step);
    setProblems(here);
    const elsewhere = here.find(problem => problem.step !== step);
    if (elsewhere) return navigate(`/patients/new/${draftId}/${elsewhere.step}`);
    if (here.length > 0) return;
    const next = STEPS[STEPS.findIndex(({ key }) => key === step) + 1];
    if (next) goTo(next.key);
    else void register();
  };
  const shown = problems.length === 0 ? problems : stillWrong(problems, problemsOf(form.watch(), today));
  const errors = Object.fromEntries(shown.map(({ name, message }) => [name, message]));
  const position = STEPS.findIndex(({ key }) => key === step);
  return (
    <FormProvider {...form}>
      <FormWizard
        label="Steps of the registration"
        steps={STEPS.map(({ key, label }, index) => ({ key, label, done: index < position }))}
        current={step}
        onStep={goTo}
        onContinue={onContinue}
        finalLabel="Register patient"
        busy={busy}
        saved={draft.saved}
        side={<DuplicatePanel />}
      >
        <ErrorSummary problems={shown.filter(problem => problem.step === step || step === 'review')} />
        <StepFields step={step} errors={errors} />
      </FormWizard>
      {likely && (
        <DuplicateDecisionDialog
          likely={likely}
          onClose={() => setLikely(undefined)}
          onDecide={reason => {
            setLikely(undefined);
            void register({ ids: likely.map(({ patientId }) => patientId), reason });
          }}
        />
      )}
    </FormProvider>
  );
}

function StepFields({ step, errors }: { step: StepKey; errors: Readonly<Record<string, string>> }) {
  if (step === 'identity') return <IdentityStep errors={errors} />;
  if (step === 'contact') return <ContactStep errors={errors} />;
  if (step === 'emergency') return <EmergencyStep errors={errors} />;
  if (step === 'insurance') return <InsuranceStep errors={errors} />;
  if (step === 'consents') return <ConsentsStep />;
  return <ReviewStep />;
}
