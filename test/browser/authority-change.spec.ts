import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { CONFIRMATION, CONFIRMATION_BY_PROVINCE, fileOnline } from '../support/steps.js';
import { look } from './look.js';
import { DESKTOP, followClock, keepPicture, openTwoAdministrators, type Screen, signIn } from './screen.js';
import { story } from './story.js';

jest.setTimeout(180_000);

describe('two officers move an authority from the province to the commune for two months, in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let first: Screen;
  let second: Screen;
  const step = story(() => Promise.all([first, second].map((screen, index) => keepPicture(screen, `authority-${index + 1}`))));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    await fileOnline(desk.citizen(CONFIRMATION_BY_PROVINCE.owner), CONFIRMATION, {}, CONFIRMATION_BY_PROVINCE);
    [first, second] = await openTwoAdministrators(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the rules in force are listed with place, level, time and law', async () => {
    const { page } = first;
    await page.goto('/quan-tri/tham-quyen');
    const inForce = page.getByRole('region', { name: 'Đang có hiệu lực' });
    await inForce.getByText('60/2014/QH13').first().waitFor();
    expect(await inForce.getByRole('row').count()).toBe(3);
    await page.getByText('Chưa có quy định nào hết hiệu lực.').waitFor();
    await look(page, DESKTOP);
  });

  step('a form that lacks something says what, and keeps what was typed', async () => {
    const { page } = first;
    await page.getByRole('link', { name: 'Đề xuất quy định' }).click();
    await page.getByLabel('Thủ tục hoặc lĩnh vực').selectOption(`procedure:${CONFIRMATION}`);
    await page.getByLabel('Trường hợp').selectOption('kept-at-province');
    await page.getByLabel('Số, ký hiệu văn bản').fill('66.18/2026/NQ-CP');
    await page.getByRole('button', { name: 'Đề xuất và xem trước' }).click();
    for (const words of ['Hãy chọn cấp giải quyết.', 'Hãy ghi ngày bắt đầu có hiệu lực.', 'Hãy ghi nguồn của quy định.']) await page.getByRole('link', { name: words }).waitFor();
    expect(await page.getByLabel('Số, ký hiệu văn bản').inputValue()).toBe('66.18/2026/NQ-CP');
    await look(page, DESKTOP);
  });

  step('sent, it shows the filing it touches and what is to come; who proposed it cannot approve it', async () => {
    const { page } = first;
    await page.getByLabel('Cấp giải quyết').selectOption('commune');
    await page.getByLabel('Có hiệu lực từ ngày').fill('01122026');
    await page.getByLabel('Đến hết ngày').fill('28022027');
    await page.getByLabel('Nguồn').fill('Ví dụ, chưa đối chiếu');
    await page.getByRole('button', { name: 'Đề xuất và xem trước' }).click();
    await page.getByRole('heading', { name: 'Hồ sơ đã nộp, chưa tiếp nhận: 1' }).waitFor();
    const text = await page.locator('main').innerText();
    for (const words of ['01/12/2026 đến hết 28/02/2027', 'Sở Tư pháp', 'Văn phòng HĐND và UBND', 'người khác sẽ duyệt']) expect(text).toContain(words);
    expect(await page.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0);
    await look(page, DESKTOP);
  });

  step('another approves it; it waits for its day among those to come, with the day it lapses', async () => {
    const { page } = second;
    await page.goto(new URL(first.page.url()).pathname);
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await page.getByText('Đặng Thị Hải Yến').last().waitFor();
    await page.goto('/quan-tri/tham-quyen');
    const coming = page.getByRole('region', { name: 'Sắp có hiệu lực' });
    await coming.getByText('01/12/2026 đến hết 28/02/2027').waitFor();
    await page.getByRole('region', { name: 'Đề xuất thẩm quyền' }).getByText('Đã duyệt').waitFor();
    await look(page, DESKTOP);
  });

  step('after its last day it stands among those that have lapsed, and nobody did anything for it', async () => {
    await desk.moveTo('2027-03-01T08:00');
    await followClock(second, desk);
    const { page } = second;
    await signIn(page, 'quantri2');
    await page.goto('/quan-tri/tham-quyen');
    await page.getByRole('region', { name: 'Đã hết hiệu lực' }).getByText('01/12/2026 đến hết 28/02/2027').waitFor();
    expect(await page.getByRole('region', { name: 'Đang có hiệu lực' }).getByRole('row').count()).toBe(3);
    expect([first.complaints, second.complaints]).toEqual([[], []]);
  });
});
