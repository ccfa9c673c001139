import {
  ClaimsAcknowledged,
  InterchangeAccepted,
  InterchangeHeld,
  InterchangeRejected,
  RemittanceFileReceived,
} from '@spark-den/contracts/integration/events';
import type { Ports } from '@spark-den/service-kit';
import {
  parseClaimAcknowledgement,
  parseImplementationAcknowledgement,
  parseInterchangeAcknowledgement,
  readInterchanges,
  transactionName,
  transactionsOf,
  type InterchangeFile,
  type Segment,
  type TransactionSegments,
} from '@spark-den/x12';
import type { IntegrationContext } from '../database.ts';
import { claimNumbersOf } from '../files/facts.ts';
import { findOutgoing, updateFile, type FileRow } from '../files/interchange-file-repository.ts';
import { asText, readBytes } from '../files/open-file.ts';
import { resultsOf277, resultsOf999, type ClaimOutcome, type SentClaims } from './claim-results.ts';

/** Why a file cannot be read; it is kept and waits for a person. */
class Unreadable extends Error {}

/** Reads a kept incoming file and tells the house what it says; or holds it with the reason. */
export async function readIncoming(
  context: IntegrationContext,
  ports: Ports,
  row: FileRow,
  bytes: Uint8Array,
): Promise<FileRow> {
  try {
    const answersFileId = await tellContent(context, ports, row, readInterchanges(bytes));
    return await updateFile(context, row.id, {
      status: 'processed',
      reason: null,
      answersFileId,
      processedAt: context.now,
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await context.emit(InterchangeHeld, { fileId: row.id, reason: error.message }, row.id);
    return updateFile(context, row.id, { status: 'held', reason: error.message });
  }
}

/** @returns the outgoing file that this one answers, where it answers one */
async function tellContent(
  context: IntegrationContext,
  ports: Ports,
  row: FileRow,
  file: InterchangeFile,
): Promise<string | null> {
  if (file.interchanges.length === 0) throw new Unreadable('it is not an X12 interchange');
  const answered: (FileRow | undefined)[] = [];
  let remittances = 0;
  for (const segment of file.interchanges.flatMap(interchange => interchange.acknowledgements)) {
    answered.push(await tellInterchange(context, row, segment));
  }
  for (const { transaction } of transactionsOf(file)) {
    const name = transactionName(transaction.set, transaction.version);
    if (name === '999') answered.push(await tellSyntax(context, ports, row, transaction));
    else if (name === '277CA') answered.push(await tellClaims(context, ports, row, transaction));
    else if (transaction.set === '835') remittances += 1;
    else throw new Unreadable(`it holds a transaction that nobody here reads: ${name}`);
  }
  if (remittances > 0) {
    const payload = { fileId: row.id, controlNumber: row.controlNumber, transactionCount: remittances };
    await context.emit(RemittanceFileReceived, payload, row.id);
  } else if (answered.length === 0) throw new Unreadable('it holds no transaction');
  return answered.find(found => found !== undefined)?.id ?? null;
}

async function tellInterchange(
  context: IntegrationContext,
  row: FileRow,
  segment: Segment,
): Promise<FileRow | undefined> {
  const answer = parseInterchangeAcknowledgement(segment);
  const sent = await findOutgoing(context, 'controlNumber', answer.control);
  const payload = { ...references(row, sent), controlNumber: answer.control, note: answer.note };
  const rejected = answer.verdict === 'R';
  await context.emit(rejected ? InterchangeRejected : InterchangeAccepted, payload, orderKey(row, sent));
  if (sent && rejected)
    await updateFile(context, sent.id, { acknowledgement: 'rejected', reason: `TA1 ${answer.note}` });
  return sent;
}

async function tellSyntax(
  context: IntegrationContext,
  ports: Ports,
  row: FileRow,
  transaction: TransactionSegments,
): Promise<FileRow | undefined> {
  const { value, problems } = parseImplementationAcknowledgement(transaction);
  if (problems.length > 0 || value.groupControl === '') throw new Unreadable('its 999 cannot be read');
  const sent = await findOutgoing(context, 'groupControl', value.groupControl);
  const results = resultsOf999(value, await sentClaims(context, ports, sent));
  await tellResults(context, row, sent, { source: '999', speaker: 'clearinghouse', results });
  if (sent) await acknowledge(context, sent, results, `999 ${value.verdict}`);
  return sent;
}

async function tellClaims(
  context: IntegrationContext,
  ports: Ports,
  row: FileRow,
  transaction: TransactionSegments,
): Promise<FileRow | undefined> {
  const { value, problems } = parseClaimAcknowledgement(transaction);
  const [receiver] = value.receivers;
  if (problems.length > 0 || !receiver) throw new Unreadable('its 277CA cannot be read');
  const sent = await findOutgoing(context, 'batchReference', receiver.batchReference);
  const results = resultsOf277(value, await sentClaims(context, ports, sent));
  const speaker = value.sourceRole === 'PR' ? 'payer' : 'clearinghouse';
  await tellResults(context, row, sent, { source: '277CA', speaker, results });
  if (sent && results.some(({ outcome }) => outcome === 'rejected')) {
    await acknowledge(context, sent, results, `277CA ${speaker}`);
  }
  return sent;
}

interface Answer {
  readonly source: '999' | '277CA';
  readonly speaker: 'clearinghouse' | 'payer';
  readonly results: ClaimOutcome[];
}

async function tellResults(
  context: IntegrationContext,
  row: FileRow,
  sent: FileRow | undefined,
  answer: Answer,
): Promise<void> {
  if (answer.results.length === 0 && !sent) return;
  await context.emit(ClaimsAcknowledged, { ...references(row, sent), ...answer }, orderKey(row, sent));
}

async function acknowledge(
  context: IntegrationContext,
  sent: FileRow,
  results: readonly ClaimOutcome[],
  reason: string,
): Promise<void> {
  const rejected = results.filter(({ outcome }) => outcome === 'rejected').length;
  const all = rejected === results.length && rejected > 0;
  await updateFile(context, sent.id, {
    acknowledgement: rejected === 0 ? 'accepted' : all ? 'rejected' : 'partly-accepted',
    reason: rejected === 0 ? null : reason,
  });
}

async function sentClaims(
  context: IntegrationContext,
  ports: Ports,
  sent: FileRow | undefined,
): Promise<SentClaims> {
  return sent ? claimNumbersOf(asText(await readBytes(context, ports, sent))) : new Map();
}

function references(row: FileRow, sent: FileRow | undefined) {
  return { fileId: row.id, answersFileId: sent?.id ?? null, batchId: sent?.batchId ?? null };
}

/** All that is said of one batch arrives in the order in which it was read. */
function orderKey(row: FileRow, sent: FileRow | undefined): string {
  return sent?.batchId ?? sent?.id ?? row.id;
}
