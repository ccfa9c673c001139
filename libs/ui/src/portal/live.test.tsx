import { jest } from '@jest/globals';
import { connectLive, type LiveEvent } from './live.ts';

class FakeSocket {
  readonly sent: string[] = [];
  onopen?: () => void;
  onclose?: () => void;
  onmessage?: (message: { data: string }) => void;
  send(text: string) {
    this.sent.push(text);
  }
  close() {}
}

describe('connectLive', () => {
  it('signs in on the socket, passes events on, and after a gap asks for everything anew', async () => {
    jest.useFakeTimers();
    try {
      const sockets: FakeSocket[] = [];
      const events: LiveEvent[] = [];
      const states: string[] = [];
      const onResync = jest.fn();
      const close = connectLive({
        url: 'ws://x/ws',
        accessToken: async () => 't1',
        onEvent: event => events.push(event),
        onState: state => states.push(state),
        onResync,
        open: () => {
          const socket = new FakeSocket();
          sockets.push(socket);
          return socket as unknown as WebSocket;
        },
      });
      await jest.advanceTimersByTimeAsync(0);
      sockets[0]?.onopen?.();
      expect(sockets[0]?.sent).toEqual(['{"accessToken":"t1"}']);
      sockets[0]?.onmessage?.({ data: '{"type":"AppointmentBooked","payload":{"appointmentId":"a"}}' });
      expect(events).toEqual([{ type: 'AppointmentBooked', payload: { appointmentId: 'a' } }]);
      expect(onResync).not.toHaveBeenCalled();
      sockets[0]?.onclose?.();
      expect(states.at(-1)).toBe('offline');
      await jest.advanceTimersByTimeAsync(500);
      sockets[1]?.onopen?.();
      expect(states.at(-1)).toBe('live');
      expect(onResync).toHaveBeenCalledTimes(1);
      close();
      sockets[1]?.onclose?.();
      await jest.advanceTimersByTimeAsync(60_000);
      expect(sockets).toHaveLength(2);
    } finally {
      jest.useRealTimers();
    }
  });
});
