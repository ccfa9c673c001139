import type { ChannelChoice } from '@spark-den/contracts/patients/types';
import type { z } from 'zod';

type Choice = z.infer<typeof ChannelChoice>;
type Channel = Choice['channel'];
type Purpose = Choice['purpose'];

/** What was said about a channel and a purpose; `undefined` where nobody asked, which is not a refusal. */
export function choiceOf(
  choices: readonly Choice[],
  channel: Channel,
  purpose: Purpose,
): boolean | undefined {
  return choices.find(choice => choice.channel === channel && choice.purpose === purpose)?.allowed;
}

/** The choices with one of them changed; the others stay as asked or not asked. */
export function withChoice(
  choices: readonly Choice[],
  channel: Channel,
  purpose: Purpose,
  allowed: boolean,
): Choice[] {
  const others = choices.filter(choice => choice.channel !== channel || choice.purpose !== purpose);
  return [...others, { channel, purpose, allowed }];
}
