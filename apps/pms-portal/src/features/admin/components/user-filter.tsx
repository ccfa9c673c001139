import { SelectInput } from '@spark-den/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { usersQuery } from '../api/identity-queries.ts';

/** Narrows a list to one person; kept in the address as `user`. */
export function UserFilter() {
  const [params, setParams] = useSearchParams();
  const { data } = useInfiniteQuery(usersQuery());
  const users = data?.pages.flatMap(page => page.items) ?? [];
  return (
    <SelectInput
      label="Person"
      hideLabel
      placeholder="Everybody"
      options={users.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      value={params.get('user') ?? ''}
      onChange={event =>
        setParams(current => {
          if (event.target.value === '') current.delete('user');
          else current.set('user', event.target.value);
          return current;
        })
      }
    />
  );
}
