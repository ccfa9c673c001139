import { centsToDecimal, sumCents, type LocalDate } from '@spark-den/kernel';
import type { SegmentDraft } from '@spark-den/x12/segments';
import type { Claim } from '../adjudication/claim.ts';
import { compact } from '../clearinghouse/envelope.ts';
import type { StatusCode } from '../intake/front-end.ts';

/** One claim's answer: accepted when the category is A1 or A2. */
export interface ClaimAnswer {
  readonly claim: Claim;
  readonly statuses: readonly [StatusCode, ...StatusCode[]];
  /** The payer's number, once it has given one. */
  readonly icn?: string;
}

export interface AcknowledgementHeader {
  readonly source: { readonly entity: 'PR' | 'AY'; readonly name: string; readonly id: string };
  readonly submitter: { readonly id: string; readonly name: string };
  /** BHT03 of the 837 that is answered. */
  readonly batchReference: string;
  readonly reference: string;
  readonly date: LocalDate;
  readonly time: string;
}

/** A 277CA: who took which claims of a batch into their books, and why not the others. */
export function write277ca(header: AcknowledgementHeader, answers: readonly ClaimAnswer[]): SegmentDraft[] {
  const date = compact(header.date);
  const accepted = answers.filter(isTaken);
  const rejected = answers.filter(answer => !isTaken(answer));
  const providers = [...new Set(answers.map(({ claim }) => claim.billing.npi))];
  const entity = header.source.entity;
  return [
    ['BHT', '0085', '08', header.reference, date, header.time.replace(':', ''), 'TH'],
    ['HL', '1', undefined, '20', '1'],
    [
      'NM1',
      entity,
      '2',
      header.source.name,
      undefined,
      undefined,
      undefined,
      undefined,
      entity === 'PR' ? 'PI' : '46',
      header.source.id,
    ],
    ['TRN', '1', header.reference],
    ['DTP', '050', 'D8', date],
    ['DTP', '009', 'D8', date],
    ['HL', '2', '1', '21', '1'],
    [
      'NM1',
      '41',
      '2',
      header.submitter.name,
      undefined,
      undefined,
      undefined,
      undefined,
      '46',
      header.submitter.id,
    ],
    ['TRN', '2', header.batchReference],
    ['STC', ['A1', '19', entity], date, 'WQ', total(answers)],
    ...count('90', accepted),
    ...count('AA', rejected),
    ...sum('YU', accepted),
    ...sum('YY', rejected),
    ...providers.flatMap((npi, index) =>
      providerSegments(
        npi,
        index,
        answers.filter(({ claim }) => claim.billing.npi === npi),
        providers,
        answers,
        date,
        entity,
      ),
    ),
  ];
}

export function isTaken(answer: ClaimAnswer): boolean {
  return answer.statuses.every(({ category }) => category === 'A1' || category === 'A2');
}

function providerSegments(
  npi: string,
  index: number,
  answers: readonly ClaimAnswer[],
  providers: readonly string[],
  everything: readonly ClaimAnswer[],
  date: string,
  entity: string,
): SegmentDraft[] {
  const before = everything.filter(({ claim }) => providers.indexOf(claim.billing.npi) < index).length;
  const level = 3 + index + before;
  const accepted = answers.filter(isTaken);
  return [
    ['HL', String(level), '2', '19', '1'],
    ['NM1', '85', '2', answers[0]?.claim.billing.name, undefined, undefined, undefined, undefined, 'XX', npi],
    ['TRN', '1', '0'],
    ['STC', ['A1', '19', entity], undefined, 'WQ', total(answers)],
    ...count('QA', accepted),
    ...count(
      'QC',
      answers.filter(answer => !isTaken(answer)),
    ),
    ...answers.flatMap((answer, place) => claimSegments(answer, level + 1 + place, level, date)),
  ];
}

function claimSegments(answer: ClaimAnswer, level: number, parent: number, date: string): SegmentDraft[] {
  const { claim, statuses } = answer;
  const action = isTaken(answer) ? 'WQ' : 'U';
  const [main, second, third] = statuses.map(({ category, code, entity }) => [category, code, entity]);
  const served = compact(claim.lines[0]?.serviceDate ?? '');
  return [
    ['HL', String(level), String(parent), 'PT'],
    [
      'NM1',
      'QC',
      '1',
      claim.patient.lastName,
      claim.patient.firstName,
      undefined,
      undefined,
      undefined,
      'MI',
      claim.memberId,
    ],
    ['TRN', '2', claim.pcn],
    [
      'STC',
      main,
      date,
      action,
      centsToDecimal(claim.totalCents),
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      second,
      third,
    ],
    ...(answer.icn ? ([['REF', '1K', answer.icn]] as const) : []),
    ['DTP', '472', 'D8', served],
  ];
}

function total(answers: readonly ClaimAnswer[]): string {
  return centsToDecimal(sumCents(answers, ({ claim }) => claim.totalCents));
}

function count(qualifier: string, answers: readonly ClaimAnswer[]): SegmentDraft[] {
  return answers.length > 0 ? [['QTY', qualifier, String(answers.length)]] : [];
}

function sum(qualifier: string, answers: readonly ClaimAnswer[]): SegmentDraft[] {
  return answers.length > 0 ? [['AMT', qualifier, total(answers)]] : [];
}
