import type { User } from '@spark-den/contracts/identity/types';
import { FormDialog } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { identity } from '../api/identity-queries.ts';
import { RoleChoice } from '../components/role-choice.tsx';

export function RolesDialog({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const [roles, setRoles] = useState(user.roles);
  // of what was on the screen when it was opened
  const [version] = useState(user.version);
  const assign = useCommand({
    touches: 'identity',
    run: () => identity.assignRoles({ userId: user.id, roles }, { version }),
    done: `The roles of ${user.displayName} were changed; open sessions feel it within seconds`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Roles of ${user.displayName}`}
      confirmLabel="Save roles"
      busy={assign.isPending}
      disabled={roles.length === 0}
      onConfirm={() => assign.mutate(undefined)}
      onClose={onClose}
    >
      <RoleChoice value={roles} onChange={setRoles} />
    </FormDialog>
  );
}
