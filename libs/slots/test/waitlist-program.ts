import type { BinaryProgram, Waitlist } from '../src/optimise.ts';

/** The waitlist as a program of its own: a variable per patient, opening and start; no step is used twice. */
export function waitlistProgram({ openings, waitlist, fit }: Waitlist): BinaryProgram {
  const choices = waitlist.flatMap((patient, person) =>
    openings.flatMap((opening, at) => {
      const closes = opening.start + opening.len;
      const meets = opening.start < patient.win[1] && closes > patient.win[0];
      if (!patient.providers.includes(opening.provider) || opening.noticeH < patient.minNoticeH) return [];
      const starts = Array.from(
        { length: Math.max(0, opening.len - patient.dur + 1) },
        (_, k) => opening.start + k,
      );
      const notice = opening.noticeH >= 24 ? 1 : opening.noticeH >= 4 ? 0.8 : 0.6;
      const gain = (Math.round(patient.base * notice * 10_000) / 10_000) * patient.w * patient.dur;
      return starts
        .filter(start =>
          fit === 'overlap' ? meets : patient.win[0] <= start && start + patient.dur <= patient.win[1],
        )
        .map(start => ({ person, at, start, end: start + patient.dur, gain }));
    }),
  );
  const row = (test: (choice: (typeof choices)[number]) => boolean) => {
    const columns = choices.flatMap((choice, column) => (test(choice) ? [column] : []));
    return { columns, values: columns.map(() => 1), upper: 1 };
  };
  return {
    gains: choices.map(({ gain }) => gain),
    rows: [
      ...waitlist.map((_, person) => row(choice => choice.person === person)),
      ...openings.flatMap((opening, at) =>
        Array.from({ length: opening.len }, (_, k) => opening.start + k).map(step =>
          row(choice => choice.at === at && choice.start <= step && step < choice.end),
        ),
      ),
    ].filter(({ columns }) => columns.length > 1),
  };
}
