import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { LOST_LAND, receiveAtCounter } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { DESKTOP, NARROW, keepPicture, openScreen, signIn, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(60_000);

let desk: TestDesk;
let browser: Browser;
let screen: Screen;
let id: string;

beforeAll(async () => {
  [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
  id = (await receiveAtCounter(desk.officer('tiepnhan.bienhoa'), LOST_LAND)).dossierId;
  screen = await openScreen(browser, desk, DESKTOP);
});
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

const step = story((name) => keepPicture(screen, name));

const IMAGE = 'document.querySelector(".drawing-region img")';
const REGION = 'document.querySelector(".drawing-region")';

/** Asks the page until it says yes: through the debugger, since the page's own policy rightly evaluates nothing. */
async function until(question: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await screen.page.evaluate<boolean>(question))) {
    if (Date.now() > end) throw new Error(`still not so: ${question}`);
    await pause(50);
  }
}
const isLoaded = (): Promise<void> => until(`Boolean(${IMAGE}?.complete && ${IMAGE}.naturalWidth > 0)`);

step('the drawing is folded and not loaded until the clerk asks for it', async () => {
  const { page } = screen;
  await signIn(page, 'tiepnhan.bienhoa');
  await page.goto(`/ho-so/${id}`);
  await page.getByText('Sơ đồ quy trình').waitFor();
  expect(await page.locator('.drawing-region').count()).toBe(0);
});

step('it is shown at its own size, with a text for whoever cannot see it, under the page’s own policy', async () => {
  const { page } = screen;
  await page.getByText('Sơ đồ quy trình').click();
  await isLoaded();
  const [natural, shown, alt] = await page.evaluate<[number, number, string]>(`[${IMAGE}.naturalWidth, ${IMAGE}.width, ${IMAGE}.alt]`);
  expect(shown).toBe(natural);
  expect(natural).toBeGreaterThan(1000);
  expect(alt).toContain('Hồ sơ đang ở: Chuyển hồ sơ lên Văn phòng đăng ký đất đai.');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

step('in English the picture speaks English', async () => {
  const { page } = screen;
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('Drawing of the process').first().waitFor();
  await isLoaded();
  expect(await page.locator('.drawing-region img').getAttribute('src')).toMatch(/lang=en$/);
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
});

step('on a phone it begins at the column of the work and is moved by the keyboard, not the page', async () => {
  const { page } = screen;
  await page.setViewportSize(NARROW);
  await page.goto(`/ho-so/${id}`);
  await page.getByText('Sơ đồ quy trình').click();
  await isLoaded();
  await expectNoSidewaysScroll(page);
  await until(`${REGION}.scrollLeft > 300`);
  const before = await page.evaluate<number>(`${REGION}.scrollLeft`);
  await page.locator('.drawing-region').focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  await until(`${REGION}.scrollLeft > ${before}`);
  await expectAccessible(page);
  expect(screen.complaints).toEqual([]);
});
