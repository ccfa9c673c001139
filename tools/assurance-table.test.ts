import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Row {
  readonly id: string;
  readonly files: readonly string[];
}

const rows: readonly Row[] = readFileSync(`${ROOT}docs/assurance.md`, 'utf8')
  .split('\n')
  .flatMap(line => {
    const id = /^\| ([GF]\d+) /.exec(line)?.[1];
    const files = [...line.matchAll(/`([\w/.-]+\.test\.ts)`/g)].map(match => match[1] ?? '');
    return id ? [{ id, files }] : [];
  });

describe('docs/assurance.md', () => {
  it('lists the goals and faults once each', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(row => row.id)).size).toBe(rows.length);
  });

  it.each(rows)('$id is named by a test of each file that is said to show it', ({ id, files }) => {
    expect(files).not.toEqual([]);
    for (const file of files) {
      expect(existsSync(`${ROOT}${file}`)).toBe(true);
      const titles =
        readFileSync(`${ROOT}${file}`, 'utf8').match(/['"`][^'"`\n]*\b[GF]\d+\b[^'"`\n]*/g) ?? [];
      expect(titles.filter(title => new RegExp(`\\b${id}\\b`).test(title))).not.toEqual([]);
    }
  });
});
