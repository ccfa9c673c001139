import { z } from 'zod';
import { Id } from '../fields.ts';
import { event } from '../operation.ts';
import { RoleKeyField } from './types.ts';

export const userCreated = event('UserCreated', z.object({ userId: Id, roles: z.array(RoleKeyField) }));
export const userDisabled = event('UserDisabled', z.object({ userId: Id }), { live: true });
export const userEnabled = event('UserEnabled', z.object({ userId: Id }), { live: true });
export const userRolesChanged = event(
  'UserRolesChanged',
  z.object({ userId: Id, added: z.array(RoleKeyField), removed: z.array(RoleKeyField) }),
  { live: true },
);
export const roleChanged = event(
  'RoleChanged',
  z.object({ role: RoleKeyField, added: z.array(z.string()), removed: z.array(z.string()) }),
  { live: true },
);
export const sessionRevoked = event('SessionRevoked', z.object({ sessionId: Id, userId: Id }), {
  live: true,
});
