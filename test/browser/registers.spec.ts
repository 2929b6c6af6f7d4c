import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { RegisterExports } from '@app/reports';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval, toReturn } from '../support/prepare.js';
import { MARITAL_STATUS } from '../support/steps.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

describe('the books of the desk', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  const step = story(() => office.keepPictures('registers'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    const marital = await prepare(desk, MARITAL_STATUS);
    let last = '';
    for (let n = 0; n < 2; n += 1) {
      last = await marital.receive();
      await marital.go(last, [...toApproval(), ['chutich.bienhoa', 'approve'], ...toReturn()]);
    }
    await marital.receive();
    // The second result is corrected: its number is free to be voided.
    await marital.go(last, [
      ['tiepnhan.bienhoa', 'openCorrection', { reason: 'clerical-error', note: 'Sai chính tả' }], ['tiepnhan.bienhoa', 'handOver'], ['hotich.bienhoa', 'acknowledge'],
      ['hotich.bienhoa', 'submitForApproval', { draft: {} }], ['chutich.bienhoa', 'approve'], ['vanthu.bienhoa', 'number'],
    ]);
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const open = async (login: string, register: string): Promise<Page> => {
    const page = await office.of(login);
    await page.goto('/so');
    await page.getByLabel('Sổ', { exact: true }).selectOption({ label: register });
    await page.getByRole('table', { name: register.replace(' (mẫu 07)', '') }).waitFor();
    return page;
  };

  step('form 07 has a line for each dossier, may be narrowed, and is ordered as a file with its purpose', async () => {
    const page = await open('tiepnhan.bienhoa', 'Sổ theo dõi hồ sơ (mẫu 07)');
    await page.getByText('3 dòng', { exact: true }).waitFor();
    await look(page, DESKTOP);
    await page.getByLabel('Hồ sơ đang ở').selectOption({ label: 'Trung tâm PVHCC phường Biên Hoà' });
    await page.getByText('2 dòng', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Lập tệp' }).click();
    await page.getByText('Ghi mục đích sử dụng; người có tên trong sổ đọc được.').waitFor();
    await page.getByLabel('Mục đích sử dụng').fill('Báo cáo tháng 11');
    await page.getByRole('button', { name: 'Lập tệp' }).click();
    await page.getByText('đang chờ lập').waitFor();
    await desk.app.get(RegisterExports).work();
    await page.context().clock.runFor(1000);
    const file = page.getByRole('link', { name: 'Tải tệp (2 dòng)' });
    await file.waitFor();
    const answer = await page.request.get(String(await file.getAttribute('href')));
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
  });

  step('the records clerk has a number voided by a leader; it stays in its book, struck out', async () => {
    const page = await open('vanthu.bienhoa', 'Sổ đăng ký văn bản đi');
    // Offered only for the number whose paper stands no more.
    expect(await page.getByRole('button', { name: 'Hủy số' }).count()).toBe(1);
    await page.getByRole('row').filter({ has: page.getByText('02/UBND-XNTTHN', { exact: true }) }).getByRole('button', { name: 'Hủy số' }).click();
    await page.getByLabel('Diễn giải').fill('In hỏng phôi, phải cấp số khác');
    await look(page, DESKTOP);
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await page.getByRole('heading', { name: 'Số chờ duyệt hủy' }).waitFor();
    const leader = await open('chutich.bienhoa', 'Sổ đăng ký văn bản đi');
    await look(leader, DESKTOP);
    await leader.getByRole('button', { name: 'Duyệt hủy số' }).click();
    await leader.locator('s', { hasText: '02/UBND-XNTTHN' }).waitFor();
    for (const standing of ['01/UBND-XNTTHN', '03/UBND-XNTTHN']) expect(await leader.locator('s', { hasText: standing }).count()).toBe(0);
    await look(leader, DESKTOP);
  });

  test('nothing complained', () => expect(office.complaints()).toEqual([]));
});
