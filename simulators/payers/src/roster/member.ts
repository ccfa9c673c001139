import type { LocalDate } from '@spark-den/kernel';

/** The three payers behind the clearinghouse, by their EDI id. */
export const PAYER_IDS = { cascade: 'CASMU01', federal: 'FEDPB02', state: 'STMED03' } as const;
export type PayerId = (typeof PAYER_IDS)[keyof typeof PAYER_IDS];

/**
 * What makes a member's claims worth a test.
 * `underpaid-first` and `overpaid-first`: the payer errs, then reverses and corrects.
 */
export type Quirk = 'system-down' | 'underpaid-first' | 'overpaid-first';

export interface MemberCoverage {
  readonly payerId: PayerId;
  readonly memberId: string;
  /** 1 pays first. */
  readonly rank: number;
  readonly planName: string;
  readonly groupNumber?: string;
  readonly startsOn: LocalDate;
  /** Last day of cover, inclusive; undefined while it runs. */
  readonly endsOn?: LocalDate;
}

/** A fictional person whom the payers know. Always the subscriber of their own coverage. */
export interface Member {
  readonly number: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: LocalDate;
  readonly sex: 'F' | 'M';
  readonly address: {
    readonly line1: string;
    readonly city: string;
    readonly state: string;
    readonly zip: string;
  };
  readonly phone: string;
  readonly email: string;
  readonly coverages: readonly MemberCoverage[];
  /** Per cent of each year's deductible that care elsewhere has used up before we see the member. */
  readonly deductibleUsed: number;
  readonly quirk?: Quirk;
}

export function coverageWith(member: Member, payerId: string): MemberCoverage | undefined {
  return member.coverages.find(coverage => coverage.payerId === payerId);
}

export function isCoveredOn(coverage: MemberCoverage, date: LocalDate): boolean {
  return coverage.startsOn <= date && (coverage.endsOn === undefined || date <= coverage.endsOn);
}
