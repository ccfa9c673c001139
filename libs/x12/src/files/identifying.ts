/**
 * What an element tells of a person: an id or name, a tax id after its leading 1, free text, a date, or a date or period in
 * the format of the element before it.
 */
export type Kind = 'id' | 'tin' | 'text' | 'date' | 'period';

/** By segment and element; of composites by component. Everything else is a code, a count or an amount. */
export const IDENTIFYING: Readonly<
  Record<string, Readonly<Record<number, Kind | Readonly<Record<number, Kind>>>>>
> = {
  ISA: { 6: 'id', 8: 'id', 9: 'date' },
  GS: { 2: 'id', 3: 'id', 4: 'date' },
  TA1: { 2: 'date' },
  BHT: { 3: 'id', 4: 'date' },
  BPR: { 7: 'id', 9: 'id', 10: 'id', 11: 'id', 13: 'id', 15: 'id', 16: 'date' },
  CLM: { 1: 'id' },
  CLP: { 1: 'id', 7: 'id' },
  CN1: { 4: 'id' },
  CR1: { 9: 'text', 10: 'text' },
  CR2: { 10: 'text', 11: 'text' },
  CTX: { 1: { 2: 'id' } },
  DMG: { 2: 'date' },
  DTM: { 2: 'date' },
  DTP: { 3: 'period' },
  EB: { 5: 'text' },
  FRM: { 3: 'id', 4: 'date' },
  HCP: { 4: 'id', 5: 'id' },
  HI: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [index + 1, { 4: 'period' } as const])),
  IK4: { 4: 'text' },
  INS: { 12: 'date' },
  K3: { 1: 'text' },
  LUI: { 3: 'text' },
  MPI: { 4: 'text', 7: 'date' },
  MSG: { 1: 'text' },
  N1: { 2: 'id', 4: 'id' },
  N2: { 1: 'id', 2: 'id' },
  N3: { 1: 'id', 2: 'id' },
  N4: { 1: 'id', 3: 'id' },
  NM1: { 3: 'id', 4: 'id', 5: 'id', 7: 'id', 9: 'id' },
  NTE: { 2: 'text' },
  PAT: { 6: 'date' },
  PER: { 2: 'id', 4: 'id', 6: 'id', 8: 'id' },
  PLB: {
    1: 'id',
    2: 'date',
    ...Object.fromEntries([3, 5, 7, 9, 11, 13].map(index => [index, { 2: 'id' } as const])),
  },
  PS1: { 1: 'id' },
  PWK: { 6: 'id', 7: 'text' },
  REF: { 2: 'id', 3: 'text', 4: { 2: 'id', 4: 'id', 6: 'id' } },
  RDM: { 2: 'id', 3: 'id' },
  SBR: { 3: 'id', 4: 'id' },
  STC: { 2: 'date', 6: 'date', 8: 'date', 9: 'id', 12: 'text' },
  SV1: { 1: { 7: 'text' } },
  SV2: { 2: { 7: 'text' } },
  SVC: { 1: { 7: 'text' }, 6: { 7: 'text' } },
  SVD: { 1: 'id' },
  TRN: { 2: 'id', 3: 'tin', 4: 'id' },
  TS3: { 1: 'id', 3: 'date' },
};
