import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Visit } from '@spark-den/contracts/clinical/types';
import { addDays, isLocalDate, type LocalDate } from '@spark-den/kernel';
import {
  EmptyState,
  errorText,
  formatLongDay,
  PageHeader,
  StatusChip,
  useNow,
  useToast,
  useToday,
  useZone,
  ViewSwitch,
  Worklist,
} from '@spark-den/ui';
import { useLocationId, useSession, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { locationsQuery, providersQuery } from '../../../app/practice-queries.ts';
import { useOpenEncounter } from '../../encounters/public.ts';
import { visitsQuery } from '../api/visit-queries.ts';
import { visitColumns } from '../components/visit-columns.tsx';
import { patientName } from '../lib/visit-words.ts';

/** Who is here: the visits of a day whose patients have arrived. */
export function TodayPage() {
  useTitle('Today');
  const { user } = useSession();
  const zone = useZone();
  const navigate = useNavigate();
  const toast = useToast();
  const [search, setSearch] = useSearchParams();
  const now = useNow();
  const today = useToday();
  const asked = search.get('date') ?? '';
  const date = isLocalDate(asked) ? asked : today;
  const view = search.get('view') ?? (user.providerId ? 'mine' : 'all');
  const visits = useQuery(visitsQuery(date, view === 'mine' ? (user.providerId ?? undefined) : undefined));
  const providers = useQuery(providersQuery);
  const locations = useQuery(locationsQuery);
  const placeId = useLocationId();
  const open = useOpenEncounter();

  const rows = useMemo(
    () => (visits.data?.items ?? []).filter(visit => placeId === undefined || visit.locationId === placeId),
    [visits.data, placeId],
  );
  const columns = useMemo(
    () =>
      visitColumns({
        zone,
        asOf: visits.data?.asOf ?? now,
        date,
        nameOfProvider: id => {
          const provider = providers.data?.items.find(item => item.id === id);
          return provider ? `${provider.lastName}, ${provider.credential}` : '';
        },
        nameOfLocation: id => locations.data?.items.find(item => item.id === id)?.name ?? '',
        withProvider: view === 'all',
      }),
    [zone, now, visits.data?.asOf, date, providers.data, locations.data, view],
  );
  const go = (change: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(change)) next.set(name, value);
    if (next.get('date') === today) next.delete('date');
    setSearch(next);
  };
  const openVisit = (visit: Visit) => {
    if (visit.encounterId) return navigate(`/encounters/${visit.encounterId}`);
    open.mutate(visit.appointmentId, {
      onSuccess: encounter => navigate(`/encounters/${encounter.encounterId}`),
      onError: error => toast.show(errorText(error).title, { tone: 'danger' }),
    });
  };
  const waiting = rows.filter(visit => visit.encounterStatus !== 'signed').length;

  return (
    <>
      <PageHeader
        title={date === today ? 'Today' : formatLongDay(date)}
        aside={
          <>
            {date === today && <span className="sd-text2">{formatLongDay(date)}</span>}
            {visits.data && (
              <StatusChip tone={waiting === 0 ? 'success' : 'neutral'}>{waiting} to sign</StatusChip>
            )}
          </>
        }
        actions={<DayPicker date={date} today={today} onDate={next => go({ date: next })} />}
      />
      {user.providerId !== null && (
        <ViewSwitch
          label="Whose visits"
          value={view}
          onChange={next => go({ view: next })}
          views={[
            { value: 'mine', label: 'My patients' },
            { value: 'all', label: 'Everybody' },
          ]}
        />
      )}
      <Worklist
        label="Visits"
        columns={columns}
        rows={rows}
        rowId={visit => visit.appointmentId}
        rowLabel={visit => patientName(visit.patient)}
        onOpen={openVisit}
        isLoading={visits.isPending}
        error={visits.error}
        onRetry={() => void visits.refetch()}
        empty={
          <EmptyState kind="first" title="Nobody has arrived">
            Patients appear here as soon as the front desk marks their arrival.
          </EmptyState>
        }
      />
    </>
  );
}

function DayPicker({
  date,
  today,
  onDate,
}: {
  date: LocalDate;
  today: LocalDate;
  onDate: (date: LocalDate) => void;
}) {
  return (
    <>
      <IconButton aria-label="Day before" onClick={() => onDate(addDays(date, -1))}>
        <ChevronLeft size={18} />
      </IconButton>
      <Button onClick={() => onDate(today)} disabled={date === today}>
        Today
      </Button>
      <IconButton aria-label="Day after" onClick={() => onDate(addDays(date, 1))}>
        <ChevronRight size={18} />
      </IconButton>
    </>
  );
}
