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

/** Keeps the chosen time from others while the booking is finished; gives it back when it is not. */
export function useHold(slot: Slot | undefined, appointmentTypeId: string): HeldSlot {
  const zone = useZone();
  const [state, setState] = useState<{ readonly holdId?: string; readonly problem?: string }>({});
  const kept = useRef(false);
  useEffect(() => {
    setState({});
    if (!slot || !appointmentTypeId) return;
    const { start, providerId, locationId } = slot;
    let left = false;
    const held = scheduling
      .holdSlot({ appointmentTypeId, start, providerId, locationId, roomId: slot.roomId ?? undefined })
      .then(hold => {
        if (!left) setState({ holdId: hold.holdId });
        return hold.holdId;
      })
      .catch((error: unknown) => {
        if (!left) setState({ problem: refusal(error, zone) });
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
  return {
    holdId: state.holdId,
    problem: state.problem,
    keep: () => {
      kept.current = true;
    },
  };
}
