import { useEffect } from 'react';

/** What the switch to the other portal keeps. Ids only. */
export interface SwitchContext {
  readonly patientId?: string;
  readonly appointmentId?: string;
  readonly encounterId?: string;
}

let current: SwitchContext = {};

/** Called by a page that is about a patient: switching portals keeps who it is about. */
export function useSwitchContext({ patientId, appointmentId, encounterId }: SwitchContext): void {
  useEffect(() => {
    const mine = { patientId, appointmentId, encounterId };
    current = mine;
    return () => {
      if (current === mine) current = {};
    };
  }, [patientId, appointmentId, encounterId]);
}

/** What the page that is open now is about. */
export function currentSwitchContext(): SwitchContext {
  return current;
}
