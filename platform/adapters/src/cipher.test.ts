import { randomBytes } from 'node:crypto';
import { PracticeCipher } from './cipher.ts';

const ONE = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';
const SSN = '536904399';

describe('the cipher of fields and files', () => {
  const cipher = new PracticeCipher(randomBytes(32));

  it('SEC-07 (narrow: keys by practice, no rotation) a value opens for its practice alone, unaltered, under the same master key', async () => {
    const sealed = await cipher.encrypt(ONE, SSN);
    expect(sealed).not.toContain(SSN);
    expect(await cipher.encrypt(ONE, SSN)).not.toBe(sealed);
    expect(await cipher.decrypt(ONE, sealed)).toBe(SSN);
    await expect(cipher.decrypt(OTHER, sealed)).rejects.toThrow(/does not open/);
    await expect(new PracticeCipher(randomBytes(32)).decrypt(ONE, sealed)).rejects.toThrow(/does not open/);
    await expect(cipher.decrypt(ONE, sealed.replace(/^v1/, 'v9'))).rejects.toThrow(/unknown key version/);
  });

  it('SEC-07 (narrow: files) no byte of a sealed file can be changed, taken away or added', () => {
    const sealed = cipher.encryptBytes(ONE, Buffer.from('ISA*00*'));
    for (let place = 0; place < sealed.length; place += 1) {
      const altered = Buffer.from(sealed);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(() => cipher.decryptBytes(ONE, altered)).toThrow();
    }
    expect(() => cipher.decryptBytes(ONE, sealed.subarray(0, -1))).toThrow();
    expect(() => cipher.decryptBytes(ONE, Buffer.concat([sealed, Buffer.from([0])]))).toThrow();
    expect(cipher.decryptBytes(ONE, sealed).toString()).toBe('ISA*00*');
  });

  it('SEC-07 (narrow: the index) finds a value again, within one practice and one purpose', async () => {
    const index = await cipher.blindIndex(ONE, 'ssn', SSN);
    expect(index).not.toContain(SSN);
    expect(await cipher.blindIndex(ONE, 'ssn', SSN)).toBe(index);
    const others = await Promise.all([
      cipher.blindIndex(OTHER, 'ssn', SSN),
      cipher.blindIndex(ONE, 'member', SSN),
      cipher.blindIndex(ONE, 'ssn', '536904398'),
      new PracticeCipher(randomBytes(32)).blindIndex(ONE, 'ssn', SSN),
    ]);
    expect(new Set([index, ...others]).size).toBe(5);
  });

  it('takes no master key that is too short', () => {
    expect(() => new PracticeCipher(randomBytes(16))).toThrow(RangeError);
  });
});
