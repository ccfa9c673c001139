import type { Appointment } from '@spark-den/contracts/scheduling/types';
import { AppError } from '@spark-den/kernel';
import { takeStep } from './front-desk.ts';
import type { Desk } from './staff.ts';
import { until } from './wait.ts';

/** What a visit came to, in codes. Pointers are 1-based, into the diagnoses. */
export interface Findings {
  readonly diagnoses: readonly string[];
  readonly services: readonly {
    readonly code: string;
    readonly pointers: readonly number[];
    readonly units?: number;
  }[];
}

export function contentOf({ diagnoses, services }: Findings) {
  return {
    diagnoses: [...diagnoses],
    services: services.map(({ code, pointers, units = 1 }) => ({
      code,
      units,
      diagnosisPointers: [...pointers],
    })),
  };
}

/** Rooms the patient and hands over to the physician. */
export async function roomPatient(nurse: Desk, visit: Appointment): Promise<Appointment> {
  const roomed = await takeStep(nurse, visit, { action: 'room' });
  return takeStep(nurse, roomed, { action: 'start-visit' });
}

/** The physician writes and signs the encounter. @returns its id */
export async function see(physician: Desk, visit: Appointment, findings: Findings): Promise<string> {
  const { appointmentId } = visit;
  const opened = await until('the clinical side knows that the patient is here', () =>
    physician.clinical.openEncounter({ appointmentId }).catch((error: unknown) => {
      const code = error instanceof AppError ? error.code : '';
      if (code === 'clinical.visit_not_found' || code === 'clinical.visit_not_arrived') return undefined;
      throw error;
    }),
  );
  const { encounterId } = opened;
  const recorded = await physician.clinical.recordEncounter(
    { encounterId, content: contentOf(findings) },
    { version: opened.version },
  );
  await physician.clinical.signEncounter({ encounterId }, { version: recorded.version });
  return encounterId;
}

/** The visit ends and the patient leaves the desk. */
export async function finish(nurse: Desk, frontDesk: Desk, visit: Appointment): Promise<Appointment> {
  const done = await takeStep(nurse, visit, { action: 'finish-visit' });
  return takeStep(frontDesk, done, {
    action: 'check-out',
    chargesReviewed: true,
    balanceReviewed: true,
    nextVisit: 'not-needed',
  });
}
