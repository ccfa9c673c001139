import { z } from 'zod';
import { File, Id, Page, PageInput, Text } from '../fields.ts';
import { operation } from '../operation.ts';
import { Note } from './ledger-types.ts';
import {
  Remittance,
  RemittanceOutcome,
  RemittanceStatus,
  RemittanceSummary,
  UnmatchedItem,
  UnmatchedReason,
} from './remittance-types.ts';

export const importRemittance = operation({
  summary: 'Reads an 835 file and posts each remittance whole, or holds it with the reason',
  method: 'POST',
  path: '/billing/remittance-files',
  input: z.strictObject({ fileName: Text(200), base64: z.string() }),
  output: z.object({ fileId: Id, ok: z.boolean(), remittances: z.array(RemittanceOutcome) }),
  permission: 'billing.remittance.post',
  phi: 'write',
  audit: 'remittance.imported',
  rateClass: 'expensive',
  idempotent: true,
  errors: ['billing.file_too_large'],
});

export const listRemittances = operation({
  summary: 'Remittances, newest payment first',
  method: 'GET',
  path: '/billing/remittances',
  input: z.strictObject({ status: RemittanceStatus.optional(), ...PageInput }),
  output: Page(RemittanceSummary),
  permission: 'billing.remittance.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const getRemittance = operation({
  summary: 'A remittance with its claims, lines, adjustments and what stands in its way',
  method: 'GET',
  path: '/billing/remittances/:remittanceId',
  input: z.strictObject({ remittanceId: Id }),
  output: Remittance,
  permission: 'billing.remittance.read',
  phi: 'read',
  audit: 'remittance.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['billing.remittance_not_found'],
});

export const getRemittanceFile = operation({
  summary: 'The 835 file as it came',
  method: 'GET',
  path: '/billing/remittances/:remittanceId/file',
  input: z.strictObject({ remittanceId: Id }),
  output: File,
  permission: 'billing.remittance.read',
  phi: 'read',
  audit: 'remittance.file_viewed',
  rateClass: 'expensive',
  idempotent: false,
  binary: true,
  errors: ['billing.remittance_not_found'],
});

export const decideRemittance = operation({
  summary: 'Posts a held remittance as a payment of its own, or discards it',
  method: 'POST',
  path: '/billing/remittances/:remittanceId/decisions',
  input: z.strictObject({ remittanceId: Id, decision: z.enum(['post', 'discard']), note: Note }),
  output: RemittanceSummary,
  permission: 'billing.remittance.post',
  phi: 'write',
  audit: 'remittance.decided',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.remittance_not_found', 'billing.remittance_not_held', 'billing.remittance_unbalanced'],
});

export const listUnmatchedItems = operation({
  summary: 'Claim payments that no claim of ours fits; their money is in unapplied insurance cash',
  method: 'GET',
  path: '/billing/unmatched-items',
  input: z.strictObject({ state: z.enum(['open', 'matched']).default('open'), ...PageInput }),
  output: Page(UnmatchedItem),
  permission: 'billing.remittance.read',
  phi: 'read',
  audit: 'unmatched_items.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const listMatchCandidates = operation({
  summary: 'Claims that an unmatched payment may belong to, best first, with the reasons',
  method: 'GET',
  path: '/billing/unmatched-items/:itemId/candidates',
  input: z.strictObject({ itemId: Id }),
  output: z.object({
    items: z.array(
      z.object({
        claimId: Id,
        patientId: Id,
        patientControlNumber: z.string(),
        payerId: Id,
        chargeCents: z.int(),
        score: z.int(),
        reasons: z.array(z.string()),
        obstacle: UnmatchedReason.nullable(),
      }),
    ),
  }),
  permission: 'billing.remittance.read',
  phi: 'read',
  audit: 'unmatched_item.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['billing.unmatched_item_not_found'],
});

export const matchUnmatchedItem = operation({
  summary: 'Posts an unmatched payment to the claim that a person chose',
  method: 'POST',
  path: '/billing/unmatched-items/:itemId/match',
  input: z.strictObject({ itemId: Id, claimId: Id }),
  output: UnmatchedItem,
  permission: 'billing.remittance.post',
  phi: 'write',
  audit: 'unmatched_item.matched',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.unmatched_item_not_found', 'billing.unmatched_item_settled', 'billing.match_refused'],
});

export const remittanceOperations = {
  importRemittance,
  listRemittances,
  getRemittance,
  getRemittanceFile,
  decideRemittance,
  listUnmatchedItems,
  listMatchCandidates,
  matchUnmatchedItem,
};
