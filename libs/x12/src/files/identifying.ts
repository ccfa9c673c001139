/**
 * What an element tells of a person: an id or name, a tax id after its leading 1, free text, a date, or a date or period in
 * the format of the element before it.
 */
export type Kind = 'id' | 'tin' | 'text' | 'date' | 'period';

/** The same kind for several elements. */
function alike<K>(kind: K, ...elements: readonly number[]): Readonly<Record<number, K>> {
  return Object.fromEntries(elements.map(index => [index, kind]));
}

/** Segments about people, whose other elements are codes of few characters: what is longer has slipped there from elsewhere. */
export const ABOUT_PEOPLE: ReadonlySet<string> = new Set([
  'DMG',
  'N1',
  'N2',
  'N3',
  'N4',
  'NM1',
  'PER',
  'REF',
]);
export const LONGEST_CODE = 3;

/** By segment and element; of composites by component. Everything else is a code, a count or an amount. */
export const IDENTIFYING: Readonly<
  Record<string, Readonly<Record<number, Kind | Readonly<Record<number, Kind>>>>>
> = {
  ISA: { 2: 'id', 4: 'id', 6: 'id', 8: 'id', 9: 'date' },
  GS: { 2: 'id', 3: 'id', 4: 'date' },
  TA1: { 2: 'date' },
  AK3: {},
  AK4: { 4: 'text' },
  AK5: {},
  BHT: { 3: 'id', 4: 'date' },
  BPR: { 7: 'id', 9: 'id', 10: 'id', 11: 'id', 13: 'id', 15: 'id', 16: 'date', 19: 'id', 21: 'id' },
  CLM: { 1: 'id' },
  CLP: { 1: 'id', 7: 'id' },
  CN1: { 4: 'id' },
  CR1: { 7: 'id', 8: 'id', 9: 'text', 10: 'text' },
  CR2: { 10: 'text', 11: 'text' },
  CR3: { 5: 'text' },
  CR5: { 5: 'text', 9: 'text' },
  CR6: { 4: 'period', 16: 'period', ...alike('date', 2, 5, 9, 12, 13, 14, 18, 19, 20, 21) },
  CTX: { 1: { 2: 'id' } },
  CUR: alike('date', 8, 11, 14, 17, 20),
  DMG: { 2: 'date' },
  DN1: { 4: 'text' },
  DN2: { 5: 'period' },
  DTM: { 2: 'date', 6: 'period' },
  DTP: { 3: 'period' },
  EB: { 5: 'text', 13: { 7: 'text' } },
  EQ: { 2: { 7: 'text' } },
  FRM: { 3: 'id', 4: 'date' },
  HCP: { 4: 'id', 5: 'id', 6: 'id' },
  HCR: { 2: 'id' },
  HI: alike({ 4: 'period' } as const, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
  III: { 4: 'text' },
  IK4: { 4: 'text' },
  INS: { 12: 'date' },
  K3: { 1: 'text' },
  LUI: { 3: 'text' },
  MPI: { 4: 'text', 7: 'date' },
  MSG: { 1: 'text' },
  N1: { 2: 'id', 4: 'id' },
  N2: { 1: 'id', 2: 'id' },
  N3: { 1: 'id', 2: 'id' },
  N4: { 1: 'id', 3: 'id', 6: 'id' },
  NM1: { 3: 'id', 4: 'id', 5: 'id', 6: 'id', 7: 'id', 9: 'id', 12: 'id' },
  NTE: { 2: 'text' },
  PAT: { 6: 'date' },
  PER: { 2: 'id', 4: 'id', 6: 'id', 8: 'id', 9: 'id' },
  PLB: {
    1: 'id',
    2: 'date',
    ...alike({ 2: 'id' } as const, 3, 5, 7, 9, 11, 13),
  },
  PS1: { 1: 'id' },
  PWK: { 6: 'id', 7: 'text' },
  REF: { 2: 'id', 3: 'text', 4: { 2: 'id', 4: 'id', 6: 'id' } },
  RDM: { 2: 'id', 3: 'id', 4: { 2: 'id' }, 5: { 2: 'id' } },
  SBR: { 3: 'id', 4: 'id' },
  STC: { 2: 'date', 6: 'date', 8: 'date', 9: 'id', 12: 'text' },
  SV1: { 1: { 7: 'text' }, 17: 'id' },
  SV2: { 2: { 7: 'text' } },
  SV3: { 1: { 7: 'text' }, 7: 'text' },
  SV5: { 1: { 7: 'text' } },
  SVC: { 1: { 7: 'text' }, 6: { 7: 'text' } },
  SVD: { 1: 'id', 3: { 7: 'text' } },
  TRN: { 2: 'id', 3: 'tin', 4: 'id' },
  TS3: { 1: 'id', 3: 'date' },
};
