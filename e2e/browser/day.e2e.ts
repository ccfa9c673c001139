import { expect as playwrightExpect, type Page } from '@playwright/test';
import { instant, type Instant } from '@spark-den/kernel';
import { namedMember } from '@spark-den/payers-simulator/roster';
import { BrowserWorld } from './world.ts';

/** A patient whom the payers' simulator knows, on a Monday on which Dr. Osei is at Lakeside. */
const patient = namedMember('commercial');
const NAME = new RegExp(`${patient.lastName}, ${patient.firstName}`);
const at = (time: string): Instant => instant(`2026-03-09T${time}:00-05:00`);
const SCENE_MS = 120_000;
/** Waits as patiently on a busy machine as a person would. */
const expect = playwrightExpect.configure({ timeout: 20_000 });

describe('a day at Harbor Point, in the portals', () => {
  let world: BrowserWorld;
  let frontDesk: Page;
  let physician: Page;
  let biller: Page;
  /** Address of her record. */
  let record: string;

  beforeAll(async () => {
    world = await BrowserWorld.start(at('07:30'));
    frontDesk = await world.person('frontdesk');
  }, SCENE_MS);
  afterAll(() => world.stop(), SCENE_MS);

  it(
    'PAT-01, NAV-02 registers a patient with the wizard, and finds her although her name is misspelt',
    () =>
      world.scene('register', async () => {
        await frontDesk.goto(`${world.pmsUrl}/patients`);
        await frontDesk.getByText('Register patient').first().click();
        await frontDesk.getByLabel('Last name').fill(patient.lastName);
        await frontDesk.getByLabel('First name').fill(patient.firstName);
        await frontDesk.getByLabel('Date of birth').pressSequentially(usDate(patient.birthDate));
        await choose(frontDesk, 'Sex', 'Female');
        await goOn(frontDesk);
        await frontDesk.getByLabel('Mobile phone').pressSequentially(patient.phone);
        await frontDesk.getByLabel('Street').fill(patient.address.line1);
        await frontDesk.getByLabel('City').fill(patient.address.city);
        await choose(frontDesk, 'State', patient.address.state);
        await frontDesk.getByLabel(/ZIP/).fill(patient.address.zip.slice(0, 5));
        await goOn(frontDesk);
        await goOn(frontDesk);
        await choose(frontDesk, 'Payer', 'Cascade Mutual');
        await frontDesk.getByLabel('Member id').fill(patient.coverages[0]?.memberId ?? '');
        await frontDesk.getByLabel('Valid from').fill('');
        await frontDesk.getByLabel('Valid from').pressSequentially('01/01/2026');
        await goOn(frontDesk);
        for (const consent of [
          'Consent to treatment',
          'Notice of privacy practices received',
          'Assignment of benefits to the practice',
        ]) {
          await frontDesk.getByLabel(consent).check();
        }
        await goOn(frontDesk);
        await frontDesk.getByRole('button', { name: 'Register patient' }).click();
        await frontDesk.waitForURL(/\/patients\/[0-9a-f-]{36}$/);
        record = frontDesk.url();
        await expect(frontDesk.getByText(`${patient.firstName} ${patient.lastName}`).first()).toBeVisible();
        await expect(frontDesk.getByText('(847) 555-0101')).toBeVisible();
        await frontDesk.goto(`${world.pmsUrl}/patients`);
        await frontDesk.getByLabel('Name, birth date, phone, MRN or member id').fill('whitfeild');
        await expect(frontDesk.getByText(NAME).first()).toBeVisible();
      }),
    SCENE_MS,
  );

  it(
    'PAT-08, NAV-04 (narrow: one payer) asks the payer for her benefits and shows them',
    () =>
      world.scene('eligibility', async () => {
        await frontDesk.goto(`${record}/insurance`);
        await frontDesk.getByRole('button', { name: 'Check eligibility' }).click();
        await expect(frontDesk.getByText('$25.00').first()).toBeVisible();
        await expect(frontDesk.getByText(/deductible/i).first()).toBeVisible();
      }),
    SCENE_MS,
  );

  it(
    'SCH-02, NAV-07 (narrow: by the slot finder) books her the first free time with Dr. Osei',
    () =>
      world.scene('book', async () => {
        await frontDesk.goto(`${world.pmsUrl}/calendar`);
        await frontDesk.getByRole('button', { name: 'Book visit' }).click();
        await frontDesk.getByPlaceholder('Name, date of birth, phone or MRN').fill('Whitf');
        await frontDesk.getByRole('listbox').getByRole('option').first().click();
        await choose(frontDesk, 'Visit type', /Follow-up/);
        await frontDesk
          .getByRole('group', { name: 'Free times' })
          .getByRole('button', { name: /Amara Osei/ })
          .first()
          .click();
        await frontDesk.getByRole('button', { name: /^Book Mon/ }).click();
        await expect(frontDesk.getByRole('dialog')).toBeHidden();
        await expect(frontDesk.getByText(new RegExp(patient.lastName)).first()).toBeVisible();
      }),
    SCENE_MS,
  );

  it(
    'SCH-18, PAT-22, PAT-23 (narrow: cash) checks her in when every gate is met, the copay among them',
    () =>
      world.scene('check-in', async () => {
        await world.setTime(at('07:50'));
        await frontDesk.goto(`${world.pmsUrl}/calendar/flow`);
        await frontDesk.getByRole('button', { name: 'Arrived' }).first().click();
        await frontDesk.getByRole('button', { name: 'Check in' }).first().click();
        const dialog = frontDesk.getByRole('dialog');
        await dialog.getByRole('button', { name: 'Photo ID seen' }).click();
        await dialog.getByRole('button', { name: 'Collect $25.00' }).click();
        await expect(dialog.getByRole('button', { name: 'Collect $25.00' })).toBeHidden();
        await dialog.getByRole('button', { name: 'Check in' }).click();
        await expect(dialog).toBeHidden();
      }),
    SCENE_MS,
  );

  it(
    'ROLE-01, CDB-05, EHR-07 (narrow: codes only) lets Dr. Osei find her among the arrived, enter and sign',
    () =>
      world.scene('see', async () => {
        await world.setTime(at('08:10'));
        physician = await world.person('osei', 'clinical');
        await physician.getByRole('row', { name: NAME }).click();
        await pick(physician, 'Add a diagnosis', 'I10');
        await pick(physician, 'Add a service', '99214');
        await expect(physician.getByText('Saved')).toBeVisible();
        await physician.getByRole('button', { name: 'Sign encounter' }).click();
        await expect(physician.getByRole('button', { name: 'Amend' })).toBeVisible();
      }),
    SCENE_MS,
  );

  it(
    'RCM-01, NAV-12, EVT-03 drafts her charge in the other portal without anybody typing it, and posts it',
    () =>
      world.scene('charge', async () => {
        await world.setTime(at('17:00'));
        biller = await world.person('billing');
        await biller.goto(`${world.pmsUrl}/charges`);
        await expect(biller.getByRole('row', { name: NAME })).toContainText('$240.00');
        await biller.getByRole('row', { name: NAME }).click();
        await biller.getByRole('button', { name: 'Post charge' }).click();
        await expect(biller.getByRole('button', { name: 'Post charge' })).toBeHidden();
      }),
    SCENE_MS,
  );

  it(
    'NAV-13, RCM-07, RCM-08 (narrow: one claim) sends the claim, and the payer acknowledges it',
    () =>
      world.scene('claim', async () => {
        await biller.goto(`${world.pmsUrl}/claims`);
        await biller
          .getByRole('tab', { name: /Ready to send/ })
          .or(biller.getByText('Ready to send'))
          .first()
          .click();
        await biller.getByRole('row', { name: NAME }).click();
        await biller.getByRole('button', { name: 'Send', exact: true }).click();
        await biller.getByRole('button', { name: 'Send · $240.00' }).click();
        await expect(biller.getByRole('dialog')).toBeHidden();
        await world.setTime(at('21:00'));
        await biller.getByRole('link', { name: 'Open claim' }).click();
        await biller.waitForURL(/\/claims\/[0-9a-f-]{36}/);
        await expect(async () => {
          await biller.reload();
          await playwrightExpect(biller.getByText(/accepted/i).first()).toBeVisible({ timeout: 3_000 });
        }).toPass({ timeout: 60_000 });
      }),
    SCENE_MS,
  );

  it(
    'RCM-10, NAV-14 (narrow: one remittance) posts the remittance that the payer sends days later, by itself',
    () =>
      world.scene('remittance', async () => {
        await world.setTime(instant('2026-03-20T12:00:00Z'));
        await biller.goto(`${world.pmsUrl}/payments`);
        await expect(async () => {
          await biller.reload();
          await playwrightExpect(biller.getByRole('row', { name: /Cascade/i }).first()).toBeVisible({
            timeout: 3_000,
          });
        }).toPass({ timeout: 60_000 });
        await expect(biller.getByRole('row', { name: /Cascade/i }).first()).toContainText(/posted/i);
      }),
    SCENE_MS,
  );

  it(
    'BDB-03, INT-FIN-02 (narrow: one account) shows what she owes, and how that number is made',
    () =>
      world.scene('account', async () => {
        await biller.goto(`${world.pmsUrl}/accounts`);
        await biller.getByRole('row', { name: NAME }).click();
        await biller.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
        const patientBalance = biller.getByRole('button', { name: /^Patient.*how this number is made/ });
        // her copay has paid its part since the insurer decided
        await expect(patientBalance).toHaveText('$167.00');
        await patientBalance.click();
        await expect(biller.getByText('$167.00').nth(1)).toBeVisible();
      }),
    SCENE_MS,
  );

  it(
    'PAT-18, RCM-20 (narrow: cash) bills her share less the copay, takes it, and her balance is zero',
    () =>
      world.scene('settle', async () => {
        const account = biller.url().split('?')[0] ?? '';
        await expect(biller.getByRole('button', { name: /^Patient owes/ })).toHaveText('$167.00');
        await biller.goto(`${world.pmsUrl}/statements`);
        await biller.getByRole('row', { name: NAME }).getByRole('checkbox').check();
        await biller.getByRole('button', { name: /^Issue 1 statement/ }).click();
        await expect(biller.getByText('1 statement issued')).toBeVisible();
        await world.setTime(instant('2026-03-27T15:00:00Z'));
        const counselor = await world.person('counselor');
        await counselor.goto(account);
        await counselor.getByRole('button', { name: 'Take payment' }).click();
        const dialog = counselor.getByRole('dialog');
        await dialog.getByLabel(/^Amount/).fill('167');
        await dialog.getByLabel(/^Paid by/).selectOption({ label: 'Cash' });
        await dialog.getByRole('button', { name: 'Post payment · $167.00' }).click();
        await expect(dialog).toBeHidden();
        await expect(counselor.getByRole('button', { name: /^Patient owes/ })).toHaveText(/^(\$0\.00|—)$/);
      }),
    SCENE_MS,
  );
});

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Chooses from a select whose label may carry the mark of a required field. */
async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const select = page.getByLabel(new RegExp(`^${label}( \\*)?$`)).first();
  const value = await select.locator('option').filter({ hasText: option }).first().getAttribute('value');
  await select.selectOption(value);
}

/** Types into a code picker and takes the first hit by keyboard. */
async function pick(page: Page, label: string, code: string): Promise<void> {
  const box = page.getByLabel(label);
  await box.pressSequentially(code);
  await page
    .getByRole('option', { name: new RegExp(code) })
    .first()
    .waitFor();
  await box.press('Enter');
}

function usDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year}`;
}
