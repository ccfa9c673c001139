import { fold } from './text.ts';

const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/^x/, 's'],
  [/sch/g, 'x'],
  [/tch|ch|sh/g, 'x'],
  [/ph/g, 'f'],
  [/ght/g, 't'],
  [/(?<=[aeiou])gh/g, ''],
  [/gh/g, 'k'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/dg(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/g(?=[eiy])/g, 'j'],
  [/[cgq]/g, 'k'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/x(?=[^aeiou]|$)/g, 'x'],
  [/(?<=.)[wh]/g, ''],
  [/^[aeiouy]+/, 'a'],
  [/(?<=.)[aeiouy]/g, ''],
];

/** Names come again and again; what they sound like is kept, up to so many. */
const KEPT = 100_000;
const known = new Map<string, string>();

/**
 * What a name sounds like, in at most six letters: names that are said alike get the same key
 * (Smith, Smyth), and a wrong or lost vowel does not change it.
 */
export function soundKey(name: string): string {
  let key = known.get(name);
  if (key === undefined) {
    key = soundOf(name);
    if (known.size >= KEPT) known.clear();
    known.set(name, key);
  }
  return key;
}

function soundOf(name: string): string {
  let sound = fold(name).replace(/[^a-z]/g, '');
  for (const [pattern, replacement] of REWRITES) sound = sound.replace(pattern, replacement);
  return sound.replace(/(.)\1+/g, '$1').slice(0, 6);
}
