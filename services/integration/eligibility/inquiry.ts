import type { integrationContract } from '@spark-den/contracts/integration/operations';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import type { LocalDate } from '@spark-den/kernel';
import {
  buildEligibilityInquiry,
  writeInterchange,
  type EligibilityInquiry,
  type InsuredPerson,
} from '@spark-den/x12';
import type { Envelope } from '../trading-partner.ts';

export type InquiryFacts = ParsedInputOf<(typeof integrationContract)['operations']['checkEligibility']>;

/**
 * Writes the 270. The trace is the envelope's control number, which is never given twice.
 * @throws AppError `x12.forbidden_character` where a name or id holds a delimiter
 */
export function writeInquiry(facts: InquiryFacts, envelope: Envelope): string {
  const { control, at, sender, receiver, usage } = envelope;
  return writeInterchange({
    sender,
    receiver,
    control,
    at,
    usage,
    groups: [
      {
        functionalId: 'HS',
        sender: sender.id,
        receiver: receiver.id,
        control,
        version: '005010X279A1',
        transactions: [buildEligibilityInquiry(inquiryOf(facts, envelope), '0001')],
      },
    ],
  });
}

export function traceOf(envelope: Envelope): string {
  return `E${String(envelope.control).padStart(9, '0')}`;
}

function inquiryOf(facts: InquiryFacts, envelope: Envelope): EligibilityInquiry {
  const { payer, provider, dependant } = facts;
  return {
    reference: traceOf(envelope),
    createdOn: envelope.at.slice(0, 10) as LocalDate,
    createdAt: envelope.at.slice(11).replace(':', ''),
    payer: { kind: 'organization', name: wire(payer.name), idQualifier: 'PI', id: payer.ediId },
    provider: {
      kind: provider.kind,
      name: wire(provider.name),
      firstName: provider.firstName && wire(provider.firstName),
      idQualifier: 'XX',
      id: provider.npi,
    },
    subjects: [
      {
        // TRN03: ten characters that name us for good, `9` before the NPI's first nine digits
        trace: { number: traceOf(envelope), originator: `9${provider.npi.slice(0, 9)}` },
        subscriber: subscriberOf(facts),
        ...(dependant ? { dependant: { ...personOf(dependant), relation: dependant.relation } } : {}),
        asOf: facts.serviceDate,
        serviceTypes: facts.serviceTypeCodes,
      },
    ],
  };
}

function subscriberOf({ subscriber }: InquiryFacts): InsuredPerson {
  const person = personOf(subscriber);
  return {
    ...person,
    party: { ...person.party, idQualifier: 'MI', id: subscriber.memberId },
    ...(subscriber.groupNumber ? { references: [{ qualifier: '6P', value: subscriber.groupNumber }] } : {}),
  };
}

interface PersonFacts {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName?: string | undefined;
  readonly birthDate?: LocalDate | undefined;
  readonly sex?: 'F' | 'M' | 'U' | undefined;
}

function personOf(facts: PersonFacts): InsuredPerson {
  return {
    party: {
      kind: 'person',
      name: wire(facts.lastName),
      firstName: wire(facts.firstName),
      middleName: facts.middleName && wire(facts.middleName),
    },
    bornOn: facts.birthDate,
    // the 270 knows F and M only
    sex: facts.sex === 'U' ? undefined : facts.sex,
  };
}

/** Payers read capital letters without accents. */
function wire(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toUpperCase();
}
