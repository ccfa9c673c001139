import { rejections } from './parse-rejections.ts';
import { some, type Reading } from './reading.ts';
import type { Delivery, ReviewDecision, ReviewDetail, Reviewed, ReviewedService } from './services-review.ts';
import type { LoopNode, PlacedSegment } from './tree.ts';

/** What 2000E and 2000F have in common, but for their parties. */
export function reviewed(node: LoopNode, reading: Reading): Reviewed {
  const first = node.head;
  return {
    traces: some(
      node.all('TRN').map(at => ({
        kind: reading.text(at, 1),
        number: reading.text(at, 2),
        originator: reading.optional(at, 3),
      })),
    ),
    review: detailOf(node.first('UM'), reading),
    decision: decisionOf(node.first('HCR'), reading),
    references: some(reading.references(node)),
    dates: some(node.all('DTP').map(at => reading.qualifiedDate(at))),
    delivery: deliveryOf(node.first('HSD'), reading),
    message: reading.optional(node.first('MSG'), 1),
    rejections: some(rejections(node, reading)),
    source: first && reading.source(first),
  };
}

/** 2000F, but for its parties. */
export function serviceOf(node: LoopNode, reading: Reading): ReviewedService {
  const common = reviewed(node, reading);
  const professional = node.first('SV1');
  if (professional) return { ...common, kind: 'professional', ...measured(professional, 1, 2, reading) };
  const institutional = node.first('SV2');
  if (institutional) {
    const revenueCode = reading.optional(institutional, 1);
    return { ...common, kind: 'institutional', revenueCode, ...measured(institutional, 2, 3, reading) };
  }
  const dental = node.first('SV3');
  if (!dental) return common;
  return {
    ...common,
    kind: 'dental',
    procedure: reading.procedure(dental, 1),
    charge: reading.optionalAmount(dental, 2),
    quantity: reading.optionalQuantity(dental, 6),
  };
}

/** SV1 and SV2 say procedure, charge, unit and quantity in this order. */
function measured(
  at: PlacedSegment,
  procedureAt: number,
  chargeAt: number,
  reading: Reading,
): Pick<ReviewedService, 'procedure' | 'charge' | 'unit' | 'quantity'> {
  return {
    procedure: reading.text(at, procedureAt) === '' ? undefined : reading.procedure(at, procedureAt),
    charge: reading.optionalAmount(at, chargeAt),
    unit: reading.optional(at, chargeAt + 1),
    quantity: reading.optionalQuantity(at, chargeAt + 2),
  };
}

function detailOf(at: PlacedSegment | undefined, reading: Reading): ReviewDetail | undefined {
  if (!at) return undefined;
  const code = reading.part(at, 4, 1);
  const kind = reading.part(at, 4, 2) || undefined;
  return {
    category: reading.text(at, 1),
    certification: reading.optional(at, 2),
    serviceType: reading.optional(at, 3),
    place: code === '' && kind === undefined ? undefined : { code, kind },
    levelOfService: reading.optional(at, 6),
  };
}

function decisionOf(at: PlacedSegment | undefined, reading: Reading): ReviewDecision | undefined {
  return (
    at && {
      action: reading.text(at, 1),
      certificationNumber: reading.optional(at, 2),
      reason: reading.optional(at, 3),
      secondOpinion: reading.optional(at, 4) as ReviewDecision['secondOpinion'],
    }
  );
}

function deliveryOf(at: PlacedSegment | undefined, reading: Reading): Delivery | undefined {
  return (
    at && {
      unit: reading.optional(at, 1),
      quantity: reading.optionalQuantity(at, 2),
      per: reading.optional(at, 3),
      perQuantity: reading.optionalQuantity(at, 4),
      period: reading.optional(at, 5),
      periods: reading.optionalQuantity(at, 6),
    }
  );
}
