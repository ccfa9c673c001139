import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: { name: string }[];
};

describe('the rules of the house', () => {
  it('each catch the fixture that breaks them', () => {
    const cruise = spawnSync(
      process.execPath,
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        'tools/fixtures',
      ],
      {
        cwd: ROOT,
        env: { ...process.env, CRUISE_FIXTURES: '1', NODE_OPTIONS: '' },
        encoding: 'utf8',
        maxBuffer: 1e8,
      },
    );
    const { summary } = JSON.parse(cruise.stdout) as {
      summary: { violations: { rule: { name: string } }[] };
    };
    const caught = new Set(summary.violations.map(({ rule }) => rule.name));
    expect(rules.forbidden.map(({ name }) => name).filter(name => !caught.has(name))).toEqual([]);
  });
});
