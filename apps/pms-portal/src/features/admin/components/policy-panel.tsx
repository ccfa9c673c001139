import Button from '@mui/material/Button';
import type { SecurityPolicy } from '@spark-den/contracts/identity/types';
import { Panel, SelectInput, TextInput } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { identity, policyQuery } from '../api/identity-queries.ts';

/** How people of this practice sign in, and for how long. */
export function PolicyPanel() {
  const { data } = useQuery(policyQuery());
  return data ? <PolicyForm key={data.version} policy={data} version={data.version} /> : null;
}

function PolicyForm({ policy, version }: { readonly policy: SecurityPolicy; readonly version: number }) {
  const mayChange = useSession().can('identity.role.manage');
  const [secondFactor, setSecondFactor] = useState(policy.secondFactor);
  const [idleMinutes, setIdleMinutes] = useState(String(policy.idleMinutes));
  const [absoluteHours, setAbsoluteHours] = useState(String(policy.absoluteHours));
  const next = { secondFactor, idleMinutes: Number(idleMinutes), absoluteHours: Number(absoluteHours) };
  const save = useCommand({
    touches: 'identity',
    run: () => identity.changePolicy(next, { version }),
    done: 'The sign-in policy was changed',
  });
  const changed =
    secondFactor !== policy.secondFactor ||
    next.idleMinutes !== policy.idleMinutes ||
    next.absoluteHours !== policy.absoluteHours;
  return (
    <Panel
      title="Sign-in policy"
      actions={
        mayChange && (
          <Button
            variant="contained"
            color="primary"
            disabled={!changed || save.isPending}
            onClick={() => save.mutate(undefined)}
          >
            Save policy
          </Button>
        )
      }
    >
      <div className="sd-columns">
        <SelectInput
          label="Second factor"
          options={[
            { value: 'required', label: 'Required for everybody' },
            { value: 'optional', label: 'Optional' },
          ]}
          value={secondFactor}
          disabled={!mayChange}
          onChange={event => setSecondFactor(event.target.value === 'required' ? 'required' : 'optional')}
        />
        <TextInput
          label="Lock after idle minutes"
          type="number"
          min={2}
          max={60}
          value={idleMinutes}
          disabled={!mayChange}
          onChange={event => setIdleMinutes(event.target.value)}
        />
        <TextInput
          label="Sign in again after hours"
          type="number"
          min={1}
          max={24}
          value={absoluteHours}
          disabled={!mayChange}
          onChange={event => setAbsoluteHours(event.target.value)}
        />
      </div>
    </Panel>
  );
}
