import { readInterchanges, type Group, type Interchange } from '../interchange-file.ts';
import { element } from '../segments/segment.ts';
import { claimPieces, type Piece } from './split-claims.ts';

/** One transaction in an envelope of its own, with the counts made right. */
export interface SplitFile {
  /** ST02. */
  readonly control: string;
  /** ST01. */
  readonly set: string;
  readonly text: string;
}

/** What each file holds, and how it is numbered. */
export interface SplitOptions {
  /**
   * What each file holds of an 837: a `transaction` whole, which is the default, one `claim`, or the claims to one `payer`.
   * Other transactions are always whole.
   */
  readonly by?: 'transaction' | 'claim' | 'payer';
  /** ISA13 of the first file, which the others count on from; left out, each file keeps that of its interchange. */
  readonly control?: number;
}

/**
 * Splits a file into one interchange for each transaction, or claim, or payer. Elements stand as they stood, HL segments and
 * SE01 are counted anew, and ST02 and BHT03 are kept: whoever sends two files of one transaction gives them numbers of their own.
 */
export function splitTransactions(
  input: string | Uint8Array,
  { by = 'transaction', control }: SplitOptions = {},
): readonly SplitFile[] {
  const files: SplitFile[] = [];
  for (const interchange of readInterchanges(input).interchanges) {
    for (const group of interchange.groups) {
      for (const { control: own, set, segments } of group.transactions) {
        const pieces =
          by !== 'transaction' && set === '837'
            ? claimPieces(segments, by)
            : [segments.map(({ elements }) => elements)];
        for (const piece of pieces) {
          const number = control === undefined ? undefined : control + files.length;
          files.push({ control: own, set, text: envelope(interchange, group, piece, number) });
        }
      }
    }
  }
  return files;
}

function envelope(interchange: Interchange, group: Group, piece: Piece, control: number | undefined): string {
  const { header } = interchange;
  const isa = control === undefined ? element(header, 13) : String(control).padStart(9, '0');
  const gs = control === undefined ? group.control : String(control);
  const brackets = group.header?.elements;
  return [
    control === undefined ? header.elements : header.elements.with(13, isa),
    ...(brackets ? [control === undefined ? brackets : brackets.with(6, gs)] : []),
    ...piece,
    ...(brackets ? [['GE', '1', gs]] : []),
    ['IEA', brackets ? '1' : '0', isa],
  ]
    .map(elements => elements.join(header.delimiters.element) + header.delimiters.segment)
    .join('');
}
