/** Double entry for a medical practice: what each event does to the books. Pure; no I/O, no clock. */
export * from './accounts.ts';
export * from './charges.ts';
export * from './explain.ts';
export * from './journal.ts';
export * from './open-balances.ts';
export * from './receipts.ts';
export * from './remittance/balance.ts';
export * from './remittance/identity.ts';
export * from './remittance/line-outcome.ts';
export * from './remittance/match-lines.ts';
export * from './remittance/plan-claim.ts';
export * from './remittance/plan-reversal.ts';
export * from './remittance/postable-claim.ts';
export * from './remittance/score.ts';
export * from './remittance/types.ts';
