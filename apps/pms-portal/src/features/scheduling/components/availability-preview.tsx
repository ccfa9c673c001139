import type { InputOf } from '@spark-den/contracts/operation';
import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { LocalDate } from '@spark-den/kernel';
import { ErrorState, formatDay, formatTime, InlineAlert, usePaused } from '@spark-den/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { scheduling } from '../api/scheduling-queries.ts';

type Change = NonNullable<InputOf<typeof schedulingContract.operations.previewAvailability>['change']>;

const DAYS = 28;
const PAUSE_MS = 300;

/** What a change would mean for the next four weeks: hours gained or lost, and who is booked outside them. */
export function AvailabilityPreview({
  providerId,
  from,
  change,
}: {
  readonly providerId: string;
  readonly from: LocalDate;
  readonly change: Change;
}) {
  const asked = JSON.parse(usePaused(JSON.stringify(change), PAUSE_MS)) as Change;
  const { data, error } = useQuery({
    queryKey: ['scheduling', 'preview', providerId, from, asked],
    queryFn: ({ signal }) =>
      scheduling.previewAvailability({ providerId, from, days: DAYS, change: asked }, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (error) return <ErrorState error={error} />;
  if (!data) return null;
  const hours = (minutes: number) => `${Math.round(minutes / 6) / 10} h`;
  return (
    <InlineAlert
      tone={data.affected.length > 0 ? 'warning' : 'info'}
      title={`Four weeks: ${hours(data.minutesNow)} open now, ${hours(data.minutesThen)} then`}
    >
      {data.affected.length > 0 && (
        <>
          <p>
            {data.affected.length === 1
              ? 'One booked visit would be outside these hours:'
              : `${data.affected.length} booked visits would be outside these hours:`}
          </p>
          <ul>
            {data.affected.slice(0, 8).map(visit => (
              <li key={visit.appointmentId}>
                {formatDay(visit.date)}, {formatTime(visit.localStart)} · {visit.patientName}
              </li>
            ))}
          </ul>
        </>
      )}
    </InlineAlert>
  );
}
