import { element } from '../segments/segment.ts';
import type { Party, UnmodelledSegment } from './common.ts';
import type { InsuredPerson } from './eligibility.ts';
import { leftovers } from './leftovers.ts';
import type { Reading } from './reading.ts';
import type { LoopNode } from './tree.ts';

/** 2100C or 2100D of a 270 or 271. */
export function insuredPerson(node: LoopNode | undefined, role: string, reading: Reading): InsuredPerson {
  const at = node?.first('NM1');
  if (!node || !at) return { party: { kind: 'person', name: '' } };
  const birth = node.first('DMG');
  const references = reading.references(node);
  const relation = node.first('INS');
  const isDependant = relation !== undefined && element(relation.segment, 1) === 'N';
  reading.constant(at, 1, role);
  reading.constant(birth, 1, 'D8');
  if (isDependant) reading.take(relation, 1);
  return {
    party: reading.party(at),
    bornOn: birth && element(birth.segment, 1) === 'D8' ? reading.optionalDate(birth, 2) : undefined,
    sex: reading.optional(birth, 3) as InsuredPerson['sex'],
    address: reading.address(node),
    references: references.length > 0 ? references : undefined,
    relation: isDependant ? reading.optional(relation, 2) : undefined,
  };
}

interface Subject {
  readonly provider?: Party;
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** With what has no field of a loop that several subjects share: it stays with the first. */
export function withLeft<T extends Subject>(subjects: readonly T[], shared: LoopNode): T[] {
  const [first, ...others] = subjects;
  const left = first && leftovers(shared);
  if (!left) return [...subjects];
  return [{ ...first, unmodelled: [...left, ...(first.unmodelled ?? [])] }, ...others];
}

/** Subjects of a receiver that is not the first of the file. */
export function withProvider<T extends Subject>(
  subjects: readonly T[],
  provider: Party | undefined,
  receiver: LoopNode,
): T[] {
  return withLeft(subjects, receiver).map(subject => ({ ...subject, provider }));
}
