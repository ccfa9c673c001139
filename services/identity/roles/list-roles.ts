import type { Context } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { ROLE_TEXTS, type PermissionCatalogue } from './catalogue.ts';
import { listStoredRoles, type StoredRole } from './role-repository.ts';
import { DUTY_RULES } from './separation-of-duties.ts';

export const asRole = (role: StoredRole) => ({ ...ROLE_TEXTS[role.key], ...role });

export const listRoles =
  (catalogue: () => PermissionCatalogue) => async (context: Context<IdentityDatabase>) => ({
    roles: (await listStoredRoles(context.db)).map(asRole),
    permissions: [...catalogue().values()].map(({ key, label, service }) => ({ key, label, service })),
    dutyRules: DUTY_RULES.map(({ id, title, reason }) => ({ id, title, reason })),
  });
