import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm run features`: each feature id of the specification that a test's title claims, with the tests. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FEATURE_ID = /\b(?:[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d{2})\b/g;
const TITLE = /\b(?:it|test)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*?)\1/g;

interface Claim {
  readonly file: string;
  readonly title: string;
  readonly width: Width;
}

/** `narrow`: this test proves less than the row. `narrow row`: so do all tests together. */
type Width = 'whole' | 'narrow' | 'narrow row';

const claims = new Map<string, Claim[]>();
for (const file of testFiles(ROOT)) {
  for (const [, , title = ''] of readFileSync(file, 'utf8').matchAll(TITLE)) {
    for (const [id, width] of idsOf(title)) {
      claims.set(id, [...(claims.get(id) ?? []), { file: path.relative(ROOT, file), title, width }]);
    }
  }
}

const ids = [...claims.keys()].sort();
for (const id of ids) {
  process.stdout.write(`${id}${isWhole(id) ? '' : ' (narrow)'}\n`);
  for (const claim of claims.get(id) ?? []) process.stdout.write(`    ${claim.file}: ${claim.title}\n`);
}
const whole = ids.filter(isWhole).length;
process.stdout.write(
  `\n${ids.length} features have tests: ${whole} whole, ${ids.length - whole} narrower than their row.\n`,
);

function isWhole(id: string): boolean {
  const widths = (claims.get(id) ?? []).map(claim => claim.width);
  return widths.includes('whole') && !widths.includes('narrow row');
}

/** `RCM-24 (narrow: …)` and `NAV-14 (narrow row: …)` say it of the ids before them. */
function idsOf(title: string): [string, Width][] {
  return [...title.matchAll(FEATURE_ID)].map(match => {
    const after = title.slice(match.index + match[0].length);
    const [, said] = /^[\s,A-Z0-9-]*\((narrow(?: row)?)\b/.exec(after) ?? [];
    return [match[0], (said as Width | undefined) ?? 'whole'];
  });
}

function testFiles(folder: string): string[] {
  return readdirSync(folder).flatMap(entry => {
    if (['node_modules', '.git', '.data', 'dist', 'fixtures'].includes(entry)) return [];
    const file = path.join(folder, entry);
    if (statSync(file).isDirectory()) return testFiles(file);
    return /\.(test\.tsx?|e2e\.ts)$/.test(entry) ? [file] : [];
  });
}
