import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
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

/** A whole system on free ports and a real browser in front of it. */
export class BrowserWorld {
  readonly system: RunningSystem;
  readonly browser: Browser;
  readonly #folder: string;

  private constructor(system: RunningSystem, browser: Browser, folder: string) {
    this.system = system;
    this.browser = browser;
    this.#folder = folder;
  }

  static async start(): Promise<BrowserWorld> {
    const folder = mkdtempSync(path.join(tmpdir(), 'spark-den-e2e-'));
    const system = await startSystem({
      dataDir: folder,
      portOffset: await freePortOffset(),
      topology: process.env.SPARK_TOPOLOGY === 'apart' ? 'apart' : 'together',
      clock: 'controlled',
      durable: false,
      logLevel: 'error',
    });
    const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
    return new BrowserWorld(system, browser, folder);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.system.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A person at a desk: a browser of their own, signed in at a portal. */
  async person(
    name: string,
    portal: 'pms' | 'clinical' = 'pms',
    options: { dark?: boolean; width?: number } = {},
  ) {
    const context = await this.browser.newContext({
      viewport: { width: options.width ?? 1440, height: 900 },
      colorScheme: options.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      timezoneId: 'America/Chicago',
      locale: 'en-US',
    });
    const page = await context.newPage();
    await signInAt(page, portal === 'pms' ? this.system.pmsUrl : this.system.clinicalUrl, name);
    return { page, context };
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

export type { BrowserContext, Page };
