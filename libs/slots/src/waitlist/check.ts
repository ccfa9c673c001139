import type { ExplainedOffer, Waitlist } from './types.ts';

/** Every hard rule that the offers break, in words; shares no code with the search. */
export function waitlistViolations(list: Waitlist, offers: readonly ExplainedOffer[]): string[] {
  const found: string[] = [];
  const offered = new Set<number | string>();
  for (const { patient: id, opening: openingId, start } of offers) {
    const patient = list.waitlist.find(entry => entry.id === id);
    const opening = list.openings.find(entry => entry.id === openingId);
    if (!patient || !opening) {
      found.push(`There is no patient ${id} or opening ${openingId}.`);
      continue;
    }
    if (offered.has(id)) found.push(`Patient ${id} has two offers.`);
    offered.add(id);
    if (!patient.providers.some(entry => entry === opening.provider))
      found.push(`${id}: another provider is wanted.`);
    if (opening.noticeH < patient.minNoticeH) found.push(`${id}: too short notice.`);
    const closes = opening.start + opening.len;
    if (start < opening.start || start + patient.dur > closes) found.push(`${id}: outside the opening.`);
    const [from, to] = patient.win;
    const fits =
      list.fit === 'inside'
        ? from <= start && start + patient.dur <= to
        : opening.start < to && closes > from;
    if (!fits) found.push(`${id}: cannot come then.`);
  }
  for (const opening of list.openings) {
    const steps = new Set<number>();
    for (const offer of offers.filter(entry => entry.opening === opening.id)) {
      const dur = list.waitlist.find(entry => entry.id === offer.patient)?.dur ?? 0;
      for (let step = offer.start; step < offer.start + dur; step += 1) {
        if (steps.has(step)) found.push(`Opening ${opening.id}: two patients in step ${step}.`);
        steps.add(step);
      }
    }
  }
  return found;
}
