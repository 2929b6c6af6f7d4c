import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { expectAccessible } from './accessibility.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const THERE = 'Xã Định Quán';

describe('a clerk helps to file online with another centre', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  let filingNumber: string;
  const step = story(() => office.keepPictures('help-online'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the form is filled in as for an intake here', async () => {
    page = await office.of('tiepnhan.bienhoa');
    await page.goto('/quay');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.single.personalId);
    await page.getByRole('option', { name: PEOPLE.single.name }).click();
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill('1.004873');
    await page.getByRole('option', { name: '1.004873' }).click();
    const choose = (question: string, answer: string) => page.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click();
    await choose('Người yêu cầu là', 'Chính người được xác nhận');
    await choose('Tình trạng hôn nhân hiện nay', 'Chưa đăng ký kết hôn với ai');
    await choose('Thời gian cần xác nhận', 'Từ trước đến nay');
    await choose('Mục đích sử dụng giấy xác nhận', 'Vay vốn ngân hàng');
    await choose('Đã từng được cấp giấy xác nhận tình trạng hôn nhân', 'Không');
    await page.getByLabel('Đối tượng miễn lệ phí').selectOption({ label: 'Không thuộc diện được miễn' });
    await page.getByRole('button', { name: 'Đã đọc cho người dân nghe, đồng ý tất cả' }).click();
  });

  step('what is missing is said, and nothing is sent before another centre is chosen', async () => {
    await page.getByRole('button', { name: 'Hỗ trợ nộp nơi khác' }).click();
    const help = page.getByRole('group', { name: 'Hỗ trợ nộp trực tuyến nơi khác' });
    await help.getByRole('button', { name: 'Nộp trực tuyến' }).click();
    await help.getByText('Chọn nơi tiếp nhận hồ sơ', { exact: true }).waitFor();
    expect(await help.getByRole('option').allTextContents()).not.toContain('Phường Biên Hoà');
    await expectAccessible(page);
  });

  step('it is filed online, received nowhere yet, and no slip is printed here', async () => {
    const help = page.getByRole('group', { name: 'Hỗ trợ nộp trực tuyến nơi khác' });
    await help.getByLabel('Nơi tiếp nhận hồ sơ').selectOption({ label: THERE });
    await help.getByRole('button', { name: 'Nộp trực tuyến' }).click();
    await page.getByRole('heading', { name: 'Đã hỗ trợ nộp trực tuyến' }).waitFor();
    filingNumber = (await page.locator('.finish-code').first().textContent())!;
    expect(await page.getByRole('link', { name: /PDF/ }).count()).toBe(0);
    await look(page, DESKTOP);
  });

  step('the other centre finds it among what was filed online, with the place of help', async () => {
    const there = await office.of('tiepnhan.dinhquan');
    await there.goto('/ho-so');
    await there.getByRole('link', { name: filingNumber }).first().click();
    await there.getByText('Trung tâm PVHCC phường Biên Hoà').first().waitFor();
    await there.getByRole('region', { name: 'Việc có thể làm' }).getByRole('button', { name: 'Tiếp nhận hồ sơ' }).waitFor();
  });
});
