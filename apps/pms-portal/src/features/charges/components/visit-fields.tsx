import { LocalDateField } from '@spark-den/contracts/fields';
import { DateText, FactList, SelectInput, TextInput } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { locationsQuery, providersQuery } from '../api/charge-queries.ts';
import type { ChargeDraft, DraftChange } from '../lib/charge-draft.ts';

type Visit = Extract<DraftChange, { type: 'visit' }>['value'];

interface VisitFieldsProps {
  readonly draft: ChargeDraft;
  /** Facts instead of fields: the charge belongs to this visit. */
  readonly fixed: boolean;
  readonly onVisit: (value: Visit) => void;
}

/** When, by whom and where the services were given. */
export function VisitFields({ draft, fixed, onVisit }: VisitFieldsProps) {
  const providers = (useQuery(providersQuery()).data?.items ?? []).map(
    ({ id, firstName, lastName, credential }) => ({
      value: id,
      label: `${firstName} ${lastName}, ${credential}`,
    }),
  );
  const locations = (useQuery(locationsQuery()).data?.items ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  if (fixed) {
    return (
      <FactList
        facts={[
          ['Date of service', <DateText value={draft.dateOfService} />],
          ['Provider', providers.find(({ value }) => value === draft.providerId)?.label ?? '…'],
          ['Location', locations.find(({ value }) => value === draft.locationId)?.label ?? '…'],
        ]}
      />
    );
  }
  return (
    <div className="sd-grid">
      <TextInput
        span={4}
        type="date"
        label="Date of service"
        required
        value={draft.dateOfService}
        onChange={event => {
          const date = LocalDateField.safeParse(event.target.value);
          if (date.success) onVisit({ dateOfService: date.data });
        }}
      />
      <SelectInput
        span={4}
        label="Provider"
        required
        placeholder="Choose"
        options={providers}
        value={draft.providerId}
        onChange={event => onVisit({ providerId: event.target.value })}
      />
      <SelectInput
        span={4}
        label="Location"
        required
        placeholder="Choose"
        options={locations}
        value={draft.locationId}
        onChange={event => onVisit({ locationId: event.target.value })}
      />
    </div>
  );
}
