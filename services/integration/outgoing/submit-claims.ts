import { integrationContract } from '@spark-den/contracts/integration/operations';
import { fail, type Handler, type Ports } from '@spark-den/service-kit';
import { validate } from '@spark-den/x12';
import { createHash } from 'node:crypto';
import type { IntegrationDatabase } from '../database.ts';
import { findByBatch, toInfo } from '../files/interchange-file-repository.ts';
import { keepFile } from '../files/keep-file.ts';

type Submit = Handler<(typeof integrationContract)['operations']['submitClaims'], IntegrationDatabase>;

/** How many findings a refusal names; the file itself is with the caller. */
const FINDINGS_NAMED = 20;

/**
 * Keeps the interchange; the sender worker drops it. What breaks the guide is refused, so that no wrong file leaves
 * the house. A batch is one file: handing it over again with the same bytes changes nothing.
 */
export function submitClaims(ports: Ports): Submit {
  return async (context, { batchId, interchange }) => {
    const bytes = new TextEncoder().encode(interchange);
    const earlier = await findByBatch(context, batchId);
    if (earlier) return toInfo(sameBytes(earlier, bytes));
    refuseFaults(interchange);
    const { row } = await keepFile(context, ports, {
      direction: 'outgoing',
      status: 'waiting',
      bytes,
      batchId,
    });
    context.audit({ entityType: 'interchange', entityId: row.id, detail: { batchId } });
    return toInfo(row);
  };
}

function sameBytes<Row extends { readonly sha256: string; readonly id: string }>(
  row: Row,
  bytes: Uint8Array,
): Row {
  if (createHash('sha256').update(bytes).digest('hex') === row.sha256) return row;
  throw fail(integrationContract, 'integration.batch_changed', { fileId: row.id });
}

function refuseFaults(interchange: string): void {
  const report = validate(interchange, { level: 'product' });
  const findings = [
    ...report.errors,
    ...report.transactions.flatMap(transaction => transaction.errors),
  ].filter(finding => finding.level !== 'codes');
  if (report.transactions.length > 0 && findings.length === 0) return;
  throw fail(integrationContract, 'integration.bad_interchange', {
    findings: findings
      .slice(0, FINDINGS_NAMED)
      .map(({ code, loop, segment, element, position }) => ({ code, loop, segment, element, position })),
  });
}
