import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import type { RemittanceOutcome } from '@spark-den/contracts/billing/remittance-types';
import { AppError } from '@spark-den/kernel';
import { loadServices, SERVICE_NAMES } from '@spark-den/server/registry';
import { servicePrincipal } from '@spark-den/service-kit';
import { parseRemittance, readInterchanges, transactionsOf } from '@spark-den/x12';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { demoInstallation } from '../demo-installation.ts';
import { startInProcess, type InProcessOptions, type InProcessSystem } from '../in-process-system.ts';
import type { CommandIo } from '../spark.ts';

export const USAGE = 'Usage: spark era import FILE… [--practice ID] [--json]\n';

/** One line of `--json`. */
interface FileReport {
  readonly file: string;
  readonly ok: boolean;
  readonly remittances: readonly Omit<RemittanceOutcome, 'remittanceId' | 'rivalId'>[];
  /** Why the file was not taken at all. */
  readonly reason?: string;
}

/**
 * Posts remittance files into a system of its own: each into a new sandbox practice that is the file's payee,
 * or into one of the demo practices with `--practice`, which refuses a payee that is not itself.
 */
export async function eraCommand(args: string[], io: CommandIo): Promise<number> {
  const request = read(args);
  if (!request) {
    io.stderr.write(USAGE);
    return 2;
  }
  const missing = request.files.filter(file => !existsSync(file));
  if (missing.length > 0) {
    io.stderr.write(`There is no file ${missing.join(', ')}\n`);
    return 2;
  }
  const payees = new Map<string, readonly string[]>();
  const running = await startInProcess(await (request.practice ? demoSystem() : sandboxSystem(payees)));
  try {
    if (request.practice) await running.install(demoInstallation());
    let allPosted = true;
    for (const file of request.files) {
      const practiceId = request.practice ?? randomUUID();
      const bytes = readFileSync(file);
      payees.set(practiceId, payeeIdentifiers(bytes));
      const report = await importFile(running, file, bytes, practiceId);
      allPosted &&= report.ok;
      io.stdout.write(request.json ? `${JSON.stringify(report)}\n` : describe(report));
    }
    return allPosted ? 0 : 1;
  } finally {
    await running.stop();
  }
}

function read(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { practice: { type: 'string' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [verb, ...files] = positionals;
    return verb === 'import' && files.length > 0 ? { ...values, files } : undefined;
  } catch {
    return undefined;
  }
}

async function importFile(
  running: InProcessSystem,
  file: string,
  bytes: Buffer,
  practiceId: string,
): Promise<FileReport> {
  const billing = running.as(billingContract, servicePrincipal('command', practiceId));
  try {
    const { ok, remittances } = await billing.importRemittance({
      fileName: path.basename(file).slice(0, 200),
      base64: bytes.toString('base64'),
    });
    return {
      file,
      ok,
      remittances: remittances.map(({ remittanceId: _, rivalId: __, ...outcome }) => outcome),
    };
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return { file, ok: false, remittances: [], reason: error.code };
  }
}

async function demoSystem(): Promise<InProcessOptions> {
  return { services: await loadServices(), durable: false };
}

/** Every service but administration, which answers that each sandbox practice is its file's payee. */
async function sandboxSystem(payees: ReadonlyMap<string, readonly string[]>): Promise<InProcessOptions> {
  return {
    services: await loadServices(SERVICE_NAMES.filter(name => name !== 'administration')),
    durable: false,
    fakes: [
      {
        contract: administrationContract,
        dispatch: call => {
          const practiceId = call.credential.kind === 'service' ? call.credential.principal.practiceId : '';
          const [billingNpi = '', taxId = billingNpi] = payees.get(practiceId) ?? [];
          const practice = {
            id: practiceId,
            name: 'Sandbox practice',
            zone: 'America/Chicago',
            billingNpi,
            taxId,
          };
          const answer = call.operation === 'getPractice' ? practice : { items: [], nextCursor: null };
          return Promise.resolve({
            status: 200,
            contentType: 'application/json',
            body: JSON.stringify(answer),
          });
        },
      },
    ],
  };
}

/** How the first remittance of a file names its payee. */
function payeeIdentifiers(bytes: Buffer): readonly string[] {
  for (const { transaction } of transactionsOf(readInterchanges(bytes))) {
    if (transaction.set !== '835') continue;
    const { payee } = parseRemittance(transaction).value;
    return [payee.id, ...payee.references.map(({ value }) => value)].filter(
      (id): id is string => id !== undefined && id !== '',
    );
  }
  return [];
}

function describe(report: FileReport): string {
  const lines = report.remittances.map(remittance => {
    const { status, trace, payer, claims, unmatched, reason, findings } = remittance;
    const why = reason ? [`; ${reason}`, ...findings.map(({ message }) => `            ${message}`)] : [''];
    return `  ${status.padEnd(9)} ${trace} from ${payer}: ${claims} claims, ${unmatched.length} unmatched${why.join('\n')}\n`;
  });
  return `${report.ok ? 'ok ' : 'BAD'} ${report.file}${report.reason ? ` ${report.reason}` : ''}\n${lines.join('')}`;
}
