import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { MOST_OF_QUOTA, type Quota, type VisitType } from '../lib/quotas.ts';

export interface QuotaRowsProps {
  /** The hours that they belong to, such as `Monday 08:00`. */
  readonly of: string;
  readonly quotas: readonly Quota[];
  readonly types: readonly VisitType[];
  readonly onChange: (quotas: Quota[]) => void;
}

/** How many visits of some types at most begin in these hours. Types in one row share their number. */
export function QuotaRows({ of, quotas, types, onChange }: QuotaRowsProps) {
  const replace = (quota: Quota, next: Quota) =>
    onChange(quotas.map(entry => (entry === quota ? next : entry)));
  const toggle = (quota: Quota, typeId: string) => {
    const has = quota.appointmentTypeIds.includes(typeId);
    const ids = has
      ? quota.appointmentTypeIds.filter(id => id !== typeId)
      : [...quota.appointmentTypeIds, typeId];
    // one type always stays: a limit of nothing limits nothing
    if (ids.length > 0) replace(quota, { ...quota, appointmentTypeIds: ids });
  };
  const free = types.find(
    type => !quotas.some(quota => quota.appointmentTypeIds.includes(type.appointmentTypeId)),
  );
  return (
    <>
      {quotas.map((quota, index) => (
        <div key={index} className="sd-quota" role="group" aria-label={`Limit ${index + 1} of ${of}`}>
          <span>At most</span>
          <input
            type="number"
            className="sd-input sd-num"
            aria-label={`Visits at most, limit ${index + 1} of ${of}`}
            min={0}
            max={MOST_OF_QUOTA}
            value={quota.most}
            onChange={event => replace(quota, { ...quota, most: mostOf(event.target.value) })}
          />
          <span className="sd-quota__types">
            {types.map(({ appointmentTypeId, name }) => (
              <button
                key={appointmentTypeId}
                type="button"
                aria-pressed={quota.appointmentTypeIds.includes(appointmentTypeId)}
                onClick={() => toggle(quota, appointmentTypeId)}
              >
                {name}
              </button>
            ))}
          </span>
          <IconButton
            aria-label={`Remove limit ${index + 1} of ${of}`}
            onClick={() => onChange(quotas.filter(entry => entry !== quota))}
          >
            <X size={16} />
          </IconButton>
        </div>
      ))}
      {free && (
        <Button
          size="small"
          aria-label={`Limit visits, ${of}`}
          startIcon={<Plus size={14} />}
          onClick={() => onChange([...quotas, { appointmentTypeIds: [free.appointmentTypeId], most: 2 }])}
        >
          Limit visits
        </Button>
      )}
    </>
  );
}

function mostOf(text: string): number {
  const value = Math.trunc(Number(text));
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), MOST_OF_QUOTA) : 0;
}
