import type { Slot } from '@spark-den/contracts/scheduling/types';
import { useZone } from '@spark-den/ui';
import { useEffect, useRef, useState } from 'react';
import { scheduling } from '../api/scheduling-queries.ts';
import { refusal } from '../lib/problem.ts';

export interface HeldSlot {
  readonly holdId: string | undefined;
  readonly problem: string | undefined;
  /** The hold has become an appointment: leaving must not give it back. */
  readonly keep: () => void;
}

interface Answer {
  readonly slot: Slot;
  readonly appointmentTypeId: string;
  readonly holdId?: string;
  readonly problem?: string;
}

/** Keeps the chosen time from others while the booking is finished; gives it back when it is not. */
export function useHold(slot: Slot | undefined, appointmentTypeId: string): HeldSlot {
  const zone = useZone();
  const [answer, setAnswer] = useState<Answer>();
  const kept = useRef(false);
  useEffect(() => {
    if (!slot || !appointmentTypeId) return undefined;
    const { start, providerId, locationId } = slot;
    let left = false;
    const held = scheduling
      .holdSlot({ appointmentTypeId, start, providerId, locationId, roomId: slot.roomId ?? undefined })
      .then(hold => {
        if (!left) setAnswer({ slot, appointmentTypeId, holdId: hold.holdId });
        return hold.holdId;
      })
      .catch((error: unknown) => {
        if (!left) setAnswer({ slot, appointmentTypeId, problem: refusal(error, zone) });
        return undefined;
      });
    return () => {
      left = true;
      void held.then(holdId => {
        if (holdId && !kept.current) return scheduling.releaseHold({ holdId }).catch(() => undefined);
        return undefined;
      });
    };
  }, [slot, appointmentTypeId, zone]);
  // an answer about the time that was chosen before means nothing
  const current =
    answer?.slot === slot && answer?.appointmentTypeId === appointmentTypeId ? answer : undefined;
  return {
    holdId: current?.holdId,
    problem: current?.problem,
    keep: () => {
      kept.current = true;
    },
  };
}
