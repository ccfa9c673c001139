import { cascade } from './cascade.ts';
import { federal } from './federal.ts';
import type { Payer } from './payer.ts';
import { state } from './state.ts';

export const PAYERS: readonly Payer[] = [cascade, federal, state];

export function findPayer(id: string): Payer | undefined {
  return PAYERS.find(payer => payer.id === id);
}
