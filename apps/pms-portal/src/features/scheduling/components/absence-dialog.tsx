import { toInstant, uuidv7, type LocalDate } from '@spark-den/kernel';
import { browserNow, DateInput, FormDialog, SelectInput, TextInput, useToday, useZone } from '@spark-den/ui';
import { useState } from 'react';
import { useScheduleChange } from '../api/schedule-commands.ts';
import { scheduling } from '../api/scheduling-queries.ts';
import { readTime } from '../lib/week.ts';
import { AvailabilityPreview } from './availability-preview.tsx';

export interface AbsenceDialogProps {
  readonly providerId: string;
  readonly providerName: string;
  readonly locations: readonly { readonly locationId: string; readonly name: string }[];
  readonly onClose: () => void;
}

const KINDS = [
  { value: 'away', label: 'Away' },
  { value: 'other-hours', label: 'Other hours on a date' },
  { value: 'closure', label: 'Location closed' },
] as const;

/** Time off, other hours for one date, or a closure: what differs from the working week. */
export function AbsenceDialog({ providerId, providerName, locations, onClose }: AbsenceDialogProps) {
  const zone = useZone();
  const today = useToday();
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>('away');
  const [date, setDate] = useState<LocalDate | ''>(today);
  const [from, setFrom] = useState('08:00');
  const [to, setTo] = useState('17:00');
  const [locationId, setLocation] = useState('');
  const [reason, setReason] = useState('');
  const start = readTime(from);
  const end = readTime(to);
  const place = locationId || locations[0]?.locationId || '';
  const ready =
    date !== '' && start !== undefined && end !== undefined && start < end && reason.trim() !== '';
  const save = useScheduleChange(
    async () => {
      if (!ready) return;
      const words = { reason: reason.trim() };
      const id = uuidv7(Date.parse(browserNow()));
      if (kind === 'closure') {
        await scheduling.putClosure({
          closureId: id,
          locationId: locationId || null,
          date,
          start,
          end,
          ...words,
        });
      } else if (kind === 'away') {
        const span = { start: toInstant(date, start, zone), end: toInstant(date, end, zone) };
        await scheduling.putTimeOff({ timeOffId: id, resourceId: providerId, ...span, ...words });
      } else {
        const windows = [{ start, end, locationId: place }];
        await scheduling.putAvailabilityOverride({ providerId, date, windows, ...words });
      }
    },
    'Schedule changed',
    onClose,
  );
  const change =
    ready && kind === 'away'
      ? { kind: 'time-off' as const, start: toInstant(date, start, zone), end: toInstant(date, end, zone) }
      : ready && kind === 'other-hours'
        ? { kind: 'override' as const, date, windows: [{ start, end, locationId: place }] }
        : undefined;
  return (
    <FormDialog
      title={kind === 'closure' ? 'Close a location' : `Change the hours of ${providerName}`}
      width={560}
      confirmLabel="Save"
      busy={save.isPending}
      disabled={!ready}
      onConfirm={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <SelectInput
        label="What"
        span={6}
        options={KINDS}
        value={kind}
        onChange={event => setKind(KINDS.find(entry => entry.value === event.target.value)?.value ?? 'away')}
      />
      <DateInput label="Date" span={6} required value={date} onValueChange={setDate} />
      <TextInput
        label="From"
        span={6}
        type="time"
        value={from}
        onChange={event => setFrom(event.target.value)}
      />
      <TextInput label="To" span={6} type="time" value={to} onChange={event => setTo(event.target.value)} />
      {kind !== 'away' && (
        <SelectInput
          label="Location"
          placeholder={kind === 'closure' ? 'All locations' : undefined}
          options={locations.map(entry => ({ value: entry.locationId, label: entry.name }))}
          value={locationId}
          onChange={event => setLocation(event.target.value)}
        />
      )}
      <TextInput
        label="Reason"
        required
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      {change && date !== '' && (
        <div className="sd-field" data-span={12}>
          <AvailabilityPreview providerId={providerId} from={date} change={change} />
        </div>
      )}
    </FormDialog>
  );
}
