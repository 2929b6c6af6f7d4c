import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from './accessibility.js';

/** What a screen shows when an act is being prepared: fills in what it asks for. */
export type Preparing = (panel: Locator) => Promise<void>;

/** Opens a work list and the dossier in it. */
export async function openFromList(page: Page, list: string, code: string): Promise<void> {
  await page.goto('/ho-so');
  await page.getByRole('navigation', { name: 'Danh sách công việc' }).getByRole('link', { name: list }).click();
  await page.getByRole('link', { name: code }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Opens the review list and the case in it. */
export async function openFromReview(page: Page, code: string): Promise<void> {
  await page.goto('/tham-dinh');
  await page.getByRole('row').filter({ hasText: code }).getByRole('link').click();
  await actsOf(page).waitFor();
}

/** The panel of acts, which is the reviewer's decision bar too. */
export const actsOf = (page: Page): Locator => page.getByRole('region', { name: 'Việc có thể làm' });

/** The acts that carry the dossier on or back and are offered now, by their names; those beside the way stand apart. */
export const offered = async (page: Page): Promise<string[]> => (await actsOf(page).locator('.acts-main button').allTextContents()).toSorted();

/** Opens the panel of an act; those beside the way are folded until asked for. */
export async function openAct(page: Page, label: string): Promise<void> {
  const button = actsOf(page).locator('button', { hasText: new RegExp(`^${label}$`, 'u') });
  await button.waitFor({ state: 'attached' });
  if (!(await button.isVisible())) await actsOf(page).getByText(/^Việc khác/u).click();
  await button.click();
}

/** The panels judged so far in this story. An act's panel is the same on every dossier of an area: once is enough. */
const judged = new Set<string>();

/**
 * Does an act as an officer does: chooses it, fills in what it asks, confirms. The confirmation stands on the page,
 * and is still there, as the latest act, after the page was loaded again.
 */
export async function act(page: Page, label: string, prepare?: Preparing): Promise<void> {
  const panel = actsOf(page);
  await openAct(page, label);
  await prepare?.(panel);
  const kind = `${new URL(page.url()).pathname.split('/')[1]} ${label}`;
  if (!judged.has(kind)) await expectAccessible(page);
  judged.add(kind);
  await panel.getByRole('button', { name: `Xác nhận: ${label}`, exact: true }).click();
  await panel.getByText(`Đã ghi nhận: ${label}`).waitFor();
  await page.reload();
  await page.getByText(`Việc gần nhất: ${label}`).waitFor();
  expect(await page.locator('#history li').first().textContent()).toContain(label);
}
