import { PageHeader, ViewSwitch } from '@spark-den/ui';
import { useTitle } from '@spark-den/ui/portal';
import { useListParams } from '../../payments/public.ts';
import { CandidateList } from '../components/candidate-list.tsx';
import { IssuedList } from '../components/issued-list.tsx';

const VIEWS = [
  { value: 'due', label: 'To send' },
  { value: 'issued', label: 'Issued' },
];

/** What patients are asked to pay: only what an insurer has decided and left to them. */
export function StatementsPage() {
  useTitle('Statements');
  const { get, set } = useListParams();
  const patientId = get('patient');
  const view = patientId || get('view') === 'issued' ? 'issued' : 'due';
  return (
    <>
      <PageHeader title="Statements" />
      <ViewSwitch
        label="Views"
        views={VIEWS}
        value={view}
        onChange={value =>
          set({ view: value === 'due' ? undefined : value, patient: undefined, statement: undefined })
        }
      />
      {view === 'due' ? <CandidateList /> : <IssuedList patientId={patientId} />}
    </>
  );
}
