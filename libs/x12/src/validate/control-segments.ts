import { element, elementCount, type Segment } from '../segments/segment.ts';
import type { Remark } from './collector.ts';
import { isDate, isTime } from './dates.ts';
import { trailing } from './elements.ts';
import type { Finding } from './finding.ts';

export type Say = (segment: Segment, remark: Remark) => void;

/** Six digits, of which older files give fewer, and what tells the guide. */
const VERSION = /^\d{4,6}[0-9A-Z]{0,6}$/i;

/** AK905 by element of GS: the group is not supported, its version is not. The standard has no code for the others. */
const GROUP_FAULTS: Readonly<Record<number, string>> = { 1: '1', 8: '2' };

/** How many elements the segments of the envelope have. */
const ELEMENTS: Readonly<Record<string, number>> = { GS: 8, ST: 3, SE: 2, GE: 2, IEA: 2 };

/** Tells what a segment of the envelope has too much: elements, or a separator after the last of them. */
export function checkSurplus(segment: Segment, say: Say, ack: Finding['ack']): void {
  const surplus = surplusOf(segment, ack);
  if (surplus) say(segment, surplus);
}

function surplusOf(segment: Segment, ack: Remark['ack']): Remark | undefined {
  const last = elementCount(segment) - 1;
  const most = ELEMENTS[segment.id];
  if (most === undefined || last < 1) return undefined;
  const value = element(segment, last);
  if (value === '') return { ...trailing(segment.id, last), ack };
  if (last <= most) return undefined;
  return {
    code: 'element.too-many',
    message: `${segment.id} has no element ${most + 1}.`,
    element: most + 1,
    value: element(segment, most + 1),
    ack,
  };
}

/** Judges the elements of GS that need no other segment. */
export function checkGroupHeader(header: Segment, say: Say): void {
  const text = (index: number) => element(header, index);
  const wrong = (index: number, message: string, expected: string) =>
    say(header, {
      code: 'gs.element',
      message,
      element: index,
      value: text(index),
      expected,
      ack: { ak9: GROUP_FAULTS[index] ?? '6' },
    });
  if (!/^[A-Z]{2}$/.test(text(1))) wrong(1, 'GS01 is no functional identifier.', 'two letters');
  for (const index of [2, 3]) {
    const length = text(index).trim() === '' ? 0 : text(index).length;
    if (length < 2 || length > 15) {
      const fault = length === 0 ? 'is required' : `has ${length} characters`;
      wrong(index, `GS0${index} ${fault}.`, 'two to fifteen characters');
    }
  }
  if (!isDate(text(4))) wrong(4, 'GS04 is no date.', 'CCYYMMDD');
  if (!isTime(text(5))) wrong(5, 'GS05 is no time.', 'HHMM');
  if (!/^\d{1,9}$/.test(text(6))) wrong(6, 'GS06 is no number of one to nine digits.', 'one to nine digits');
  if (!VERSION.test(text(8))) wrong(8, 'GS08 is no version.', 'such as 005010X222A1');
  if (text(7) !== 'X' && text(7) !== 'T') wrong(7, 'GS07 is not X.', 'X');
}
