import type { Payer, Person } from './professional-claims.ts';
import type { Reading } from './reading.ts';
import type { LoopNode } from './tree.ts';

/** Stands for a party that the file does not name. */
export const NOBODY = { kind: 'organization' as const, name: '' };

/** The party of a loop that begins with NM1; `role` is what is always written there. */
export function partyOf(node: LoopNode | undefined, role: string | undefined, reading: Reading) {
  const at = node?.first('NM1');
  if (role !== undefined) reading.constant(at, 1, role);
  return at && reading.party(at);
}

export function person(node: LoopNode | undefined, role: string, reading: Reading): Person {
  const at = node?.first('NM1', role);
  if (!node || !at) return { party: { kind: 'person', name: '' } };
  const birth = node.first('DMG');
  reading.constant(birth, 1, 'D8');
  const references = reading.references(node);
  return {
    party: reading.party(at),
    address: reading.address(node),
    bornOn: reading.optionalDate(birth, 2),
    sex: reading.optional(birth, 3) as Person['sex'],
    references: references.length > 0 ? references : undefined,
  };
}

export function payer(node: LoopNode | undefined, reading: Reading): Payer {
  const at = node?.first('NM1', 'PR');
  if (!node || !at) return { party: NOBODY };
  const references = reading.references(node);
  return {
    party: reading.party(at),
    address: reading.address(node),
    references: references.length > 0 ? references : undefined,
  };
}
