import type { User } from '@spark-den/contracts/identity/types';
import { FormDialog, SelectInput, TextInput } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { identity, providersQuery } from '../api/identity-queries.ts';

/** The name of a person, and the provider record that they sign as. The e-mail is the account itself. */
export function UserDialog({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  // of what was on the screen when it was opened
  const [version] = useState(user.version);
  const [displayName, setName] = useState(user.displayName);
  const [providerId, setProvider] = useState(user.providerId ?? '');
  const { data } = useQuery(providersQuery());
  const save = useCommand({
    touches: 'identity',
    run: () =>
      identity.updateUser(
        { userId: user.id, displayName: displayName.trim(), providerId: providerId || null },
        { version },
      ),
    done: after => `${after.displayName} was changed`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Edit ${user.displayName}`}
      confirmLabel="Save user"
      busy={save.isPending}
      disabled={displayName.trim() === ''}
      onConfirm={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        required
        maxLength={120}
        autoComplete="off"
        value={displayName}
        onChange={event => setName(event.target.value)}
      />
      <SelectInput
        label="Signs as"
        hint="The provider record of who treats patients"
        placeholder="No provider"
        options={(data?.items ?? []).map(({ id, firstName, lastName, credential }) => ({
          value: id,
          label: `${firstName} ${lastName}, ${credential}`,
        }))}
        value={providerId}
        onChange={event => setProvider(event.target.value)}
      />
    </FormDialog>
  );
}
