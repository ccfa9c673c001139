import { administrationContract } from '@spark-den/contracts/administration/operations';
import { RemittanceHeld } from '@spark-den/contracts/billing/events';
import type { RemittanceFinding, RemittanceOutcome } from '@spark-den/contracts/billing/remittance-types';
import {
  balanceFindings,
  claimSetIdentity,
  paymentIdentity,
  type PartyFacts,
  type RemittanceFacts,
} from '@spark-den/ledger';
import { cents, sumCents, ZERO } from '@spark-den/kernel';
import type { Ports } from '@spark-den/service-kit';
import { createHash } from 'node:crypto';
import type { BillingContext } from '../context.ts';
import { lockFor } from '../lock-repository.ts';
import { postRemittance } from './post-remittance.ts';
import type { Decision } from './posting-plan.ts';
import { readRemittanceFile, type ReadRemittance } from './read-remittance.ts';
import {
  insertClaimPayments,
  postedWithSamePayment,
  waitingOf,
  type RemittanceRow,
} from './remittance-repository.ts';

export interface RemittanceFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly source: 'upload' | 'clearinghouse';
  /** The id under which integration keeps the file, where it came from there. */
  readonly fileId?: string;
}

export interface ImportResult {
  readonly fileId: string;
  readonly ok: boolean;
  readonly remittances: RemittanceOutcome[];
}

/**
 * Takes in an 835 file: keeps it, then posts each remittance whole or says why not. The same bytes again, and the
 * same payment in other bytes, book nothing. Everything happens in the caller's transaction.
 */
export async function importRemittanceFile(
  context: BillingContext,
  blobs: Ports['blobs'],
  file: RemittanceFile,
): Promise<ImportResult> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  await lockFor(context, `remittance file ${sha256}`);
  const known = await context.db
    .selectFrom('remittanceFile')
    .select(['id', 'refused'])
    .where('practiceId', '=', context.practiceId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (known) return repeated(context, known.id, known.refused);
  const fileId = file.fileId ?? context.newId();
  const { key } = await blobs.put(context.practiceId, file.bytes);
  await context.db
    .insertInto('remittanceFile')
    .values({
      id: fileId,
      practiceId: context.practiceId,
      sha256,
      fileName: file.fileName,
      blobKey: key,
      byteCount: file.bytes.length,
      source: file.source,
      receivedAt: context.now,
      receivedBy: context.principal.displayName,
      refused: '[]',
    })
    .execute();
  const read = readRemittanceFile(file.bytes);
  const remittances: RemittanceOutcome[] = [];
  for (const remittance of read.remittances) {
    remittances.push(await take(context, fileId, remittance, read.sound ? [] : read.findings));
  }
  if (remittances.length === 0) remittances.push(refusedFile(read.findings));
  await keepRefused(
    context,
    fileId,
    remittances.filter(({ status }) => status === 'rejected'),
  );
  return { fileId, ok: remittances.every(isFine), remittances };
}

/** What is refused has no row of its own; the file remembers it for when the same bytes come again. */
async function keepRefused(context: BillingContext, fileId: string, refused: readonly RemittanceOutcome[]) {
  if (refused.length === 0) return;
  await context.db
    .updateTable('remittanceFile')
    .set({ refused: JSON.stringify(refused) })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', fileId)
    .execute();
}

const isFine = ({ status }: RemittanceOutcome) => status === 'posted' || status === 'duplicate';

/** Decides on one remittance: refused, held, a repeat, or posted. */
async function take(
  context: BillingContext,
  fileId: string,
  read: ReadRemittance,
  fileFindings: readonly RemittanceFinding[],
): Promise<RemittanceOutcome> {
  const findings = [...fileFindings, ...read.findings];
  const { facts } = read;
  if (!facts || fileFindings.length > 0) return refused(read, 'unreadable', findings);
  if (!(await isOurs(context, facts.payee))) return refused(read, 'payee_not_ours', findings);
  const remittanceId = context.newId();
  const record = { context, remittanceId, fileId, ordinal: read.ordinal, facts };
  const unbalanced = balanceFindings(facts);
  if (unbalanced.length > 0) {
    const places = unbalanced.map(finding => ({ ...finding, segment: null, position: null }));
    return hold({ ...record, reason: 'unbalanced', rivalId: null, findings: [...places, ...findings] });
  }
  if (!read.whole) return hold({ ...record, reason: 'envelope', rivalId: null, findings });
  await lockFor(context, `payment ${paymentIdentity(facts)}`);
  const rivals = await postedWithSamePayment(context, facts);
  const same = rivals.find(rival => rival.claimSetHash === claimSetHash(facts));
  if (same) {
    await insertRemittance({
      ...record,
      status: 'duplicate',
      reason: 'same_payment',
      rivalId: same.id,
      findings,
    });
    return outcomeOf(record, 'duplicate', 'same_payment', same.id, findings, []);
  }
  const [rival] = rivals;
  if (rival) return hold({ ...record, reason: 'same_payment_other_claims', rivalId: rival.id, findings });
  await insertRemittance({ ...record, status: 'posted', reason: null, rivalId: null, findings });
  const decisions = await postRemittance(context, { remittanceId, fileId, facts });
  return outcomeOf(record, 'posted', null, null, findings, decisions);
}

interface RecordParts {
  readonly context: BillingContext;
  readonly remittanceId: string;
  readonly fileId: string;
  readonly ordinal: number;
  readonly facts: RemittanceFacts;
}

/** Keeps a remittance and its claims beside the books, for a person to look at. */
async function hold(
  record: RecordParts & {
    readonly reason: string;
    readonly rivalId: string | null;
    readonly findings: readonly RemittanceFinding[];
  },
): Promise<RemittanceOutcome> {
  const { context, remittanceId, fileId, facts, reason } = record;
  await insertRemittance({ ...record, status: 'held' });
  await insertClaimPayments(
    context,
    remittanceId,
    facts.claims.map(payment => ({
      id: context.newId(),
      payment,
      state: 'held',
      parkReason: null,
      claimId: null,
      patientId: null,
      payerId: null,
      matchedBy: null,
      entryId: null,
      reversesId: null,
      contractualCents: ZERO,
      deniedCents: ZERO,
      chargeLines: new Map(),
    })),
  );
  await context.emit(RemittanceHeld, { remittanceId, fileId, reason }, remittanceId);
  return outcomeOf(record, 'held', reason, record.rivalId, record.findings, []);
}

async function insertRemittance(
  record: RecordParts & {
    readonly status: RemittanceRow['status'];
    readonly reason: string | null;
    readonly rivalId: string | null;
    readonly findings: readonly RemittanceFinding[];
  },
): Promise<void> {
  const { context, facts } = record;
  await context.db
    .insertInto('remittance')
    .values({
      id: record.remittanceId,
      practiceId: context.practiceId,
      fileId: record.fileId,
      ordinal: record.ordinal,
      trace: facts.trace,
      originator: facts.originator,
      amountCents: facts.amountCents,
      creditOrDebit: facts.creditOrDebit,
      method: facts.method,
      paymentDate: facts.paymentDate,
      payerName: facts.payer.name,
      payerIdentifiers: JSON.stringify(facts.payer.identifiers),
      claimCount: facts.claims.length,
      lineCount: lineCount(facts),
      claimsCents: sumCents(facts.claims, claim => claim.paidCents),
      providerAdjustments: JSON.stringify(facts.providerAdjustments),
      providerAdjustmentCents: sumCents(facts.providerAdjustments, item => item.amountCents),
      claimSetHash: claimSetHash(facts),
      status: record.status,
      reason: record.reason,
      rivalId: record.rivalId,
      findings: JSON.stringify(record.findings),
      receivedAt: context.now,
      postedAt: record.status === 'posted' ? context.now : null,
      decidedBy: null,
      decisionNote: null,
    })
    .execute();
}

const lineCount = (facts: RemittanceFacts) =>
  facts.claims.reduce((sum, claim) => sum + claim.lines.length, 0);

const claimSetHash = (facts: RemittanceFacts) =>
  createHash('sha256').update(claimSetIdentity(facts)).digest('hex');

async function isOurs(context: BillingContext, payee: PartyFacts): Promise<boolean> {
  const practice = await context.call(administrationContract).getPractice({});
  const ours = [practice.billingNpi, practice.taxId].map(plain);
  return payee.identifiers.some(id => ours.includes(plain(id)));
}

const plain = (id: string) => id.replace(/[^0-9A-Za-z]/g, '').toUpperCase();

function outcomeOf(
  { remittanceId, facts }: Pick<RecordParts, 'remittanceId' | 'facts'>,
  status: RemittanceOutcome['status'],
  reason: string | null,
  rivalId: string | null,
  findings: readonly RemittanceFinding[],
  decisions: readonly Decision[],
): RemittanceOutcome {
  const unmatched = decisions.flatMap(decision =>
    decision.state === 'unmatched'
      ? [
          {
            claim: decision.payment.patientControlNumber,
            reason: decision.reason,
            amountCents: decision.payment.paidCents,
          },
        ]
      : [],
  );
  return {
    remittanceId,
    trace: facts.trace,
    payer: facts.payer.name,
    amountCents: facts.amountCents,
    claims: facts.claims.length,
    lines: lineCount(facts),
    status,
    reason,
    unmatched,
    unappliedCents: sumCents(
      decisions.filter(decision => decision.state !== 'posted'),
      decision => decision.payment.paidCents,
    ),
    rivalId,
    findings: [...findings],
  };
}

function refused(
  read: ReadRemittance,
  reason: string,
  findings: readonly RemittanceFinding[],
): RemittanceOutcome {
  return {
    remittanceId: null,
    trace: read.summary.trace,
    payer: read.summary.payer,
    amountCents: cents(read.summary.amountCents),
    claims: read.facts?.claims.length ?? 0,
    lines: read.facts ? lineCount(read.facts) : 0,
    status: 'rejected',
    reason,
    unmatched: [],
    unappliedCents: ZERO,
    rivalId: null,
    findings: [...findings],
  };
}

function refusedFile(findings: readonly RemittanceFinding[]): RemittanceOutcome {
  return refused(
    {
      ordinal: 0,
      facts: undefined,
      summary: { trace: '', payer: '', amountCents: 0 },
      findings,
      whole: false,
    },
    'unreadable',
    findings,
  );
}

/** The same bytes came before: says what became of them then. */
async function repeated(
  context: BillingContext,
  fileId: string,
  refusedThen: readonly RemittanceOutcome[],
): Promise<ImportResult> {
  const rows = await context.db
    .selectFrom('remittance')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('fileId', '=', fileId)
    .orderBy('ordinal')
    .execute();
  const waiting = await waitingOf(
    context,
    rows.map(row => row.id),
  );
  const remittances = rows.map((row): RemittanceOutcome => ({
    remittanceId: row.id,
    trace: row.trace,
    payer: row.payerName,
    amountCents: row.amountCents,
    claims: row.claimCount,
    lines: row.lineCount,
    status: row.status === 'posted' || row.status === 'discarded' ? 'duplicate' : row.status,
    reason: row.status === 'posted' ? 'same_file' : row.reason,
    unmatched: [],
    unappliedCents: waiting.get(row.id)?.cents ?? ZERO,
    rivalId: row.status === 'posted' ? row.id : row.rivalId,
    findings: row.findings,
  }));
  remittances.push(...refusedThen);
  return { fileId, ok: remittances.every(isFine), remittances };
}
