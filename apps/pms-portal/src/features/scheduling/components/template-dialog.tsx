import { addDays, type LocalDate } from '@spark-den/kernel';
import { DateInput, FormDialog, useToday } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useScheduleChange } from '../api/schedule-commands.ts';
import { resourcesQuery, scheduling, typesQuery } from '../api/scheduling-queries.ts';
import type { Rule } from '../lib/week.ts';
import { AvailabilityPreview } from './availability-preview.tsx';
import { RuleRows } from './rule-rows.tsx';

/** Changes a provider's working week from a date on; shows what would come of it before it is saved. */
export function TemplateDialog({
  providerId,
  providerName,
  rules: before,
  onClose,
}: {
  readonly providerId: string;
  readonly providerName: string;
  readonly rules: readonly Rule[];
  readonly onClose: () => void;
}) {
  const tomorrow = addDays(useToday(), 1);
  const [rules, setRules] = useState<readonly Rule[]>(before);
  const [effectiveFrom, setFrom] = useState<LocalDate | ''>(tomorrow);
  const resources = useQuery(resourcesQuery);
  const types = useQuery(typesQuery);
  const save = useScheduleChange(
    (input: { effectiveFrom: LocalDate }) =>
      scheduling.putAvailabilityTemplate({ providerId, rules: [...rules], ...input }),
    `Working week of ${providerName} saved`,
    onClose,
  );
  return (
    <FormDialog
      title={`Working week of ${providerName}`}
      width={760}
      confirmLabel="Save working week"
      busy={save.isPending}
      disabled={effectiveFrom === ''}
      onConfirm={() => effectiveFrom !== '' && save.mutate({ effectiveFrom })}
      onClose={onClose}
    >
      <DateInput
        label="From"
        span={4}
        required
        hint="The week before it stays as it is"
        value={effectiveFrom}
        onValueChange={setFrom}
      />
      <div className="sd-field" data-span={12}>
        <RuleRows
          rules={rules}
          locations={resources.data?.locations ?? []}
          types={types.data?.items.filter(type => type.active) ?? []}
          onChange={setRules}
        />
      </div>
      {effectiveFrom !== '' && (
        <div className="sd-field" data-span={12}>
          <AvailabilityPreview
            providerId={providerId}
            from={effectiveFrom}
            change={{ kind: 'template', effectiveFrom, rules: [...rules] }}
          />
        </div>
      )}
    </FormDialog>
  );
}
