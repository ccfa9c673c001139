import type { Statement } from '@spark-den/contracts/billing/statement-types';
import type { Cents, Instant, LocalDate } from '@spark-den/kernel';
import type { Json } from '../charges/tables.ts';

export interface StatementTable {
  id: string;
  practiceId: string;
  number: string;
  patientId: string;
  guarantorId: string;
  issuedOn: LocalDate;
  dueOn: LocalDate;
  issuedAt: Instant;
  issuedBy: string;
  amountCents: Cents;
  creditCents: Cents;
  documentId: string;
  sha256: string;
  lines: Json<Statement['lines']>;
}

export interface StatementsTables {
  statement: StatementTable;
}
