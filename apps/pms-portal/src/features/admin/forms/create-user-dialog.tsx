import { createUser } from '@spark-den/contracts/identity/user-operations';
import type { RoleKey } from '@spark-den/contracts/operation';
import { FormDialog, FormSection, TextInput, type FieldProblem } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { identity } from '../api/identity-queries.ts';
import { OneTimePasswordDialog } from '../components/one-time-password.tsx';
import { RoleChoice } from '../components/role-choice.tsx';

/** A new account. Each person has one of their own; its first password works once. */
export function CreateUserDialog({ onClose }: { readonly onClose: () => void }) {
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<RoleKey[]>([]);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const create = useCommand({
    touches: 'identity',
    run: () => identity.createUser({ displayName, email, roles }),
    done: `The account of ${displayName} was created`,
  });
  const submit = () => {
    const checked = createUser.input.safeParse({ displayName, email, roles });
    setProblems(checked.success ? [] : problemsIn(checked.error.issues.map(({ path }) => String(path[0]))));
    if (checked.success) create.mutate(undefined);
  };
  if (create.data) {
    const { user, oneTimePassword } = create.data;
    return (
      <OneTimePasswordDialog displayName={user.displayName} password={oneTimePassword} onClose={onClose} />
    );
  }
  return (
    <FormDialog
      title="New user"
      confirmLabel="Create user"
      problems={problems}
      busy={create.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <FormSection title="Person">
        <TextInput
          label="Name"
          name="displayName"
          required
          autoComplete="off"
          value={displayName}
          onChange={event => setDisplayName(event.target.value)}
        />
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          required
          autoComplete="off"
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
      </FormSection>
      <RoleChoice value={roles} onChange={setRoles} />
    </FormDialog>
  );
}

const MESSAGES: Readonly<Record<string, string>> = {
  displayName: 'Enter the name of the person.',
  email: 'Enter an e-mail address like name@example.org.',
  roles: 'Choose at least one role.',
};

/** In the order of the fields. */
function problemsIn(fields: readonly string[]): FieldProblem[] {
  return Object.entries(MESSAGES)
    .filter(([name]) => fields.includes(name))
    .map(([name, message]) => ({ name, message }));
}
