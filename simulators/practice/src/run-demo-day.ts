import { addDays, localDate } from '@spark-den/kernel';
import { at } from './calendar.ts';
import { bookVisits, checkInAll, seeAll } from './demo-day/book-and-see.ts';
import { postCharges, sendClaims } from './demo-day/charge-and-claim.ts';
import {
  explainLedger,
  postRemittances,
  readDashboard,
  settlePatientShare,
  workDenial,
} from './demo-day/post-and-collect.ts';
import { registerPatients, verifyInsurance } from './demo-day/register-and-verify.ts';
import type { Figures, Scene } from './demo-day/scene.ts';
import { Outside } from './outside.ts';
import { proof } from './simulate-practice.ts';
import { Staff } from './staff.ts';
import type { SimulatedSystem } from './system.ts';

export interface DemoDay {
  readonly steps: readonly { readonly step: number; readonly name: string; readonly figures: Figures }[];
  readonly invariants: Readonly<Record<string, boolean>>;
  readonly ok: boolean;
}

/** A Monday on which both providers work at different locations. */
const DAY = localDate('2026-03-09');

/** One practice lives one day, from the first registration to a balance of zero, and on until its payers have settled. */
export async function runDemoDay(
  system: SimulatedSystem,
  progress: (line: string) => void = () => {},
): Promise<DemoDay> {
  await system.setClock(at(DAY, 7 * 60));
  const staff = new Staff(system);
  const [frontDesk, nurse, biller, manager] = await Promise.all([
    staff.frontDesk(),
    staff.nurse(),
    staff.biller(),
    staff.manager(),
  ]);
  const scene: Scene = {
    system,
    staff,
    outside: new Outside(system),
    frontDesk,
    nurse,
    biller,
    manager,
    date: DAY,
    clock: (minutes, daysLater = 0) => system.setClock(at(addDays(DAY, daysLater), minutes)),
  };
  const steps: { step: number; name: string; figures: Figures }[] = [];
  const done = (name: string, figures: Figures) => {
    steps.push({ step: steps.length + 1, name, figures });
    progress(`${steps.length}. ${name}`);
  };
  const { patients, figures: registered } = await registerPatients(scene);
  done('Register', registered);
  done('Insurance', await verifyInsurance(scene, patients));
  const booked = await bookVisits(scene, patients);
  done('Book', booked.figures);
  const present = await checkInAll(scene, booked.visits);
  done('Check in', present.figures);
  const seen = await seeAll(scene, present.visits);
  done('See', seen.figures);
  const charged = await postCharges(scene, seen.encounterIds);
  done('Charge', charged.figures);
  done('Claim', await sendClaims(scene, patients, charged.chargeIds));
  const evening = await readDashboard(scene);
  done('Post', await postRemittances(scene));
  done('Ledger', await explainLedger(scene, patients));
  done("Patient's share", await settlePatientShare(scene, patients));
  done('Denial', await workDenial(scene, patients));
  await readDashboard(scene);
  done('Dashboard', evening);
  return { steps, ...(await proof(biller)) };
}
