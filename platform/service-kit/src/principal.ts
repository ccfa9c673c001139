import type { Principal } from './context.ts';

/** A principal as it travels between services. */
export interface WirePrincipal extends Omit<Principal, 'permissions'> {
  readonly permissions: readonly string[];
}

export function toWire(principal: Principal): WirePrincipal {
  return { ...principal, permissions: [...principal.permissions] };
}

export function fromWire(wire: WirePrincipal): Principal {
  return { ...wire, permissions: new Set(wire.permissions) };
}

/** The service itself, acting for a practice (or for none: `practiceId` empty, so row-level security shows nothing). */
export function servicePrincipal(service: string, practiceId: string): Principal {
  return {
    kind: 'service',
    id: service,
    displayName: `${service} service`,
    practiceId,
    roles: [],
    permissions: new Set(),
    amr: [],
  };
}
