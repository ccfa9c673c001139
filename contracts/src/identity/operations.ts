import { serviceContract } from '../operation.ts';
import * as account from './account-operations.ts';
import { identityErrors } from './errors.ts';
import * as events from './events.ts';
import * as internal from './internal-operations.ts';
import { identityPermissions } from './permissions.ts';
import * as role from './role-operations.ts';
import * as user from './user-operations.ts';

/** Who people are, what they may do, and where they are signed in. */
export const identityContract = serviceContract({
  name: 'identity',
  port: 3002,
  database: 'shared',
  operations: { ...account, ...user, ...role, ...internal },
  events,
  errors: identityErrors,
  permissions: identityPermissions,
});
