import Button from '@mui/material/Button';
import type { Role } from '@spark-den/contracts/identity/types';
import {
  CheckInput,
  ErrorState,
  InlineAlert,
  PageBody,
  PageHeader,
  Panel,
  SkeletonRows,
  ViewSwitch,
} from '@spark-den/ui';
import { useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { z } from 'zod';
import { identity, rolesQuery } from '../api/identity-queries.ts';
import { PolicyPanel } from '../components/policy-panel.tsx';

type RoleView = z.output<typeof Role>;
interface Permission {
  readonly key: string;
  readonly label: string;
  readonly service: string;
}

/** What each role may do in this practice, as data; and the duties that must stay with different people. */
export function RolesPage() {
  useTitle('Role & Permissions');
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useQuery(rolesQuery());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={10} />;
  const role = data.roles.find(({ key }) => key === params.get('role')) ?? data.roles[0];
  return (
    <>
      <PageHeader title="Role & Permissions" />
      <ViewSwitch
        label="Roles"
        views={data.roles.map(({ key, name, userCount }) => ({ value: key, label: name, count: userCount }))}
        value={role?.key ?? ''}
        onChange={value => setParams({ role: value })}
      />
      <PageBody>
        <div className="sd-stack">
          {role && (
            <RoleEditor key={`${role.key} ${role.version}`} role={role} permissions={data.permissions} />
          )}
          <Panel title="Duties that stay apart">
            <div className="sd-stack">
              {data.dutyRules.map(rule => (
                <InlineAlert key={rule.id} tone="info" title={rule.title}>
                  {rule.reason}
                </InlineAlert>
              ))}
            </div>
          </Panel>
          <PolicyPanel />
        </div>
      </PageBody>
    </>
  );
}

function RoleEditor({
  role,
  permissions,
}: {
  readonly role: RoleView;
  readonly permissions: readonly Permission[];
}) {
  const session = useSession();
  const [held, setHeld] = useState<ReadonlySet<string>>(() => new Set(role.permissions));
  const mayChange = session.can('identity.role.manage');
  const save = useCommand({
    touches: 'identity',
    run: () => identity.changeRole({ role: role.key, permissions: [...held] }, { version: role.version }),
    done: `${role.name} was changed; open sessions feel it within seconds`,
  });
  const changed = held.size !== role.permissions.length || role.permissions.some(key => !held.has(key));
  const services = [...new Set(permissions.map(({ service }) => service))].sort();
  const toggle = (key: string, on: boolean) =>
    setHeld(current => {
      const next = new Set(current);
      if (on) next.add(key);
      else next.delete(key);
      return next;
    });
  return (
    <Panel
      title={role.name}
      actions={
        mayChange && (
          <>
            <Button disabled={!changed} onClick={() => setHeld(new Set(role.permissions))}>
              Discard
            </Button>
            <Button
              variant="contained"
              color="primary"
              disabled={!changed || save.isPending}
              onClick={() => save.mutate(undefined)}
            >
              Save changes
            </Button>
          </>
        )
      }
    >
      <div className="sd-stack">
        <p className="sd-text2">{role.description}</p>
        <div className="sd-columns">
          {services.map(service => (
            <fieldset key={service} className="sd-section">
              <legend>{service.charAt(0).toUpperCase() + service.slice(1)}</legend>
              {permissions
                .filter(permission => permission.service === service)
                .map(({ key, label }) => (
                  <CheckInput
                    key={key}
                    label={label}
                    checked={held.has(key)}
                    disabled={!mayChange}
                    onChange={event => toggle(key, event.target.checked)}
                  />
                ))}
            </fieldset>
          ))}
        </div>
      </div>
    </Panel>
  );
}
