import fc from 'fast-check';
import {
  buildClaimStatusRequest,
  buildClaimStatusResponse,
  buildDentalClaims,
  buildEligibilityInquiry,
  buildInstitutionalClaims,
  buildServicesReview,
  modelOf,
  readInterchanges,
  transactionsOf,
  writeSegments,
  type Segment,
  type TransactionSegments,
} from '../src/index.ts';
import { hasModel } from '../src/guides/guides.ts';
import { draftOf } from '../src/models/draft-of.ts';
import { shortest } from '../src/models/reading.ts';
import { INQUIRY } from './fixture-inquiry.ts';
import { FIXTURES } from './fixtures.ts';
import { corpus } from './shared-folder.ts';
import { TEETH, REVIEW } from './fixture-dental-review.ts';
import { STAY, STATUS_ANSWER, STATUS_QUESTION } from './fixture-institution.ts';
import { fileOf, firstOf, withoutSources } from './writing.ts';

const RUNS = process.env.ASSURE ? 20_000 : 300;
const SEED = process.env.ASSURE ? undefined : 20_261_122;
const TIMEOUT_MS = process.env.ASSURE ? 1_800_000 : 120_000;
const DELIMITERS = { element: '\u001d', component: '\u001f', repetition: '\u001e', segment: '\u001c' };

/** Written anew, or lists that stand without gaps. */
const LISTS = new Set('AK9 BPR CAS HI HL IK5 MOA PLB STC'.split(' '));

const NO_AMOUNT = 'a CLP has no amounts: zero is written';

const MORE = [
  buildInstitutionalClaims(STAY, '1'),
  buildDentalClaims(TEETH, '1'),
  buildServicesReview(REVIEW, '1'),
  buildClaimStatusRequest(STATUS_QUESTION, '1'),
  buildClaimStatusResponse(STATUS_ANSWER, '1'),
  buildEligibilityInquiry(INQUIRY, '1'),
].map(draft => fileOf('', draft.version ?? '', [draft]));

/** Segments that do not come back as they were, by file, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'Inteligenz_X12Parser__835_5010_Example1.txt': NO_AMOUNT,
  'apifocal_x12-parser__x12_example_example835One.txt': NO_AMOUNT,
  'apifocal_x12-parser__x12_example_example835SpecialCharsOne.txt': NO_AMOUNT,
  'imsweb_x12-parser__x12_missing_elements.txt': 'NM102 is missing: the receiver is written as a person',
};

function writtenAgain(
  { type, model }: Pick<ReturnType<typeof modelOf>, 'type' | 'model'>,
  control: string,
): readonly Segment[] {
  const { segments } = draftOf(type, model, control, { component: ':', repetition: '^' });
  const text = writeSegments(segments, { delimiters: DELIMITERS, forbidden: 'replace' });
  return text
    .split(DELIMITERS.segment)
    .filter(each => each !== '')
    .map(each => {
      const elements = each.split(DELIMITERS.element);
      const id = elements[0] ?? '';
      return { id, text: each, elements, offset: 0, length: each.length, delimiters: DELIMITERS };
    });
}

/** What segments say: numbers in their shortest form, levels without their numbers, each adjustment of a CAS by itself. */
function said(segments: readonly Segment[]): readonly string[] {
  return segments
    .filter(({ id }) => id !== 'ST' && id !== 'SE')
    .flatMap(({ elements: [written = '', ...elements], delimiters }) => {
      const id = written.toUpperCase();
      const texts = elements.map(text =>
        partsOf(text, delimiters).map(shortest).join(':').replace(/:+$/, ''),
      );
      if (id === 'HL') return [`HL ${texts[2]}`];
      if (id === 'CAS') return adjustmentsOf(texts);
      return [[id, ...texts].join('*').replace(/\*+$/, '')];
    })
    .sort();
}

function partsOf(text: string, { component, repetition }: Segment['delimiters']): readonly string[] {
  return text.split(component).flatMap(part => (repetition === '' ? [part] : part.split(repetition)));
}

function adjustmentsOf([group = '', ...triplets]: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < triplets.length; at += 3) {
    found.push(['CAS', group, ...triplets.slice(at, at + 3)].join('*').replace(/\*+$/, ''));
  }
  return found;
}

const modelled = (input: string | Uint8Array) =>
  [...transactionsOf(readInterchanges(input))]
    .map(({ transaction }) => transaction)
    .filter(({ set, version }) => hasModel(set, version));

describe('what a model has no field for', () => {
  it(
    'is written back with the rest: every segment of every file that others wrote',
    () => {
      for (const { file, bytes } of corpus()) {
        if ((file.split('/').at(-1) ?? '') in EXCEPTIONS) continue;
        for (const transaction of modelled(bytes)) {
          const again = writtenAgain(modelOf(transaction), transaction.control);
          expect({ file, segments: said(again) }).toEqual({ file, segments: said(transaction.segments) });
        }
      }
    },
    TIMEOUT_MS,
  );

  it(
    'is read again as it was',
    () => {
      for (const { file, bytes } of corpus()) {
        for (const transaction of modelled(bytes)) {
          const { type, model } = modelOf(transaction);
          const [start] = transaction.segments as [Segment];
          const again = { ...transaction, segments: [start, ...writtenAgain({ type, model }, '1')] };
          const twice = writtenAgain(modelOf(again), '1');
          expect({ file, segments: said(twice) }).toEqual({ file, segments: said(again.segments) });
          expect({ file, model: plain(modelOf({ ...again, segments: [start, ...twice] }).model) }).toEqual({
            file,
            model: plain(modelOf(again).model),
          });
        }
      }
    },
    TIMEOUT_MS,
  );

  it(
    'keeps a segment that nobody knows, and an element that no field stands for, in any loop',
    () => {
      const transactions = [...Object.values(FIXTURES), ...MORE].map(text => firstOf(text));
      fc.assert(
        fc.property(fc.constantFrom(...transactions), fc.nat(), fc.nat(), (transaction, one, other) => {
          const changed = withElement(withUnknown(transaction, one), other);
          const again = writtenAgain(modelOf(changed), '1');
          expect(said(again)).toEqual(said(changed.segments));
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );
});

/** Places and separators are those of the file that was read. */
function plain(model: unknown): unknown {
  return withoutSources(JSON.parse(JSON.stringify(model)));
}

/** With a segment that no guide knows after one of its segments. */
function withUnknown(transaction: TransactionSegments, at: number): TransactionSegments {
  const index = 1 + (at % (transaction.segments.length - 2));
  const before = transaction.segments[index] as Segment;
  const elements = ['ZZZ', 'KEPT', 'TWICE'];
  const unknown = { ...before, id: 'ZZZ', elements, text: elements.join(before.delimiters.element) };
  return { ...transaction, segments: transaction.segments.toSpliced(index + 1, 0, unknown) };
}

/** With something after the last element of one of its segments. */
function withElement(transaction: TransactionSegments, at: number): TransactionSegments {
  const index = 1 + (at % (transaction.segments.length - 2));
  const segment = transaction.segments[index] as Segment;
  if (LISTS.has(segment.id) || segment.elements.length > 12) return transaction;
  const elements = [...segment.elements, '', 'EXTRA'];
  return { ...transaction, segments: transaction.segments.with(index, { ...segment, elements }) };
}
