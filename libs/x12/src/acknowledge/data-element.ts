import { elementRulesOf, isKnownSegment } from '../guides/standard.ts';

/** The dictionary's number of an element, for IK402. */
export function dataElementOf(segment: string, index: number, part: number | undefined): string | undefined {
  if (!isKnownSegment(segment)) return undefined;
  const rule = elementRulesOf(segment)[index - 1];
  const inner = part === undefined ? rule : (rule?.components[part - 1] ?? rule);
  const number = inner?.dataElement;
  return number !== undefined && /^\d{1,4}$/.test(number) ? number : undefined;
}
