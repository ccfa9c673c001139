import type { TransactionSegments } from '../interchange-file.ts';
import type { Parsed } from './common.ts';
import { inpatientRemarks } from './inpatient-remarks.ts';
import { leftovers } from './leftovers.ts';
import { Reading } from './reading.ts';
import type {
  ProviderAdjustment,
  Remittance,
  RemittanceClaim,
  RemittanceLine,
  RemittanceParty,
} from './remittance.ts';
import { PlacedSegment, treeOf, type LoopNode } from './tree.ts';

/** Reads an 835. With problems in the answer the file must be held, not posted. */
export function parseRemittance(transaction: TransactionSegments): Parsed<Remittance> {
  const reading = new Reading();
  const root = treeOf(transaction, '835');
  const payment = root.first('BPR') ?? absent(transaction, 'BPR');
  const trace = root.first('TRN');
  const bank = payment.segment.elements.slice(5, 16);
  reading.take(payment, ...bank.map((_, index) => index + 5));
  reading.constant(trace, 1, '1');
  const value: Remittance = {
    handling: reading.text(payment, 1),
    amount: reading.amount(payment, 2),
    creditOrDebit: reading.text(payment, 3) as 'C' | 'D',
    method: reading.text(payment, 4),
    bank: bank.some(text => text !== '') ? bank : undefined,
    paidOn: reading.date(payment, 16),
    trace: reading.text(trace, 2),
    traceOriginator: reading.text(trace, 3),
    traceSupplement: reading.optional(trace, 4),
    receiverId: reading.optional(root.first('REF', 'EV'), 2),
    productionDate: reading.optionalDate(root.first('DTM', '405'), 2),
    payer: remittanceParty(root.loop('1000A'), reading),
    payee: remittanceParty(root.loop('1000B'), reading),
    groups: root.loopsOf('2000').map(group => ({
      number: reading.text(group.first('LX'), 1),
      claims: group.loopsOf('2100').map(claim => remittanceClaim(claim, reading)),
      unmodelled: leftovers(group),
    })),
    providerAdjustments: root.all('PLB').flatMap(at => providerAdjustments(at, reading)),
    unmodelled: leftovers(root),
  };
  return { value, problems: reading.problems };
}

/** Stands for a segment that is missing, so that its elements are reported as unreadable at ST. */
function absent(transaction: TransactionSegments, id: string): PlacedSegment {
  const [first] = transaction.segments;
  if (!first) throw new RangeError('a transaction has at least ST');
  return new PlacedSegment({ ...first, id, text: id, elements: [id] }, 1);
}

function remittanceParty(node: LoopNode | undefined, reading: Reading): RemittanceParty {
  const at = node?.first('N1');
  reading.constant(at, 1, node?.id === '1000A' ? 'PR' : 'PE');
  return {
    name: reading.text(at, 2),
    idQualifier: reading.optional(at, 3),
    id: reading.optional(at, 4),
    address: node && reading.address(node),
    references: node ? reading.references(node) : [],
    contacts: (node?.all('PER') ?? []).map(per => ({
      code: reading.text(per, 1),
      ...reading.contact(per),
    })),
  };
}

function remittanceClaim(node: LoopNode, reading: Reading): RemittanceClaim {
  const claim = node.head as PlacedSegment;
  return {
    patientControlNumber: reading.text(claim, 1),
    status: reading.text(claim, 2),
    charge: reading.amount(claim, 3),
    paid: reading.amount(claim, 4),
    patientResponsibility: reading.optionalAmount(claim, 5),
    filingIndicator: reading.text(claim, 6),
    payerControlNumber: reading.text(claim, 7),
    facilityType: reading.optional(claim, 8),
    frequency: reading.optional(claim, 9),
    adjustments: reading.adjustments(node),
    patient: reading.optionalParty(node, 'QC'),
    insured: reading.optionalParty(node, 'IL'),
    correctedInsured: reading.optionalParty(node, '74'),
    serviceProvider: reading.optionalParty(node, '82'),
    crossoverPayer: reading.optionalParty(node, 'TT'),
    correctedPriorityPayer: reading.optionalParty(node, 'PR'),
    otherSubscriber: reading.optionalParty(node, 'GB'),
    remarks: remarksOf(node, reading),
    references: reading.references(node),
    dates: node.all('DTM').map(at => reading.qualifiedDate(at)),
    contacts: node.all('PER').map(at => reading.contact(at, 'CX')),
    amounts: reading.amounts(node),
    quantities: reading.quantities(node),
    lines: node.loopsOf('2110').map(line => remittanceLine(line, reading)),
    unmodelled: leftovers(node),
    source: reading.source(claim),
  };
}

/** Remark codes of MOA03 to 07, and of MIA05 and 20 to 23; an MIA is kept as it is besides. */
function remarksOf(node: LoopNode, reading: Reading): readonly string[] {
  const outpatient = [3, 4, 5, 6, 7].map(index => reading.text(node.first('MOA'), index));
  const inpatient = inpatientRemarks(node.first('MIA')?.segment.elements ?? []);
  return [...outpatient, ...inpatient].filter(code => code !== '');
}

function remittanceLine(node: LoopNode, reading: Reading): RemittanceLine {
  const service = node.head as PlacedSegment;
  const from = node.first('DTM', '472') ?? node.first('DTM', '150');
  return {
    procedure: reading.procedure(service, 1),
    charge: reading.amount(service, 2),
    paid: reading.amount(service, 3),
    revenueCode: reading.optional(service, 4),
    paidUnits: reading.optionalQuantity(service, 5),
    submittedProcedure: reading.text(service, 6) === '' ? undefined : reading.procedure(service, 6),
    submittedUnits: reading.optionalQuantity(service, 7),
    serviceFrom: reading.optionalDate(from, 2),
    serviceTo: reading.optionalDate(node.first('DTM', '151'), 2),
    adjustments: reading.adjustments(node),
    controlNumber: reading.optional(node.first('REF', '6R'), 2),
    references: reading.references(node, '6R'),
    amounts: reading.amounts(node),
    quantities: reading.quantities(node),
    remarks: node.all('LQ', 'HE').map(at => reading.text(at, 2)),
    unmodelled: leftovers(node),
    source: reading.source(service),
  };
}

function providerAdjustments(at: PlacedSegment, reading: Reading): ProviderAdjustment[] {
  return [3, 5, 7, 9, 11, 13]
    .filter(index => reading.text(at, index) !== '')
    .map(index => ({
      providerId: reading.text(at, 1),
      fiscalPeriodEnd: reading.date(at, 2),
      reason: reading.part(at, index, 1),
      reference: reading.part(at, index, 2) || undefined,
      amount: reading.amount(at, index + 1),
      source: reading.source(at),
    }));
}
