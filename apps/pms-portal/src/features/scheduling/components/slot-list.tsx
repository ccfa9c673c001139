import type { Slot } from '@spark-den/contracts/scheduling/types';
import { EmptyState, ErrorState, formatDay, SkeletonRows } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { resourcesQuery, slotsQuery, type SlotSearch } from '../api/scheduling-queries.ts';
import { SlotButtons } from './slot-buttons.tsx';

export interface SlotListProps {
  readonly search: SlotSearch;
  readonly chosen: Slot | undefined;
  readonly onChoose: (slot: Slot) => void;
}

/** Free times, earliest first, under their days. */
export function SlotList({ search, chosen, onChoose }: SlotListProps) {
  const slots = useQuery(slotsQuery(search));
  const resources = useQuery(resourcesQuery);
  if (slots.error) return <ErrorState error={slots.error} onRetry={() => void slots.refetch()} />;
  if (!slots.data) return <SkeletonRows rows={4} />;
  if (slots.data.items.length === 0) {
    return (
      <EmptyState kind="no-match" title="No free time in these days">
        Look at another provider, location or a later day.
      </EmptyState>
    );
  }
  const nameOf = (id: string) => resources.data?.resources.find(entry => entry.resourceId === id)?.name ?? '';
  const placeOf = (id: string) =>
    resources.data?.locations.find(entry => entry.locationId === id)?.name ?? '';
  return (
    <div className="sd-slots" role="group" aria-label="Free times">
      {byDay(slots.data.items).map(([date, items]) => (
        <section key={date} aria-label={formatDay(date)}>
          <h3>{formatDay(date)}</h3>
          <SlotButtons
            slots={items}
            chosen={chosen}
            onChoose={onChoose}
            nameOf={nameOf}
            noteOf={slot => placeOf(slot.locationId)}
          />
        </section>
      ))}
    </div>
  );
}

function byDay(slots: readonly Slot[]): [Slot['date'], Slot[]][] {
  const days = new Map<Slot['date'], Slot[]>();
  for (const slot of slots) {
    const day = days.get(slot.date);
    if (day) day.push(slot);
    else days.set(slot.date, [slot]);
  }
  return [...days];
}
