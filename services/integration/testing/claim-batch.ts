import { cents, localDate } from '@spark-den/kernel';
import {
  buildProfessionalClaims,
  writeInterchange,
  type ProfessionalClaim,
  type SubscriberClaims,
} from '@spark-den/x12';
import type { integrationContract } from '@spark-den/contracts/integration/operations';
import type { OutputOf } from '@spark-den/contracts/operation';

type Envelope = OutputOf<(typeof integrationContract)['operations']['reserveEnvelope']>;

export interface TestSubscriber {
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  readonly memberId: string;
}

/** A batch of one-line claims to Cascade Mutual, as billing would hand it over. */
export function claimBatch(
  envelope: Envelope,
  subscriber: TestSubscriber,
  claims: readonly { readonly number: string; readonly diagnosis?: string; readonly memberId?: string }[],
): string {
  const [control = '0001'] = envelope.transactionControls;
  const transaction = buildProfessionalClaims(
    {
      reference: `B${envelope.interchangeControl}`,
      createdOn: localDate(envelope.at.slice(0, 10)),
      createdAt: envelope.at.slice(11).replace(':', ''),
      purpose: '00',
      usage: 'CH',
      submitter: {
        party: {
          kind: 'organization',
          name: 'HARBOR POINT FAMILY MEDICINE',
          idQualifier: '46',
          id: envelope.sender.id,
        },
        contacts: [{ name: 'BILLING OFFICE', phone: '8475550100' }],
      },
      receiver: {
        kind: 'organization',
        name: 'BRIGHTLINE CLEARINGHOUSE',
        idQualifier: '46',
        id: envelope.receiver.id,
      },
      billing: [
        {
          provider: {
            party: {
              kind: 'organization',
              name: 'HARBOR POINT FAMILY MEDICINE',
              idQualifier: 'XX',
              id: '1990000105',
            },
            address: {
              lines: ['410 LAKESHORE DRIVE'],
              city: 'EVANSTON',
              state: 'IL',
              postalCode: '602014410',
            },
            taxonomy: '207Q00000X',
            taxId: { qualifier: 'EI', value: '364000001' },
          },
          subscribers: claims.map(claim => subscriberClaims(subscriber, claim)),
        },
      ],
    },
    control,
  );
  return writeInterchange({
    sender: envelope.sender,
    receiver: envelope.receiver,
    control: envelope.interchangeControl,
    at: envelope.at,
    usage: envelope.usage,
    groups: [
      {
        functionalId: 'HC',
        sender: envelope.sender.id,
        receiver: envelope.receiver.id,
        control: envelope.groupControl,
        version: '005010X222A1',
        transactions: [transaction],
      },
    ],
  });
}

function subscriberClaims(
  subscriber: TestSubscriber,
  claim: { readonly number: string; readonly diagnosis?: string; readonly memberId?: string },
): SubscriberClaims {
  return {
    rank: 'P',
    filingIndicator: 'CI',
    subscriber: {
      party: {
        kind: 'person',
        name: subscriber.lastName.toUpperCase(),
        firstName: subscriber.firstName.toUpperCase(),
        idQualifier: 'MI',
        id: claim.memberId ?? subscriber.memberId,
      },
      address: { lines: ['1 ELM STREET'], city: 'EVANSTON', state: 'IL', postalCode: '602010001' },
      bornOn: localDate(subscriber.birthDate),
      sex: 'F',
    },
    payer: { party: { kind: 'organization', name: 'CASCADE MUTUAL', idQualifier: 'PI', id: 'CASMU01' } },
    claims: [professionalClaim(claim.number, claim.diagnosis ?? 'I10')],
    dependants: [],
  };
}

function professionalClaim(number: string, diagnosis: string): ProfessionalClaim {
  return {
    patientControlNumber: number,
    charge: cents(165_00),
    placeOfService: '11',
    frequency: '1',
    providerSignature: true,
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    diagnoses: [diagnosis],
    providers: [
      {
        role: '82',
        party: { kind: 'person', name: 'OSEI', firstName: 'AMARA', idQualifier: 'XX', id: '1990000204' },
        taxonomy: '207Q00000X',
      },
    ],
    lines: [
      {
        procedure: { qualifier: 'HC', code: '99213', modifiers: [] },
        charge: cents(165_00),
        unit: 'UN',
        quantity: '1',
        diagnosisPointers: [1],
        serviceFrom: localDate('2026-11-16'),
        controlNumber: `${number}L1`,
      },
    ],
  };
}
