import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, receiveAtCounter } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { DESKTOP, keepPicture, NARROW, openScreen, signIn, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(90_000);

describe('two officers change the calendar and stop the clocks of an outage, in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let first: Screen;
  let second: Screen;
  const step = story(() => Promise.all([first, second].map((screen, index) => keepPicture(screen, `calendar-${index + 1}`))));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    await receiveAtCounter(desk.officer('tiepnhan.bienhoa'), MARITAL_STATUS);
    first = await openScreen(browser, desk, DESKTOP);
    second = await openScreen(browser, desk, NARROW);
    await signIn(first.page, 'quantri');
    await signIn(second.page, 'quantri2');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const checked = async (page: Page): Promise<void> => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  };

  step('the calendar of a year is listed by level, with documents and certainty', async () => {
    const { page } = first;
    await page.goto('/quan-tri/lich?donvi=c26068&nam=2026');
    await page.getByRole('heading', { name: 'Cả nước' }).waitFor();
    const text = await page.locator('main').innerText();
    for (const words of ['24/11/2026', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16', 'Chưa xác nhận', 'Thứ Hai']) expect(text).toContain(words);
    await checked(page);
  });

  step('a form that lacks something says what, and keeps what was typed', async () => {
    const { page } = first;
    await page.getByRole('link', { name: 'Đề xuất thay đổi' }).click();
    await page.getByLabel('Tên tiếng Việt').fill('Nghỉ do bão');
    await page.getByRole('button', { name: 'Đề xuất và xem trước' }).click();
    await page.getByRole('link', { name: 'Hãy ghi văn bản quyết định.' }).waitFor();
    await page.getByRole('link', { name: 'Ngày thứ 1: hãy ghi ngày.' }).waitFor();
    expect(await page.getByLabel('Tên tiếng Việt').inputValue()).toBe('Nghỉ do bão');
    await checked(page);
  });

  step('sent, the change shows which promise dates it would move; who proposed it cannot approve it', async () => {
    const { page } = first;
    await page.getByLabel('Văn bản quyết định').fill('88/QĐ-UBND');
    await page.getByLabel('Ngày', { exact: true }).fill('26112026');
    await page.getByLabel('Tên tiếng Anh').fill('Closed for the storm');
    await page.getByRole('button', { name: 'Đề xuất và xem trước' }).click();
    await page.getByRole('heading', { name: 'Dời 1 ngày hẹn' }).waitFor();
    const text = await page.locator('main').innerText();
    for (const words of ['08:30, 27/11/2026', '08:30, 30/11/2026', 'người khác sẽ duyệt']) expect(text).toContain(words);
    expect(await page.getByRole('button', { name: 'Duyệt và áp dụng' }).count()).toBe(0);
    await checked(page);
  });

  step('another approves it on a small screen; the log tells of it', async () => {
    const { page } = second;
    await page.goto(new URL(first.page.url()).pathname);
    await page.getByRole('heading', { name: 'Dời 1 ngày hẹn' }).waitFor();
    await checked(page);
    await page.getByRole('button', { name: 'Duyệt và áp dụng' }).click();
    await page.getByText('Đã áp dụng, dời 1 ngày hẹn.').waitFor();
    await page.goto('/quan-tri/lich/nhat-ky?donvi=c26068');
    await page.getByText('Đặt ngày').first().waitFor();
    await checked(page);
  });

  step('an outage is announced by one and approved by the other, and its end entered', async () => {
    const { page } = first;
    await page.goto('/quan-tri/su-co');
    await page.getByLabel('Hệ thống', { exact: true }).fill('Cơ sở dữ liệu hộ tịch điện tử');
    await page.getByLabel('Cơ quan chủ quản').fill('Cục Hành chính tư pháp');
    await page.getByRole('button', { name: 'Gửi để người khác duyệt' }).click();
    await page.getByRole('link', { name: 'Hãy ghi số thông báo.' }).waitFor();
    await checked(page);
    await page.getByLabel('Số thông báo').fill('512/TB-HCTP');
    await page.getByLabel('Ngày bắt đầu').fill('23112026');
    await page.getByLabel('Giờ bắt đầu').fill('08:00');
    await page.getByRole('button', { name: 'Gửi để người khác duyệt' }).click();
    await page.getByRole('heading', { name: 'Cơ sở dữ liệu hộ tịch điện tử' }).waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0);

    await second.page.goto('/quan-tri/su-co');
    await second.page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await second.page.getByRole('button', { name: 'Ghi lúc kết thúc' }).click();
    await second.page.getByLabel('Ngày', { exact: true }).fill('23112026');
    await second.page.getByLabel('Giờ', { exact: true }).fill('08:15');
    await checked(second.page);
    await second.page.getByRole('button', { name: 'Ghi kết thúc' }).click();
    await second.page.getByText('08:15, 23/11/2026').waitFor();
    await page.goto('/su-co');
    await page.getByRole('heading', { name: 'Cơ sở dữ liệu hộ tịch điện tử' }).waitFor();
    await checked(page);
  });
});
