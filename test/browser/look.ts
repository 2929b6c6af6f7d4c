import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { expectTranslated, switchTo } from './languages.js';
import { NARROW } from './screen.js';

/**
 * The page as it stands is fit for everybody: in both languages, at its own width and on the narrowest screen. Rules of
 * accessibility are judged once for each language and each width; the page is left as it was found, in Vietnamese.
 *
 * @param translated what shows that nothing is untranslated; another check where the desk's own sentence quotes Vietnamese
 */
export async function look(page: Page, wide: { width: number; height: number }, translated = expectTranslated): Promise<void> {
  await translated(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScroll(page);
  await switchTo(page, 'en');
  await translated(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize(wide);
  await expectNoSidewaysScroll(page);
  await switchTo(page, 'vi');
}
