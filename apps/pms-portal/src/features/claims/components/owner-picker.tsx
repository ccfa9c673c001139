import { SelectInput } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { colleaguesQuery } from '../api/claim-queries.ts';

export interface OwnerPickerProps {
  /** Only who may do this can be given the work. */
  readonly permission: string;
  readonly value: string | null;
  readonly onChange: (ownerId: string | null) => void;
}

/** Whose work it is: nobody's, mine, or a colleague's. */
export function OwnerPicker({ permission, value, onChange }: OwnerPickerProps) {
  const { user } = useSession();
  const { data } = useQuery(colleaguesQuery(permission));
  const options = (data?.items ?? []).map(({ userId, displayName }) => ({
    value: userId,
    label: userId === user.id ? `${displayName} (me)` : displayName,
  }));
  const gone = data && value !== null && !options.some(option => option.value === value);
  return (
    <SelectInput
      label="Owner"
      span={6}
      placeholder="Nobody"
      options={gone ? [...options, { value, label: FORMER }] : options}
      value={value ?? ''}
      onChange={event => onChange(event.target.value || null)}
    />
  );
}

/** Somebody who may not do this work any more, or left. */
const FORMER = 'Somebody without this work now';

/** Says whose work it is; names are known once the colleagues are read. */
export function useOwnerName(permission: string): (ownerId: string | null) => string {
  const { data } = useQuery(colleaguesQuery(permission));
  return ownerId => {
    if (ownerId === null) return 'Nobody';
    return data?.items.find(({ userId }) => userId === ownerId)?.displayName ?? (data ? FORMER : '…');
  };
}
