import { LIVE_CLOSE, LiveHello, type LiveMessage } from '@spark-den/contracts/gateway/types';
import type { Portal } from '@spark-den/contracts/identity/types';
import type { Ports } from '@spark-den/service-kit';
import { instant } from '@spark-den/kernel';
import type { WebSocket } from 'ws';
import type { Identity } from '../session/identity-client.ts';
import type { TokenFacts, TokenReader } from '../session/token-reader.ts';

interface Listener {
  readonly socket: WebSocket;
  readonly facts: TokenFacts;
  readonly practiceId: string;
}

interface HubParts {
  readonly ports: Ports;
  readonly portal: Portal;
  readonly identity: Identity;
  readonly tokens: TokenReader;
  /** How often each session is asked for anew; with the socket's own delay below the 5 s of a revocation. */
  readonly checkEveryMs?: number;
  readonly helloWithinMs?: number;
}

type Event = Parameters<Parameters<Ports['follow']>[0]>[0];

const MOST_BUFFERED = 1_000_000;

/** Tells open portals what has happened in their practice: ids and states, to people whose session lives. */
export class LiveHub {
  readonly #parts: HubParts;
  readonly #listeners = new Set<Listener>();
  readonly #sockets = new Set<WebSocket>();
  #unfollow: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: HubParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => void this.#checkSessions(), this.#parts.checkEveryMs ?? 3_000);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#unfollow?.();
    for (const { socket } of this.#listeners) socket.close(LIVE_CLOSE.goingAway);
    this.#listeners.clear();
  }

  get size(): number {
    return this.#listeners.size;
  }

  /** A new socket stays silent until its first message names a session that lives. */
  accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    this.#followWhileWatched();
    const late = setTimeout(
      () => socket.close(LIVE_CLOSE.unauthenticated),
      this.#parts.helloWithinMs ?? 5_000,
    );
    let greeted = false;
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(late);
      this.#sockets.delete(socket);
      this.#followWhileWatched();
    });
    socket.on('message', data => {
      if (greeted) return socket.close(LIVE_CLOSE.forbidden);
      greeted = true;
      clearTimeout(late);
      void this.#greet(socket, String(data));
    });
  }

  /** Reads the bus from a socket's first moment, before it is greeted, so that it misses nothing; never for nobody. */
  #followWhileWatched(): void {
    if (this.#sockets.size > 0) {
      this.#unfollow ??= this.#parts.ports.follow(event => this.#announce(event));
    } else {
      this.#unfollow?.();
      this.#unfollow = undefined;
    }
  }

  async #greet(socket: WebSocket, text: string): Promise<void> {
    const hello = LiveHello.safeParse(parseJson(text));
    const facts = hello.success ? await this.#parts.tokens.read(hello.data.accessToken) : undefined;
    const practiceId = facts ? await this.#practiceOf(facts).catch(() => undefined) : undefined;
    if (!facts || !practiceId) return socket.close(LIVE_CLOSE.unauthenticated);
    const listener = { socket, facts, practiceId };
    this.#listeners.add(listener);
    socket.on('close', () => this.#listeners.delete(listener));
  }

  async #practiceOf({ sessionId, subject }: TokenFacts): Promise<string | undefined> {
    const { portal, identity } = this.#parts;
    const { principal } = await identity.introspectSession({ sessionId, subject, portal });
    return principal?.practiceId;
  }

  #announce(event: Event): void {
    if (event.type === 'SessionRevoked') this.#close((event.payload as { sessionId: string }).sessionId);
    const message = JSON.stringify({
      id: event.id,
      type: event.type,
      occurredAt: instant(event.occurredAt),
      payload: event.payload as Record<string, unknown>,
    } satisfies LiveMessage);
    for (const { socket, practiceId } of this.#listeners) {
      if (practiceId !== event.practiceId || socket.readyState !== socket.OPEN) continue;
      // Who does not read is cut off; the portal comes back and reads anew.
      if (socket.bufferedAmount > MOST_BUFFERED) socket.terminate();
      else socket.send(message);
    }
  }

  #close(sessionId: string): void {
    for (const { socket, facts } of this.#listeners) {
      if (facts.sessionId === sessionId) socket.close(LIVE_CLOSE.unauthenticated);
    }
  }

  /** Closes what has ended without an event: idle, too long, disabled. */
  async #checkSessions(): Promise<void> {
    const bySession = new Map([...this.#listeners].map(({ facts }) => [facts.sessionId, facts]));
    for (const facts of bySession.values()) {
      try {
        if (!(await this.#practiceOf(facts))) this.#close(facts.sessionId);
      } catch {
        // Whether the session lives cannot be told now: no more events until it can.
        this.#close(facts.sessionId);
      }
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
