import { formatCents } from '@spark-den/kernel';
import { isRefused } from '../acknowledge/read-answers.ts';
import type { ClaimAcknowledgement, StatusInformation } from '../models/acknowledgements.ts';
import type {
  ClaimStatusFile,
  ClaimStatusRequest,
  ClaimStatusResponse,
  PaymentStatus,
  StatusQuestion,
} from '../models/claim-status.ts';
import type { Party } from '../models/common.ts';
import { called, type Speaker } from './code-words.ts';
import { days, inBrackets, listed, many, nameOf, namesOf, paragraph } from './text.ts';

/** A 276: which claims are asked about. */
export function explainStatusRequest(file: ClaimStatusRequest): string {
  const { claims, payers, receivers } = within(file);
  return paragraph(
    `This 276 from ${receivers} asks ${payers} what became of ${many(claims.length, 'claim')}`,
    claims.map(({ claim, party }) => `${claimOf(claim, party)}${chargeOf(claim)}`),
  );
}

function chargeOf({ charge, serviceFrom, serviceTo }: StatusQuestion): string {
  const money = charge === undefined ? '' : `: ${formatCents(charge)}`;
  return `${money}${days(serviceFrom, serviceTo)}`;
}

/** A 277: what became of them. */
export function explainStatusResponse(file: ClaimStatusResponse, speaker: Speaker): string {
  const { claims, payers, receivers, answers } = within(file);
  return paragraph(`This 277 from ${payers} tells ${receivers} about ${many(claims.length, 'claim')}`, [
    ...answers.map(({ trace, statuses }) => `${trace} as a whole: ${statusesOf(statuses, speaker)}`),
    ...claims.map(({ claim, party }) => `${claimOf(claim, party)}: ${statusesOf(claim.statuses, speaker)}`),
  ]);
}

function claimOf({ trace, references }: Pick<StatusQuestion, 'trace' | 'references'>, party: Party): string {
  const own = references.find(({ qualifier }) => qualifier === 'EJ')?.value;
  return `${trace} of ${nameOf(party, 'somebody')}${inBrackets(own && `claim ${own}`)}`;
}

function statusesOf(statuses: readonly (StatusInformation | PaymentStatus)[], speaker: Speaker): string {
  return statuses
    .map(entry => {
      const said = entry.statuses.map(({ category, code, entity, codeList }) => {
        const state = speaker.label('claim-status-category', category);
        const why = codeList === undefined ? speaker.label('claim-status', code) : undefined;
        const words = [state, why].filter(Boolean).join(', ');
        return called(words, [category, code, entity].filter(Boolean).join(':'));
      });
      const paid = 'paid' in entry && entry.paid ? `, paid ${formatCents(entry.paid)}` : '';
      const message = entry.message === undefined ? '' : ` “${entry.message}”`;
      return `${listed(said)}${paid}${message}`;
    })
    .join('; ');
}

function within<Claim>({ payers }: ClaimStatusFile<Claim>) {
  const receivers = payers.flatMap(payer => payer.receivers);
  const providers = receivers.flatMap(receiver => receiver.providers);
  const people = providers
    .flatMap(provider => provider.subscribers)
    .flatMap(subscriber => [subscriber, ...subscriber.dependants]);
  return {
    payers: namesOf(
      payers.map(({ payer }) => payer),
      'a payer',
    ),
    receivers: namesOf(
      receivers.map(({ receiver }) => receiver),
      'somebody',
    ),
    answers: [...receivers, ...providers].flatMap(({ answer }) => (answer ? [answer] : [])),
    claims: people.flatMap(({ party, claims }) => claims.map(claim => ({ claim, party }))),
  };
}

/** A 277CA: what was taken in, and what was refused and why. */
export function explainClaimAcknowledgement(value: ClaimAcknowledgement, speaker: Speaker): string {
  const { receivers } = value;
  const providers = receivers.flatMap(receiver => receiver.providers);
  const claims = providers.flatMap(provider => provider.claims);
  const to = namesOf(
    receivers.map(({ receiver }) => receiver),
    'a submitter',
  );
  const whole = [...receivers, ...providers].filter(({ statuses }) => statuses.some(isRefused));
  return paragraph(
    `This 277CA from ${nameOf(value.source, 'a payer')} answers ${to} about ${many(claims.length, 'claim')}`,
    [
      ...whole.map(entry => {
        const batch =
          'batchReference' in entry ? `batch ${entry.batchReference}` : nameOf(entry.provider, 'a provider');
        return `${batch} refused as a whole: ${statusesOf(entry.statuses, speaker)}`;
      }),
      ...claims.map(({ patientControlNumber, patient, statuses, lines }) => {
        const all = [...statuses, ...lines.flatMap(line => line.statuses)];
        const verdict = all.some(isRefused) ? 'refused' : 'accepted';
        return `claim ${patientControlNumber} of ${nameOf(patient, 'somebody')} ${verdict}: ${statusesOf(all, speaker)}`;
      }),
    ],
  );
}
