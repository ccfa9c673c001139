import type { SegmentDraft } from '../segments/writer.ts';
import { payerSegments, personSegments } from './build-people.ts';
import {
  Hierarchy,
  addressSegments,
  contactSegment,
  nameSegment,
  referenceSegment,
  when,
  ymd,
} from './drafting.ts';
import type {
  BillingProviderClaims,
  ClaimFile,
  DependantClaims,
  SubscriberClaims,
} from './professional-claims.ts';

type DraftClaim<Claim> = (claim: Claim) => SegmentDraft[];

/** What 837P and 837I have in common; `draftClaim` writes a 2300. */
export function claimFileSegments<Claim>(
  model: ClaimFile<Claim>,
  draftClaim: DraftClaim<Claim>,
): SegmentDraft[] {
  const hierarchy = new Hierarchy();
  return [
    ['BHT', '0019', model.purpose, model.reference, ymd(model.createdOn), model.createdAt, model.usage],
    nameSegment('41', model.submitter.party),
    ...model.submitter.contacts.map(contact => contactSegment('IC', contact)),
    nameSegment('40', model.receiver),
    ...model.billing.flatMap(billing => billingSegments(billing, hierarchy, draftClaim)),
  ];
}

function billingSegments<Claim>(
  billing: BillingProviderClaims<Claim>,
  hierarchy: Hierarchy,
  draftClaim: DraftClaim<Claim>,
): SegmentDraft[] {
  const { provider, subscribers } = billing;
  const level = hierarchy.open(undefined, '20', true);
  return [
    level.segment,
    ...when(provider.taxonomy, taxonomy => ['PRV', 'BI', 'PXC', taxonomy]),
    nameSegment('85', provider.party),
    ...addressSegments(provider.address),
    referenceSegment(provider.taxId),
    ...(provider.references ?? []).map(referenceSegment),
    ...(provider.contacts ?? []).map(contact => contactSegment('IC', contact)),
    ...(provider.payTo
      ? [
          ['NM1', '87', provider.party.kind === 'person' ? '1' : '2'] as const,
          ...addressSegments(provider.payTo),
        ]
      : []),
    ...subscribers.flatMap(subscriber => subscriberSegments(subscriber, level.id, hierarchy, draftClaim)),
  ];
}

function subscriberSegments<Claim>(
  entry: SubscriberClaims<Claim>,
  parent: string,
  hierarchy: Hierarchy,
  draftClaim: DraftClaim<Claim>,
): SegmentDraft[] {
  const level = hierarchy.open(parent, '22', entry.dependants.length > 0);
  return [
    level.segment,
    [
      'SBR',
      entry.rank,
      entry.claims.length > 0 ? '18' : undefined,
      entry.groupNumber,
      entry.groupName,
      entry.insuranceType,
      undefined,
      undefined,
      undefined,
      entry.filingIndicator,
    ],
    ...personSegments('IL', entry.subscriber),
    ...payerSegments(entry.payer),
    ...entry.claims.flatMap(draftClaim),
    ...entry.dependants.flatMap(dependant => dependantSegments(dependant, level.id, hierarchy, draftClaim)),
  ];
}

function dependantSegments<Claim>(
  entry: DependantClaims<Claim>,
  parent: string,
  hierarchy: Hierarchy,
  draftClaim: DraftClaim<Claim>,
): SegmentDraft[] {
  return [
    hierarchy.open(parent, '23', false).segment,
    ['PAT', entry.relation],
    ...personSegments('QC', entry.patient),
    ...entry.claims.flatMap(draftClaim),
  ];
}
