/** Names of all services, in the order in which they start; `registry.ts` holds the services themselves. */
export const SERVICE_NAMES = [
  'identity',
  'audit',
  'documents',
  'administration',
  'patients',
  'scheduling',
  'integration',
  'billing',
  'clinical',
  'analytics',
  'gateway',
] as const;
