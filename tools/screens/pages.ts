import type { Page } from '@playwright/test';

/** One picture: who looks at which page, and what they do there before it is taken. */
export interface Shot {
  readonly name: string;
  readonly portal: 'pms' | 'clinical';
  /** Part of the e-mail address before the at sign. */
  readonly user: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Waits until nothing is being fetched and no placeholder stands in for what is to come. */
export async function settled(page: Page): Promise<void> {
  // by tag: behind a dialog the page has no role
  await page.locator('main').waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.sd-skeleton') === null);
  await page.evaluate(() => document.fonts.ready);
}

/** Opens the record of the first row, and goes on there. */
const openFirst = (then?: (page: Page) => Promise<void>) => async (page: Page) => {
  const before = new URL(page.url()).pathname;
  await page.locator('[data-index="0"]').first().click({ timeout: 20_000 });
  await settled(page);
  if (new URL(page.url()).pathname === before) await page.keyboard.press('Enter');
  await settled(page);
  await then?.(page);
};

/** Follows a tab of a record. */
const tab = (label: string) => async (page: Page) => {
  await page.getByRole('link', { name: label, exact: true }).first().click({ timeout: 20_000 });
  await settled(page);
};

/** The last day of the demo practice with visits, as the address wants it. */
export function shots(day: string): readonly Shot[] {
  const pms = (user: string, name: string, path: string, prepare?: Shot['prepare']): Shot => ({
    portal: 'pms',
    user,
    name,
    path,
    prepare,
  });
  const clinical = (name: string, path: string, prepare?: Shot['prepare']): Shot => ({
    portal: 'clinical',
    user: 'osei',
    name,
    path,
    prepare,
  });
  return [
    pms('manager', 'dashboard', '/'),
    pms('frontdesk', 'dashboard-front-desk', '/'),
    pms('billing', 'dashboard-billing', '/'),
    pms('frontdesk', 'command-palette', '/', async page => {
      await page.getByRole('button', { name: /Search patients/ }).click();
      await page.locator('[cmdk-input]').fill('el');
      await page.locator('[cmdk-item]', { hasText: 'MRN' }).first().waitFor();
    }),
    pms('frontdesk', 'patient-registry', '/patients'),
    pms('frontdesk', 'patient-registration', '/patients/new'),
    pms('frontdesk', 'patient-record', '/patients', openFirst()),
    pms('frontdesk', 'patient-demographics', '/patients', openFirst(tab('Demographics'))),
    pms('frontdesk', 'patient-preferences', '/patients', async page => {
      await openFirst(tab('Demographics'))(page);
      await page.getByRole('button', { name: 'Edit preferences' }).click({ timeout: 20_000 });
    }),
    pms('frontdesk', 'patient-insurance', '/patients', openFirst(tab('Insurance'))),
    pms('manager', 'patient-history', '/patients', openFirst(tab('History'))),
    pms('manager', 'patient-duplicates', '/patients/duplicates'),
    pms('frontdesk', 'calendar', `/calendar?date=${day}`),
    pms('frontdesk', 'flow-board', `/calendar/flow?date=${day}`),
    pms('manager', 'provider-schedules', '/schedules'),
    pms('billing', 'charges', '/charges'),
    pms('billing', 'charges-missing', '/charges?view=missing'),
    pms('billing', 'charges-covered', '/charges?view=covered'),
    pms('billing', 'charges-posted', '/charges?view=posted'),
    pms('billing', 'charge', '/charges?view=posted', openFirst()),
    pms('billing', 'claims', '/claims?view=all'),
    pms('billing', 'claim', '/claims?view=all', openFirst()),
    pms('billing', 'claim-batches', '/claims/batches'),
    pms('billing', 'files', '/claims/files?view=all'),
    pms('billing', 'payments', '/payments?view=all'),
    pms('billing', 'remittance', '/payments?view=all', openFirst()),
    pms('billing', 'unmatched-payments', '/payments/unmatched'),
    pms('billing', 'receipts', '/payments/receipts'),
    pms('manager', 'refunds', '/payments/refunds'),
    pms('billing', 'accounts', '/accounts'),
    pms('billing', 'account', '/accounts', openFirst()),
    pms(
      'billing',
      'account-charge',
      '/accounts',
      openFirst(async page => {
        await page
          .getByRole('button', { name: /how this charge is made/ })
          .nth(1)
          .click();
        await settled(page);
      }),
    ),
    pms('billing', 'remittance-duplicate', '/payments?status=duplicate', openFirst()),
    pms('manager', 'trial-balance', '/accounts/trial-balance'),
    pms('manager', 'write-offs', '/accounts/write-offs'),
    pms('billing', 'denials', '/denials?view=all'),
    pms('billing', 'denial', '/denials?view=all', openFirst()),
    pms('billing', 'statements', '/statements'),
    pms('billing', 'statements-issued', '/statements?view=issued', openFirst()),
    pms('admin', 'users', '/admin/users'),
    pms('admin', 'roles', '/admin/roles'),
    pms('admin', 'sessions', '/admin/sessions'),
    pms('admin', 'audit', '/admin/audit'),
    pms('frontdesk', 'own-account', '/account'),
    clinical('clinical-today', `/today?date=${day}&view=all`),
    clinical('clinical-encounter', `/today?date=${day}&view=all`, openFirst()),
    clinical('clinical-amendment', `/today?date=${day}&view=all`, async page => {
      await openFirst()(page);
      await page.getByRole('button', { name: 'Amend' }).click({ timeout: 20_000 });
    }),
    clinical('clinical-record', '/patients', async page => {
      await page.getByRole('searchbox').fill('el');
      await openFirst()(page);
    }),
    clinical('clinical-own-account', '/account'),
    clinical('clinical-patients', '/patients', async page => {
      await page.getByRole('searchbox').fill('el');
      await page.locator('[data-index="0"]').waitFor();
    }),
  ];
}
