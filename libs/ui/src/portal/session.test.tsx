import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jest } from '@jest/globals';
import { useState } from 'react';
import { renderUi } from '../test-support.tsx';
import { SessionClient, SignedOutError } from './session-client.ts';
import { SessionProvider, useSession, type SignedIn } from './session-provider.tsx';
import { announceUnlocked } from './unlock.ts';

const osei: SignedIn = {
  user: { id: 'u7', displayName: 'Amara Osei', providerId: 'p1' },
  practice: { id: 'pr1', name: 'Harbor Point Family Medicine', zone: 'America/Chicago' },
  roles: [{ key: 'physician', name: 'Physician' }],
  permissions: ['clinical.encounter.read'],
  portals: ['clinical', 'pms'],
};

/** A gateway that gives numbered tokens and refuses calls with an old one. */
function gateway() {
  let issued = 0;
  let open = true;
  const calls: string[] = [];
  const fetchFn = (async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input);
    calls.push(path);
    if (path === '/session/refresh') {
      if (!open) return new Response('', { status: 401 });
      issued += 1;
      return Response.json({ accessToken: `t${issued}`, expiresIn: 300 });
    }
    const token = new Headers(init?.headers).get('authorization');
    return new Response('{}', { status: token === `Bearer t${issued}` ? 200 : 401 });
  }) as typeof fetch;
  return { fetchFn, calls, revokeTokens: () => (issued += 1), end: () => (open = false) };
}

describe('SessionClient', () => {
  it('XNAV-02 (narrow: one portal) takes one token for all that ask at once, and keeps it in memory', async () => {
    const edge = gateway();
    const client = new SessionClient({ fetch: edge.fetchFn });
    const tokens = await Promise.all([client.accessToken(), client.accessToken(), client.accessToken()]);
    expect(tokens).toEqual(['t1', 't1', 't1']);
    expect(edge.calls).toEqual(['/session/refresh']);
    expect(localStorage).toHaveLength(0);
    expect(sessionStorage).toHaveLength(0);
  });

  it('answers a 401 with one refresh and one repeat, not more', async () => {
    const edge = gateway();
    const client = new SessionClient({ fetch: edge.fetchFn });
    await client.accessToken();
    edge.revokeTokens();
    expect((await client.fetch('/api/v1/x')).status).toBe(200);
    expect(edge.calls).toEqual(['/session/refresh', '/api/v1/x', '/session/refresh', '/api/v1/x']);
  });

  it('renews a token shortly before it ends', async () => {
    let now = 0;
    const edge = gateway();
    const client = new SessionClient({ fetch: edge.fetchFn, now: () => now });
    await client.accessToken();
    now = 284_000;
    expect(await client.accessToken()).toBe('t1');
    now = 286_000;
    expect(await client.accessToken()).toBe('t2');
  });

  it('says once that the session is over', async () => {
    const edge = gateway();
    const onSignedOut = jest.fn();
    const client = new SessionClient({ fetch: edge.fetchFn });
    client.whenSignedOut(onSignedOut);
    edge.end();
    await expect(Promise.all([client.accessToken(), client.accessToken()])).rejects.toThrow(SignedOutError);
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });
});

function Work() {
  const { user, lock } = useSession();
  const [note, setNote] = useState('');
  return (
    <>
      <input aria-label="Note" value={note} onChange={event => setNote(event.target.value)} />
      <button type="button" onClick={lock}>
        Lock {user.displayName}
      </button>
    </>
  );
}

function portal(loadMe: () => Promise<SignedIn>, leave = jest.fn(), edge = gateway()) {
  const client = new SessionClient({ fetch: edge.fetchFn });
  renderUi(
    <SessionProvider client={client} loadMe={loadMe} reportActivity={async () => undefined} leave={leave}>
      <Work />
    </SessionProvider>,
  );
  return { client, leave };
}

describe('SessionProvider', () => {
  it('sends those who are signed out to sign in, and back to where they were going', async () => {
    const { leave } = portal(() => Promise.reject(new SignedOutError()));
    await waitFor(() => expect(leave).toHaveBeenCalledWith('/session/login?return=%2F'));
  });

  it('SSO-06 (narrow: the screen; the session ends on the server) keeps the work under the lock, drops the token, and opens for the same person', async () => {
    const loadMe = jest.fn(async () => osei);
    const { client } = portal(loadMe);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), 'half a sentence');
    await client.accessToken();
    await userEvent.click(screen.getByRole('button', { name: 'Lock Amara Osei' }));
    expect(await screen.findByRole('dialog', { name: 'Locked' })).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull();
    await act(async () => announceUnlocked());
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Locked' })).toBeNull());
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('half a sentence');
    expect(loadMe).toHaveBeenCalledTimes(2);
  });

  it('locks when the session was ended elsewhere', async () => {
    const edge = gateway();
    const { client } = portal(async () => osei, jest.fn(), edge);
    await screen.findByRole('textbox', { name: 'Note' });
    edge.end();
    await act(async () => {
      await client.refresh().catch(() => undefined);
    });
    expect(screen.getByRole('dialog', { name: 'Locked' })).toBeInTheDocument();
  });

  it('throws the work away when somebody else signs in', async () => {
    const answers = [osei, { ...osei, user: { ...osei.user, id: 'someone else' } }];
    const { leave } = portal(async () => answers.shift() ?? osei);
    await userEvent.click(await screen.findByRole('button', { name: 'Lock Amara Osei' }));
    await act(async () => announceUnlocked());
    await waitFor(() => expect(leave).toHaveBeenCalledWith('/'));
    expect(screen.getByRole('dialog', { name: 'Locked' })).toBeInTheDocument();
  });

  it('locks by itself after the idle limit, which background calls do not extend', async () => {
    jest.useFakeTimers();
    try {
      const { client } = portal(async () => ({ ...osei, policy: { idleMinutes: 10 } }));
      await act(async () => jest.advanceTimersByTimeAsync(10));
      for (let minute = 0; minute < 11; minute += 1) {
        await act(async () => jest.advanceTimersByTimeAsync(60_000));
        await client.fetch('/api/v1/background');
      }
      expect(screen.getByRole('dialog', { name: 'Locked' })).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });
});
