import { AppError } from '@spark-den/kernel';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jest } from '@jest/globals';
import { PermissionDenied } from './portal/permission-denied.tsx';
import { TestSession, type PortalSession } from './portal/session-provider.tsx';
import { ErrorState } from './states.tsx';
import { renderUi } from './test-support.tsx';

describe('what went wrong, in words', () => {
  it('says what the catalogue says, the id to quote, and how to go on', async () => {
    const retry = jest.fn();
    const error = new AppError('unavailable', 'billing.payer_down', {
      title: 'The payer does not answer.',
      requestId: 'req-7',
    });
    renderUi(<ErrorState error={error} onRetry={retry} />);
    expect(screen.getByRole('alert')).toHaveTextContent('The payer does not answer.');
    expect(screen.getByText('req-7')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('shows nothing of an unexpected failure but that there was one', () => {
    renderUi(<ErrorState error={new Error('select * from patient where ssn = 1')} />);
    expect(screen.getByRole('alert')).toHaveTextContent('Something went wrong on this page.');
    expect(screen.getByRole('alert')).not.toHaveTextContent('ssn');
  });

  it('XNAV-04 (narrow: explains, no request form) names the permission that a closed page needs, and who can give it', () => {
    const error = new AppError('forbidden', 'platform.forbidden', {
      permission: 'billing.claim.read',
      title: 'No.',
    });
    renderUi(<ErrorState error={error} onRetry={() => undefined} />);
    expect(screen.getByRole('alert')).toHaveTextContent(/billing\.claim\.read.*administrator/);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('XNAV-04 (narrow: explains, no request form) says as which role one came', () => {
    const session = { roles: [{ key: 'nurse', name: 'Nurse' }] } as unknown as PortalSession;
    renderUi(
      <TestSession session={session}>
        <PermissionDenied permission="billing.claim.read" />
      </TestSession>,
    );
    expect(screen.getByText(/You work as Nurse/)).toBeInTheDocument();
  });
});
