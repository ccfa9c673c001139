import { startEmbeddedPostgres } from '@spark-den/adapters';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { person } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inBilling, startBilling, type BillingTest } from '../../services/billing/testing/billing-system.ts';
import { remittanceFile } from '../../services/billing/testing/remittance-file.ts';
import { sendClaim, type SentClaim } from '../../services/billing/testing/sent-claims.ts';
import type { Bench } from '../bench.ts';
import { freePort } from '../free-port.ts';

const CLAIMS = Number(process.env.BENCH_CLAIMS ?? 10_000);
const LIMIT_S = 30;
const LINES = [16_500, 3_200];

/** G35: one 835 of 10,000 claims and 20,000 lines, each matched, posted in one transaction. */
export const benchRemittance: Bench = async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'spark-den-bench-'));
  const postgres = await startEmbeddedPostgres({
    dataDir,
    port: await freePort(),
    password: 'bench',
    durable: true,
  });
  process.env.TEST_DATABASE_URL = postgres.superuserUrl;
  const test = await startBilling();
  try {
    const claims = await sendClaims(test);
    const file = Buffer.from(remittanceFile([{ trace: 'BENCH1', claims: claims.map(paid) }]));
    const biller = person('billing-manager', [billingContract]);
    const started = performance.now();
    const reply = await test.dispatch(
      'billing',
      {
        operation: 'importRemittance',
        input: { fileName: 'bench.835', base64: file.toString('base64') },
        idempotencyKey: randomUUID(),
        deadlineMs: 600_000,
      },
      biller,
    );
    const seconds = (performance.now() - started) / 1000;
    const { remittances } = JSON.parse(reply.body) as {
      remittances: { status: string; unmatched: unknown[] }[];
    };
    const [outcome] = remittances;
    if (outcome?.status !== 'posted' || outcome.unmatched.length > 0)
      throw new Error(`not posted whole: ${reply.body.slice(0, 300)}`);
    const size = `${(file.length / 1e6).toLocaleString('en-US', { maximumFractionDigits: 1 })} MB`;
    return [
      {
        what: `835 of ${CLAIMS.toLocaleString('en-US')} claims (${size}) read, balanced and posted`,
        ours: `${Math.round(seconds * 10) / 10} s`,
        peer: `limit ${LIMIT_S} s`,
        kept: seconds <= LIMIT_S,
      },
    ];
  } finally {
    await test.stop();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

async function sendClaims(test: BillingTest): Promise<SentClaim[]> {
  const claims: SentClaim[] = [];
  for (let start = 0; start < CLAIMS; start += 500) {
    await inBilling(test, async context => {
      for (let index = start; index < Math.min(start + 500, CLAIMS); index += 1) {
        claims.push(await sendClaim(context, { pcn: `B${String(index).padStart(6, '0')}`, charges: LINES }));
      }
    });
  }
  return claims;
}

function paid({ pcn, lineControls }: SentClaim) {
  return {
    pcn,
    lines: LINES.map((charge, index) => ({
      charge,
      lineControl: lineControls[index],
      adjust: [['CO', '45', charge / 5] as const, ['PR', '3', 1_000] as const],
    })),
  };
}
