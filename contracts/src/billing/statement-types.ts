import { z } from 'zod';
import { CentsField, Id, LocalDateField } from '../fields.ts';

export const Statement = z.object({
  statementId: Id,
  number: z.string(),
  guarantorId: Id,
  patientId: Id,
  issuedOn: LocalDateField,
  dueOn: LocalDateField,
  amountCents: CentsField,
  creditCents: CentsField,
  documentId: Id,
  sha256: z.string(),
  lines: z.array(
    z.object({
      chargeLineId: Id,
      serviceDate: LocalDateField.nullable(),
      label: z.string(),
      billedCents: CentsField,
      insurancePaidCents: CentsField,
      adjustedCents: CentsField,
      patientPaidCents: CentsField,
      dueCents: CentsField,
    }),
  ),
});
export type Statement = z.output<typeof Statement>;
