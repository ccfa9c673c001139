import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { complaintsAbout } from './screens/judge.ts';
import { settled, shots, type Shot } from './screens/pages.ts';

/**
 * `npm run screens [-- --only NAME] [--port-offset N] [--day YYYY-MM-DD] [--out DIR]`: pictures of every page of a
 * running system, light and dark, 1440 and 390 wide. Ends with 1 if a page is missing or axe finds something serious.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    'port-offset': { type: 'string', default: '0' },
    day: { type: 'string' },
    password: { type: 'string', default: 'harbor-point-demo' },
    out: { type: 'string', default: path.join(ROOT, 'docs', 'screens') },
  },
});

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
const offset = Number(values['port-offset']);
const ADDRESS = { pms: `http://localhost:${5174 + offset}`, clinical: `http://localhost:${5173 + offset}` };

const browserFile = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(file =>
  existsSync(file),
);
mkdirSync(values.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: browserFile,
  args: ['--no-sandbox', '--disable-gpu'],
});
let failures = 0;
try {
  const wanted = shots(values.day ?? lastWorkingDay()).filter(({ name }) => name.includes(values.only));
  for (const [desk, list] of byDesk(wanted)) await takeAll(browser, desk, list);
} finally {
  await browser.close();
}
process.exit(failures > 0 ? 1 : 0);

/** The pictures of one person at one portal, who signs in once. */
async function takeAll(from: Browser, desk: string, list: readonly Shot[]): Promise<void> {
  const context = await from.newContext({
    reducedMotion: 'reduce',
    timezoneId: 'America/Chicago',
    locale: 'en-US',
    viewport: SIZES[0],
  });
  const page = await context.newPage();
  const [first] = list;
  if (!first) return;
  await signIn(page, ADDRESS[first.portal], `${first.user}@harborpoint.example`);
  process.stdout.write(`${desk}\n`);
  for (const shot of list) await take(page, shot);
  await context.close();
}

/** Opens the page once, then looks at it in each scheme and size. */
async function take(page: Page, shot: Shot): Promise<void> {
  try {
    await page.setViewportSize(SIZES[0]);
    await page.goto(`${ADDRESS[shot.portal]}${shot.path}`);
    await settled(page);
    await shot.prepare?.(page);
    await settled(page);
    if (await page.getByText('There is no page at this address').isVisible()) throw new Error('no such page');
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const colorScheme of SCHEMES) {
        const file = `${shot.name}-${colorScheme}-${size.width}.png`;
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(250);
        await page.screenshot({ path: path.join(values.out, file) });
        report(file, await complaintsAbout(page));
      }
    }
  } catch (error) {
    report(shot.name, [(error as Error).message.split('\n')[0] ?? 'failed']);
  }
}

function report(file: string, complaints: readonly string[]): void {
  failures += complaints.length;
  process.stdout.write(`  ${complaints.length === 0 ? 'ok  ' : 'BAD '} ${file}\n`);
  for (const complaint of complaints) process.stdout.write(`         ${complaint}\n`);
}

async function signIn(page: Page, portal: string, email: string): Promise<void> {
  await page.goto(`${portal}/session/login?return=/`);
  await page.getByLabel(/e-?mail/i).fill(email);
  await page.getByLabel(/password/i).fill(values.password);
  await page.getByLabel(/password/i).press('Enter');
  await page.waitForURL(url => url.href.startsWith(portal) && !url.pathname.startsWith('/session'));
}

function byDesk(list: readonly Shot[]): Map<string, Shot[]> {
  const desks = new Map<string, Shot[]>();
  for (const shot of list) {
    const desk = `${shot.user} at ${shot.portal}`;
    desks.set(desk, [...(desks.get(desk) ?? []), shot]);
  }
  return desks;
}

/** The day before today on which the demo practice worked. */
function lastWorkingDay(): string {
  const day = new Date(Date.now() - 86_400_000);
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
