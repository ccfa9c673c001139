import { chooseParticipants, isFreeAt, partOf, type Candidate } from './assign.ts';
import type { OpenWindow } from './availability.ts';
import type { CompiledProvider, Schedule } from './compile.ts';
import { isQuotaReached } from './quotas.ts';
import { claimReason, reason } from './reasons.ts';
import { contains, overlaps } from './spans.ts';
import type { Participant, SlotReason, Span, VisitType } from './types.ts';

/** What is asked of one provider. */
export interface ProviderPart {
  readonly provider: CompiledProvider;
  readonly visitTypeId: string;
  readonly siteId: string;
  /** Has to lie in working time. */
  readonly span: Span;
  /** With buffers; has to be free. */
  readonly occupied: Span;
}

/** Everything that keeps a provider from a part of a visit. */
export function providerReasons(schedule: Schedule, part: ProviderPart): SlotReason[] {
  return [...workingReasons(schedule, part), ...busyReasons(schedule, part)];
}

/** Everything that keeps the further providers of a visit from it: for each part that nobody can take, all who might. */
export function participantReasons(schedule: Schedule, visit: VisitType, candidate: Candidate): SlotReason[] {
  const wanted = visit.participants ?? [];
  const main = candidate.provider.id;
  if (chooseParticipants(schedule, wanted, visit.id, candidate, [main])) return [];
  const { siteId, start } = candidate;
  const able = (part: Participant) =>
    part.providerIds.filter(id => {
      const provider = id === main ? undefined : schedule.provider(id);
      return provider && isFreeAt(schedule, provider, visit.id, siteId, partOf(part, start));
    });
  const open = wanted.filter(part => able(part).length === 0);
  if (open.length > 0) {
    return open.flatMap(part =>
      part.providerIds.flatMap(id => {
        const span = partOf(part, start);
        if (id === main) return [reason('provider-busy', id, candidate)];
        const provider = schedule.provider(id);
        if (!provider) return [reason('provider-not-working', id)];
        return providerReasons(schedule, { provider, visitTypeId: visit.id, siteId, span, occupied: span });
      }),
    );
  }
  // each part has somebody, but some are needed for two of them
  return wanted.flatMap(part =>
    able(part)
      .filter(id => wanted.some(other => other !== part && able(other).includes(id)))
      .map(id => reason('provider-busy', id, partOf(part, start))),
  );
}

function workingReasons(
  schedule: Schedule,
  { provider, visitTypeId, siteId, span }: ProviderPart,
): SlotReason[] {
  const allows = (types: ReadonlySet<string> | null) => types === null || types.has(visitTypeId);
  const isHere = (window: Span & { siteId: string }) => window.siteId === siteId && contains(window, span);
  const isOpen = (window: OpenWindow) => isHere(window) && allows(window.visitTypeIds);
  if (schedule.openFor(provider, visitTypeId).some(isOpen)) return [];
  if (provider.open.some(isOpen)) {
    return [
      ...provider.blocks
        .filter(block => overlaps(block, span) && !allows(block.visitTypeIds))
        .map(block => reason('type-not-offered', provider.id, block)),
      ...provider.working
        .filter(window => isHere(window) && isQuotaReached(window, visitTypeId, provider.claims))
        .map(window => reason('quota-reached', provider.id, window)),
    ];
  }
  if (provider.open.some(isHere)) return [reason('type-not-offered', provider.id)];
  if (provider.working.some(isHere)) {
    const shut = schedule.closed.get(siteId) ?? [];
    return [
      ...provider.timeOff
        .filter(away => overlaps(away, span))
        .map(away => reason('provider-time-off', provider.id, away)),
      ...shut.filter(hours => overlaps(hours, span)).map(hours => reason('location-closed', null, hours)),
    ];
  }
  const elsewhere = provider.working.find(window => window.siteId !== siteId && overlaps(window, span));
  return [
    elsewhere
      ? reason('wrong-location', provider.id, elsewhere)
      : reason('provider-not-working', provider.id),
  ];
}

function busyReasons(schedule: Schedule, { provider, siteId, occupied }: ProviderPart): SlotReason[] {
  if (!schedule.blockedAt(provider, siteId).some(entry => overlaps(entry, occupied))) return [];
  return provider.claims.flatMap(claim => {
    if (overlaps(claim, occupied)) return [claimReason('provider-busy', claim)];
    const onTheWay = claim.siteId !== siteId && overlaps(schedule.withTravel(claim, siteId), occupied);
    return onTheWay ? [claimReason('travel-between-sites', claim)] : [];
  });
}
