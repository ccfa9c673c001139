import { formatCents } from '@spark-den/kernel';
import type {
  ClaimStatusFile,
  ClaimStatusRequest,
  ClaimStatusResponse,
  StatusTrace,
} from '../models/claim-status.ts';
import { many } from './many.ts';

/** A 276. */
export function explainStatusRequest(file: ClaimStatusRequest): string {
  const { claims, payers, receivers } = within(file);
  return `This 276 from ${receivers} asks ${payers} what became of ${many(claims.length, 'claim')}.`;
}

/** A 277. */
export function explainStatusResponse(file: ClaimStatusResponse): string {
  const { claims, payers, receivers, answers } = within(file);
  const told = claims.map(({ trace, statuses }) => {
    const [latest] = statuses;
    const paid = latest?.paid ? `, paid ${formatCents(latest.paid)}` : '';
    return `${trace} ${codesOf(statuses)}${paid}`;
  });
  const whole = answers.map(({ trace, statuses }) => `${trace} as a whole ${codesOf(statuses)}`);
  const head = `This 277 from ${payers} tells ${receivers} about ${many(claims.length, 'claim')}`;
  return `${[head, ...whole, ...told].join('; ')}.`;
}

function codesOf(statuses: StatusTrace['statuses']): string {
  return statuses
    .flatMap(entry => entry.statuses.map(({ category, code }) => `${category}:${code}`))
    .join(', ');
}

function within<Claim>({ payers }: ClaimStatusFile<Claim>) {
  const receivers = payers.flatMap(payer => payer.receivers);
  const providers = receivers.flatMap(receiver => receiver.providers);
  const people = providers
    .flatMap(provider => provider.subscribers)
    .flatMap(subscriber => [subscriber, ...subscriber.dependants]);
  return {
    payers: payers.map(({ payer }) => payer.name).join(', '),
    receivers: receivers.map(({ receiver }) => receiver.name).join(', '),
    answers: [...receivers, ...providers].flatMap(({ answer }) => (answer ? [answer] : [])),
    claims: people.flatMap(person => person.claims),
  };
}
