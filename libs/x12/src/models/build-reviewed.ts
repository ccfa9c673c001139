import type { SegmentDraft } from '../segments/writer.ts';
import { rejectionSegment } from './build-rejections.ts';
import { decimal, dtp, procedureElement, referenceSegment, when } from './drafting.ts';
import { shortest } from './reading.ts';
import type { Reviewed, ReviewedService } from './services-review.ts';

/** 2000E or 2000F, but for its parties; `codes` is the HI of an event. */
export function reviewedSegments(
  level: SegmentDraft,
  entry: Reviewed & ReviewedService,
  codes: readonly SegmentDraft[] = [],
): SegmentDraft[] {
  return [
    level,
    ...(entry.traces ?? []).map(trace => ['TRN', trace.kind, trace.number, trace.originator] as const),
    ...(entry.rejections ?? []).map(rejectionSegment),
    ...when(entry.review, ({ category, certification, serviceType, place, levelOfService }) => [
      'UM',
      category,
      certification,
      serviceType,
      place && [place.code, place.kind],
      undefined,
      levelOfService,
    ]),
    ...when(entry.decision, ({ action, certificationNumber, reason, secondOpinion }) => [
      'HCR',
      action,
      certificationNumber,
      reason,
      secondOpinion,
    ]),
    ...(entry.references ?? []).map(referenceSegment),
    ...(entry.dates ?? []).map(dtp),
    ...codes,
    ...serviceSegments(entry),
    ...when(entry.delivery, ({ unit, quantity, per, perQuantity, period, periods }) => [
      'HSD',
      unit,
      quantity && shortest(quantity),
      per,
      perQuantity && shortest(perQuantity),
      period,
      periods && shortest(periods),
    ]),
    ...when(entry.message, message => ['MSG', message]),
  ];
}

function serviceSegments(service: ReviewedService): SegmentDraft[] {
  const { kind, revenueCode, unit } = service;
  const procedure = service.procedure && procedureElement(service.procedure);
  const charge = service.charge === undefined ? undefined : decimal(service.charge);
  const quantity = service.quantity && shortest(service.quantity);
  if (kind === 'professional') return [['SV1', procedure, charge, unit, quantity]];
  if (kind === 'institutional') return [['SV2', revenueCode, procedure, charge, unit, quantity]];
  if (kind === 'dental') return [['SV3', procedure, charge, undefined, undefined, undefined, quantity]];
  return [];
}
