import { billingContract } from '@spark-den/contracts/billing/operations';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MARSH, namedPatients, OKAFOR, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const candidate = (patientId: string, dueCents: number, hold: string | null) => ({
  patientId,
  dueCents,
  hold,
  pendingInsuranceCents: 0,
  lastStatementOn: null,
});

describe('statements', () => {
  it('PAT-18 (narrow: the page) issues one statement per checked account and names their sum before', async () => {
    const issued: string[] = [];
    const due = [candidate(MARSH, 2_366, null), candidate(OKAFOR, 4_744, null)];
    namedPatients()
      .on(billingContract, {
        listStatementCandidates: () => ({
          items: due.filter(({ patientId }) => !issued.includes(patientId)),
          nextCursor: null,
        }),
        issueStatement: ({ patientId }) => {
          issued.push(patientId);
          return {};
        },
      })
      .install();
    renderAt(
      '/statements',
      [{ path: 'statements', children: routes }],
      sessionOf(['patients.patient.read', 'billing.statement.read', 'billing.statement.issue']),
    );
    await screen.findByText('Okafor, Elena', {}, PATIENCE);
    await userEvent.click(screen.getByLabelText('Select Marsh, Elena'));
    expect(screen.getByRole('button', { name: 'Issue 1 statement · $23.66' })).toBeInTheDocument();
    await userEvent.click(screen.getByLabelText('Select Okafor, Elena'));
    await userEvent.click(screen.getByRole('button', { name: 'Issue 2 statements · $71.10' }));
    await waitFor(() => expect(issued).toEqual([MARSH, OKAFOR]));
    expect(await screen.findByText('Nobody owes anything that an insurer has decided')).toBeInTheDocument();
  });

  it('names why an account waits, and offers nothing to check to who may only read', async () => {
    namedPatients()
      .on(billingContract, {
        listStatementCandidates: () => ({ items: [candidate(MARSH, 90, 'below_minimum')], nextCursor: null }),
      })
      .install();
    renderAt(
      '/statements',
      [{ path: 'statements', children: routes }],
      sessionOf(['patients.patient.read', 'billing.statement.read']),
    );
    expect(await screen.findByText('Below the minimum', {}, PATIENCE)).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
