import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { look } from './look.js';
import { DESKTOP, keepPicture, openTwoAdministrators, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

describe('two officers of a province shorten a limit and set a fee, in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let first: Screen;
  let second: Screen;
  const step = story(() => Promise.all([first, second].map((screen, index) => keepPicture(screen, `local-rules-${index + 1}`))));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    [first, second] = await openTwoAdministrators(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('a form that lacks something says what, and keeps what was typed', async () => {
    const { page } = first;
    await page.goto('/quan-tri/quy-dinh');
    await page.getByText('Chưa có quy định nào.').waitFor();
    await page.getByRole('link', { name: 'Đề xuất quy định mới' }).click();
    await page.getByLabel('Mã thủ tục').fill('1.004873');
    await page.getByText('Thủ tục cấp Giấy xác nhận tình trạng hôn nhân').waitFor();
    await page.getByLabel('Thời hạn mới').fill('1,5');
    await page.getByLabel('nộp tại quầy').fill('20.000');
    await page.getByLabel('nộp trực tuyến').fill('0');
    await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
    await page.getByRole('link', { name: 'Hãy ghi số, ký hiệu văn bản.' }).waitFor();
    expect(await page.getByLabel('Thời hạn mới').inputValue()).toBe('1,5');
    await look(page, DESKTOP);
  });

  step('sent, it shows what it changes, against the nation and for each step; who proposed it cannot approve it', async () => {
    const { page } = first;
    await page.getByLabel('Số, ký hiệu').fill('12/2026/QĐ-UBND');
    await page.getByLabel('Ngày ban hành').fill('20112026');
    await page.getByLabel('Cơ quan ban hành').fill('UBND thành phố Đồng Nai');
    await page.getByLabel('Áp dụng từ ngày').fill('23112026');
    await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
    await page.getByRole('heading', { name: 'So với quy định chung' }).waitFor();
    const text = await page.locator('main').innerText();
    for (const words of ['3 ngày làm việc', '1,5 ngày làm việc', '20.000 đồng', '0 đồng', 'Thời gian của các bước', 'người khác phải duyệt']) expect(text).toContain(words);
    expect(await page.getByRole('button', { name: 'Duyệt, cho áp dụng' }).count()).toBe(0);
    await look(page, DESKTOP);
  });

  step('another approves it; the list and the citizen’s page say by which decision', async () => {
    const { page } = second;
    await page.goto(new URL(first.page.url()).pathname);
    await page.getByRole('button', { name: 'Duyệt, cho áp dụng' }).click();
    await page.getByText('Đã duyệt.').waitFor();
    await page.goto('/quan-tri/quy-dinh');
    await page.getByText('Đang áp dụng').waitFor();
    await look(page, DESKTOP);
    await page.goto('/cong-dan/thu-tuc/1.004873');
    await page.getByText('Rút ngắn từ 3 ngày làm việc theo Quyết định 12/2026/QĐ-UBND ngày 20/11/2026 của UBND thành phố Đồng Nai').waitFor();
    expect([first.complaints, second.complaints]).toEqual([[], []]);
  });
});
