/** Visits: office evaluations by their bare codes, and the wellness visits of HCPCS Level II. */
export const EVALUATION_CODES: ReadonlySet<string> = new Set([
  '99202',
  '99203',
  '99204',
  '99205',
  '99211',
  '99212',
  '99213',
  '99214',
  '99215',
  'G0402',
  'G0438',
  'G0439',
]);

const OFFICE_VISITS = ['99202', '99203', '99204', '99205', '99211', '99212', '99213', '99214', '99215'];

/** Codes that cannot stand alone, with the services that they add to (HCPCS Level II descriptors). */
export const ADD_ON_CODES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['G2211', new Set(OFFICE_VISITS)],
  ['G2212', new Set(['99205', '99215'])],
]);

/** Modifiers that say why a service stands twice on one day (DOMAIN A.5, A.11). */
export const REPEAT_MODIFIERS: ReadonlySet<string> = new Set([
  '59',
  '76',
  '77',
  '91',
  'XE',
  'XP',
  'XS',
  'XU',
  'LT',
  'RT',
]);
