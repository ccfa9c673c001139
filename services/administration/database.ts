import type {
  Equipment,
  FeeSchedule,
  Location,
  Payer,
  Plan,
  Practice,
  Provider,
  Room,
} from '@spark-den/contracts/administration/types';
import type { Cents } from '@spark-den/kernel';
import type { Context } from '@spark-den/service-kit';

type OfPractice<T> = T & { practiceId: string };

/** Rows have the contract's names; addresses, profiles and methods are JSON. */
export interface AdministrationDatabase {
  practice: Omit<Practice, 'id'> & { practiceId: string };
  location: OfPractice<Location>;
  provider: OfPractice<Provider>;
  room: OfPractice<Room>;
  equipment: OfPractice<Equipment>;
  payer: OfPractice<Payer>;
  plan: OfPractice<Plan>;
  feeSchedule: OfPractice<Omit<FeeSchedule, 'items'>>;
  feeItem: {
    practiceId: string;
    feeScheduleId: string;
    code: string;
    modifiers: string;
    label: string;
    amountCents: Cents;
  };
}

export type AdministrationContext = Context<AdministrationDatabase>;
