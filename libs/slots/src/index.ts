/** When can they come: free time for visits over providers, rooms, equipment and sites. No I/O, no clock. */
export * from './types.ts';
export * from './spans.ts';
export { compileSchedule, type Schedule } from './compile.ts';
export { openWindows, type OpenWindow } from './availability.ts';
export { blockUse, type BlockUse } from './block-use.ts';
export { journeysOf, type Journey } from './journeys.ts';
export { findSlots, isCursor } from './search.ts';
export { explainWish } from './explain.ts';
export { rankAlternatives } from './alternatives.ts';
export { minuteInstant } from './iso.ts';
export { zoneTable, type ZoneTable } from './zone-table.ts';
