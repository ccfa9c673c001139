import Button from '@mui/material/Button';
import { PageHeader, ViewSwitch } from '@spark-den/ui';
import { useSession, useTitle } from '@spark-den/ui/portal';
import { useHotkeys } from 'react-hotkeys-hook';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { ChargeList } from '../components/charge-list.tsx';
import { MissingCharges } from '../components/missing-charges.tsx';
import { ReconciliationLine } from '../components/reconciliation-line.tsx';

const VIEWS = [
  { value: 'drafts', label: 'Drafts' },
  { value: 'missing', label: 'Missing charges' },
  { value: 'amended', label: 'Amended encounters' },
  { value: 'covered', label: 'Covered later' },
  { value: 'posted', label: 'Posted' },
] as const;

/** Every kept visit ends in charges, a reason for none, or an open exception. */
export function ChargesPage() {
  useTitle('Charge Capture');
  const session = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const view = VIEWS.find(candidate => candidate.value === params.get('view'))?.value ?? 'drafts';
  const mayEdit = session.can('billing.charge.edit');
  useHotkeys('n', () => navigate('/charges/new'), { enabled: mayEdit });
  return (
    <>
      <PageHeader
        title="Charge Capture"
        actions={
          mayEdit && (
            <Button
              component={Link}
              to="/charges/new"
              variant="contained"
              color="primary"
              title="New charge (N)"
            >
              New charge
            </Button>
          )
        }
      >
        <ReconciliationLine />
      </PageHeader>
      <ViewSwitch label="Views" value={view} views={VIEWS} onChange={value => setParams({ view: value })} />
      {view === 'missing' && <MissingCharges />}
      {view === 'drafts' && <ChargeList filter={{ status: 'draft' }} empty="No draft waits to be posted" />}
      {view === 'amended' && (
        <ChargeList filter={{ underReview: true }} empty="No amendment waits for a decision" />
      )}
      {view === 'covered' && (
        <ChargeList
          filter={{ coveredLater: true }}
          empty="No self-pay charge is covered by a coverage that came later"
        />
      )}
      {view === 'posted' && <ChargeList filter={{ status: 'posted' }} empty="Nothing was posted yet" />}
    </>
  );
}
