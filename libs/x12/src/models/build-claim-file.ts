import type { SegmentDraft } from '../segments/writer.ts';
import { payerSegments, personSegments } from './build-people.ts';
import { Kept } from './kept.ts';
import {
  Hierarchy,
  addressSegments,
  contactSegment,
  nameSegments,
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
  guide: string,
  draftClaim: DraftClaim<Claim>,
): SegmentDraft[] {
  const hierarchy = new Hierarchy();
  const kept = new Kept(guide, model.unmodelled);
  const { purpose, reference, createdOn, createdAt, usage } = model;
  return [
    ...kept.place('', [['BHT', '0019', purpose, reference, ymd(createdOn), createdAt, usage]]),
    ...kept.place('1000A', [
      ...nameSegments('41', model.submitter.party),
      ...model.submitter.contacts.map(contact => contactSegment('IC', contact)),
    ]),
    ...kept.place('1000B', nameSegments('40', model.receiver)),
    ...kept.rest(),
    ...model.billing.flatMap(billing => billingSegments(billing, { hierarchy, guide, draftClaim })),
  ];
}

interface Writing<Claim> {
  readonly hierarchy: Hierarchy;
  readonly guide: string;
  readonly draftClaim: DraftClaim<Claim>;
}

function billingSegments<Claim>(
  { provider, subscribers }: BillingProviderClaims<Claim>,
  writing: Writing<Claim>,
): SegmentDraft[] {
  const level = writing.hierarchy.open(undefined, '20', true);
  const kept = new Kept(writing.guide, provider.unmodelled);
  const payTo: readonly SegmentDraft[] = provider.payTo
    ? [['NM1', '87', provider.party.kind === 'person' ? '1' : '2'], ...addressSegments(provider.payTo)]
    : [];
  return [
    ...kept.place('2000A', [
      level.segment,
      ...when(provider.taxonomy, taxonomy => ['PRV', 'BI', 'PXC', taxonomy]),
    ]),
    ...kept.place('2010AA', [
      ...nameSegments('85', provider.party),
      ...addressSegments(provider.address),
      ...(provider.taxId.value === '' ? [] : [referenceSegment(provider.taxId)]),
      ...(provider.references ?? []).map(referenceSegment),
      ...(provider.contacts ?? []).map(contact => contactSegment('IC', contact)),
    ]),
    ...kept.place('2010AB', payTo),
    ...kept.rest(),
    ...subscribers.flatMap(subscriber => subscriberSegments(subscriber, level.id, writing)),
  ];
}

function subscriberSegments<Claim>(
  entry: SubscriberClaims<Claim>,
  parent: string,
  writing: Writing<Claim>,
): SegmentDraft[] {
  const { dependants } = entry;
  const level = writing.hierarchy.open(parent, '22', dependants.length > 0);
  const kept = new Kept(writing.guide, entry.unmodelled);
  const information: SegmentDraft = [
    'SBR',
    entry.rank,
    entry.claims.length > 0 ? (entry.relation ?? '18') : undefined,
    entry.groupNumber,
    entry.groupName,
    entry.insuranceType,
    undefined,
    undefined,
    undefined,
    entry.filingIndicator,
  ];
  return [
    ...kept.place('2000B', [level.segment, information]),
    ...kept.place('2010BA', personSegments('IL', entry.subscriber)),
    ...kept.place('2010BB', payerSegments(entry.payer)),
    ...kept.rest(),
    ...entry.claims.flatMap(writing.draftClaim),
    ...dependants.flatMap(dependant => dependantSegments(dependant, level.id, writing)),
  ];
}

function dependantSegments<Claim>(
  entry: DependantClaims<Claim>,
  parent: string,
  writing: Writing<Claim>,
): SegmentDraft[] {
  const kept = new Kept(writing.guide, entry.unmodelled);
  const level = writing.hierarchy.open(parent, '23', false);
  return [
    ...kept.place('2000C', [level.segment, ['PAT', entry.relation]]),
    ...kept.place('2010CA', personSegments('QC', entry.patient)),
    ...kept.rest(),
    ...entry.claims.flatMap(writing.draftClaim),
  ];
}
