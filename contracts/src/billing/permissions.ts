import type { Permissions } from '../operation.ts';

/**
 * Separation of duties: the billing manager posts money and asks for refunds and large write-offs; the practice
 * manager approves them and posts nothing; the practice administrator does neither. The business analyst sees no
 * record that names a patient. Tests hold this.
 */
export const billingPermissions = {
  'billing.charge.read': {
    label: 'See charges',
    roles: ['practice-manager', 'billing-manager', 'financial-counselor', 'business-analyst', 'physician'],
  },
  'billing.charge.edit': { label: 'Enter, post and void charges', roles: ['billing-manager'] },
  'billing.claim.read': {
    label: 'See claims and their files',
    roles: ['practice-manager', 'billing-manager', 'financial-counselor'],
  },
  'billing.claim.edit': { label: 'Correct and hold claims', roles: ['billing-manager'] },
  'billing.claim.submit': { label: 'Send claims to payers', roles: ['billing-manager'] },
  'billing.remittance.read': {
    label: 'See remittances',
    roles: ['practice-manager', 'billing-manager'],
  },
  'billing.remittance.post': {
    label: 'Import remittances and settle exceptions',
    roles: ['billing-manager'],
  },
  'billing.ledger.read': {
    label: 'See accounts and the ledger',
    roles: ['practice-manager', 'billing-manager', 'financial-counselor', 'business-analyst'],
  },
  'billing.balance.read': {
    label: "See a patient's balance and receipts",
    roles: ['practice-manager', 'billing-manager', 'financial-counselor', 'front-desk-coordinator'],
  },
  'billing.payment.collect': {
    label: 'Take payments from patients',
    roles: ['billing-manager', 'financial-counselor', 'front-desk-coordinator'],
  },
  'billing.payment.allocate': {
    label: 'Apply, move and void patient payments',
    roles: ['billing-manager', 'financial-counselor'],
  },
  'billing.refund.request': { label: 'Ask for a refund', roles: ['billing-manager', 'financial-counselor'] },
  'billing.refund.approve': { label: 'Approve or decline refunds', roles: ['practice-manager'] },
  'billing.write_off.request': {
    label: 'Write off balances within the limit',
    roles: ['billing-manager', 'financial-counselor'],
  },
  'billing.write_off.approve': { label: 'Approve write-offs above the limit', roles: ['practice-manager'] },
  'billing.statement.read': {
    label: 'See statements',
    roles: ['practice-manager', 'billing-manager', 'financial-counselor', 'front-desk-coordinator'],
  },
  'billing.statement.issue': { label: 'Issue statements', roles: ['billing-manager', 'financial-counselor'] },
  'billing.denial.read': {
    label: 'See denials',
    roles: ['practice-manager', 'billing-manager'],
  },
  'billing.denial.work': { label: 'Work denials and write appeals', roles: ['billing-manager'] },
} as const satisfies Permissions;
