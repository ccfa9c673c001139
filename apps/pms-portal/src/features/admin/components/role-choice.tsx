import type { RoleKey } from '@spark-den/contracts/operation';
import { CheckInput } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { rolesQuery } from '../api/identity-queries.ts';

interface RoleChoiceProps {
  readonly value: readonly RoleKey[];
  readonly onChange: (roles: RoleKey[]) => void;
}

/** The roles of the practice with what each is for; duties that exclude each other are refused by the server. */
export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const { data } = useQuery(rolesQuery());
  return (
    <fieldset className="sd-section">
      <legend>Roles</legend>
      {data?.roles.map(role => (
        <CheckInput
          key={role.key}
          label={role.name}
          hint={role.description}
          checked={value.includes(role.key)}
          onChange={event =>
            onChange(event.target.checked ? [...value, role.key] : value.filter(key => key !== role.key))
          }
        />
      ))}
    </fieldset>
  );
}
