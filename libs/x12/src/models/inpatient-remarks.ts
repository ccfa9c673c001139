/** The remark codes (RARC) of an MIA: its elements 05 and 20 to 23. */
export function inpatientRemarks(elements: readonly string[]): readonly string[] {
  return [5, 20, 21, 22, 23].map(index => elements[index] ?? '').filter(code => code !== '');
}
