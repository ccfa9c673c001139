import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { formatCents } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import { practiceToday } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { addressLines, dateText, letterFor, phoneText } from '../letterhead.ts';
import { QUIET_TABLE, renderPdf } from '../pdf.ts';
import { changeDenial, lockLiveDenial, toDenial } from './denial-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

/** Writes the appeal to the payer, with the facts of the claim filled in and the person's argument as it is. */
export const writeAppealLetter: BillingHandlers['writeAppealLetter'] = async (
  context,
  { denialId, argument },
) => {
  const denial = await lockLiveDenial(context, denialId);
  const today = await practiceToday(context);
  const { practice, recipient: patient } = await letterFor(
    context,
    denial.patientId,
    denial.serviceDate ?? today,
  );
  const payer = await context.call(administrationContract).getPayer({ payerId: denial.payerId });
  const payment = await context.db
    .selectFrom('claimPayment')
    .select('payerClaimNumber')
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', denial.claimPaymentId)
    .executeTakeFirst();
  const facts = [
    ['Patient', `${patient.name}, born ${dateText(patient.birthDate)}`],
    ['Your claim number', payment?.payerClaimNumber ?? '–'],
    ['Our claim number', denial.patientControlNumber],
    ['Date of service', denial.serviceDate ? dateText(denial.serviceDate) : '–'],
    ['Service', denial.code],
    ['Amount denied', formatCents(denial.amountCents)],
    [
      'Your reason',
      [`${denial.adjustmentGroup}-${denial.reason}`, ...denial.remarks].join(', ') +
        ` of ${dateText(denial.deniedOn)}`,
    ],
  ];
  const pdf = await renderPdf({
    title: `Appeal ${denial.patientControlNumber}`,
    at: context.now,
    content: [
      { text: practice.name, style: 'title' },
      { text: [...addressLines(practice.address), phoneText(practice.phone)].join(' · '), style: 'label' },
      { text: [payer.name, ...addressLines(payer.address)].join('\n'), margin: [0, 40, 0, 28] },
      { text: dateText(today) },
      { text: 'Appeal of a denied service', style: 'figure', margin: [0, 12, 0, 12] },
      { table: { widths: [120, '*'], body: facts }, layout: QUIET_TABLE },
      { text: argument, margin: [0, 20, 0, 20] },
      { text: 'We ask you to reprocess this service. Please tell us your decision in writing.' },
      { text: `${context.principal.displayName}\n${practice.name}`, margin: [0, 32, 0, 0] },
    ],
  });
  const { documentId } = await context.call(documentsContract).storeDocument({
    documentId: context.newId(),
    kind: 'appeal_letter',
    contentType: 'application/pdf',
    fileName: `appeal-${denial.patientControlNumber}.pdf`,
    patientId: denial.patientId,
    subjectType: 'denial',
    subjectId: denialId,
    base64: pdf.toString('base64'),
  });
  const changed = await changeDenial(
    context,
    denial,
    { state: 'appealed', nextAction: 'Wait for the decision; ask the payer if none comes' },
    { what: 'Appeal letter written', documentId },
  );
  return { denial: toDenial(changed, today), documentId };
};

export const getAppealLetter: BillingHandlers['getAppealLetter'] = async (
  context,
  { denialId, documentId },
) => {
  const letter = await context.db
    .selectFrom('denialEvent')
    .innerJoin('denial', 'denial.id', 'denialEvent.denialId')
    .select(['denial.patientId'])
    .where('denialEvent.practiceId', '=', context.practiceId)
    .where('denialEvent.denialId', '=', denialId)
    .where('denialEvent.documentId', '=', documentId)
    .executeTakeFirst();
  if (!letter) throw fail(billingContract, 'billing.denial_not_found', { denialId });
  const { info, base64 } = await context.call(documentsContract).readDocument({ documentId });
  context.audit({ patientId: letter.patientId, entityType: 'denial', entityId: denialId });
  return { contentType: info.contentType, fileName: info.fileName, base64 };
};
