/**
 * Makes libs/codes/data from the public code-set files. Run once for a new edition:
 * `node --import tsx libs/codes/build-data.ts FOLDER`; what each file is and where it comes from: data/NOTICE.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readCsv } from './src/csv.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('name the folder that holds the public code-set files');
const data = new URL('./data/', import.meta.url);
mkdirSync(data, { recursive: true });

const read = (name: string): string => {
  const bytes = readFileSync(join(folder, name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};
const rows = (name: string): string[][] =>
  read(name)
    .split(/\r?\n/)
    .filter(line => line !== '')
    .map(line => line.split('\t'));
const write = (name: string, lines: readonly (readonly string[])[]) => {
  const text = `${lines.map(line => line.join('\t')).join('\n')}\n`;
  writeFileSync(new URL(`${name}.tsv.gz`, data), gzipSync(text, { level: 9 }));
  return `${name}: ${lines.length} rows`;
};
const labels = (name: string): Map<string, string> =>
  new Map(
    readFileSync(new URL(`./labels/${name}.txt`, import.meta.url), 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => [line.slice(0, line.indexOf('|')), line.slice(line.indexOf('|') + 1)] as const),
  );

/** `2016-2018,2020-2026` as `16-18,20-26`. */
const shortYears = (ranges: string) => ranges.replace(/20(\d\d)/g, '$1');
const yearsOf = (ranges: string): number[] =>
  ranges
    .split(',')
    .filter(Boolean)
    .flatMap(range => {
      const [from = 0, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
/** 16, 17, 20 as `16-17,20-20`. */
const rangesOf = (years: readonly number[]): string =>
  years
    .filter(year => !years.includes(year - 1))
    .map(from => {
      let to = from;
      while (years.includes(to + 1)) to += 1;
      return `${from}-${to}`;
    })
    .join(',');

const done: string[] = [];

// The publisher's files say of each year which codes may be billed; a code was a header while a longer one could be.
const diagnoses = rows('icd10cm_fy2016_fy2026.tsv.gz')
  .slice(1)
  .map(([code = '', , ranges = '', , long = '']) => ({ code, ranges: shortYears(ranges), long }));
const headerYears = new Map<string, Set<number>>();
for (const { code, ranges } of diagnoses) {
  for (let length = 3; length < code.length; length += 1) {
    const header = code.slice(0, length);
    const years = headerYears.get(header) ?? new Set();
    for (const year of yearsOf(ranges)) years.add(year);
    headerYears.set(header, years);
  }
}
done.push(
  write(
    'icd10cm',
    diagnoses.map(({ code, ranges, long }) => {
      const asHeader = rangesOf([...(headerYears.get(code) ?? [])].sort((a, b) => a - b));
      return [code, asHeader === '' ? ranges : `${ranges}/${asHeader}`, long];
    }),
  ),
);

// a star marks what is coded every day
done.push(
  write(
    'common-diagnoses',
    [...labels('common-diagnoses')].map(([code, words]) => [
      code.replace('*', ''),
      words,
      code.startsWith('*') ? '1' : '2',
    ]),
  ),
);

done.push(
  write(
    'icd10pcs',
    read('icd10pcs_order_2026.txt.gz')
      .split(/\r?\n/)
      .filter(line => line.slice(14, 15) === '1')
      .map(line => [line.slice(6, 13).trim(), line.slice(77).trim()]),
  ),
);

const hcpcs = rows('hcpcs2_2025_oct.tsv').slice(1);
const hcpcsRow = ([code = '', , short = '', long = '']: string[]) => [code, long || short];
done.push(
  write('procedure', hcpcs.filter(row => row[1] !== 'modifier').map(hcpcsRow)),
  write('modifier', hcpcs.filter(row => row[1] === 'modifier').map(hcpcsRow)),
);

done.push(write('place-of-service', rows('pos_codes.tsv').slice(1)));

/** Codes that had been withdrawn when the public list of values was taken; of none is it known since when. */
const withdrawn = readFileSync(new URL('./labels/carc-withdrawn.txt', import.meta.url), 'utf8')
  .split(/\s+/)
  .filter(Boolean)
  .map(code => [code, '', '2019-12-31']);

const codesOnly = (set: string, file: string, more: readonly (readonly string[])[] = []) => {
  const own = labels(set);
  const codes = new Set([...read(file).split(/\r?\n/).filter(Boolean), ...own.keys()]);
  return write(set, [...[...codes].map(code => [code, own.get(code) ?? '']), ...more]);
};
done.push(
  codesOnly('carc', 'codes_only_carc.txt', withdrawn),
  codesOnly('rarc', 'codes_only_remark_code.txt'),
  codesOnly('claim-status-category', 'codes_only_claim_status_cat.txt'),
  codesOnly('claim-status', 'codes_only_claim_status.txt'),
  codesOnly('service-type', 'codes_only_service_type.txt'),
);

done.push(
  write(
    'relative-values',
    rows('pprrvu2025_oct_hcpcs2_only.tsv')
      .slice(1)
      .map(row =>
        [`${row[0]} ${row[1]}`.trim(), row[5], row[6], row[8], row[10], row[3], row[14]].map(
          value => value ?? '',
        ),
      ),
  ),
);

/** The rows of a table of localities, by contractor and locality; what is no row of the table has no numbers there. */
const localities = (name: string) =>
  readCsv(read(name))
    .map(({ cells }) => cells.map(cell => cell.replace(/\s+/g, ' ').trim()))
    .filter(cells => /^\d{4,5}$/.test(cells[0] ?? ''));
const localityKey = (contractor = '', locality = '') =>
  `${contractor.padStart(5, '0')} ${locality.padStart(2, '0')}`;
const counties = new Map(
  localities('25LOCCO.csv').map(([contractor, locality, , , names = '']) => [
    localityKey(contractor, locality),
    names,
  ]),
);
const anesthesia = new Map(
  localities('ANES2025.csv').map(([contractor, locality, , factor = '']) => [
    localityKey(contractor, locality),
    factor,
  ]),
);
done.push(
  write(
    'geographic-indices',
    localities('GPCI2025.csv').map(([contractor = '', state = '', locality = '', name = '', ...indices]) => {
      const key = localityKey(contractor, locality);
      return [
        contractor,
        state,
        locality,
        name,
        ...indices.slice(0, 3),
        anesthesia.get(key) ?? '',
        counties.get(key) ?? '',
      ];
    }),
  ),
);

// The taxonomy ships unmodified, format aside, as its licence asks.
writeFileSync(
  new URL('nucc_taxonomy_250.csv.gz', data),
  gzipSync(read('nucc_taxonomy_250.csv'), { level: 9 }),
);
writeFileSync(new URL('NUCC-NOTICE.txt', data), read('NUCC-NOTICE.txt'));

process.stdout.write(`${done.join('\n')}\n`);
