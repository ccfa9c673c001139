import { simulatePractice } from '@spark-den/practice-simulator';
import type { RunningSystem } from './system.ts';

/** Ten working days of Harbor Point, lived through the public API, that end yesterday, and the next days' bookings. */
export async function seedDemo(system: RunningSystem, progress: (line: string) => void): Promise<void> {
  await simulatePractice({
    system,
    days: 10,
    providers: 2,
    seed: 7,
    visitsPerProvider: 6,
    endsYesterday: true,
    progress,
  });
}
