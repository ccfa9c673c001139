import { AppError, type LocalDate } from '@spark-den/kernel';
import type { Practice } from '@spark-den/contracts/administration/types';
import {
  buildProfessionalClaims,
  writeInterchange,
  type ProfessionalClaims,
  type Reference,
  type SubscriberClaims,
} from '@spark-den/x12';
import { professionalClaim } from './professional-claim.ts';
import { addressOf, coverageAt, personOf, RANKS, RELATIONS, payerOf, upper } from './x12-people.ts';
import type { ClaimContent } from './claim-content.ts';
import type { Envelope } from './tables.ts';

/** A frozen claim as it goes into a file. */
export interface OutgoingClaim {
  readonly patientControlNumber: string;
  readonly frequency: '1' | '7' | '8';
  readonly payerClaimNumber: string | null;
  readonly content: ClaimContent;
}

/** The 837P interchange of a batch: a pure function of the frozen claims and the reserved envelope. */
export function claimInterchange(
  claims: readonly OutgoingClaim[],
  envelope: Envelope,
  practice: Pick<Practice, 'name' | 'tradingPartner'>,
): string {
  const [control] = envelope.transactionControls;
  if (control === undefined) throw new AppError('internal', 'platform.internal', { missing: 'ST02' });
  const transaction = buildProfessionalClaims(professionalClaims(claims, envelope, practice), control);
  return writeInterchange(
    {
      sender: envelope.sender,
      receiver: envelope.receiver,
      control: envelope.interchangeControl,
      at: envelope.at,
      usage: envelope.usage,
      acknowledgementRequested: true,
      groups: [
        {
          functionalId: 'HC',
          sender: envelope.sender.id,
          receiver: envelope.receiver.id,
          control: envelope.groupControl,
          version: transaction.version ?? '',
          transactions: [transaction],
        },
      ],
    },
    { forbidden: 'replace', characters: 'ascii' },
  );
}

export function professionalClaims(
  claims: readonly OutgoingClaim[],
  envelope: Envelope,
  practice: Pick<Practice, 'name' | 'tradingPartner'>,
): ProfessionalClaims {
  const { tradingPartner } = practice;
  const [first] = claims;
  if (!first) throw new RangeError('a batch without claims');
  const billing = first.content.practice;
  return {
    reference: `B${envelope.interchangeControl}`,
    createdOn: envelope.at.slice(0, 10) as LocalDate,
    createdAt: envelope.at.slice(11, 16).replace(':', ''),
    purpose: '00',
    usage: 'CH',
    submitter: {
      party: {
        kind: 'organization',
        name: upper(practice.name),
        idQualifier: '46',
        id: tradingPartner.submitterId,
      },
      contacts: [{ name: upper(tradingPartner.contactName), phone: tradingPartner.contactPhone }],
    },
    receiver: {
      kind: 'organization',
      name: upper(tradingPartner.receiverName),
      idQualifier: '46',
      id: tradingPartner.receiverId,
    },
    billing: [
      {
        provider: {
          party: { kind: 'organization', name: upper(billing.name), idQualifier: 'XX', id: billing.npi },
          address: addressOf(billing.address),
          taxonomy: billing.taxonomyCode,
          taxId: taxReference(billing.taxId),
        },
        subscribers: claims.map(subscriberClaims),
      },
    ],
  };
}

function subscriberClaims(claim: OutgoingClaim): SubscriberClaims {
  const { content } = claim;
  const coverage = coverageAt(content, content.destination);
  const isSelf = coverage.relationship === 'self';
  const built = professionalClaim(claim);
  return {
    rank: RANKS[content.destination] ?? 'U',
    ...(coverage.groupNumber === null ? {} : { groupNumber: coverage.groupNumber }),
    filingIndicator: coverage.payer.filingIndicator,
    subscriber: personOf(coverage.subscriber, { qualifier: 'MI', id: coverage.memberId }),
    payer: payerOf(coverage.payer),
    claims: isSelf ? [built] : [],
    dependants: isSelf
      ? []
      : [
          {
            relation: RELATIONS[coverage.relationship].patient,
            patient: personOf(content.patient),
            claims: [built],
          },
        ],
  };
}

function taxReference(taxId: string): Reference {
  return { qualifier: 'EI', value: taxId.replace(/-/g, '') };
}
