/** Visits that come again; apart from the rest because the recurrence library weighs more than the engine. */
export { occurrencesOf, type Occurrence, type Series } from './recurrence.ts';
export { placeSeries, type PlacedOccurrence } from './series.ts';
