import { boundsOf, type TransactionSegments } from '../held-transaction.ts';
import { isVersionOfOther } from '../guides/guides.ts';
import type { Group, Interchange } from '../interchange-file.ts';
import { ISA_WIDTHS } from '../segments/delimiters.ts';
import type { ReadProblem } from '../segments/reader.ts';
import { element, type Segment } from '../segments/segment.ts';
import type { Collector, Remark } from './collector.ts';
import type { ControlNumbers } from './control-numbers.ts';
import { checkGroupHeader, checkSurplus, type Say } from './control-segments.ts';
import { isDate, isTime } from './dates.ts';
import type { Finding } from './finding.ts';

const QUALIFIERS = ['01', '14', '20', '27', '28', '29', '30', '33', 'ZZ'];

/** What is wrong with the bytes themselves. Only the very last terminator of a file missing is harmless. */
export function checkReading(
  problems: readonly ReadProblem[],
  last: Interchange | undefined,
  collector: Collector,
): void {
  for (const { code, message, offset } of problems) {
    const endsInTrailer = code === 'unterminated-segment' && last?.trailer?.offset === offset;
    collector.addAsIs({
      code: `read.${code}`,
      level: 'envelope',
      severity: code === 'stray-data' || endsInTrailer ? 'warning' : 'error',
      message,
      loop: '',
      segment: code.startsWith('isa') || code === 'no-interchange' ? 'ISA' : '',
      position: 1,
      offset,
      ack: { ta1: '022' },
    });
  }
}

/** ISA, IEA, GS, GE and their counts and numbers. */
export function checkInterchange(interchange: Interchange, collector: Collector): void {
  const { header, trailer } = interchange;
  const say = (segment: Segment, remark: Remark) =>
    collector.add(segment, interchange.positions.get(segment) ?? 1, { level: 'envelope', ...remark });
  checkHeader(header, say);
  if (!trailer) {
    say(lastOf(interchange), {
      code: 'iea.missing',
      message: 'The interchange has no IEA.',
      ack: { ta1: '023' },
    });
  } else {
    agree(say, trailer, 2, interchange.control, 'iea.control', 'IEA02 differs from ISA13.', { ta1: '001' });
    const count = interchange.groups.filter(group => group.header).length;
    agree(say, trailer, 1, String(count), 'iea.count', 'IEA01 is not the number of groups.', { ta1: '021' });
    checkSurplus(trailer, say, { ta1: '022' });
  }
  checkStray(interchange, 'group', say, { ta1: '022' });
  const seen = new Set<string>();
  for (const group of interchange.groups) {
    checkGroup(group, interchange, say);
    if (group.header && seen.has(group.control)) {
      say(group.header, {
        code: 'gs.duplicate',
        message: 'Two groups have the same GS06.',
        element: 6,
        value: group.control,
        ack: { ak9: '19' },
      });
    }
    seen.add(group.control);
  }
}

function checkHeader(header: Segment, say: Say): void {
  const text = (index: number) => element(header, index);
  ISA_WIDTHS.forEach((width, at) => {
    const value = text(at + 1);
    if (at !== 15 && value.length !== width) {
      say(header, {
        code: 'isa.width',
        message: `ISA${String(at + 1).padStart(2, '0')} has ${value.length} characters instead of ${width}.`,
        element: at + 1,
        value,
        expected: `${width} characters`,
        ack: { ta1: '022' },
      });
    }
  });
  const wrong = (
    index: number,
    code: string,
    message: string,
    expected: string,
    ta1: string,
    severity?: 'warning',
  ) => say(header, { code, message, element: index, value: text(index), expected, ack: { ta1 }, severity });
  for (const index of [5, 7]) {
    if (!QUALIFIERS.includes(text(index))) {
      wrong(
        index,
        'isa.qualifier',
        `ISA0${index} is no known qualifier.`,
        QUALIFIERS.join(', '),
        index === 5 ? '005' : '007',
      );
    }
  }
  if (!/^0[03]$/.test(text(1))) wrong(1, 'isa.code', 'ISA01 is no known qualifier.', '00, 03', '010');
  if (!/^0[01]$/.test(text(3))) wrong(3, 'isa.code', 'ISA03 is no known qualifier.', '00, 01', '012');
  if (!isDate(text(9))) wrong(9, 'isa.date', 'ISA09 is no date.', 'YYMMDD', '014');
  if (!isTime(text(10))) wrong(10, 'isa.time', 'ISA10 is no time.', 'HHMM', '015');
  if (!/^\d{9}$/.test(text(13)))
    wrong(13, 'isa.control', 'ISA13 is no number of nine digits.', 'nine digits', '018');
  if (!/^[01]$/.test(text(14))) wrong(14, 'isa.acknowledgement', 'ISA14 is neither 0 nor 1.', '0, 1', '019');
  if (!/^[PT]$/.test(text(15)))
    wrong(
      15,
      'isa.usage',
      'ISA15 is neither P nor T.',
      'P, T',
      '020',
      text(15) === 'I' ? 'warning' : undefined,
    );
  if (!/^00(200|30\d|400|401|501)$/.test(text(12)))
    wrong(12, 'isa.version', 'ISA12 is no known version.', '00501', '017');
}

function checkGroup(group: Group, interchange: Interchange, say: Say): void {
  const { header, trailer, first } = group;
  if (!header) {
    say(first, {
      code: 'gs.missing',
      message: 'Transactions stand outside of any group: GS is missing.',
      ack: { ta1: '022' },
    });
  } else {
    checkGroupHeader(header, say);
    checkSurplus(header, say, { ak9: '6' });
    checkVersions(header, interchange.header, say);
  }
  if (!trailer) {
    say(first, { code: 'ge.missing', message: 'The group has no GE.', ack: { ak9: '3' } });
  } else {
    if (header) agree(say, trailer, 2, group.control, 'ge.control', 'GE02 differs from GS06.', { ak9: '4' });
    agree(say, trailer, 1, String(group.received), 'ge.count', 'GE01 is not the number of transactions.', {
      ak9: '5',
    });
    checkSurplus(trailer, say, { ak9: '6' });
  }
  checkStray(group, 'transaction', say, { ak9: '3' });
}

function checkStray(
  { stray, moreStray }: Pick<Group, 'stray' | 'moreStray'>,
  where: string,
  say: Say,
  ack: Finding['ack'],
): void {
  stray.forEach((segment, index) => {
    const more = moreStray > 0 && index === stray.length - 1 ? `, and ${moreStray} more after it` : '';
    const message = `${segment.id} stands outside of any ${where}${more}.`;
    say(segment, { code: 'envelope.unexpected', message, ack });
  });
}

/** A 005010 group travels in a 00501 interchange. */
function checkVersions(group: Segment, header: Segment, say: Say): void {
  const version = element(group, 8);
  if (!version.startsWith('00501') || element(header, 12) === '00501') return;
  say(header, {
    code: 'isa.version',
    message: `ISA12 is ${element(header, 12)}, but the group is of version ${version}.`,
    element: 12,
    value: element(header, 12),
    expected: '00501',
    severity: 'warning',
    ack: { ta1: '017' },
  });
}

/** Judges ST and SE of a transaction. */
export function checkTransactionEnvelope(
  transaction: TransactionSegments,
  earlier: ControlNumbers,
  collector: Collector,
): void {
  const { control } = transaction;
  const { first, last, length: end } = boundsOf(transaction);
  if (!first || !last) return;
  if (!CONTROL.test(control)) {
    tell(collector, first, 1, {
      code: 'st.control',
      message: 'ST02 has not four to nine characters.',
      element: 2,
      value: control,
      expected: 'four to nine letters or digits',
      ack: { ik5: '7' },
    });
  }
  const { set, version } = transaction;
  const foreign = isVersionOfOther(set, version);
  if (!SET.test(set) || foreign) {
    tell(collector, first, 1, {
      code: 'st.set',
      message: foreign ? `${version} is no guide for an ST01 of ${set}.` : 'ST01 is no transaction set.',
      element: 1,
      value: set,
      ack: { ik5: '6' },
    });
  }
  if (earlier.has(control)) {
    tell(collector, first, 1, {
      code: 'st.duplicate',
      message: 'Two transactions of the group have the same ST02.',
      element: 2,
      value: control,
      ack: { ik5: '23' },
    });
  }
  for (const segment of first === last ? [first] : [first, last]) {
    checkSurplus(segment, (at, remark) => tell(collector, at, at === first ? 1 : end, remark), { ik5: '5' });
  }
  if (last.id !== 'SE') {
    tell(collector, last, end, {
      code: 'se.missing',
      message: 'The transaction has no SE.',
      ack: { ik5: '2' },
    });
    return;
  }
  if (!isSame(element(last, 1), String(end), true)) {
    tell(collector, last, end, {
      code: 'se.count',
      message: 'SE01 is not the number of segments from ST to SE.',
      element: 1,
      value: element(last, 1).trim(),
      expected: String(end),
      ack: { ik5: '4' },
    });
  }
  if (!isSame(element(last, 2), control, false)) {
    tell(collector, last, end, {
      code: 'se.control',
      message: 'SE02 differs from ST02.',
      element: 2,
      value: element(last, 2).trim(),
      expected: control,
      ack: { ik5: '3' },
    });
  }
}

const CONTROL = /^[0-9A-Za-z]{4,9}$/;
const SET = /^\d{3}$/;

function tell(collector: Collector, segment: Segment, position: number, remark: Remark): void {
  collector.add(segment, position, { level: 'envelope', ...remark });
}

function agree(
  say: Say,
  segment: Segment,
  index: number,
  expected: string,
  code: string,
  message: string,
  ack: Finding['ack'],
): void {
  const value = element(segment, index).trim();
  if (!isSame(value, expected, code.endsWith('count'))) {
    say(segment, { code, message, element: index, value, expected, ack });
  }
}

/** Counts may have leading zeros. */
function isSame(text: string, expected: string, isCount: boolean): boolean {
  const value = text.trim();
  if (value === expected) return true;
  return isCount && /^\d+$/.test(value) && /^\d+$/.test(expected) && Number(value) === Number(expected);
}

function lastOf(interchange: Interchange): Segment {
  const group = interchange.groups.at(-1);
  return group?.trailer ?? group?.header ?? interchange.header;
}
