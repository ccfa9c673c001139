import { chromium, type Browser, type Page } from '@playwright/test';
import type { Instant } from '@spark-den/kernel';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_PASSWORD } from '@spark-den/practice-simulator/demo-users';
import { freePortOffset, startSystem, type RunningSystem } from '@spark-den/tools/system';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(file =>
  existsSync(file),
);
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser that talks to nobody by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
}

/** A whole system on free ports and a real browser in front of it. */
export class BrowserWorld {
  readonly system: RunningSystem;
  readonly browser: Browser;
  readonly #folder: string;
  readonly #pages: Page[] = [];
  #now: Instant | undefined;

  private constructor(system: RunningSystem, browser: Browser, folder: string) {
    this.system = system;
    this.browser = browser;
    this.#folder = folder;
  }

  /** Boots a system whose time is `now`, for its services and for its people's browsers. */
  static async start(now: Instant): Promise<BrowserWorld> {
    const folder = mkdtempSync(path.join(tmpdir(), 'spark-den-e2e-'));
    const system = await startSystem({
      dataDir: folder,
      portOffset: await freePortOffset(),
      topology: process.env.SPARK_TOPOLOGY === 'apart' ? 'apart' : 'together',
      clock: 'controlled',
      durable: false,
      logLevel: 'error',
    });
    const browser = await openBrowser();
    const world = new BrowserWorld(system, browser, folder);
    await world.setTime(now);
    return world;
  }

  get pmsUrl(): string {
    return this.system.pmsUrl;
  }

  get clinicalUrl(): string {
    return this.system.clinicalUrl;
  }

  async setTime(now: Instant): Promise<void> {
    this.#now = now;
    await this.system.setClock(now);
    await Promise.all(this.#pages.map(page => page.context().clock.setFixedTime(now)));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.system.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Runs a part of the day; when it fails, what each person saw is kept in `.data/e2e`. */
  async scene(name: string, play: () => Promise<void>): Promise<void> {
    try {
      await play();
    } catch (error) {
      for (const [index, page] of this.#pages.entries()) {
        await page.screenshot({ path: `.data/e2e/${name}-${index}.png` }).catch(() => {});
      }
      throw error;
    }
  }

  /** A person at a desk: a browser of their own, signed in at a portal. */
  async person(name: string, portal: 'pms' | 'clinical' = 'pms'): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      timezoneId: 'America/Chicago',
      locale: 'en-US',
    });
    await context.clock.setFixedTime(this.#now ?? '');
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    this.#pages.push(page);
    await signInAt(page, portal === 'pms' ? this.pmsUrl : this.clinicalUrl, name);
    return page;
  }
}

/** The sign-in page as a person uses it. */
export async function signInAt(page: Page, portalUrl: string, name: string): Promise<void> {
  await page.goto(`${portalUrl}/session/login?return=/`);
  await page.getByLabel(/e-?mail/i).fill(`${name}@harborpoint.example`);
  const password = page.getByLabel(/password/i);
  await password.fill(DEMO_PASSWORD);
  await password.press('Enter');
  await page.waitForURL(url => url.href.startsWith(portalUrl) && !url.pathname.startsWith('/session'));
}
