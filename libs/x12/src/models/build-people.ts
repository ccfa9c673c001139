import type { SegmentDraft } from '../segments/writer.ts';
import { addressSegments, nameSegments, referenceSegment, ymd } from './drafting.ts';
import type { Payer, Person } from './professional-claims.ts';

/** NM1, N3, N4, DMG and REF of a person, in the order of every loop that holds one. */
export function personSegments(role: string, person: Person): SegmentDraft[] {
  const { bornOn, sex } = person;
  return [
    ...nameSegments(role, person.party),
    ...addressSegments(person.address),
    ...(bornOn === undefined ? [] : [['DMG', 'D8', ymd(bornOn), sex ?? 'U'] as const]),
    ...(person.references ?? []).map(referenceSegment),
  ];
}

export function payerSegments(payer: Payer): SegmentDraft[] {
  return [
    ...nameSegments('PR', payer.party),
    ...addressSegments(payer.address),
    ...(payer.references ?? []).map(referenceSegment),
  ];
}
