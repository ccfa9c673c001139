import type { AppointmentSummary, Slot } from '@spark-den/contracts/scheduling/types';
import { addDays } from '@spark-den/kernel';
import { FormDialog, formatDay, formatTime, TextInput } from '@spark-den/ui';
import { useState } from 'react';
import { useMoveVisit } from '../api/visit-commands.ts';
import { SearchFields, type SearchChoice } from './search-fields.tsx';
import { SlotList } from './slot-list.tsx';

const SEARCH_DAYS = 20;

/** Moves a visit without dragging: to one of the free times, with any provider and at any location. */
export function MoveDialog({
  visit,
  onClose,
}: {
  readonly visit: AppointmentSummary;
  readonly onClose: () => void;
}) {
  const [choice, setChoice] = useState<SearchChoice>({
    providerId: visit.providerId,
    locationId: '',
    from: visit.date,
  });
  const [chosen, setChosen] = useState<Slot>();
  const [reason, setReason] = useState('');
  const move = useMoveVisit(visit.date, undefined);
  const confirm = () => {
    if (!chosen) return;
    const { start, providerId, locationId } = chosen;
    const roomId = chosen.roomId ?? undefined;
    move.mutate(
      {
        visit,
        to: { start, providerId, locationId, roomId, reason: reason.trim() || undefined },
        meanwhile: {},
      },
      { onSuccess: onClose },
    );
  };
  return (
    <FormDialog
      title={`Move ${visit.patientName}`}
      width={680}
      confirmLabel={
        chosen ? `Move to ${formatDay(chosen.date)}, ${formatTime(chosen.localStart)}` : 'Move visit'
      }
      busy={move.isPending}
      disabled={!chosen}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className="sd-field sd-text2" data-span={12}>
        Now {formatDay(visit.date)}, {formatTime(visit.localStart)} with {visit.providerName}.
      </p>
      <SearchFields
        value={choice}
        onChange={next => {
          setChoice(next);
          setChosen(undefined);
        }}
      />
      <TextInput
        label="Reason"
        hint="Kept with the visit"
        maxLength={300}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <div className="sd-field" data-span={12}>
        {choice.from && (
          <SlotList
            search={{
              appointmentTypeId: visit.appointmentTypeId,
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
