import type { Appointment } from '@spark-den/contracts/scheduling/types';
import { AppError, type Instant, type LocalDate } from '@spark-den/kernel';
import { PAYER_IDS, type Member, type MemberCoverage } from '@spark-den/payers-simulator/roster';
import { demoIds } from './demo-practice.ts';
import type { Outside } from './outside.ts';
import type { Desk } from './staff.ts';
import { until } from './wait.ts';

const PAYERS = {
  [PAYER_IDS.cascade]: demoIds.payer(1),
  [PAYER_IDS.federal]: demoIds.payer(2),
  [PAYER_IDS.state]: demoIds.payer(3),
} as const;

const CONSENTS = [
  'treatment',
  'privacy-notice',
  'financial-responsibility',
  'assignment-of-benefits',
] as const;

export interface RegisteredPatient {
  readonly patientId: string;
  readonly member: Member;
  readonly coverageIds: readonly string[];
}

/** What the registration form would hold for this person. */
export function registrationOf(member: Member, today: LocalDate) {
  return {
    demographics: {
      name: { family: member.lastName, given: member.firstName },
      birthDate: member.birthDate,
      sex: member.sex === 'F' ? ('female' as const) : ('male' as const),
      phones: [{ use: 'mobile' as const, number: member.phone }],
      email: member.email,
      address: {
        line1: member.address.line1,
        city: member.address.city,
        state: member.address.state,
        postalCode: member.address.zip,
      },
    },
    consents: CONSENTS.map(kind => ({
      kind,
      status: 'given' as const,
      signedOn: today,
      signedBy: `${member.firstName} ${member.lastName}`,
      source: 'tablet' as const,
    })),
    coverages: member.coverages.map(coverageFields),
  };
}

export function coverageFields(coverage: MemberCoverage) {
  return {
    payerId: PAYERS[coverage.payerId],
    memberId: coverage.memberId,
    planName: coverage.planName,
    groupNumber: coverage.groupNumber ?? null,
    relationship: 'self' as const,
    rank: coverage.rank,
    validFrom: coverage.startsOn,
    validTo: null,
  };
}

/** Registers a person, after looking at whoever seems to be the same; verifies who they are. */
export async function register(desk: Desk, member: Member, today: LocalDate): Promise<RegisteredPatient> {
  const form = registrationOf(member, today);
  const { patientId } = await desk.patients.registerPatient(form).catch((error: unknown) =>
    desk.patients.registerPatient({
      ...form,
      duplicateDecision: {
        decision: 'different-person',
        consideredPatientIds: candidatesOf(error),
        reason: 'Different birth date and photo identification',
      },
    }),
  );
  await desk.patients.verifyIdentity({ patientId, method: 'photo-id' });
  const { items } = await desk.patients.listCoverages({ patientId });
  return {
    patientId,
    member,
    coverageIds: [...items].sort((a, b) => a.rank - b.rank).map(coverage => coverage.id),
  };
}

/** Who stood in the way of a registration. @throws what is not about duplicates */
function candidatesOf(error: unknown): string[] {
  if (!(error instanceof AppError) || error.code !== 'patients.likely_duplicate') throw error;
  const { candidates } = error.fields as { candidates: readonly { readonly patientId: string }[] };
  return candidates.map(candidate => candidate.patientId);
}

export function probeOf(member: Member) {
  return {
    family: member.lastName,
    given: member.firstName,
    birthDate: member.birthDate,
    phones: [member.phone],
    line1: member.address.line1,
    postalCode: member.address.zip,
  };
}

export async function verifyCoverages(desk: Desk, patient: RegisteredPatient, serviceDate: LocalDate) {
  const checks = [];
  for (const coverageId of patient.coverageIds) {
    checks.push(await desk.patients.checkEligibility({ coverageId, serviceDate }));
  }
  return checks;
}

export interface Wish {
  readonly appointmentTypeId: string;
  readonly providerId: string;
  readonly locationId: string;
  readonly start: Instant;
  /** Left out: whichever fits. */
  readonly roomId?: string;
}

export function book(desk: Desk, patientId: string, wish: Wish): Promise<Appointment> {
  return until('scheduling knows the patient', async () =>
    desk.scheduling.bookAppointment({ patientId, ...wish }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'scheduling.patient_not_found') return undefined;
      throw error;
    }),
  );
}

export type Tender = 'cash' | 'card';

/** Takes what the plan asks for a visit. @returns the receipt's id */
export async function collectCopay(
  desk: Desk,
  outside: Outside,
  visit: Appointment,
  amountCents: number,
  tender: Tender,
): Promise<string> {
  const { appointmentId, patientId } = visit;
  if (tender === 'cash') {
    const receipt = await desk.billing.collectCopay({ patientId, appointmentId, tender, amountCents });
    return receipt.receiptId;
  }
  return payByCard(desk, outside, { patientId, appointmentId, purpose: 'copay', amountCents });
}

/** Opens the processor's page, lets the patient pay there, and waits until the processor has told us. */
export async function payByCard(
  desk: Desk,
  outside: Outside,
  payment: { patientId: string; appointmentId?: string; purpose: 'copay' | 'balance'; amountCents: number },
): Promise<string> {
  const { checkoutId, redirectUrl } = await desk.billing.createCardCheckout({
    ...payment,
    returnPath: '/payments',
  });
  if (!redirectUrl) throw new Error('the card processor gave no page');
  await outside.payOnPage(redirectUrl);
  return until(
    'the card payment arrives',
    async () => (await desk.billing.getCardCheckout({ checkoutId })).receiptId,
  );
}

type Step = Parameters<Desk['scheduling']['transitionAppointment']>[0]['step'];

/** Takes a visit's next step; its present version is read first when the desk does not hold it. */
export function takeStep(
  desk: Desk,
  visit: Pick<Appointment, 'appointmentId' | 'version'>,
  step: Step,
): Promise<Appointment> {
  const { appointmentId, version } = visit;
  return desk.scheduling.transitionAppointment({ appointmentId, step, source: 'simulator' }, { version });
}

/** Checks a patient in; a gate that cannot be satisfied is passed with a reason, as the desk would. */
export async function checkIn(
  desk: Desk,
  visit: Appointment,
  copayReceipt: string | undefined,
): Promise<Appointment> {
  const { gates } = await desk.scheduling.checkInStatus({ appointmentId: visit.appointmentId });
  const passed = gates.map(({ gate, state, finding }) => {
    if (gate === 'copay' && copayReceipt)
      return { gate, outcome: 'satisfied' as const, evidence: copayReceipt };
    if (state === 'satisfied') return { gate, outcome: 'satisfied' as const, evidence: finding };
    if (gate === 'identity') return { gate, outcome: 'satisfied' as const, evidence: 'photo-id' };
    return { gate, outcome: 'overridden' as const, reason: REASONS[gate] };
  });
  return takeStep(desk, visit, { action: 'check-in', gates: passed });
}

const REASONS = {
  identity: 'Known to staff',
  coverage: 'Patient is told that the plan has not confirmed cover',
  consent: 'Forms are being signed in the room',
  copay: 'No copay for this visit',
} as const;
