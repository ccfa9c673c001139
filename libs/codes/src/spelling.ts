/** Longer words may be mistyped twice. */
const LONG = 8;
const SHORTEST = 4;

/**
 * The known word that was probably meant: it begins alike, and one letter (two of a long word) is missing, too many,
 * another or changed places. Of several the nearest, then the one that is used most.
 * @param known words and how often each is used
 */
export function nearestWord(typed: string, known: Iterable<readonly [string, number]>): string | undefined {
  if (typed.length < SHORTEST) return undefined;
  const most = typed.length >= LONG ? 2 : 1;
  let best: { readonly word: string; readonly distance: number; readonly uses: number } | undefined;
  for (const [word, uses] of known) {
    if (word.charAt(0) !== typed.charAt(0) || Math.abs(word.length - typed.length) > most) continue;
    const distance = distanceOf(typed, word, best?.distance ?? most);
    if (distance > most) continue;
    if (!best || distance < best.distance || (distance === best.distance && uses > best.uses))
      best = { word, distance, uses };
  }
  return best?.word;
}

/** Edits from one word to the other, two neighbours that changed places counting as one; more than `most` is told as that and one. */
function distanceOf(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        at(last, column) + 1,
        at(now, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && isSwapped) cost = Math.min(cost, at(before, column - 2) + 1);
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, now];
  }
  return at(last, other.length);
}

function at(costs: readonly number[], index: number): number {
  return costs[index] ?? Number.POSITIVE_INFINITY;
}
