import { readInterchanges, type Group, type Interchange } from '../interchange-file.ts';
import { element, type Segment } from '../segments/segment.ts';

/** One transaction in an envelope of its own, with the counts made right and all control numbers kept. */
export interface SplitFile {
  readonly control: string;
  readonly set: string;
  readonly text: string;
}

/** Splits a file into one interchange for each transaction. */
export function splitTransactions(input: string | Uint8Array): readonly SplitFile[] {
  return readInterchanges(input).interchanges.flatMap(interchange =>
    interchange.groups.flatMap(group =>
      group.transactions.map(({ control, set, segments }) => ({
        control,
        set,
        text: envelope(interchange, group, segments),
      })),
    ),
  );
}

function envelope(interchange: Interchange, group: Group, segments: readonly Segment[]): string {
  const { delimiters } = interchange.header;
  const write = (elements: readonly string[]) => elements.join(delimiters.element) + delimiters.segment;
  const header = group.header?.elements ?? [];
  return [
    interchange.header.elements,
    ...(group.header ? [header] : []),
    ...segments.map(segment => segment.elements),
    ...(group.header ? [['GE', '1', element(group.header, 6)]] : []),
    ['IEA', group.header ? '1' : '0', element(interchange.header, 13)],
  ]
    .map(write)
    .join('');
}
