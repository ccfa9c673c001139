import type { Slot } from '@spark-den/contracts/scheduling/types';
import { addDays, type LocalDate } from '@spark-den/kernel';
import {
  FormDialog,
  formatDay,
  formatTime,
  InlineAlert,
  SelectInput,
  TextInput,
  useToast,
  useZone,
} from '@spark-den/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { resourcesQuery, scheduling, typesQuery, wishQuery } from '../api/scheduling-queries.ts';
import { useRefreshVisits } from '../api/visit-commands.ts';
import { refusal } from '../lib/problem.ts';
import { PatientPicker, type PickedPatient } from '../../patients/public.ts';
import { SearchFields, type SearchChoice } from './search-fields.tsx';
import { SlotList } from './slot-list.tsx';
import { useHold } from './use-hold.ts';
import { WishedTime, type Wish } from './wished-time.tsx';

export interface BookingStart {
  readonly date: LocalDate;
  readonly providerId?: string | undefined;
  readonly locationId?: string | undefined;
  readonly wish?: Wish | undefined;
  readonly patient?: PickedPatient;
}

const SEARCH_DAYS = 13;

/** Books a visit for a known patient: who, what for, and one of the free times, which is held meanwhile. */
export function BookingDialog({
  initial,
  onClose,
  onBooked,
}: {
  readonly initial: BookingStart;
  readonly onClose: () => void;
  readonly onBooked: (appointmentId: string, date: LocalDate) => void;
}) {
  const zone = useZone();
  const toast = useToast();
  const refresh = useRefreshVisits();
  const types = useQuery(typesQuery);
  const resources = useQuery(resourcesQuery);
  const [patient, setPatient] = useState(initial.patient);
  const [typeId, setTypeId] = useState('');
  const [visitReason, setVisitReason] = useState('');
  const [choice, setChoice] = useState<SearchChoice>({
    providerId: initial.providerId ?? '',
    locationId: initial.locationId ?? '',
    from: initial.date,
  });
  const [chosen, setChosen] = useState<Slot>();
  const active = (types.data?.items ?? []).filter(type => type.active);
  const appointmentTypeId =
    typeId || (active.find(type => type.name === 'Follow-up') ?? active[0])?.appointmentTypeId || '';
  const wished = useClickedTime(initial.wish, appointmentTypeId, setChosen);
  const held = useHold(chosen, appointmentTypeId);

  const book = useMutation({
    mutationFn: (slot: Slot) =>
      scheduling.bookAppointment({
        patientId: patient!.patientId,
        holdId: held.holdId,
        appointmentTypeId,
        providerId: slot.providerId,
        locationId: slot.locationId,
        start: slot.start,
        visitReason: visitReason.trim() || undefined,
      }),
    onSuccess: visit => {
      held.keep();
      toast.show(`Booked ${visit.patientName}, ${formatDay(visit.date)}, ${formatTime(visit.localStart)}`, {
        tone: 'success',
      });
      onBooked(visit.appointmentId, visit.date);
      onClose();
    },
    onSettled: refresh,
  });
  /** The fields follow what was chosen, so that it stands among the free times below. */
  const takeInstead = (slot: Slot) => {
    const { providerId, locationId } = slot;
    setChoice(before => ({
      from: before.from,
      providerId: before.providerId && providerId,
      locationId: before.locationId && locationId,
    }));
    setChosen(slot);
  };
  const providerName = (id: string) =>
    resources.data?.resources.find(entry => entry.resourceId === id)?.name ?? '';
  const confirmLabel = chosen
    ? `Book ${formatDay(chosen.date)}, ${formatTime(chosen.localStart)} · ${providerName(chosen.providerId)}`
    : 'Book visit';
  const problem = held.problem ?? (book.error ? refusal(book.error, zone) : undefined);
  return (
    <FormDialog
      title="Book a visit"
      width={720}
      confirmLabel={confirmLabel}
      busy={book.isPending || (chosen !== undefined && !held.holdId && !held.problem)}
      disabled={!patient || !chosen || held.problem !== undefined}
      onConfirm={() => chosen && patient && book.mutate(chosen)}
      onClose={onClose}
    >
      <PatientPicker value={patient} onChange={setPatient} />
      <SelectInput
        label="Visit type"
        span={6}
        required
        options={active.map(type => ({
          value: type.appointmentTypeId,
          label: `${type.name} · ${type.durationMinutes} min`,
        }))}
        value={appointmentTypeId}
        onChange={event => {
          setTypeId(event.target.value);
          setChosen(undefined);
        }}
      />
      <TextInput
        label="Reason for the visit"
        span={6}
        maxLength={300}
        value={visitReason}
        onChange={event => setVisitReason(event.target.value)}
      />
      <SearchFields
        value={choice}
        onChange={next => {
          setChoice(next);
          setChosen(undefined);
        }}
      />
      <div className="sd-field" data-span={12}>
        {problem && <InlineAlert tone="warning" title={problem} />}
        {initial.wish && wished && !problem && !chosen && (
          <WishedTime wish={initial.wish} answer={wished} onChoose={takeInstead} nameOf={providerName} />
        )}
        {appointmentTypeId && choice.from && (
          <SlotList
            search={{
              appointmentTypeId,
              from: choice.from,
              to: addDays(choice.from, SEARCH_DAYS),
              providerIds: choice.providerId ? [choice.providerId] : undefined,
              locationIds: choice.locationId ? [choice.locationId] : undefined,
              limit: 24,
            }}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </div>
    </FormDialog>
  );
}

/** Asks the server about the clicked time once per visit type, and takes it when it is free. @returns why it is not */
function useClickedTime(wish: Wish | undefined, appointmentTypeId: string, take: (slot: Slot) => void) {
  const { data } = useQuery({
    ...wishQuery(wish && appointmentTypeId ? { appointmentTypeId, ...wish } : undefined),
    staleTime: Infinity,
  });
  const slot = data?.bookable ? data.slot : null;
  const key = slot ? `${appointmentTypeId}|${slot.start}|${slot.providerId}` : '';
  useEffect(() => {
    if (slot) take(slot);
    // the slot's object changes with every answer; its key says whether it is another one
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return data && !data.bookable ? data : undefined;
}
