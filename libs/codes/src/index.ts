export { codes, ShippedCodes, type CheckAnswer, type CheckedSet } from './code-book.ts';
export * from './types.ts';
