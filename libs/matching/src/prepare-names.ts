import { knownName } from './placeholders.ts';
import { fold } from './text.ts';
import type { PersonRecord } from './types.ts';

export interface PreparedNames {
  readonly given: readonly string[];
  readonly familyTokens: readonly string[];
  readonly former: readonly string[];
  /** 1 senior, 2 junior, 3 … */
  readonly generation: number | undefined;
}

const GENERATIONS: Readonly<Record<string, number>> = {
  sr: 1,
  senior: 1,
  jr: 2,
  junior: 2,
  ii: 2,
  iii: 3,
  iv: 4,
};
const words = (text: string) => new Set(text.split(/\s+/));
/** Not among them what is also a first name in the United States, such as Earl or Duke. */
const TITLES = words(
  `mr mrs ms miss mx dr prof professor rev reverend rt hon honorable honourable sir dame lady lord countess viscount
  viscountess baronet bt bart capt captain col colonel maj lt lieutenant sgt sergeant admiral fr sister`,
);
/** What stands behind a name and is no part of it. */
const CREDENTIALS = words('md phd esq rn dds dvm msw lcsw');
const PARTICLES = words('of the and de la le da di van von der den del zu y e');

/** Splits names into words, sets titles and generations apart, and reads what only the whole name tells. */
export function prepareNames(record: PersonRecord): PreparedNames {
  const suffixes: string[] = record.suffix ? [fold(record.suffix)] : [];
  let given = (record.given ?? []).flatMap(name => nameTokens(name, suffixes));
  let familyTokens = nameTokens(record.family, suffixes);
  const former = (record.formerFamily ?? []).map(name => fold(name).replaceAll(' ', '')).filter(knownName);
  if (record.fullName !== undefined) {
    const whole = splitWhole(record.fullName, suffixes);
    if (given.length === 0 && familyTokens.length === 0) ({ given, familyTokens } = whole);
    else {
      const known = new Set([...given, ...familyTokens, familyTokens.join('')]);
      const further = [...new Set([...whole.given, ...whole.familyTokens])].filter(
        token => !known.has(token) && !PARTICLES.has(token),
      );
      given = [...given, ...further];
      former.push(...further.filter(token => token.length >= 4));
    }
  }
  return {
    given,
    familyTokens,
    former,
    generation: suffixes.map(suffix => GENERATIONS[suffix]).find(value => value !== undefined),
  };
}

/** `Ann Marie Lee` or `Lee, Ann Marie`; what follows a comma and is a title or a suffix turns nothing around. */
function splitWhole(name: string, suffixes: string[]): { given: string[]; familyTokens: string[] } {
  const [before = '', ...after] = name.split(',');
  const [head, tail] = [nameTokens(before, suffixes), nameTokens(after.join(' '), suffixes, true)];
  if (tail.length > 0 && head.length === 1) return { given: tail, familyTokens: head };
  const tokens = [...head, ...tail];
  return { given: tokens.slice(0, -1), familyTokens: tokens.slice(-1) };
}

/** @param follows whether the text stands behind a name, so that even its first word may be a suffix */
function nameTokens(name: string | undefined, suffixes: string[], follows = false): string[] {
  const folded = fold(name ?? '');
  if (!knownName(folded)) return [];
  return folded.split(' ').filter((token, position) => {
    if ((follows || position > 0) && GENERATIONS[token] !== undefined) {
      suffixes.push(token);
      return false;
    }
    if ((follows || position > 0) && CREDENTIALS.has(token)) return false;
    return !TITLES.has(token) && !/^\d+(?:st|nd|rd|th)$/.test(token) && knownName(token);
  });
}
