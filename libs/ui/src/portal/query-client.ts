import { AppError } from '@spark-den/kernel';
import { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from './live.ts';

/**
 * Server data lives here and only here. The first part of every key is the name of the service that it came
 * from: `['patients', 'record', patientId]`, `['billing', 'claims', filters]`.
 */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        retry: (failures, error) => failures < 2 && isTemporary(error),
      },
      mutations: { retry: false },
    },
  });

function isTemporary(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof AppError && error.kind === 'unavailable');
}

/** Events and the services whose data they make old, beside the analytics that count them all. */
const TOUCHES: readonly (readonly [events: RegExp, services: readonly string[]])[] = [
  [/^(Patient(Registered|Updated|s)|Coverage|Eligibility|Consent|Draft)/, ['patients', 'scheduling']],
  [/^(Appointment|Visit|Slot|Schedule|TimeOff)/, ['scheduling', 'clinical', 'billing']],
  [/^Encounter/, ['billing', 'scheduling', 'clinical']],
  [
    /^(Charge|Claim|Interchange|Remittance|PatientPayment|Payment|Refund|WriteOff|Denial|Statement|Balance|Transfer)/,
    ['billing', 'patients'],
  ],
  [/^(User|Role|Session|Policy)/, ['identity']],
  [/^(Practice|Fee|Payer)/, ['administration']],
];

/** The services whose data `event` may have changed. */
export function servicesTouchedBy(event: LiveEvent): string[] {
  const services = TOUCHES.filter(([events]) => events.test(event.type)).flatMap(([, names]) => names);
  return [...new Set([...services, 'analytics'])];
}

const GATHER_MS = 250;

/** Marks data as old as events arrive, a burst of them at once; what is on the screen is read again. */
export function createInvalidator(client: QueryClient): (event: LiveEvent) => void {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return event => {
    for (const service of servicesTouchedBy(event)) waiting.add(service);
    timer ??= setTimeout(() => {
      timer = undefined;
      const services = [...waiting];
      waiting.clear();
      for (const service of services) void client.invalidateQueries({ queryKey: [service] });
    }, GATHER_MS);
  };
}
