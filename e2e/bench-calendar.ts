/**
 * The calendar against its budget (20 providers × 60 slots × 600 appointments, CPU throttled four times):
 * mounted in 600 ms, a move painted in 60 ms. `node --import tsx e2e/bench-calendar.ts [--rounds N]`
 */
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const LIMITS = { mountMs: 600, moveMs: 60 };
const THROTTLE = 4;
const DEBIAN_CHROMIUM = '/usr/bin/chromium';

export interface CalendarFigures {
  /** Median of the rounds, first paint of the whole calendar. */
  readonly mountMs: number;
  /** Median of all moves. */
  readonly moveMs: number;
  readonly bestMountMs: number;
  readonly bestMoveMs: number;
}

/** Builds the page as for production, opens it in a throttled browser and measures. */
export async function benchCalendar(rounds = 5): Promise<CalendarFigures> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'calendar-bench-'));
  const root = fileURLToPath(new URL('calendar-bench/', import.meta.url));
  const config = { root, configFile: false as const, logLevel: 'silent' as const, plugins: [react()] };
  await build({ ...config, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath: existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined,
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const address = server.resolvedUrls?.local[0];
    if (!address) throw new Error('the page has no address');
    const results = [];
    for (let round = 0; round < rounds; round += 1) results.push(await measure(page, address));
    const mounts = results.map(result => result.mount);
    const moves = results.flatMap(result => result.moves);
    return {
      mountMs: median(mounts),
      moveMs: median(moves),
      bestMountMs: Math.min(...mounts),
      bestMoveMs: Math.min(...moves),
    };
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function measure(page: Page, address: string): Promise<{ mount: number; moves: number[] }> {
  await page.goto(address);
  await page.waitForFunction('window.runBench !== undefined');
  return page.evaluate('window.runBench()');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = process.argv.indexOf('--rounds');
  const figures = await benchCalendar(flag === -1 ? undefined : Number(process.argv[flag + 1]));
  const kept = figures.mountMs <= LIMITS.mountMs && figures.moveMs <= LIMITS.moveMs;
  process.stdout.write(
    `calendar, 20 × 60 × 600, CPU ÷ ${THROTTLE}: mount ${figures.mountMs} ms (limit ${LIMITS.mountMs}, best ` +
      `${Math.round(figures.bestMountMs)}), move ${figures.moveMs} ms (limit ${LIMITS.moveMs}, best ` +
      `${Math.round(figures.bestMoveMs)})\n`,
  );
  process.exitCode = kept ? 0 : 1;
}
