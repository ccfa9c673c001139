import type { User } from '@spark-den/contracts/identity/types';
import { InlineAlert, SelectInput } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accessQuery, rolesQuery } from '../api/identity-queries.ts';

/** Why a person may or may not do something, in words. */
export function AccessCheck({ user }: { readonly user: User }) {
  const [permission, setPermission] = useState('');
  const { data: catalogue } = useQuery(rolesQuery());
  const { data: answer } = useQuery({ ...accessQuery(user.id, permission), enabled: permission !== '' });
  const options = (catalogue?.permissions ?? [])
    .map(({ key, label }) => ({ value: key, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div className="sd-stack">
      <SelectInput
        label={`May ${user.displayName} …?`}
        placeholder="Choose what"
        options={options}
        value={permission}
        onChange={event => setPermission(event.target.value)}
      />
      {answer && (
        <InlineAlert tone={answer.allowed ? 'success' : 'warning'} title={answer.allowed ? 'Yes' : 'No'}>
          {answer.explanation}
        </InlineAlert>
      )}
    </div>
  );
}
