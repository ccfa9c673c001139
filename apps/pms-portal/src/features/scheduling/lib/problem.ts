import type { SlotReason } from '@spark-den/contracts/scheduling/types';
import { AppError } from '@spark-den/kernel';
import { errorText, formatTimeAt } from '@spark-den/ui';

type Code = SlotReason['code'];

const WORDS: Readonly<Record<Code, string>> = {
  'provider-not-working': 'The provider does not work then.',
  'wrong-location': 'The provider works at another location then.',
  'type-not-offered': 'This visit type is not offered then.',
  'quota-reached': 'The provider takes no more visits of this type then.',
  'provider-time-off': 'The provider is away.',
  'location-closed': 'The location is closed.',
  'provider-busy': 'The provider has another visit',
  'no-room-of-pool': 'There is no room for this kind of visit at the location.',
  'room-busy': 'Every suitable room is taken',
  'no-equipment-of-pool': 'The equipment is not at this location.',
  'equipment-busy': 'The equipment is taken',
  'travel-between-sites': 'The provider is on the way between locations.',
  'in-the-past': 'This time has passed.',
  'patient-busy': 'The patient has another visit',
};

/** A reason of the server in a sentence, with the time that is in the way. */
export function reasonSentence(reason: Pick<SlotReason, 'code' | 'from' | 'to'>, zone: string): string {
  const words = WORDS[reason.code];
  if (words.endsWith('.')) return words;
  if (!reason.from || !reason.to) return `${words}.`;
  return `${words}, ${formatTimeAt(reason.from, zone)}–${formatTimeAt(reason.to, zone)}.`;
}

/** Why a booking or a move was refused: the server's first reason, else its title. */
export function refusal(error: unknown, zone: string): string {
  const reasons = error instanceof AppError ? error.fields.reasons : undefined;
  const [first] = Array.isArray(reasons) ? (reasons as SlotReason[]) : [];
  return first ? reasonSentence(first, zone) : errorText(error).title;
}
