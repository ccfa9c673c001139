import type { PortalSession } from '@spark-den/ui/portal';
import { renderAt as render, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import type { RouteObject } from 'react-router-dom';

export const OSEI = '01900000-0000-7000-8002-000000000001';
const PERMISSIONS = [
  'clinical.encounter.read',
  'clinical.encounter.write',
  'clinical.encounter.sign',
  'patients.patient.read',
];

/** Dr. Osei at her screen; a nurse is the same without the right to sign. */
export function physicianSession(without: readonly string[] = []): PortalSession {
  return sessionOf(
    PERMISSIONS.filter(permission => !without.includes(permission)),
    { id: 'u7', displayName: 'Amara Osei, MD', providerId: OSEI },
  );
}

export const renderAt = (address: string, routes: RouteObject[], session = physicianSession()) =>
  render(address, routes, session);
