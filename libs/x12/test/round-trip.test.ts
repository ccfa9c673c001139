import fc from 'fast-check';
import {
  buildProfessionalClaims,
  buildRemittance,
  parseProfessionalClaims,
  parseRemittance,
  readInterchanges,
  readSegments,
  validate,
  writeAsRead,
} from '../src/index.ts';
import { professionalClaims, remittance } from './arbitraries.ts';
import { openOracle } from './oracle.ts';
import { corpus } from './shared-folder.ts';
import { fileOf, firstOf, withoutSources } from './writing.ts';

const RUNS = process.env.ASSURE ? 5_000 : 60;
/** For machines that do much else at the same time. */
const TIMEOUT_MS = process.env.ASSURE ? 1_800_000 : 120_000;
const SEED = process.env.ASSURE ? undefined : 20_261_116;

const claimsFile = (model: Parameters<typeof buildProfessionalClaims>[0]) =>
  fileOf('HC', '005010X222A1', [buildProfessionalClaims(model, '0001')]);
const remittanceFile = (model: Parameters<typeof buildRemittance>[0]) =>
  fileOf('HP', '005010X221A1', [buildRemittance(model, '0001')]);

function errorsOf(text: string, level: 'guide' | 'situational') {
  const report = validate(text, { level });
  return [...report.errors, ...report.transactions.flatMap(transaction => transaction.errors)];
}

describe('models written and read', () => {
  it(
    'RCM-07 (narrow: 837P) what is built is by the guide, and reads back as it was',
    () => {
      fc.assert(
        fc.property(professionalClaims, model => {
          const text = claimsFile(model);
          const { value, problems } = parseProfessionalClaims(firstOf(text));
          expect(errorsOf(text, 'guide')).toEqual([]);
          expect(problems).toEqual([]);
          expect(withoutSources(value)).toEqual(model);
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'RCM-10 (narrow: the file) a built 835 balances, and reads back as it was',
    () => {
      fc.assert(
        fc.property(remittance, model => {
          const text = remittanceFile(model);
          const { value, problems } = parseRemittance(firstOf(text));
          expect(errorsOf(text, 'guide')).toEqual([]);
          expect(problems).toEqual([]);
          expect(withoutSources(value)).toEqual(model);
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'keeps every byte of what was read but blanks between segments',
    () => {
      for (const { bytes } of corpus()) {
        const { segments } = readSegments(bytes);
        const again = readSegments(writeAsRead(segments)).segments;
        expect(again.map(segment => segment.elements)).toEqual(segments.map(segment => segment.elements));
      }
    },
    TIMEOUT_MS,
  );

  it('an independent validator finds nothing wrong with what is built', () => {
    const oracle = openOracle();
    if (!oracle) return;
    const texts = [
      ...fc.sample(professionalClaims, { numRuns: 12, seed: 7 }).map(claimsFile),
      ...fc.sample(remittance, { numRuns: 12, seed: 7 }).map(remittanceFile),
    ];
    expect(oracle(texts).filter(({ ok }) => ok !== true)).toEqual([]);
  }, 180_000);

  it(
    'reads every transaction of the corpus without a throw',
    () => {
      for (const { bytes, file } of corpus()) {
        const interchanges = readInterchanges(bytes);
        expect({ file, ok: interchanges.interchanges.length >= 0 }).toEqual({ file, ok: true });
      }
    },
    TIMEOUT_MS,
  );
});
