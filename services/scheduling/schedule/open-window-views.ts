import { localDateAt, type Zone } from '@spark-den/kernel';
import { minuteInstant, type OpenWindow } from '@spark-den/slots';

/** Open time as the contract shows it, each piece on the local date of its location. */
export function openWindowViews(
  byProvider: ReadonlyMap<string, readonly OpenWindow[]>,
  locations: readonly { readonly id: string; readonly zone: Zone }[],
) {
  const zones = new Map(locations.map(({ id, zone }) => [id, zone]));
  return [...byProvider].flatMap(([providerId, windows]) =>
    windows.map(window => {
      const start = minuteInstant(window.start);
      return {
        providerId,
        locationId: window.siteId,
        date: localDateAt(start, zones.get(window.siteId)!),
        start,
        end: minuteInstant(window.end),
        appointmentTypeIds: [...(window.visitTypeIds ?? [])],
      };
    }),
  );
}
