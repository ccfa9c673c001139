import { ABBREVIATIONS } from './abbreviations.ts';

/** Words in small letters, without accents, possessives and `(s)`: `Ménière's` is `meniere`. */
export function wordsOf(text: string): string[] {
  return (
    plain(text)
      .toLowerCase()
      .replace(/['’]s\b|\(e?s\)/g, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

function plain(text: string): string {
  return /^[\0-\x7F]*$/.test(text) ? text : text.normalize('NFD').replace(/[\u0300-\u036F]/g, '');
}

/** They stand in nearly every title, or in none where they are typed. */
const SMALL_WORDS: ReadonlySet<string> = new Set('an and at by for in of on or the to with'.split(' '));

/** The words of a query that choose, each once; small words choose only where there are no others. */
export function queryWords(query: string): string[] {
  const words = [...new Set(wordsOf(query))];
  const choosing = words.filter(word => !SMALL_WORDS.has(word));
  return choosing.length > 0 ? choosing : words;
}

/** With what abbreviations stand for; the words themselves where there are none. */
export function spelledOut(words: readonly string[]): readonly string[] {
  if (!words.some(word => ABBREVIATIONS.has(word))) return words;
  return [...new Set(words.flatMap(word => ABBREVIATIONS.get(word) ?? [word]))];
}
