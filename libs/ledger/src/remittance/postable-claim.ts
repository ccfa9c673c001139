import type { Cents, LocalDate } from '@spark-den/kernel';

/** A line of a claim of ours as posting sees it. */
export interface PostableLine {
  readonly chargeLineId: string;
  readonly lineControlNumber: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly chargeCents: Cents;
  readonly serviceDate: LocalDate;
}

/** A claim of ours, sent to one payer. */
export interface PostableClaim {
  readonly claimId: string;
  readonly patientControlNumber: string;
  readonly payerId: string;
  /** By which the payer may call itself in a remittance: EDI ids, tax id, name. */
  readonly payerIdentifiers: readonly string[];
  /** 1 where the payer was asked first. */
  readonly payerRank: number;
  /** Who is asked after this payer; `null`: the patient. */
  readonly nextPayerId: string | null;
  /** False where the law or the contract forbids it, as after Medicaid. */
  readonly patientMayBeBilled: boolean;
  readonly patientId: string;
  readonly guarantorId: string;
  readonly providerId: string;
  readonly locationId: string;
  readonly chargeCents: Cents;
  readonly lines: readonly PostableLine[];
}
