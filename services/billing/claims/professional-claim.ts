import { sumCents } from '@spark-den/kernel';
import type {
  Adjustment,
  ClaimProvider,
  LineAdjudication,
  OtherPayer,
  ProfessionalClaim,
  ProfessionalLine,
} from '@spark-den/x12';
import type { OutgoingClaim } from './claim-interchange.ts';
import type { ClaimContent, ContentLine, PayerAdjustment, PriorDecision } from './claim-content.ts';
import { patientShare } from './cob.ts';
import { addressOf, coverageAt, payerOf, personOf, RANKS, RELATIONS, upper } from './x12-people.ts';

/** Loop 2300 of one claim, with what the payers before it decided. */
export function professionalClaim(claim: OutgoingClaim): ProfessionalClaim {
  const { content } = claim;
  return {
    patientControlNumber: claim.patientControlNumber,
    charge: sumCents(content.lines, line => line.chargeCents),
    placeOfService: content.location.placeOfService,
    frequency: claim.frequency,
    providerSignature: true,
    assignment: 'A',
    benefitsAssigned: content.consents.assignmentOfBenefits ? 'Y' : 'N',
    releaseOfInformation: content.consents.releaseOfInformation ? 'Y' : 'I',
    references:
      claim.frequency !== '1' && claim.payerClaimNumber !== null
        ? [{ qualifier: 'F8', value: claim.payerClaimNumber }]
        : [],
    diagnoses: content.diagnoses,
    providers: providersOf(content),
    otherPayers: content.coverages.flatMap((_, index) =>
      index === content.destination ? [] : [otherPayer(content, index)],
    ),
    lines: content.lines.map(line => professionalLine(content, line)),
  };
}

function providersOf(content: ClaimContent): ClaimProvider[] {
  const { rendering, location, practice } = content;
  const renders: ClaimProvider = {
    role: '82',
    party: {
      kind: 'person',
      name: upper(rendering.lastName),
      firstName: upper(rendering.firstName),
      idQualifier: 'XX',
      id: rendering.npi,
    },
    taxonomy: rendering.taxonomyCode,
  };
  // The place is named only where it is not the billing provider's own address.
  if (location.address.line1 === practice.address.line1) return [renders];
  const place: ClaimProvider = {
    role: '77',
    party: { kind: 'organization', name: upper(location.name) },
    address: addressOf(location.address),
  };
  return [renders, place];
}

function otherPayer(content: ClaimContent, index: number): OtherPayer {
  const coverage = coverageAt(content, index);
  const decision = content.priorDecisions.find(candidate => candidate.coverage === index);
  return {
    rank: RANKS[index] ?? 'U',
    relation: RELATIONS[coverage.relationship].subscriber,
    ...(coverage.groupNumber === null ? {} : { groupNumber: coverage.groupNumber }),
    filingIndicator: coverage.payer.filingIndicator,
    benefitsAssigned: content.consents.assignmentOfBenefits ? 'Y' : 'N',
    releaseOfInformation: content.consents.releaseOfInformation ? 'Y' : 'I',
    subscriber: otherSubscriber(content, index),
    payer: { party: payerOf(coverage.payer).party },
    ...(decision ? decided(content, decision) : {}),
  };
}

/** 2330A holds name, id and address; birth date and sex have no place there. */
function otherSubscriber(content: ClaimContent, index: number): OtherPayer['subscriber'] {
  const { subscriber, memberId } = coverageAt(content, index);
  const { party, address } = personOf(subscriber, { qualifier: 'MI', id: memberId });
  return address === undefined ? { party } : { party, address };
}

/** AMT*D is what the payer paid; its lines carry the date, so 2330B does not repeat it. */
function decided(content: ClaimContent, decision: PriorDecision): Partial<OtherPayer> {
  return {
    adjustments: decision.adjustments.map(adjustmentOf),
    amounts: [
      { qualifier: 'D', amount: decision.paidCents },
      { qualifier: 'EAF', amount: patientShare(decision) },
    ],
    ...(content.lines.some(line => decidedLine(decision, line)) ? {} : { adjudicatedOn: decision.decidedOn }),
  };
}

function professionalLine(content: ClaimContent, line: ContentLine): ProfessionalLine {
  return {
    procedure: { qualifier: 'HC', code: line.code, modifiers: line.modifiers },
    charge: line.chargeCents,
    unit: 'UN',
    quantity: String(line.units),
    diagnosisPointers: line.diagnosisPointers,
    serviceFrom: line.dateOfService,
    controlNumber: line.lineControlNumber,
    adjudications: content.priorDecisions.flatMap(decision => lineAdjudication(content, decision, line)),
  };
}

function lineAdjudication(
  content: ClaimContent,
  decision: PriorDecision,
  line: ContentLine,
): LineAdjudication[] {
  const found = decidedLine(decision, line);
  if (!found) return [];
  return [
    {
      payerId: coverageAt(content, decision.coverage).payer.ediId,
      paid: found.paidCents,
      procedure: { qualifier: 'HC', code: found.code, modifiers: found.modifiers },
      units: String(found.units),
      adjustments: found.adjustments.map(adjustmentOf),
      adjudicatedOn: decision.decidedOn,
    },
  ];
}

function decidedLine(decision: PriorDecision, line: ContentLine) {
  return decision.lines.find(candidate => candidate.chargeLineId === line.chargeLineId);
}

function adjustmentOf(adjustment: PayerAdjustment): Adjustment {
  return {
    group: adjustment.group as Adjustment['group'],
    reason: adjustment.reason,
    amount: adjustment.amountCents,
    ...(adjustment.quantity === null ? {} : { quantity: String(adjustment.quantity) }),
  };
}
