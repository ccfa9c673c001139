import { localDate } from '@spark-den/kernel';

export const day = localDate('2026-11-16');
export const npi = { idQualifier: 'XX', id: '1990000105' } as const;
export const rendering = {
  kind: 'person',
  name: 'OSEI',
  firstName: 'AMARA',
  idQualifier: 'XX',
  id: '1990000204',
} as const;
export const ROSA = {
  kind: 'person',
  name: 'DELGADO',
  firstName: 'ROSA',
  idQualifier: 'MI',
  id: 'SMA000003',
} as const;
export const ADDRESS = {
  lines: ['410 LAKESHORE DRIVE'],
  city: 'EVANSTON',
  state: 'IL',
  postalCode: '602014410',
};
