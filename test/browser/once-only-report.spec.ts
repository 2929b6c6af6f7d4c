import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, cast, receiveAtCounter } from '../support/steps.js';
import { look } from './look.js';
import { DESKTOP, keepPicture, openScreen, signIn, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(90_000);

describe('what people did not have to bring, as their chairman reads it', () => {
  let desk: TestDesk;
  let browser: Browser;
  let screen: Screen;
  let code: string;
  const step = story(() => keepPicture(screen, 'once-only-report'));
  const rows = () => screen.page.getByRole('table', { name: /^(Theo|Từng)/ }).getByRole('row');

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    ({ code } = await receiveAtCounter(cast(desk).clerk, MARITAL_STATUS));
    screen = await openScreen(browser, desk);
    await signIn(screen.page, 'chutich.bienhoa');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the administration leads to the figures of the month', async () => {
    const { page } = screen;
    await page.goto('/quan-tri');
    await page.getByRole('link', { name: /Hỏi một lần/ }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Hỏi một lần' }).waitFor();
    await page.getByRole('table', { name: 'Theo thủ tục' }).waitFor();
    expect(await rows().count()).toBe(2);
    await look(page, DESKTOP);
  });

  step('they open from the procedure to the centre, the month and the dossier behind them', async () => {
    const { page } = screen;
    await page.getByRole('link', { name: new RegExp(`^${MARITAL_STATUS} `) }).click();
    await page.getByRole('table', { name: 'Theo nơi tiếp nhận' }).waitFor();
    await look(page, DESKTOP);
    await page.getByRole('link', { name: 'Trung tâm PVHCC phường Biên Hoà' }).or(page.getByRole('link', { name: /Trung tâm Phục vụ hành chính công phường Biên Hoà/ })).click();
    await page.getByRole('table', { name: 'Theo tháng tiếp nhận' }).waitFor();
    await page.getByRole('link', { name: '11/2026', exact: true }).click();
    await page.getByRole('table', { name: 'Từng hồ sơ' }).waitFor();
    await look(page, DESKTOP);
    expect(await page.getByRole('navigation', { name: 'Đang xem' }).getByRole('listitem').allTextContents()).toEqual(['Mọi thủ tục', `Thủ tục ${MARITAL_STATUS}`, 'Một nơi tiếp nhận', 'Tháng 11/2026']);
  });

  step('the same as a table for spreadsheets, which names nobody', async () => {
    const { page } = screen;
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải bảng tính (CSV)' }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n').filter((line) => line !== '');
    expect(lines).toHaveLength(3);
    expect(lines[0]!.startsWith('\uFEFF')).toBe(true);
    expect([lines[1]!.includes(code), lines[1]!.includes('Phạm Thị Thu Hà')]).toEqual([true, false]);
  });

  step('a line leads to its dossier, where the same share stands', async () => {
    const { page } = screen;
    const share = /\d+\/\d+/.exec((await rows().nth(1).locator('.once-only-share').first().textContent())!)![0];
    await page.getByRole('link', { name: code }).click();
    await page.getByText(`Không phải hỏi ${share} thông tin`).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Mọi thủ tục' }).click();
    await page.getByRole('table', { name: 'Theo thủ tục' }).waitFor();
    expect(screen.complaints).toEqual([]);
  });
});
