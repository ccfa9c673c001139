import type { TransactionDraft } from '../segments/interchange.ts';
import type { SegmentDraft } from '../segments/writer.ts';
import { payerSegments, personSegments } from './build-people.ts';
import { claimSegments } from './build-professional-claim.ts';
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
  DependantClaims,
  ProfessionalClaims,
  SubscriberClaims,
} from './professional-claims.ts';

export const PROFESSIONAL_VERSION = '005010X222A1';

/** Writes an 837P; put it into a group `HC` of `writeInterchange` with `PROFESSIONAL_VERSION`. */
export function buildProfessionalClaims(model: ProfessionalClaims, control: string): TransactionDraft {
  const hierarchy = new Hierarchy();
  const segments: SegmentDraft[] = [
    ['BHT', '0019', model.purpose, model.reference, ymd(model.createdOn), model.createdAt, model.usage],
    nameSegment('41', model.submitter.party),
    ...model.submitter.contacts.map(contact => contactSegment('IC', contact)),
    nameSegment('40', model.receiver),
    ...model.billing.flatMap(billing => billingSegments(billing, hierarchy)),
  ];
  return { set: '837', control, version: PROFESSIONAL_VERSION, segments };
}

function billingSegments(billing: BillingProviderClaims, hierarchy: Hierarchy): SegmentDraft[] {
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
    ...subscribers.flatMap(subscriber => subscriberSegments(subscriber, level.id, hierarchy)),
  ];
}

function subscriberSegments(entry: SubscriberClaims, parent: string, hierarchy: Hierarchy): SegmentDraft[] {
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
    ...entry.claims.flatMap(claimSegments),
    ...entry.dependants.flatMap(dependant => dependantSegments(dependant, level.id, hierarchy)),
  ];
}

function dependantSegments(entry: DependantClaims, parent: string, hierarchy: Hierarchy): SegmentDraft[] {
  return [
    hierarchy.open(parent, '23', false).segment,
    ['PAT', entry.relation],
    ...personSegments('QC', entry.patient),
    ...entry.claims.flatMap(claimSegments),
  ];
}
