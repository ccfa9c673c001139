import { StatementIssued } from '@spark-den/contracts/billing/events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import { nextNumber, practiceToday } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { balancesOfPatient, chargesOfPatient } from '../ledger/account-repository.ts';
import { guarantorOf } from '../ledger/guarantors.ts';
import { letterFor } from '../letterhead.ts';
import { dueDate, dueOf, statementLines } from './statement.ts';
import { statementPdf } from './statement-pdf.ts';
import { chargeLabels, insertStatement } from './statement-repository.ts';

/** One statement, one recipient, one file: kept with its hash and with the data from which it was written. */
export const issueStatement: Handlers<typeof billingContract, BillingDatabase>['issueStatement'] = async (
  context,
  { patientId },
) => {
  const charges = await chargesOfPatient(context, patientId);
  const lines = statementLines(charges, await chargeLabels(context, patientId));
  const amountCents = dueOf(lines);
  if (amountCents <= 0) throw fail(billingContract, 'billing.nothing_to_bill', { patientId });
  const issuedOn = await practiceToday(context);
  const guarantorId = await guarantorOf(context, patientId);
  const statement = {
    statementId: context.newId(),
    number: `S-${String(await nextNumber(context, 'statement')).padStart(6, '0')}`,
    guarantorId,
    patientId,
    issuedOn,
    dueOn: dueDate(issuedOn),
    amountCents,
    creditCents: (await balancesOfPatient(context, patientId)).unappliedCents,
    lines,
  };
  const letter = await letterFor(context, guarantorId, issuedOn);
  const pdf = await statementPdf(letter, statement, context.now);
  const { documentId, sha256 } = await context.call(documentsContract).storeDocument({
    documentId: context.newId(),
    kind: 'statement',
    contentType: 'application/pdf',
    fileName: `statement-${statement.number}.pdf`,
    patientId,
    subjectType: 'statement',
    subjectId: statement.statementId,
    base64: pdf.toString('base64'),
  });
  const { statementId, ...row } = statement;
  await insertStatement(context, {
    ...row,
    id: statementId,
    practiceId: context.practiceId,
    issuedAt: context.now,
    issuedBy: context.principal.displayName,
    documentId,
    sha256,
    lines: JSON.stringify(lines),
  });
  context.audit({ patientId, entityType: 'statement', entityId: statementId });
  await context.emit(StatementIssued, { statementId, guarantorId, patientId }, patientId);
  return { ...statement, documentId, sha256 };
};
