import { administrationService } from '@spark-den/administration-service';
import { analyticsService } from '@spark-den/analytics-service';
import { auditService } from '@spark-den/audit-service';
import { billingService } from '@spark-den/billing-service';
import { clinicalService } from '@spark-den/clinical-service';
import { documentsService } from '@spark-den/documents-service';
import { gatewayService } from '@spark-den/gateway-service';
import { identityService } from '@spark-den/identity-service';
import { integrationService } from '@spark-den/integration-service';
import { patientsService } from '@spark-den/patients-service';
import { schedulingService } from '@spark-den/scheduling-service';
import type { ServiceDefinition } from '@spark-den/service-kit';

/** Every service there is, in the order in which they start. */
export const SERVICES: readonly ServiceDefinition[] = [
  identityService,
  auditService,
  documentsService,
  administrationService,
  patientsService,
  schedulingService,
  integrationService,
  billingService,
  clinicalService,
  analyticsService,
  gatewayService,
];

/** Listen on their own port also when all services share a process: others than our portals call them. */
export const SHARED_SERVICES: ReadonlySet<string> = new Set([
  'identity',
  'documents',
  'integration',
  'audit',
]);
