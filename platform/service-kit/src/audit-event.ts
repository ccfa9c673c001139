import type { AuditEvent } from '@spark-den/contracts/audit/types';
import type { Operation } from '@spark-den/contracts/operation';
import type { Instant } from '@spark-den/kernel';
import type { AuditDetail, Principal } from './context.ts';

interface Access {
  readonly id: string;
  readonly now: Instant;
  readonly service: string;
  readonly operation: Operation;
  readonly principal: Principal;
  readonly requestId: string;
  readonly purpose: string;
  readonly sourceAddress: string | null;
  readonly outcome: AuditEvent['outcome'];
  readonly errorCode: string | null;
  readonly detail: AuditDetail;
}

/** One access as the audit service keeps it: ids and codes, no contents. */
export function auditEvent(access: Access): AuditEvent {
  const { operation, principal, detail } = access;
  return {
    id: access.id,
    practiceId: principal.practiceId,
    occurredAt: access.now,
    requestId: access.requestId,
    service: access.service,
    operation: operation.name,
    action: operation.audit ?? operation.name,
    kind: kindOf(operation),
    outcome: access.outcome,
    errorCode: access.errorCode,
    actorKind: principal.kind,
    actorId: principal.id,
    actorName: principal.displayName,
    sessionId: principal.sessionId ?? null,
    purpose: access.purpose,
    patientId: detail.patientId ?? null,
    entityType: detail.entityType ?? null,
    entityId: detail.entityId ?? null,
    sourceAddress: access.sourceAddress,
    detail: copyDetail(detail.detail),
  };
}

function copyDetail(detail: AuditDetail['detail']): AuditEvent['detail'] {
  return Object.fromEntries(
    Object.entries(detail ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...(value as string[])] : value,
    ]),
  ) as AuditEvent['detail'];
}

/** Create, read, update … in the words of 45 CFR 170.210(e), from the method and what the operation touches. */
function kindOf(operation: Operation): AuditEvent['kind'] {
  if (operation.binary) return 'copy';
  if (operation.phi === 'read')
    return operation.path.includes('/:') && operation.method === 'GET' ? 'read' : 'query';
  switch (operation.method) {
    case 'GET':
      return 'read';
    case 'POST':
      return 'create';
    case 'DELETE':
      return 'delete';
    default:
      return 'update';
  }
}
