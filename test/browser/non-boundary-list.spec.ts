import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { look } from './look.js';
import { DESKTOP, keepPicture, openTwoAdministrators, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(180_000);

describe('two officers of a province publish a list of non-boundary receipt, in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let first: Screen;
  let second: Screen;
  const step = story(() => Promise.all([first, second].map((screen, index) => keepPicture(screen, `non-boundary-${index + 1}`))));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    [first, second] = await openTwoAdministrators(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the list in force is shown, procedure by procedure, with its decision', async () => {
    const { page } = first;
    await page.goto('/quan-tri/phi-dia-gioi');
    const current = page.getByRole('region', { name: 'Danh mục đang áp dụng' });
    await current.getByText('1.004873').waitFor();
    expect(await current.getByRole('row').count()).toBe(7);
    await page.getByText('Có sẵn cùng phần mềm').waitFor();
    await look(page, DESKTOP);
  });

  step('the next list begins with it; what is missing is named', async () => {
    const { page } = first;
    await page.getByRole('link', { name: 'Đề xuất danh mục mới' }).click();
    const lines = page.getByLabel('Các thủ tục, mỗi dòng một mã');
    expect((await lines.inputValue()).split('\n')).toContain('1.013225 *');
    await lines.fill('1.004873\n2.000635 *\ncấp phép');
    await page.getByRole('button', { name: 'Đề xuất và xem trước' }).click();
    await page.getByRole('link', { name: 'Hãy ghi mỗi dòng một mã thủ tục' }).waitFor();
    await page.getByRole('link', { name: 'Hãy ghi số, ký hiệu quyết định.' }).waitFor();
    await look(page, DESKTOP);
  });

  step('sent, it shows what it changes; who proposed it cannot approve it', async () => {
    const { page } = first;
    await page.getByLabel('Các thủ tục, mỗi dòng một mã').fill('1.004873\n2.000635 *');
    await page.getByLabel('Số, ký hiệu').fill('15/2026/QĐ-UBND');
    await page.getByLabel('Ngày ban hành').fill('20112026');
    await page.getByLabel('Cơ quan ban hành').fill('UBND thành phố Đồng Nai');
    await page.getByLabel('Áp dụng từ ngày').fill('01122026');
    await page.getByRole('button', { name: 'Đề xuất và xem trước' }).click();
    await page.getByRole('heading', { name: 'Thay đổi từ ngày 01/12/2026' }).waitFor();
    const text = await page.locator('main').innerText();
    for (const words of ['1.012786', 'Không có trong danh mục', 'người khác phải duyệt']) expect(text).toContain(words);
    expect(await page.getByRole('button', { name: 'Duyệt, cho áp dụng' }).count()).toBe(0);
    await look(page, DESKTOP);
  });

  step('another approves it', async () => {
    const { page } = second;
    await page.goto(new URL(first.page.url()).pathname);
    await page.getByRole('button', { name: 'Duyệt, cho áp dụng' }).click();
    await page.getByRole('status').getByText('Đã duyệt').waitFor();
    await page.goto('/quan-tri/phi-dia-gioi');
    await page.getByText('Quyết định 15/2026/QĐ-UBND ngày 20/11/2026 của UBND thành phố Đồng Nai').waitFor();
    await look(page, DESKTOP);
    expect([first.complaints, second.complaints]).toEqual([[], []]);
  });
});
