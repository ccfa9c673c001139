import type { Opening, Waiting, WaitlistFit } from './types.ts';

const DAY_HOURS = 24;
const SHORT_HOURS = 4;

/** Chance that a patient takes an opening, to four decimals; zero where it cannot be offered. */
export function chanceOf(patient: Waiting, opening: Opening, fit: WaitlistFit): number {
  const [from, to] = patient.win;
  const end = opening.start + opening.len;
  const common = Math.min(to, end) - Math.max(from, opening.start);
  if (
    !patient.providers.includes(opening.provider) ||
    patient.dur > opening.len ||
    opening.noticeH < patient.minNoticeH ||
    common < (fit === 'inside' ? patient.dur : Number.MIN_VALUE)
  ) {
    return 0;
  }
  const notice = opening.noticeH >= DAY_HOURS ? 1 : opening.noticeH >= SHORT_HOURS ? 0.8 : 0.6;
  return Math.round(patient.base * notice * 10_000) / 10_000;
}
