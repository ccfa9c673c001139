import { StatementIssued } from '@spark-den/contracts/billing/events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import { nextNumber, practiceToday, type BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { balancesOfPatient, chargesOfPatient } from '../ledger/account-repository.ts';
import { guarantorOf } from '../ledger/guarantors.ts';
import { letterFor } from '../letterhead.ts';
import { dueDate, dueOf, statementLines } from './statement.ts';
import { statementPdf } from './statement-pdf.ts';

/** One statement, one recipient, one file: kept with its hash and with the data from which it was written. */
export const issueStatement: Handlers<typeof billingContract, BillingDatabase>['issueStatement'] = async (
  context,
  { patientId },
) => {
  const charges = await chargesOfPatient(context, patientId);
  const lines = statementLines(charges, await labelsOf(context, patientId));
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
  await context.db
    .insertInto('statement')
    .values({
      ...row,
      id: statementId,
      practiceId: context.practiceId,
      issuedAt: context.now,
      issuedBy: context.principal.displayName,
      documentId,
      sha256,
      lines: JSON.stringify(lines),
    })
    .execute();
  context.audit({ patientId, entityType: 'statement', entityId: statementId });
  await context.emit(StatementIssued, { statementId, guarantorId, patientId }, patientId);
  return { ...statement, documentId, sha256 };
};

/** The practice's own words for each charge of a patient. */
async function labelsOf(context: BillingContext, patientId: string): Promise<Map<string, string>> {
  const rows = await context.db
    .selectFrom('chargeLine')
    .innerJoin('charge', 'charge.id', 'chargeLine.chargeId')
    .select(['chargeLine.id', 'chargeLine.code', 'chargeLine.label'])
    .where('charge.practiceId', '=', context.practiceId)
    .where('charge.patientId', '=', patientId)
    .execute();
  return new Map(rows.map(row => [row.id, row.label ? `${row.label} (${row.code})` : row.code]));
}
