import { readFileSync } from 'node:fs';
import { firstSuccess } from '../examples/first-success.ts';

const folder = new URL('../', import.meta.url);

describe('the example of the README', () => {
  it('is the file that runs here', () => {
    const example = readFileSync(new URL('examples/first-success.ts', folder), 'utf8').trim();
    expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain(example);
  });

  it('finds a diagnosis, leaves a licensed code unverified, and ranks what it finds', () => {
    const [diagnosis, visit, best, ...others] = firstSuccess();
    expect(diagnosis).toBe('E119 valid: Type 2 diabetes mellitus without complications');
    expect(visit).toBe('99213 unverified');
    expect(best).toBe('E119 Type 2 diabetes mellitus without complications');
    expect(others).toHaveLength(4);
  });
});
