import { localDateAt, localTimeAt, type Zone } from '@spark-den/kernel';
import { minuteInstant, type Alternative, type Slot, type SlotReason } from '@spark-den/slots';

/** A slot of the engine as the contract shows it; `zones` maps a location to its zone. */
export function slotView(slot: Slot, zones: ReadonlyMap<string, Zone>) {
  const start = minuteInstant(slot.start);
  const zone = zones.get(slot.siteId)!;
  return {
    start,
    end: minuteInstant(slot.end),
    date: localDateAt(start, zone),
    localStart: localTimeAt(start, zone),
    zone,
    locationId: slot.siteId,
    providerId: slot.participants[0]!.id,
    roomId: slot.roomId,
    equipmentIds: [...slot.equipmentIds],
  };
}

export function reasonView(reason: SlotReason) {
  return {
    code: reason.code,
    resourceId: reason.resourceId,
    from: reason.span && minuteInstant(reason.span.start),
    to: reason.span && minuteInstant(reason.span.end),
    appointmentId: reason.ref,
  };
}

export function alternativeView(alternative: Alternative, zones: ReadonlyMap<string, Zone>) {
  return {
    slot: slotView(alternative.slot, zones),
    why: alternative.why,
    shiftMinutes: alternative.shiftMinutes,
  };
}
