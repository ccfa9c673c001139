import type { ProviderSchedule } from '@spark-den/contracts/scheduling/types';
import type { OutputOf } from '@spark-den/contracts/operation';
import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { formatDay, formatMoment, formatTime, Panel } from '@spark-den/ui';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useScheduleChange } from '../api/schedule-commands.ts';
import { scheduling } from '../api/scheduling-queries.ts';

type Closure = OutputOf<typeof schedulingContract.operations.listClosures>['items'][number];

interface Entry {
  readonly id: string;
  readonly when: string;
  readonly what: string;
}

/** What differs from the working week, soonest first. */
export function ExceptionsPanel({
  schedule,
  closures,
  zone,
  placeOf,
  mayChange,
  actions,
}: {
  readonly schedule: ProviderSchedule;
  readonly closures: readonly Closure[];
  readonly zone: string;
  readonly placeOf: (locationId: string) => string;
  readonly mayChange: boolean;
  readonly actions: ReactNode;
}) {
  const remove = useScheduleChange(
    (entryId: string) => scheduling.removeScheduleEntry({ entryId }),
    'Entry removed',
    () => undefined,
  );
  const hours = (windows: ProviderSchedule['overrides'][number]['windows']) =>
    windows.length === 0
      ? 'Not working'
      : windows
          .map(
            window =>
              `${formatTime(window.start)}–${formatTime(window.end)} at ${placeOf(window.locationId)}`,
          )
          .join(', ');
  const entries: Entry[] = [
    ...schedule.timeOff.map(entry => ({
      id: entry.timeOffId,
      when: `${formatMoment(entry.start, zone)} to ${formatMoment(entry.end, zone)}`,
      what: `Away: ${entry.reason}`,
    })),
    ...schedule.overrides.map(entry => ({
      id: entry.overrideId,
      when: formatDay(entry.date),
      what: `${hours(entry.windows)}: ${entry.reason}`,
    })),
    ...closures.map(entry => ({
      id: entry.closureId,
      when: formatDay(entry.date),
      what: `${entry.locationId ? placeOf(entry.locationId) : 'All locations'} closed: ${entry.reason}`,
    })),
  ];
  return (
    <Panel title="Time off, other hours, closures" actions={actions}>
      {entries.length === 0 && <p className="sd-text2">Nothing differs from the working week.</p>}
      <ul className="sd-entries">
        {entries.map(entry => (
          <li key={entry.id}>
            <div>
              <b>{entry.what}</b>
              <div className="sd-meta">{entry.when}</div>
            </div>
            {mayChange && (
              <Button size="small" disabled={remove.isPending} onClick={() => remove.mutate(entry.id)}>
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
