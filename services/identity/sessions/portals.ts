import type { Portal } from '@spark-den/contracts/identity/types';
import type { PermissionCatalogue } from '../roles/catalogue.ts';

const CLINICAL = 'clinical';

/** Portals that these permissions open: the clinical one by a clinical permission, the other by any other. */
export function portalsOf(permissions: Iterable<string>, catalogue: PermissionCatalogue): Portal[] {
  const services = new Set([...permissions].map(permission => catalogue.get(permission)?.service));
  services.delete(undefined);
  const portals: Portal[] = [];
  if ([...services].some(service => service !== CLINICAL)) portals.push('pms');
  if (services.has(CLINICAL)) portals.push('clinical');
  return portals;
}
