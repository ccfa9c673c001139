import { isLocalDate, type LocalDate } from '@spark-den/kernel';
import { eachSegment, type TransactionSegments } from '../held-transaction.ts';
import { component, element, type Segment } from '../segments/segment.ts';
import type { Collector } from './collector.ts';
import type { CodeLookup, CodeSet } from './finding.ts';
import { checkPlaces } from './places.ts';

interface Use {
  readonly set: CodeSet;
  readonly code: string;
  readonly element: number;
  readonly component?: number;
}

/** NPI check digits, states and countries, and codes of outside sets as of the date of service, if there is a look-up. */
export function checkCodes(
  transaction: TransactionSegments,
  lookup: CodeLookup | undefined,
  collector: Collector,
): void {
  const dates = lookup ? serviceDates(transaction) : [];
  let stretch = 0;
  eachSegment(transaction, (segment, position) => {
    checkNpi(segment, position, collector);
    checkPlaces(segment, position, collector);
    if (!lookup) return;
    while (position >= (dates[stretch + 1]?.from ?? Number.POSITIVE_INFINITY)) stretch += 1;
    for (const use of usesOf(segment)) {
      const answer = lookup.check(use.set, use.code, dates[stretch]?.date);
      if (answer === undefined || answer === 'valid') continue;
      const says = {
        unknown: 'is not in the set',
        'not-in-force': 'was not in force that day',
        'not-billable': 'is no billable code',
      }[answer];
      collector.add(segment, position, {
        code: `codes.${use.set}`,
        level: 'codes',
        message: `${use.code} ${says} (${use.set}).`,
        element: use.element,
        component: use.component,
        value: use.code,
        expected: `a code of ${use.set}`,
        ack: { ik3: '8', ik4: 'I6' },
      });
    }
  });
}

function checkNpi(segment: Segment, position: number, collector: Collector): void {
  const at =
    segment.id === 'NM1' && element(segment, 8) === 'XX'
      ? 9
      : segment.id === 'N1' && element(segment, 3) === 'XX'
        ? 4
        : 0;
  if (at === 0 || isNpi(element(segment, at))) return;
  collector.add(segment, position, {
    code: 'codes.npi',
    level: 'codes',
    message: 'The NPI has a wrong check digit.',
    element: at,
    value: element(segment, at),
    expected: 'ten digits with a right check digit',
    ack: { ik3: '8', ik4: 'I12' },
  });
}

/** Luhn over 80840 and the ten digits. */
export function isNpi(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  let sum = 24;
  for (let index = 0; index < 10; index += 1) {
    const digit = Number(text[index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Segments from a position on whose codes are judged by one date of service. */
interface Stretch {
  readonly from: number;
  date: LocalDate | undefined;
}

/** The stretches of a transaction: each claim has its first date of service, what stands around claims has none. */
function serviceDates(transaction: TransactionSegments): readonly Stretch[] {
  const stretches: Stretch[] = [{ from: 1, date: undefined }];
  eachSegment(transaction, (segment, position) => {
    if (BOUNDS.has(segment.id)) stretches.push({ from: position, date: undefined });
    const isDated = segment.id === 'DTP' || segment.id === 'DTM';
    const current = stretches.at(-1);
    if (isDated && current && SERVICE_DATES.has(element(segment, 1))) {
      current.date ??= dateOf(element(segment, segment.id === 'DTP' ? 3 : 2));
    }
  });
  return stretches;
}

const BOUNDS: ReadonlySet<string> = new Set(['CLM', 'CLP', 'HL', 'PLB', 'SE']);
const SERVICE_DATES: ReadonlySet<string> = new Set(['472', '150', '232', '434', '435']);

function dateOf(text: string): LocalDate | undefined {
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return isLocalDate(iso) ? iso : undefined;
}

function usesOf(segment: Segment): readonly Use[] {
  switch (segment.id) {
    case 'HI':
      return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap(at =>
        filled({
          set: /^BB[RQ]$/.test(component(segment, at, 1)) ? 'icd10pcs' : 'icd10cm',
          code: /^(AB[KFJ]|APR|BB[RQ])$/.test(component(segment, at, 1)) ? component(segment, at, 2) : '',
          element: at,
          component: 2,
        }),
      );
    case 'SV1':
      return [
        ...procedureUses(segment, 1),
        ...filled({ set: 'place-of-service', code: element(segment, 5), element: 5 }),
      ];
    case 'SVC':
      return [...procedureUses(segment, 1), ...procedureUses(segment, 6)];
    case 'SVD':
      return procedureUses(segment, 3);
    case 'CLM':
      return component(segment, 5, 2) === 'B'
        ? filled({ set: 'place-of-service', code: component(segment, 5, 1), element: 5, component: 1 })
        : [];
    case 'PRV':
      return element(segment, 2) === 'PXC'
        ? filled({ set: 'taxonomy', code: element(segment, 3), element: 3 })
        : [];
    case 'CAS':
      return [2, 5, 8, 11, 14, 17].flatMap(at =>
        filled({ set: 'carc', code: element(segment, at), element: at }),
      );
    case 'LQ':
      return element(segment, 1) === 'HE'
        ? filled({ set: 'rarc', code: element(segment, 2), element: 2 })
        : [];
    case 'MOA':
      return [3, 4, 5, 6, 7].flatMap(at => filled({ set: 'rarc', code: element(segment, at), element: at }));
    case 'STC':
      return [1, 10, 11].flatMap(at => [
        ...filled({
          set: 'claim-status-category',
          code: component(segment, at, 1),
          element: at,
          component: 1,
        }),
        ...filled({ set: 'claim-status', code: component(segment, at, 2), element: at, component: 2 }),
      ]);
    default:
      return [];
  }
}

function procedureUses(segment: Segment, at: number): readonly Use[] {
  if (component(segment, at, 1) !== 'HC') return [];
  return [
    ...filled({ set: 'hcpcs', code: component(segment, at, 2), element: at, component: 2 }),
    ...[3, 4, 5, 6].flatMap(part =>
      filled({ set: 'modifier', code: component(segment, at, part), element: at, component: part }),
    ),
  ];
}

function filled(use: Use): readonly Use[] {
  return use.code === '' ? [] : [use];
}
