import type { LiveState } from '../universal-header.tsx';

/** An event as the gateway sends it: ids and states only. */
export interface LiveEvent {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface LiveOptions {
  readonly url: string;
  readonly accessToken: () => Promise<string>;
  readonly onEvent: (event: LiveEvent) => void;
  readonly onState: (state: LiveState) => void;
  /** Called when the connection is back after a gap: what happened meanwhile was missed. */
  readonly onResync: () => void;
  readonly open?: (url: string) => WebSocket;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 20_000;

/** Keeps a socket to the gateway open, with growing pauses between attempts. Returns how to close it. */
export function connectLive(options: LiveOptions): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = FIRST_RETRY_MS;
  let wasLive = false;
  let closed = false;

  const connect = async () => {
    options.onState('connecting');
    try {
      const accessToken = await options.accessToken();
      if (closed) return;
      const opened = (options.open ?? (url => new WebSocket(url)))(options.url);
      socket = opened;
      opened.onopen = () => {
        opened.send(JSON.stringify({ accessToken }));
        retryMs = FIRST_RETRY_MS;
        options.onState('live');
        if (wasLive) options.onResync();
        wasLive = true;
      };
      opened.onmessage = message => options.onEvent(JSON.parse(String(message.data)) as LiveEvent);
      opened.onclose = again;
    } catch {
      again();
    }
  };
  const again = () => {
    if (closed) return;
    options.onState('offline');
    timer = setTimeout(() => void connect(), retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  };
  void connect();
  return () => {
    closed = true;
    clearTimeout(timer);
    socket?.close();
  };
}

export function liveAddress(place: Pick<Location, 'protocol' | 'host'>): string {
  return `${place.protocol === 'https:' ? 'wss' : 'ws'}://${place.host}/ws`;
}
