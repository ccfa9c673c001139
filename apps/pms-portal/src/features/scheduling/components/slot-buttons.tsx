import type { Slot } from '@spark-den/contracts/scheduling/types';
import { formatTime } from '@spark-den/ui';
import type { ReactNode } from 'react';

const sameSlot = (a: Slot | undefined, b: Slot): boolean =>
  a !== undefined && a.start === b.start && a.providerId === b.providerId && a.locationId === b.locationId;

export interface SlotButtonsProps {
  readonly slots: readonly Slot[];
  readonly chosen: Slot | undefined;
  readonly onChoose: (slot: Slot) => void;
  /** Who sees the patient. */
  readonly nameOf: (providerId: string) => string;
  /** What else to know of a time. */
  readonly noteOf: (slot: Slot) => ReactNode;
}

/** Times to choose one of. */
export function SlotButtons({ slots, chosen, onChoose, nameOf, noteOf }: SlotButtonsProps) {
  return (
    <ul>
      {slots.map(slot => (
        <li key={`${slot.start}|${slot.providerId}|${slot.locationId}`}>
          <button type="button" aria-pressed={sameSlot(chosen, slot)} onClick={() => onChoose(slot)}>
            <b className="sd-num">{formatTime(slot.localStart)}</b>
            <span>{nameOf(slot.providerId)}</span>
            <span className="sd-text2">{noteOf(slot)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
