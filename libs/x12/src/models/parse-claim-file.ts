import type { TransactionSegments } from '../interchange-file.ts';
import type { Parsed } from './common.ts';
import { NOBODY, payer, person } from './parse-people.ts';
import type { BillingProvider, ClaimFile, DependantClaims, SubscriberClaims } from './professional-claims.ts';
import { Reading } from './reading.ts';
import { leftovers } from './leftovers.ts';
import { LoopNode, treeOf, type PlacedSegment } from './tree.ts';

type ReadClaim<Claim> = (node: LoopNode, reading: Reading) => Claim;

/** Reads what 837P and 837I have in common; `readClaim` reads a 2300. */
export function parseClaimFile<Claim>(
  transaction: TransactionSegments,
  guide: '837P' | '837I' | '837D',
  readClaim: ReadClaim<Claim>,
): Parsed<ClaimFile<Claim>> {
  const reading = new Reading();
  const root = treeOf(transaction, guide);
  const begin = root.first('BHT') ?? (root.head as PlacedSegment);
  const submitter = root.loop('1000A');
  const receiver = root.loop('1000B')?.first('NM1', '40');
  const name = submitter?.first('NM1', '41');
  reading.constant(begin, 1, '0019');
  const value: ClaimFile<Claim> = {
    reference: reading.text(begin, 3),
    createdOn: reading.date(begin, 4),
    createdAt: reading.text(begin, 5),
    purpose: reading.text(begin, 2) as '00' | '18',
    usage: reading.text(begin, 6) as ClaimFile<Claim>['usage'],
    submitter: {
      party: name ? reading.party(name) : NOBODY,
      contacts: (submitter?.all('PER') ?? []).map(at => reading.contact(at)),
    },
    receiver: receiver ? reading.party(receiver) : NOBODY,
    billing: root.loopsOf('2000A').map(node => {
      const subscribers = node.loopsOf('2000B').map(each => subscriberClaims(each, reading, readClaim));
      return { provider: billingProvider(node, reading), subscribers };
    }),
    unmodelled: leftovers(root),
  };
  return { value, problems: reading.problems };
}

function billingProvider(node: LoopNode, reading: Reading): BillingProvider {
  const name = node.loop('2010AA') ?? new LoopNode('2010AA');
  const payTo = node.loop('2010AB');
  const at = name.first('NM1', '85');
  const tax = name.first('REF', 'EI') ?? name.first('REF', 'SY');
  const references = reading.references(name, 'EI', 'SY');
  const contacts = name.all('PER').map(per => reading.contact(per));
  const specialty = node.first('PRV', 'BI');
  reading.constant(specialty, 2, 'PXC');
  const payToName = payTo?.first('NM1', '87');
  reading.take(payToName, 0);
  reading.constant(payToName, 2, reading.text(at, 2) === '1' ? '1' : '2');
  return {
    party: at ? reading.party(at) : NOBODY,
    address: reading.address(name) ?? { lines: [], city: '' },
    taxonomy: reading.optional(specialty, 3),
    taxId: tax ? reading.reference(tax) : { qualifier: 'EI', value: '' },
    references: references.length > 0 ? references : undefined,
    contacts: contacts.length > 0 ? contacts : undefined,
    payTo: payTo && reading.address(payTo),
    unmodelled: leftovers(node),
  };
}

function subscriberClaims<Claim>(
  node: LoopNode,
  reading: Reading,
  readClaim: ReadClaim<Claim>,
): SubscriberClaims<Claim> {
  const information = node.first('SBR');
  const hasClaims = node.loop('2300') !== undefined;
  if (hasClaims) reading.constant(information, 2, '18');
  return {
    rank: reading.text(information, 1),
    relation: hasClaims && information?.segment.elements[2] === '' ? '' : undefined,
    insuranceType: reading.optional(information, 5),
    groupNumber: reading.optional(information, 3),
    groupName: reading.optional(information, 4),
    filingIndicator: reading.text(information, 9),
    subscriber: person(node.loop('2010BA'), 'IL', reading),
    payer: payer(node.loop('2010BB'), reading),
    claims: node.loopsOf('2300').map(claim => readClaim(claim, reading)),
    dependants: node.loopsOf('2000C').map(each => dependantClaims(each, reading, readClaim)),
    unmodelled: leftovers(node),
  };
}

function dependantClaims<Claim>(
  node: LoopNode,
  reading: Reading,
  readClaim: ReadClaim<Claim>,
): DependantClaims<Claim> {
  return {
    relation: reading.text(node.first('PAT'), 1),
    patient: person(node.loop('2010CA'), 'QC', reading),
    claims: node.loopsOf('2300').map(claim => readClaim(claim, reading)),
    unmodelled: leftovers(node),
  };
}
