import { connectLive, liveAddress } from '@spark-den/ui/portal';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionClient } from './api.ts';
import { createInvalidator } from './query-client.ts';
import { liveChanged, useAppDispatch } from './store.ts';

/** Others' changes appear without a refresh. */
export function useLive(): void {
  const client = useQueryClient();
  const dispatch = useAppDispatch();
  useEffect(
    () =>
      connectLive({
        url: liveAddress(window.location),
        accessToken: () => sessionClient.accessToken(),
        onEvent: createInvalidator(client),
        onState: state => dispatch(liveChanged(state)),
        onResync: () => void client.invalidateQueries(),
      }),
    [client, dispatch],
  );
}
