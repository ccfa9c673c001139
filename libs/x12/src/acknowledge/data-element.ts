import { elementRulesOf, isKnownSegment } from '../guides/standard.ts';

/** The dictionary's number of an element, for IK402. */
export function dataElementOf(segment: string, index: number, part: number | undefined): string | undefined {
  if (!isKnownSegment(segment)) return undefined;
  const rule = elementRulesOf(segment)[index - 1];
  const inner = part === undefined ? rule : (rule?.components[part - 1] ?? rule);
  const number = inner?.dataElement;
  return number !== undefined && /^\d{1,4}$/.test(number) ? number : undefined;
}

/** Element 447 holds four characters: 2010AA goes as 2010. */
export function loopId(path: string): string | undefined {
  return path.split('/').at(-1)?.slice(0, 4) || undefined;
}
