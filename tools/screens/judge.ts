import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What stands against a page: serious findings of axe, content wider than the window. */
export async function complaintsAbout(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `axe ${id} × ${nodes.length}, such as ${nodes[0]?.html.slice(0, 120) ?? ''}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return overflow > 1 ? [...found, `${overflow} px wider than the window`] : found;
}
