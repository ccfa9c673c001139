import type { OutputOf } from '@spark-den/contracts/operation';
import type { explainSlot } from '@spark-den/contracts/scheduling/booking-operations';
import type { Slot } from '@spark-den/contracts/scheduling/types';
import type { Instant } from '@spark-den/kernel';
import { formatDay, formatTimeAt, InlineAlert, useZone } from '@spark-den/ui';
import { reasonSentence } from '../lib/problem.ts';
import { SlotButtons } from './slot-buttons.tsx';

/** One row of the dialog; more stands in the list of free times. */
const SHOWN = 4;

type Answer = Pick<OutputOf<typeof explainSlot>, 'reasons' | 'alternatives'>;

/** A time that was clicked in the calendar, with whom and where. */
export interface Wish {
  readonly start: Instant;
  readonly providerId: string;
  readonly locationId: string;
}

/** Everything that stands in the way of a wished time, and what could be instead, nearest first. */
export function WishedTime({
  wish,
  answer: { reasons, alternatives },
  onChoose,
  nameOf,
}: {
  readonly wish: Pick<Wish, 'start' | 'providerId'>;
  readonly answer: Answer;
  readonly onChoose: (slot: Slot) => void;
  readonly nameOf: (providerId: string) => string;
}) {
  const zone = useZone();
  const sentences = [...new Set(reasons.map(reason => reasonSentence(reason, zone)))];
  const time = formatTimeAt(wish.start, zone);
  return (
    <>
      <InlineAlert tone="warning" title={`${time} with ${nameOf(wish.providerId)} is not free`}>
        {sentences.map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </InlineAlert>
      {alternatives.length > 0 && (
        <div className="sd-slots" role="group" aria-label="What could be instead">
          <h3>What could be instead</h3>
          <SlotButtons
            slots={alternatives.slice(0, SHOWN).map(({ slot }) => slot)}
            chosen={undefined}
            onChoose={onChoose}
            nameOf={nameOf}
            noteOf={slot => noteOf(slot, alternatives)}
          />
        </div>
      )}
    </>
  );
}

function noteOf(slot: Slot, alternatives: Answer['alternatives']): string {
  const minutes = alternatives.find(item => item.slot === slot)?.shiftMinutes ?? 0;
  if (minutes === 0) return 'the same time';
  const away = Math.abs(minutes);
  if (away >= 12 * 60) return formatDay(slot.date);
  const span =
    away < 60 ? `${away} min` : `${Math.floor(away / 60)} h ${away % 60 ? `${away % 60} min` : ''}`;
  return `${span.trim()} ${minutes < 0 ? 'earlier' : 'later'}`;
}
