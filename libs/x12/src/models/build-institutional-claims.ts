import type { TransactionDraft } from '../segments/interchange.ts';
import type { ElementDraft, SegmentDraft } from '../segments/writer.ts';
import { claimFileSegments } from './build-claim-file.ts';
import { claimLoops, lineLoops, placeElement } from './build-claim-parts.ts';
import { amountSegment, decimal, dtp, procedureElement, referenceSegment, when, ymd } from './drafting.ts';
import type {
  BillDate,
  CodedDiagnosis,
  DatedCode,
  InstitutionalClaim,
  InstitutionalClaims,
  InstitutionalLine,
} from './institutional-claims.ts';
import { shortest } from './reading.ts';

const GUIDE = '837I';
export const INSTITUTIONAL_VERSION = '005010X223A2';
const CLAIM_PROVIDERS = ['71', '72', 'ZZ', '82', '77', 'DN'];
const LINE_PROVIDERS = ['72', 'ZZ', '82', 'DN'];

/** Writes an 837I; put it into a group `HC` of `writeInterchange` with `INSTITUTIONAL_VERSION`. */
export function buildInstitutionalClaims(model: InstitutionalClaims, control: string): TransactionDraft {
  return {
    set: '837',
    control,
    version: INSTITUTIONAL_VERSION,
    segments: claimFileSegments(model, GUIDE, claimSegments),
  };
}

function claimSegments(claim: InstitutionalClaim): SegmentDraft[] {
  return claimLoops(claim, GUIDE, CLAIM_PROVIDERS, informationSegments(claim), lineSegments);
}

/** 2300 itself. */
function informationSegments(claim: InstitutionalClaim): SegmentDraft[] {
  const { type, source, patientStatus } = claim.admission;
  return [
    [
      'CLM',
      claim.patientControlNumber,
      decimal(claim.charge),
      undefined,
      undefined,
      placeElement(claim.facilityType, 'A', claim.frequency),
      undefined,
      claim.assignment,
      claim.benefitsAssigned,
      claim.releaseOfInformation,
      ...Array<undefined>(10).fill(undefined),
      claim.delayReason,
    ],
    ...claim.dates.map(dateSegment),
    ...(type === '' && patientStatus === '' ? [] : [['CL1', type, source, patientStatus] as const]),
    ...when(claim.estimatedPatientAmount, amount => ['AMT', 'F3', decimal(amount)]),
    ...(claim.references ?? []).map(referenceSegment),
    ...(claim.notes ?? []).map(note => ['NTE', note.code, note.text] as const),
    ...codeSegments(claim),
  ];
}

function dateSegment(entry: BillDate): SegmentDraft {
  return 'date' in entry ? dtp(entry) : ['DTP', entry.qualifier, 'TM', entry.time];
}

/** The HI segments, in the order of the guide. */
function codeSegments(claim: InstitutionalClaim): SegmentDraft[] {
  const { admittingDiagnosis, drg, procedures = [] } = claim;
  const [principal, ...others] = procedures;
  return [
    ...(claim.principalDiagnosis.code === ''
      ? []
      : [['HI', diagnosis('ABK', claim.principalDiagnosis)] as const]),
    ...when(admittingDiagnosis, code => ['HI', ['ABJ', code]]),
    ...rows(claim.reasonsForVisit, code => ['APR', code]),
    ...rows(claim.externalCauses, entry => diagnosis('ABN', entry)),
    ...when(drg, code => ['HI', ['DR', code]]),
    ...rows(claim.otherDiagnoses, entry => diagnosis('ABF', entry)),
    ...when(principal, entry => ['HI', dated('BBR', entry)]),
    ...rows(others, entry => dated('BBQ', entry)),
    ...rows(claim.occurrenceSpans, entry => dated('BI', entry)),
    ...rows(claim.occurrences, entry => dated('BH', entry)),
    ...rows(claim.values, ({ code, amount }) => ['BE', code, undefined, undefined, decimal(amount)]),
    ...rows(claim.conditions, code => ['BG', code]),
  ];
}

/** Twelve to a segment. */
function rows<T>(entries: readonly T[] | undefined, draft: (entry: T) => ElementDraft): SegmentDraft[] {
  const segments: SegmentDraft[] = [];
  for (let at = 0; at < (entries?.length ?? 0); at += 12) {
    segments.push(['HI', ...(entries ?? []).slice(at, at + 12).map(draft)]);
  }
  return segments;
}

function diagnosis(qualifier: string, { code, presentOnAdmission }: CodedDiagnosis): ElementDraft {
  return [qualifier, code, ...Array<undefined>(6).fill(undefined), presentOnAdmission];
}

function dated(qualifier: string, { code, date, until }: DatedCode): ElementDraft {
  return until === undefined
    ? [qualifier, code, 'D8', ymd(date)]
    : [qualifier, code, 'RD8', `${ymd(date)}-${ymd(until)}`];
}

function lineSegments(line: InstitutionalLine, number: number): SegmentDraft[] {
  return lineLoops(line, GUIDE, LINE_PROVIDERS, serviceSegments(line, number));
}

/** 2400 itself. */
function serviceSegments(line: InstitutionalLine, number: number): SegmentDraft[] {
  return [
    ['LX', String(number)],
    [
      'SV2',
      line.revenueCode,
      line.procedure && procedureElement(line.procedure),
      decimal(line.charge),
      line.unit,
      shortest(line.quantity),
      undefined,
      line.nonCovered === undefined ? undefined : decimal(line.nonCovered),
    ],
    ...when(line.serviceFrom, date => dtp({ qualifier: '472', date, until: line.serviceTo })),
    ...when(line.controlNumber, value => ['REF', '6R', value]),
    ...(line.references ?? []).map(referenceSegment),
    ...(line.amounts ?? []).map(amountSegment),
  ];
}
