import { integrationContract } from '@spark-den/contracts/integration/operations';
import { AppError } from '@spark-den/kernel';
import { fail, type Handler, type Ports } from '@spark-den/service-kit';
import { Clearinghouse } from '../clearinghouse.ts';
import type { IntegrationContext, IntegrationDatabase } from '../database.ts';
import { updateFile } from '../files/interchange-file-repository.ts';
import { keepFile } from '../files/keep-file.ts';
import { newEnvelope, type Envelope } from '../trading-partner.ts';
import { readAnswer } from './answer.ts';
import { traceOf, writeInquiry, type InquiryFacts } from './inquiry.ts';

type Check = Handler<(typeof integrationContract)['operations']['checkEligibility'], IntegrationDatabase>;

/** Asks in real time. No answer and an unreadable one are outcomes, not failures: the raw files are kept either way. */
export function checkEligibility(ports: Ports): Check {
  return async (context, facts) => {
    const envelope = await newEnvelope(context, ports);
    const bytes = new TextEncoder().encode(inquiryText(facts, envelope));
    const { row: request } = await keepFile(context, ports, { direction: 'outgoing', status: 'sent', bytes });
    context.audit({ entityType: 'interchange', entityId: request.id, detail: { payer: facts.payer.ediId } });
    const reply = await new Clearinghouse(ports, envelope.sender.id).inquire(bytes);
    if (reply.outcome !== 'answered') {
      await updateFile(context, request.id, { reason: reply.reason });
      return { outcome: 'no-answer' as const, answer: null, requestFileId: request.id, responseFileId: null };
    }
    return keepAnswer(context, ports, request.id, reply.bytes, traceOf(envelope));
  };
}

async function keepAnswer(
  context: IntegrationContext,
  ports: Ports,
  requestFileId: string,
  bytes: Uint8Array,
  trace: string,
) {
  const { row } = await keepFile(context, ports, {
    direction: 'incoming',
    status: 'received',
    bytes,
    answersFileId: requestFileId,
  });
  const answer = readAnswer(bytes, trace);
  const files = { requestFileId, responseFileId: row.id };
  if (!answer) {
    await updateFile(context, row.id, { status: 'held', reason: 'it is no readable 271 to this inquiry' });
    return { outcome: 'unreadable' as const, answer: null, ...files };
  }
  await updateFile(context, row.id, { status: 'processed', processedAt: context.now });
  return { outcome: 'answered' as const, answer, ...files };
}

function inquiryText(facts: InquiryFacts, envelope: Envelope): string {
  try {
    return writeInquiry(facts, envelope);
  } catch (error) {
    if (error instanceof AppError && error.code === 'x12.forbidden_character') {
      throw fail(integrationContract, 'integration.bad_inquiry', error.fields);
    }
    throw error;
  }
}
