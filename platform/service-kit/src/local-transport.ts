import type { Call, Reply } from './call.ts';
import { fromWire, toWire, type WirePrincipal } from './principal.ts';

/** Calls a service in this process through JSON and back, so that the laptop behaves as the cluster does. */
export function localTransport(dispatch: (call: Call) => Promise<Reply>) {
  return (call: Call): Promise<Reply> => {
    const input = call.input === undefined ? undefined : (JSON.parse(JSON.stringify(call.input)) as unknown);
    if (call.credential.kind !== 'service') return dispatch({ ...call, input });
    const wire = JSON.parse(JSON.stringify(toWire(call.credential.principal))) as WirePrincipal;
    return dispatch({ ...call, input, credential: { ...call.credential, principal: fromWire(wire) } });
  };
}
