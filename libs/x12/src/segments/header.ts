import { ISA_LENGTH, ISA_SEPARATORS, canDelimit, type Delimiters } from './delimiters.ts';
import type { ReadProblem } from './reader.ts';

export interface Header {
  readonly delimiters: Delimiters;
  /** Index of the terminator after the header's start. */
  readonly end: number;
  readonly problems: readonly Omit<ReadProblem, 'offset'>[];
}

/** How far a header that is not of fixed width may stretch before we give up on it. */
export const LONGEST_HEADER = 400;

/**
 * Reads the delimiters from an ISA that starts at `at`.
 * A header of the wrong width is still read by its separators, with a problem, so that the rest can be judged.
 * @returns undefined when no separators can be made out.
 */
export function readHeader(text: string, at: number): Header | undefined {
  const separator = text[at + 3] ?? '';
  if (!canDelimit(separator)) return undefined;
  const fixed =
    text.length >= at + ISA_LENGTH && ISA_SEPARATORS.every(index => text[at + index] === separator);
  if (fixed) {
    const early = text.slice(at, at + ISA_LENGTH - 1).split(separator).length !== 17;
    const header = headerAt(text, at, separator, at + 104, text[at + 82] ?? '');
    if (header && !early) return header;
  }
  return readLooseHeader(text, at, separator);
}

function readLooseHeader(text: string, at: number, separator: string): Header | undefined {
  let index = at + 3;
  let repetition = '';
  for (let count = 1; count < 16; count += 1) {
    const next = text.indexOf(separator, index + 1);
    if (next < 0 || next - at > LONGEST_HEADER) return undefined;
    if (count === 11) repetition = next - index === 2 ? (text[index + 1] ?? '') : '';
    index = next;
  }
  const header = headerAt(text, at, separator, index + 1, repetition);
  if (!header) return undefined;
  const width = header.end + 1;
  return {
    ...header,
    problems: [
      ...header.problems,
      {
        code: 'isa-width',
        message: `The ISA is not of fixed width: ${width} characters or shifted elements instead of ${ISA_LENGTH}.`,
      },
    ],
  };
}

function headerAt(
  text: string,
  at: number,
  separator: string,
  componentAt: number,
  rawRepetition: string,
): Header | undefined {
  const componentText = text[componentAt] ?? '';
  const terminator = text[componentAt + 1] ?? '';
  if (!canDelimit(terminator) || terminator === separator) return undefined;
  const problems: Omit<ReadProblem, 'offset'>[] = [];
  if (!canDelimit(componentText) || componentText === separator || componentText === terminator) {
    problems.push({ code: 'isa-delimiters', message: 'ISA16 holds no usable component separator.' });
  }
  // some senders use one character for both; an element is either composite or repeating, so it still reads
  const usable = canDelimit(rawRepetition) && rawRepetition !== separator && rawRepetition !== terminator;
  return {
    delimiters: {
      element: separator,
      component: componentText,
      repetition: usable ? rawRepetition : '',
      segment: terminator,
    },
    end: componentAt + 1 - at,
    problems,
  };
}
