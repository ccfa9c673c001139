import { administrationContract } from '@spark-den/contracts/administration/operations';
import { analyticsContract } from '@spark-den/contracts/analytics/operations';
import { auditContract } from '@spark-den/contracts/audit/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { gatewayContract } from '@spark-den/contracts/gateway/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import type { ServiceContract } from '@spark-den/contracts/operation';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { ServiceDefinition } from '@spark-den/service-kit';

/** Every service there is, in the order in which they start. A process loads the code of those that it runs. */
const LOADERS = {
  identity: async () => (await import('@spark-den/identity-service')).identityService,
  audit: async () => (await import('@spark-den/audit-service')).auditService,
  documents: async () => (await import('@spark-den/documents-service')).documentsService,
  administration: async () => (await import('@spark-den/administration-service')).administrationService,
  patients: async () => (await import('@spark-den/patients-service')).patientsService,
  scheduling: async () => (await import('@spark-den/scheduling-service')).schedulingService,
  integration: async () => (await import('@spark-den/integration-service')).integrationService,
  billing: async () => (await import('@spark-den/billing-service')).billingService,
  clinical: async () => (await import('@spark-den/clinical-service')).clinicalService,
  analytics: async () => (await import('@spark-den/analytics-service')).analyticsService,
  gateway: async () => (await import('@spark-den/gateway-service')).gatewayService,
} as const satisfies Record<string, () => Promise<ServiceDefinition>>;

export type ServiceName = keyof typeof LOADERS;
export const SERVICE_NAMES = Object.keys(LOADERS) as readonly ServiceName[];

export const CONTRACTS: readonly ServiceContract[] = [
  identityContract,
  auditContract,
  documentsContract,
  administrationContract,
  patientsContract,
  schedulingContract,
  integrationContract,
  billingContract,
  clinicalContract,
  analyticsContract,
  gatewayContract,
];

export function loadServices(names: readonly ServiceName[] = SERVICE_NAMES): Promise<ServiceDefinition[]> {
  return Promise.all(names.map(name => LOADERS[name]()));
}

/** Listen on their own port also when all services share a process: others than our portals call them. */
export const SHARED_SERVICES: ReadonlySet<string> = new Set([
  'identity',
  'documents',
  'integration',
  'audit',
]);
