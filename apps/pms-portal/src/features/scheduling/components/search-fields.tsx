import type { LocalDate } from '@spark-den/kernel';
import { DateInput, SelectInput } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { resourcesQuery } from '../api/scheduling-queries.ts';

export interface SearchChoice {
  readonly providerId: string;
  readonly locationId: string;
  readonly from: LocalDate | '';
}

/** With whom, where and from when to look. */
export function SearchFields({
  value,
  onChange,
}: {
  readonly value: SearchChoice;
  readonly onChange: (value: SearchChoice) => void;
}) {
  const { data } = useQuery(resourcesQuery);
  const providers = (data?.resources ?? []).filter(entry => entry.kind === 'provider' && entry.active);
  return (
    <>
      <SelectInput
        label="Provider"
        span={4}
        placeholder="Any provider"
        options={providers.map(entry => ({ value: entry.resourceId, label: entry.name }))}
        value={value.providerId}
        onChange={event => onChange({ ...value, providerId: event.target.value })}
      />
      <SelectInput
        label="Location"
        span={4}
        placeholder="Any location"
        options={(data?.locations ?? []).map(entry => ({ value: entry.locationId, label: entry.name }))}
        value={value.locationId}
        onChange={event => onChange({ ...value, locationId: event.target.value })}
      />
      <DateInput
        label="From"
        span={4}
        value={value.from}
        onValueChange={from => onChange({ ...value, from })}
      />
    </>
  );
}
