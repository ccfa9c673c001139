import { chromium, type CDPSession, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { Bench, Figure } from '../bench.ts';
import { ms, percentile } from './measure.ts';

const LIMITS = { mountMs: 600, moveMs: 60 };
const THROTTLE = 4;
const ROUNDS = 5;
const MOVES = 10;
const PAGE = fileURLToPath(new URL('../../e2e/calendar-bench/', import.meta.url));
const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Milliseconds of one change: until painted, and of the page's main thread, which a busy machine does not stretch. */
interface Sample {
  readonly painted: number;
  readonly thread: number;
}

/**
 * The calendar of UI.md section 2, built as for production: 20 providers × 60 slots × 600 appointments,
 * CPU throttled four times.
 */
export const benchCalendar: Bench = async () => {
  const outDir = mkdtempSync(path.join(tmpdir(), 'calendar-bench-'));
  const config = { root: PAGE, configFile: false as const, logLevel: 'silent' as const, plugins: [react()] };
  await build({ ...config, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const browser = await chromium.launch({
    executablePath: existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined,
    args: ['--no-sandbox'],
  });
  try {
    const address = server.resolvedUrls?.local[0];
    if (!address) throw new Error('the page has no address');
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const mounts: Sample[] = [];
    const fills: Sample[] = [];
    const moves: Sample[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto(address);
      await page.waitForFunction('window.calendarBench !== undefined');
      await page.evaluate('calendarBench.prepare()');
      mounts.push(await sample(page, session, 'calendarBench.mount()'));
      fills.push(await sample(page, session, 'calendarBench.fill()'));
      for (let step = 0; step < MOVES; step += 1) {
        moves.push(await sample(page, session, `calendarBench.move(${step})`));
      }
    }
    return [
      figure('20 × 60 × 600, CPU ÷ 4: opened and painted', mounts, LIMITS.mountMs),
      figure('what is out of sight, drawn after that', fills),
      figure('a move painted', moves, LIMITS.moveMs),
    ];
  } finally {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
};

async function sample(page: Page, session: CDPSession, script: string): Promise<Sample> {
  const before = await threadMs(session);
  const painted = await page.evaluate<number>(script);
  return { painted, thread: (await threadMs(session)) - before };
}

async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(metric => metric.name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('the browser does not tell TaskDuration');
  return seconds * 1000;
}

function figure(what: string, samples: readonly Sample[], limit?: number): Figure {
  const median = (times: readonly number[]) => percentile(times, 0.5);
  const painted = median(samples.map(each => each.painted));
  const thread = `main thread ${ms(median(samples.map(each => each.thread)))}`;
  if (limit === undefined) return { what, ours: ms(painted), peer: thread };
  return { what, ours: ms(painted), peer: `limit ${limit} ms; ${thread}`, kept: painted <= limit };
}
