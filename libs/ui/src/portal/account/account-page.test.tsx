import { jest } from '@jest/globals';
import { instant } from '@spark-den/kernel';
import { QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderUi } from '../../test-support.tsx';
import { createQueryClient } from '../query-client.ts';
import type { AccountApi } from './account-api.ts';
import { AccountPage } from './account-page.tsx';

const CHROME = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0 Safari/537.36';
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1';
const at = instant('2026-11-20T15:00:00.000Z');
const session = { startedAt: at, lastActivityAt: at, ipAddress: '10.0.0.7' };

function setUp(hasSecondFactor = false) {
  const api = {
    getMe: jest.fn<AccountApi['getMe']>(async () => ({
      user: { email: 'reyes@harborpoint.example', hasSecondFactor },
      policy: { secondFactor: 'optional' },
    })),
    changePassword: jest.fn<AccountApi['changePassword']>(async () => ({})),
    startSecondFactor: jest.fn<AccountApi['startSecondFactor']>(async () => ({
      secret: 'JBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Spark%20Den:reyes?secret=JBSWY3DPEHPK3PXP',
    })),
    confirmSecondFactor: jest.fn<AccountApi['confirmSecondFactor']>(async () => ({})),
    removeSecondFactor: jest.fn<AccountApi['removeSecondFactor']>(async () => ({})),
    listMySessions: jest.fn<AccountApi['listMySessions']>(async () => ({
      items: [
        { ...session, id: 's1', userAgent: CHROME, current: true },
        { ...session, id: 's2', userAgent: PHONE, current: false },
      ],
    })),
    revokeMySession: jest.fn<AccountApi['revokeMySession']>(async () => ({})),
  };
  const view = renderUi(
    <QueryClientProvider client={createQueryClient()}>
      <AccountPage api={api} />
    </QueryClientProvider>,
  );
  return { ...view, api };
}

describe('AccountPage', () => {
  it('sets a second factor up by picture or typed key, proven by a first code', async () => {
    const { api } = setUp();
    await userEvent.click(await screen.findByRole('button', { name: 'Set up' }));
    await userEvent.type(screen.getByLabelText('Your password'), 'a few good words');
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByRole('img', { name: /key as a picture/ })).toBeInTheDocument();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeInTheDocument();
    expect((await axe(document.body)).violations).toEqual([]);
    const confirm = screen.getByRole('button', { name: 'Confirm' });
    expect(confirm).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Code'), '123456');
    await userEvent.click(confirm);
    expect(api.startSecondFactor).toHaveBeenCalledWith({ password: 'a few good words' });
    expect(api.confirmSecondFactor).toHaveBeenCalledWith({ code: '123456' });
  });

  it('names the devices where one is signed in, and ends another one but not this', async () => {
    const { api } = setUp(true);
    expect(await screen.findByText('Chrome on Windows')).toBeInTheDocument();
    expect(screen.getByText('This one')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'End the session on Safari on iPhone, 10.0.0.7' }),
    );
    expect(api.revokeMySession).toHaveBeenCalledWith({ sessionId: 's2' });
    expect(screen.getAllByRole('button', { name: /End the session/ })).toHaveLength(1);
  });

  it('changes the password only when it is long enough and typed twice alike', async () => {
    const { api } = setUp();
    const change = await screen.findByRole('button', { name: 'Change password' });
    await userEvent.type(screen.getByLabelText(/Current password/), 'harbor-point-demo');
    await userEvent.type(screen.getByLabelText(/New password/), 'four blue tall ships');
    await userEvent.type(screen.getByLabelText(/The same again/), 'four blue tall ship');
    expect(change).toBeDisabled();
    expect(screen.getByText('The two passwords differ')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText(/The same again/), 's');
    await userEvent.click(change);
    expect(api.changePassword).toHaveBeenCalledWith({
      currentPassword: 'harbor-point-demo',
      newPassword: 'four blue tall ships',
    });
  });
});
