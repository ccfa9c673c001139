import { formatCents, sumCents, type Cents, type LocalDate } from '@spark-den/kernel';
import type { Reference } from '../models/common.ts';
import type { ClaimFile, Person } from '../models/professional-claims.ts';
import { days, many, nameOf, namesOf, paragraph } from './text.ts';

/** What claims of all three kinds have in common. */
interface BilledClaim {
  readonly patientControlNumber: string;
  readonly charge: Cents;
  readonly frequency: string;
  /** The payer is asked what it would pay. */
  readonly predetermination?: true;
  readonly references?: readonly Reference[];
  readonly dates?: readonly {
    readonly qualifier: string;
    readonly date?: LocalDate;
    readonly until?: LocalDate;
  }[];
  readonly lines: readonly {
    readonly serviceFrom?: LocalDate;
    readonly serviceTo?: LocalDate;
    readonly serviceOn?: LocalDate;
  }[];
}

/** An 837P, 837I or 837D: who bills what, for whom and to whom. */
export function explainClaims<Claim extends BilledClaim>(name: string, value: ClaimFile<Claim>): string {
  const subscribers = value.billing.flatMap(billing => billing.subscribers);
  const claims = subscribers.flatMap(({ payer, subscriber, claims: own, dependants }) =>
    [{ patient: subscriber, claims: own }, ...dependants].flatMap(person =>
      person.claims.map(claim => ({ claim, patient: person.patient, payer: nameOf(payer.party, 'a payer') })),
    ),
  );
  const payers = namesOf(
    subscribers.map(({ payer }) => payer.party),
    'a payer',
  );
  const several = new Set(claims.map(({ payer }) => payer)).size > 1;
  const total = formatCents(sumCents(claims, ({ claim }) => claim.charge));
  const does = value.usage === 'RP' ? 'reports' : 'bills';
  const again = value.purpose === '18' ? ', sent again,' : '';
  const from = nameOf(value.submitter.party, 'a submitter');
  const lines = claims.map(
    ({ claim, patient, payer }) => claimLine(claim, patient) + (several ? `, to ${payer}` : ''),
  );
  return paragraph(
    `This ${name} from ${from}${again} ${does} ${many(claims.length, 'claim')} of ${total}${payers === '' ? '' : ` to ${payers}`}`,
    lines,
  );
}

function claimLine(claim: BilledClaim, patient: Person): string {
  const { patientControlNumber, charge, lines } = claim;
  const services = many(lines.length, 'service');
  return `claim ${patientControlNumber} of ${nameOf(patient.party, 'somebody')}${correctionOf(claim)}: ${formatCents(charge)} for ${services}${daysOf(claim)}`;
}

/** CLM05-3 with REF*F8, and CLM19. */
function correctionOf({ frequency, predetermination, references }: BilledClaim): string {
  const number = references?.find(({ qualifier }) => qualifier === 'F8')?.value ?? 'an earlier one';
  if (frequency === '7') return `, which replaces ${number}`;
  if (frequency === '8') return `, which voids ${number}`;
  return predetermination ? ', to be predetermined' : '';
}

/** From the first to the last day of service; of a bill without them its statement or service dates. */
function daysOf({ lines, dates }: BilledClaim): string {
  const own = lines.flatMap(({ serviceFrom, serviceTo, serviceOn }) => [serviceFrom, serviceTo, serviceOn]);
  const whole = dates?.find(({ qualifier }) => qualifier === '434' || qualifier === '472');
  const all = [...own, ...(own.some(Boolean) || !whole ? [] : [whole.date, whole.until])];
  const told = all.filter(date => date !== undefined).sort();
  return days(told[0], told.at(-1));
}
