import type { z } from 'zod';
import type { EligibilityAnswer, WireBenefit } from '@spark-den/contracts/integration/types';
import type {
  Benefit,
  BenefitConflict,
  EligibilityStatus,
} from '@spark-den/contracts/patients/coverage-types';
import type { LocalDate } from '@spark-den/kernel';
import { kindOf, labelOf } from './benefit-labels.ts';
import { rejection } from './rejections.ts';

type Answer = z.output<typeof EligibilityAnswer>;
type BenefitInput = z.input<typeof Benefit>;

export interface Interpretation {
  readonly status: EligibilityStatus;
  readonly planName: string | null;
  readonly planFrom: LocalDate | null;
  readonly planTo: LocalDate | null;
  readonly benefits: BenefitInput[];
  readonly conflicts: z.input<typeof BenefitConflict>[];
  readonly rejections: ReturnType<typeof rejection>[];
  readonly notices: string[];
}

const PLAN = '30';
const ACTIVE = new Set(['1', '2', '3', '4', '5']);
const INACTIVE = new Set(['6', '7', '8']);

/** What a 271 says about a date of service (DOMAIN.md A.3). What it does not say stays unknown. */
export function interpretAnswer(answer: Answer, serviceDate: LocalDate): Interpretation {
  const rejections = answer.rejections.map(({ code, followUp }) => rejection(code, followUp));
  const dates = planDates(answer);
  const planRows = answer.benefits.filter(isAboutPlan);
  const active = planRows.filter(({ code }) => ACTIVE.has(code));
  const inactive = planRows.filter(({ code }) => INACTIVE.has(code));
  const notices = noticesOf(answer);
  const conflicts = conflictsOf(answer.benefits);
  if (active.length > 0 && inactive.length > 0) {
    conflicts.push({
      text: 'The payer says both active and inactive for the plan. Call the payer.',
      positions: [...active, ...inactive].map(({ segment }) => segment.position),
    });
  }
  return {
    status: statusOf({ answer, active, inactive, dates, serviceDate }),
    planName: active.map(({ planDescription }) => planDescription).find(name => name !== null) ?? null,
    planFrom: dates?.from ?? null,
    planTo: dates?.to ?? null,
    benefits: answer.benefits.map(toBenefit),
    conflicts,
    rejections,
    notices,
  };
}

interface StatusFacts {
  readonly answer: Answer;
  readonly active: readonly WireBenefit[];
  readonly inactive: readonly WireBenefit[];
  readonly dates: { from: LocalDate; to: LocalDate | null } | undefined;
  readonly serviceDate: LocalDate;
}

/** A refusal by AAA, a contradiction or a silence is unknown, never inactive. */
function statusOf({ answer, active, inactive, dates, serviceDate }: StatusFacts): EligibilityStatus {
  if (answer.rejections.length > 0) return 'unknown';
  if (answer.benefits.some(({ code }) => code === 'V')) return 'unknown';
  if (active.length > 0 && inactive.length > 0) return 'unknown';
  if (active.length > 0) {
    if (answer.benefits.some(({ code }) => code === 'Y')) return 'inactive';
    return dates && !isWithin(dates, serviceDate) ? 'inactive' : 'active';
  }
  return inactive.length > 0 ? 'inactive' : 'unknown';
}

/** Plan level: service type 30, or none said. An EB*6 for one carved-out service does not end the plan. */
function isAboutPlan({ serviceTypeCodes }: WireBenefit): boolean {
  return serviceTypeCodes.length === 0 || serviceTypeCodes.includes(PLAN);
}

/** Plan 291, eligibility 307, or begin 346 and end 347; of the answer, else of its first active row. */
function planDates(answer: Answer): { from: LocalDate; to: LocalDate | null } | undefined {
  const row = answer.benefits.find(benefit => isAboutPlan(benefit) && ACTIVE.has(benefit.code));
  const all = [...answer.dates, ...(row?.dates ?? [])];
  const span = all.find(({ qualifier }) => qualifier === '291' || qualifier === '307');
  if (span) return { from: span.from, to: span.to };
  const begin = all.find(({ qualifier }) => qualifier === '346');
  const end = all.find(({ qualifier }) => qualifier === '347');
  return begin ? { from: begin.from, to: begin.to ?? end?.from ?? null } : undefined;
}

/** A single date means "from then on". */
function isWithin(dates: { from: LocalDate; to: LocalDate | null }, date: LocalDate): boolean {
  return dates.from <= date && (dates.to === null || date <= dates.to);
}

function toBenefit(wire: WireBenefit): BenefitInput {
  return {
    kind: kindOf(wire.code),
    code: wire.code,
    label: labelOf(wire),
    serviceTypeCodes: wire.serviceTypeCodes,
    coverageLevel: wire.coverageLevel,
    insuranceType: wire.insuranceType,
    planDescription: wire.planDescription,
    period: wire.period,
    isRemaining: wire.period === '29' || wire.period === '33',
    amountCents: wire.amountCents,
    patientShare: wire.fraction,
    quantity: wire.quantity,
    authorizationRequired:
      wire.authorizationRequired === 'Y' ? 'yes' : wire.authorizationRequired === 'N' ? 'no' : 'unknown',
    network: networkOf(wire.inNetwork),
    procedureCode: wire.procedureCode,
    messages: wire.messages,
    segment: wire.segment,
  };
}

function networkOf(inNetwork: WireBenefit['inNetwork']): BenefitInput['network'] {
  if (inNetwork === 'Y') return 'in';
  if (inNetwork === 'N') return 'out';
  return inNetwork === 'W' ? 'both' : 'not-stated';
}

/** Two rows about the very same thing with other figures: both are kept, and the contradiction is shown. */
function conflictsOf(benefits: readonly WireBenefit[]): z.input<typeof BenefitConflict>[] {
  const groups = new Map<string, WireBenefit[]>();
  for (const benefit of benefits.filter(
    ({ amountCents, fraction }) => amountCents !== null || fraction !== null,
  )) {
    const {
      code,
      coverageLevel,
      serviceTypeCodes,
      insuranceType,
      period,
      inNetwork,
      procedureCode,
      messages,
    } = benefit;
    const key = JSON.stringify([
      code,
      coverageLevel,
      [...serviceTypeCodes].sort(),
      insuranceType,
      period,
      inNetwork,
      procedureCode,
      messages,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), benefit]);
  }
  return [...groups.values()].flatMap(rows => {
    const figures = new Set(rows.map(({ amountCents, fraction }) => `${amountCents}/${fraction}`));
    const [first] = rows;
    if (figures.size < 2 || !first) return [];
    return [
      {
        text: `The payer gives ${figures.size} different figures for: ${labelOf(first)}`,
        positions: rows.map(({ segment }) => segment.position),
      },
    ];
  });
}

function noticesOf(answer: Answer): string[] {
  const has = (code: string) => answer.benefits.some(benefit => benefit.code === code);
  const others = answer.benefits.filter(
    ({ code, related }) => ['R', 'U', 'MC'].includes(code) && related.length > 0,
  );
  return [
    ...others.map(
      ({ related }) =>
        `Another payer is named: ${related.map(({ name }) => name).join(', ')}. Ask whom to bill first.`,
    ),
    ...(has('Y') ? ['The spend-down is not met: the patient is not yet covered.'] : []),
    ...(has('5') ? ['Active while the payer still investigates.'] : []),
    ...(answer.benefits.some(({ authorizationRequired }) => authorizationRequired === 'Y')
      ? ['Some services need an authorization; see the benefits.']
      : []),
  ];
}
