import { z } from 'zod';
import { CentsField, Id, LocalDateField, Page, PageInput } from '../fields.ts';
import { operation } from '../operation.ts';
import {
  AccountCharge,
  AccountCode,
  Balances,
  Note,
  Posting,
  WriteOff,
  WriteOffReason,
} from './ledger-types.ts';

export const getPatientAccount = operation({
  summary: "A patient's account: balances, each charge with who owes what, and the latest postings",
  method: 'GET',
  path: '/billing/patients/:patientId/account',
  input: z.strictObject({ patientId: Id }),
  output: z.object({
    patientId: Id,
    guarantorIds: z.array(Id),
    balances: Balances,
    charges: z.array(AccountCharge),
    postings: z.array(Posting),
  }),
  permission: 'billing.ledger.read',
  phi: 'read',
  audit: 'account.viewed',
  rateClass: 'standard',
  idempotent: false,
});

export const getPatientBalance = operation({
  summary: 'What a patient and the insurers owe, for the banner and check-in',
  method: 'GET',
  path: '/billing/patients/:patientId/balance',
  input: z.strictObject({ patientId: Id }),
  output: z.object({ patientId: Id, balances: Balances }),
  permission: 'billing.balance.read',
  phi: 'read',
  audit: 'balance.viewed',
  rateClass: 'standard',
  idempotent: false,
});

export const getGuarantorAccount = operation({
  summary: 'All that a guarantor answers for, patient by patient',
  method: 'GET',
  path: '/billing/guarantors/:guarantorId/account',
  input: z.strictObject({ guarantorId: Id }),
  output: z.object({
    guarantorId: Id,
    balances: Balances,
    patients: z.array(z.object({ patientId: Id, balances: Balances })),
  }),
  permission: 'billing.ledger.read',
  phi: 'read',
  audit: 'account.viewed',
  rateClass: 'standard',
  idempotent: false,
});

export const listAccounts = operation({
  summary: 'Patients whose account is not zero, largest patient balance first',
  method: 'GET',
  path: '/billing/accounts',
  input: z.strictObject({ only: z.enum(['debit', 'credit', 'all']).default('all'), ...PageInput }),
  output: Page(z.object({ patientId: Id, balances: Balances, oldestServiceDate: LocalDateField.nullable() })),
  permission: 'billing.ledger.read',
  phi: 'read',
  audit: 'accounts.listed',
  rateClass: 'standard',
  idempotent: false,
});

/** Names a balance: an account, narrowed by any of the dimensions. */
const BalanceScope = {
  account: AccountCode.optional(),
  patientId: Id.optional(),
  guarantorId: Id.optional(),
  chargeLineId: Id.optional(),
  claimId: Id.optional(),
  payerId: Id.optional(),
  remittanceId: Id.optional(),
  receiptId: Id.optional(),
};

export const explainBalance = operation({
  summary: 'How a number is made: the postings that sum to it, each with its cause',
  method: 'GET',
  path: '/billing/ledger/explanation',
  input: z.strictObject(BalanceScope),
  output: z.object({
    totalCents: CentsField,
    postingCount: z.int(),
    byKind: z.array(
      z.object({ kind: z.string(), account: AccountCode, amountCents: CentsField, count: z.int() }),
    ),
    postings: z.array(Posting.extend({ runningCents: CentsField })),
  }),
  permission: 'billing.ledger.read',
  phi: 'read',
  audit: 'balance.explained',
  rateClass: 'standard',
  idempotent: false,
});

export const getEntry = operation({
  summary: 'A journal entry with all its lines, which sum to zero',
  method: 'GET',
  path: '/billing/ledger/entries/:entryId',
  input: z.strictObject({ entryId: Id }),
  output: z.object({ entryId: Id, kind: z.string(), memo: z.string(), lines: z.array(Posting) }),
  permission: 'billing.ledger.read',
  phi: 'read',
  audit: 'entry.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['billing.account_not_found'],
});

export const getTrialBalance = operation({
  summary: 'Every account with its debits and credits up to a posting date; the sum is zero',
  method: 'GET',
  path: '/billing/ledger/trial-balance',
  input: z.strictObject({ asOf: LocalDateField.optional() }),
  output: z.object({
    asOf: LocalDateField.nullable(),
    rows: z.array(
      z.object({
        account: AccountCode,
        name: z.string(),
        kind: z.string(),
        debitCents: CentsField,
        creditCents: CentsField,
        balanceCents: CentsField,
      }),
    ),
    sumCents: CentsField,
  }),
  permission: 'billing.ledger.read',
  phi: 'none',
  audit: null,
  rateClass: 'expensive',
  idempotent: false,
});

export const checkInvariants = operation({
  summary: 'Proves that the ledger adds up, each rule with its evidence',
  method: 'GET',
  path: '/billing/ledger/invariants',
  input: z.strictObject({}),
  output: z.object({
    ok: z.boolean(),
    invariants: z.record(z.string(), z.boolean()),
    evidence: z.array(
      z.object({
        id: z.string(),
        ok: z.boolean(),
        statement: z.string(),
        checked: z.int(),
        violations: z.array(z.string()),
      }),
    ),
  }),
  permission: 'billing.ledger.read',
  phi: 'none',
  audit: null,
  rateClass: 'expensive',
  idempotent: false,
});

export const writeOffBalance = operation({
  summary: 'Writes off an open balance for a reason; above the limit it waits for a second person',
  method: 'POST',
  path: '/billing/write-offs',
  input: z.strictObject({
    chargeLineId: Id,
    holder: z.enum(['insurance', 'patient']),
    reason: WriteOffReason,
    amountCents: z.int().min(1),
    note: Note,
  }),
  output: WriteOff,
  permission: 'billing.write_off.request',
  phi: 'write',
  audit: 'write_off.requested',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.charge_line_not_found', 'billing.exceeds_open_balance', 'billing.small_balance_limit'],
});

export const listWriteOffs = operation({
  summary: 'Write-offs, those that wait for a decision first',
  method: 'GET',
  path: '/billing/write-offs',
  input: z.strictObject({ state: z.enum(['requested', 'posted', 'declined']).optional(), ...PageInput }),
  output: Page(WriteOff),
  permission: 'billing.ledger.read',
  phi: 'read',
  audit: 'write_offs.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const decideWriteOff = operation({
  summary: 'Approves or declines a write-off that someone else asked for',
  method: 'POST',
  path: '/billing/write-offs/:writeOffId/decisions',
  input: z.strictObject({ writeOffId: Id, approve: z.boolean() }),
  output: WriteOff,
  permission: 'billing.write_off.approve',
  phi: 'write',
  audit: 'write_off.decided',
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'billing.write_off_not_found',
    'billing.write_off_decided',
    'billing.same_person',
    'billing.exceeds_open_balance',
  ],
});

export const transferResponsibility = operation({
  summary: 'Moves an open insurance balance of a charge to the patient, with the reason',
  method: 'POST',
  path: '/billing/responsibility-transfers',
  input: z.strictObject({ chargeLineId: Id, amountCents: z.int().min(1), note: Note }),
  output: z.object({ entryId: Id }),
  permission: 'billing.payment.allocate',
  phi: 'write',
  audit: 'responsibility.transferred',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.charge_line_not_found', 'billing.exceeds_open_balance'],
});

export const setGuarantor = operation({
  summary: 'Names who answers for a patient from now on; what was posted stays as it is',
  method: 'PUT',
  path: '/billing/patients/:patientId/guarantor',
  input: z.strictObject({ patientId: Id, guarantorId: Id }),
  output: z.object({ patientId: Id, guarantorId: Id }),
  permission: 'billing.payment.allocate',
  phi: 'write',
  audit: 'guarantor.set',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.unknown_patient'],
});

export const ledgerOperations = {
  setGuarantor,
  getPatientAccount,
  getPatientBalance,
  getGuarantorAccount,
  listAccounts,
  explainBalance,
  getEntry,
  getTrialBalance,
  checkInvariants,
  writeOffBalance,
  listWriteOffs,
  decideWriteOff,
  transferResponsibility,
};
