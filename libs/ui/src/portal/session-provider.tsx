import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { ClinicZone } from '../clinic-zone.tsx';
import { SessionLock } from '../session-lock.tsx';
import { ErrorState, SkeletonRows } from '../states.tsx';
import { useIdle } from './idle.ts';
import { signInAddress, SignedOutError, type SessionClient } from './session-client.ts';
import { onUnlocked, openSignIn } from './unlock.ts';

/** The signed-in person, as the identity contract's `Me` describes them. */
export interface SignedIn {
  readonly user: { readonly id: string; readonly displayName: string; readonly providerId: string | null };
  readonly practice: { readonly id: string; readonly name: string; readonly zone: string };
  readonly roles: readonly { readonly key: string; readonly name: string }[];
  readonly permissions: readonly string[];
  readonly portals: readonly string[];
  readonly policy?: { readonly idleMinutes: number };
}

export interface PortalSession extends SignedIn {
  can(permission: string): boolean;
  readonly permissionSet: ReadonlySet<string>;
  lock(): void;
  signOut(): Promise<void>;
}

const Context = createContext<PortalSession | undefined>(undefined);

/** The signed-in person. Pages ask `can` to hide what is closed; the server decides. */
export function useSession(): PortalSession {
  const session = useContext(Context);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

export interface SessionProviderProps {
  readonly client: SessionClient;
  readonly loadMe: () => Promise<SignedIn>;
  readonly reportActivity: () => Promise<unknown>;
  /** Goes to an address of the gateway; replaced in tests. */
  readonly leave?: (address: string) => void;
  /** Page of the portal on which the sign-in window of the lock ends. */
  readonly unlockedPath?: string;
  readonly children: ReactNode;
}

const FIFTEEN_MINUTES = 15 * 60_000;
const here = () => `${window.location.pathname}${window.location.search}`;

/**
 * Loads the signed-in person, or sends the browser to sign in. After 15 minutes without input it locks the
 * screen: the pages stay mounted below with all that was typed, the token is dropped, and signing in as the
 * same person goes on where the work stopped.
 */
export function SessionProvider(props: SessionProviderProps) {
  const { client, loadMe, reportActivity, children, unlockedPath = '/unlocked' } = props;
  const [me, setMe] = useState<SignedIn>();
  const [error, setError] = useState<unknown>();
  const [locked, setLocked] = useState(false);
  const [problem, setProblem] = useState<string>();
  const leave = useMemo(
    () => props.leave ?? ((address: string) => window.location.assign(address)),
    [props.leave],
  );

  const load = useCallback(() => {
    loadMe().then(setMe, (reason: unknown) => {
      if (reason instanceof SignedOutError) leave(signInAddress(here()));
      else setError(reason);
    });
  }, [loadMe, leave]);
  useEffect(load, [load]);
  const retry = () => {
    setError(undefined);
    load();
  };

  const lock = useCallback(() => {
    client.forget();
    setLocked(true);
  }, [client]);
  const signOut = useCallback(async () => {
    await client.signOut();
    leave('/signed-out');
  }, [client, leave]);

  useEffect(() => {
    if (!locked || !me) return;
    return onUnlocked(() => {
      setProblem(undefined);
      loadMe().then(
        next => {
          if (next.user.id !== me.user.id) leave('/');
          else {
            setMe(next);
            setLocked(false);
          }
        },
        () => setProblem('The sign-in did not reach this page. Try again.'),
      );
    });
  }, [locked, me, loadMe, leave]);

  // ended elsewhere: by an administrator, by sign-out in the other portal, by the limit of the session itself
  const signedIn = me !== undefined;
  useEffect(() => (signedIn ? client.whenSignedOut(lock) : undefined), [signedIn, client, lock]);

  useIdle({
    enabled: me !== undefined && !locked,
    limitMs: me?.policy ? me.policy.idleMinutes * 60_000 : FIFTEEN_MINUTES,
    reportMs: 60_000,
    onActivity: () => void reportActivity().catch(() => undefined),
    onIdle: lock,
  });

  const session = useMemo<PortalSession | undefined>(() => {
    if (!me) return undefined;
    const permissionSet = new Set(me.permissions);
    return { ...me, permissionSet, can: permission => permissionSet.has(permission), lock, signOut };
  }, [me, lock, signOut]);

  if (error !== undefined) return <ErrorState error={error} onRetry={retry} />;
  if (!session) return <SkeletonRows rows={10} />;
  return (
    <Context.Provider value={session}>
      <ClinicZone zone={session.practice.zone}>
        <div aria-hidden={locked}>{children}</div>
        <SessionLock
          locked={locked}
          userName={session.user.displayName}
          problem={problem}
          onUnlock={() =>
            setProblem(
              openSignIn(unlockedPath)
                ? undefined
                : 'The browser blocked the sign-in window. Allow it and try again.',
            )
          }
          onSignOut={() => void signOut()}
        />
      </ClinicZone>
    </Context.Provider>
  );
}

/** A fixed session for component tests. */
export function TestSession({
  session,
  children,
}: {
  readonly session: PortalSession;
  readonly children: ReactNode;
}) {
  return <Context.Provider value={session}>{children}</Context.Provider>;
}
