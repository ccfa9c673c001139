/**
 * `npm run bench [-- name …]`: figures beside a named peer or limit, from one run on this machine.
 * Nothing here fails a build: it prints, and people compare.
 */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  readonly peer: string;
  /** Whether the limit is kept, where there is one. */
  readonly kept?: boolean;
}
export type Bench = () => Promise<readonly Figure[]>;

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  api: async () => (await import('./bench/api.ts')).benchApi,
  search: async () => (await import('./bench/search.ts')).benchSearch,
  memory: async () => (await import('./bench/memory.ts')).benchMemory,
  booking: async () => (await import('./bench/booking.ts')).benchBooking,
  remittance: async () => (await import('./bench/remittance.ts')).benchRemittance,
  matching: async () => (await import('./bench/matching.ts')).benchMatching,
  codes: async () => (await import('./bench/codes.ts')).benchCodes,
  x12: async () => (await import('./bench/x12.ts')).benchX12,
  calendar: async () => (await import('./bench/calendar.ts')).benchCalendar,
  slots: async () => (await import('./bench/slots.ts')).benchSlots,
  portals: async () => (await import('./bench/portals.ts')).benchPortals,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !BENCHES[name]);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench "${unknown.join('", "')}". There are: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exit(2);
}
for (const [name, load] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  try {
    const figures = await (await load())();
    for (const { what, ours, peer, kept } of figures) {
      const mark = kept === undefined ? ' ' : kept ? '✓' : '✗';
      process.stdout.write(`  ${mark} ${what.padEnd(58)} ${ours.padStart(18)}   ${peer}\n`);
    }
  } catch (error) {
    process.stdout.write(`  ✗ not measured: ${(error as Error).message}\n`);
  }
}
process.exit(0);
