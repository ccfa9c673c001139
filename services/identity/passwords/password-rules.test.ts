import fc from 'fast-check';
import { COMMON_WORDS } from './common-words.ts';
import { createOneTimePassword } from './one-time-password.ts';
import { findWeakness } from './password-rules.ts';

describe('password rules', () => {
  it('SHARED-01 refuse what attackers try first, in any dress', () => {
    for (const common of [
      'password',
      'Password1',
      'P@ssw0rd!',
      'qwertyuiop',
      '1234567890',
      'iloveyou',
      'letmein123',
      'Dragon2024',
      'aaaaaaaa',
      'abcabcabc',
      'Welcome123!',
      'sunshine1',
      'monkeymonkey',
      '11111111',
      'hospital2026',
      'football99',
      'Summer-2026',
      'qazwsxedc',
      'zxcvbnm,./',
      '12341234',
      'princess!!',
    ]) {
      expect([common, findWeakness(common)]).toEqual([common, 'common']);
    }
  });

  it('SHARED-01 take phrases and random text of any kind of sign, long ones too', () => {
    for (const good of [
      'harbor-point-demo',
      'seven grey herons',
      'Tr0ub4dor&3x',
      'ключ от старого сарая',
      'correct horse battery staple',
      '🦊🦊 in the hen house',
    ]) {
      expect([good, findWeakness(good)]).toEqual([good, undefined]);
    }
    expect(findWeakness('short-1')).toBe('short');
    expect(findWeakness('x1'.repeat(70))).toBe('long');
  });

  it('SHARED-01 refuse the own name', () => {
    const personal = ['Grace Kim', 'grace.kim@harborpoint.example'];
    expect(findWeakness('gracekim2026', personal)).toBe('personal');
    expect(findWeakness('Kim.Grace!', personal)).toBe('personal');
    expect(findWeakness('the ferry to nowhere', personal)).toBeUndefined();
  });

  it('SHARED-01 refuse every common word with digits and signs behind it', () => {
    const words = [...COMMON_WORDS].filter(word => word.length >= 5);
    expect(words.length).toBeGreaterThan(500);
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.stringMatching(/^[0-9!?.#]{3,5}$/), (word, tail) => {
        expect(findWeakness(word + tail)).toBe('common');
      }),
    );
  });

  it('one-time passwords are never weak and never the same', () => {
    const made = new Set(Array.from({ length: 200 }, createOneTimePassword));
    expect(made.size).toBe(200);
    for (const password of made) expect(findWeakness(password)).toBeUndefined();
  });
});
