import { addDays, instant, type LocalDate } from '@spark-den/kernel';
import type { Member } from '@spark-den/payers-simulator/roster';
import { at } from './calendar.ts';
import { allOf } from './billing-office.ts';
import { coverageFields, type RegisteredPatient } from './front-desk.ts';
import type { Desk } from './staff.ts';

/** One of so many new patients left the insurance card at home. */
const ONE_OF = 20;
const COMES_AFTER_DAYS = 2;

/** New patients without their card: seen as self-pay, covered once they bring it, and billed the day after. */
export class LateCards {
  readonly #patients: Map<number, RegisteredPatient>;
  readonly #awaited = new Map<number, { readonly member: Member; readonly from: LocalDate }>();

  constructor(patients: Map<number, RegisteredPatient>) {
    this.#patients = patients;
  }

  /** The member as the desk can register them today. */
  atTheDesk(member: Member, today: LocalDate): Member {
    if (member.number % ONE_OF !== 0 || member.coverages.length === 0) return member;
    this.#awaited.set(member.number, { member, from: addDays(today, COMES_AFTER_DAYS) });
    return { ...member, coverages: [] };
  }

  /** The desk enters the cards that are there by now. */
  async enter(desk: Desk, today: LocalDate): Promise<void> {
    for (const [number, { member, from }] of this.#awaited) {
      const patient = this.#patients.get(number);
      if (!patient || from > today) continue;
      const coverageIds: string[] = [];
      for (const coverage of member.coverages) {
        const { patientId } = patient;
        const added = await desk.patients.addCoverage({ patientId, coverage: coverageFields(coverage) });
        coverageIds.push(added.coverageId);
      }
      this.#patients.set(number, { ...patient, member, coverageIds });
      this.#awaited.delete(number);
    }
  }
}

/** Bills what turned out to be covered before today. @returns the charges */
export async function billCoveredLater(biller: Desk, today: LocalDate): Promise<string[]> {
  const covered = await allOf(cursor =>
    biller.billing.listCharges({ coveredLater: true, limit: 200, ...(cursor ? { cursor } : {}) }),
  );
  const due = covered.filter(
    ({ coveredLaterAt }) => coveredLaterAt !== null && instant(coveredLaterAt) < at(today, 0),
  );
  for (const { chargeId, version } of due) await biller.billing.billInsurer({ chargeId }, { version });
  return due.map(charge => charge.chargeId);
}
