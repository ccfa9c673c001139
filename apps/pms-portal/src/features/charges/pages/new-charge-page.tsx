import Button from '@mui/material/Button';
import { LocalDateField } from '@spark-den/contracts/fields';
import { PageBody, PageHeader, useToday } from '@spark-den/ui';
import { RequirePermission, useCommand, useTitle } from '@spark-den/ui/portal';
import { useReducer } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { billing } from '../api/charge-queries.ts';
import { ChargeEditor } from '../components/charge-editor.tsx';
import { changeDraft, factsOf } from '../lib/charge-draft.ts';

/** A charge by hand. A kept visit without charges leads here with its facts in the address. */
export function NewChargePage() {
  useTitle('New charge');
  return (
    <RequirePermission permission="billing.charge.edit">
      <NewCharge />
    </RequirePermission>
  );
}

function NewCharge() {
  const navigate = useNavigate();
  const today = useToday();
  const [params] = useSearchParams();
  const given = LocalDateField.safeParse(params.get('date'));
  const [draft, dispatch] = useReducer(changeDraft, {
    patientId: params.get('patient') ?? '',
    providerId: params.get('provider') ?? '',
    locationId: params.get('location') ?? '',
    dateOfService: given.success ? given.data : today,
    diagnoses: [],
    lines: [],
  });
  const facts = factsOf(draft);
  const save = useCommand({
    touches: 'billing',
    run: () => {
      if (!facts) throw new Error('the charge is not complete');
      return billing.draftCharge({
        ...facts,
        appointmentId: params.get('appointment') ?? undefined,
        encounterId: params.get('encounter') ?? undefined,
      });
    },
    done: 'Draft saved',
    onDone: charge => navigate(`/charges/${charge.chargeId}`, { replace: true }),
  });
  const saveNow = () => facts && !save.isPending && save.mutate(undefined);
  useHotkeys('ctrl+enter, meta+enter', saveNow, { enableOnFormTags: true }, [facts]);
  return (
    <>
      <PageHeader
        title="New charge"
        actions={
          <>
            <Button onClick={() => navigate('/charges')}>Cancel</Button>
            <Button
              variant="contained"
              color="primary"
              title="Save draft (Ctrl+Enter)"
              disabled={!facts || save.isPending}
              onClick={saveNow}
            >
              Save draft
            </Button>
          </>
        }
      />
      <PageBody>
        <ChargeEditor
          draft={draft}
          dispatch={dispatch}
          visitFixed={params.has('appointment')}
          readOnly={false}
        />
      </PageBody>
    </>
  );
}
