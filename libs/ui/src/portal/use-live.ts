import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { LiveState } from '../universal-header.tsx';
import { connectLive, liveAddress } from './live.ts';
import { createInvalidator } from './query-client.ts';
import { onUnlocked } from './unlock.ts';
import type { SessionClient } from './session-client.ts';

/** Others' changes appear without a refresh. Returns whether the line to the server stands. */
export function useLive(session: SessionClient): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const [turn, setTurn] = useState(0);
  // what happened behind the lock is read at once, not when the line next tries again
  useEffect(
    () =>
      onUnlocked(() => {
        setTurn(count => count + 1);
        void client.invalidateQueries();
      }),
    [client],
  );
  useEffect(
    () =>
      connectLive({
        url: liveAddress(window.location),
        accessToken: () => session.accessToken(),
        onEvent: createInvalidator(client),
        onState: setState,
        onResync: () => void client.invalidateQueries(),
      }),
    [client, session, turn],
  );
  return state;
}
