import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { deliver, sweepLater } from '../support/delivered.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(240_000);

describe('doubts settled and data put right, in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  const step = story(() => office.keepPictures('doubts'));
  const at = (login: string): Promise<Page> => office.at(login);

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk(), launchBrowser()]);
    await deliver(desk, 'Phạm Thị Thu Hà', '1999-08-14', { sex: 'female' });
    await deliver(desk, 'Mạc Thị Út', '1950', { sex: 'female', phone: '12345' });
    await sweepLater(desk);
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the registrar finds the doubt and compares both records', async () => {
    const page = await office.of('hotich.bienhoa');
    await page.getByRole('link', { name: 'Dữ liệu', exact: true }).click();
    await page.getByRole('navigation', { name: 'Dữ liệu công dân' }).getByRole('link', { name: 'Nghi vấn' }).click();
    await page.getByRole('link', { name: /Phạm Thị Thu Hà/ }).waitFor();
    await look(page, DESKTOP);
    await page.getByRole('link', { name: /Phạm Thị Thu Hà/ }).click();
    await page.getByRole('heading', { name: 'Bản ghi thứ hai' }).waitFor();
    await page.getByText(PEOPLE.single.personalId, { exact: true }).first().waitFor();
    await page.getByText('Số định danh (khác nhau)').first().waitFor();
    await look(page, DESKTOP);
  });

  step('a decision wants a choice and a reason; a merger then waits for another officer', async () => {
    const page = await at('hotich.bienhoa');
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    for (const words of ['Chọn một cách giải quyết', 'Nhập lý do']) await page.getByRole('link', { name: words }).waitFor();
    await page.getByRole('radio', { name: /Là cùng một người/ }).check();
    await page.getByLabel('Lý do, căn cứ').fill('Sổ hộ tịch ghi cùng một người');
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    await page.getByRole('heading', { name: 'Duyệt hợp nhất', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt hợp nhất' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Rút đề nghị' }).waitFor();
    await look(page, DESKTOP);
  });

  step('the second officer approves; the registrar sees who did, and may take it apart again', async () => {
    const page = await office.of('chanhvanphong.bienhoa');
    await page.goto('/nghi-van');
    await page.getByRole('link', { name: /Phạm Thị Thu Hà/ }).click();
    await page.getByRole('button', { name: 'Duyệt hợp nhất' }).click();
    await page.getByText(/Võ Minh Trí duyệt hợp nhất lúc/).waitFor();
    await page.getByText('Đã hợp nhất vào bản ghi kia; dữ liệu gốc vẫn giữ nguyên.').waitFor();
    await look(page, DESKTOP);
    await page.getByLabel('Lý do tách').fill('Là hai chị em họ cùng tên');
    await page.getByRole('button', { name: 'Tách thành hai người' }).click();
    await page.getByRole('heading', { name: 'Đã tách lại' }).waitFor();
  });

  step('the work list of the commune says what is wrong; a value from the register puts it right', async () => {
    const page = await at('hotich.bienhoa');
    await page.goto('/du-lieu');
    await page.getByRole('link', { name: /^Phường Biên H/ }).waitFor();
    await look(page, DESKTOP);
    await page.getByRole('link', { name: /^Phường Biên H/ }).click();
    await page.getByRole('link', { name: /Số điện thoại sai định dạng 1/ }).click();
    await page.getByRole('button', { name: 'Nhập giá trị đúng cho Mạc Thị Út' }).click();
    await page.getByRole('button', { name: 'Ghi vào dữ liệu' }).click();
    await page.getByRole('link', { name: 'Nhập căn cứ, lý do' }).waitFor();
    await look(page, DESKTOP);
    await page.getByLabel('Thông tin cần sửa').selectOption('phone');
    await page.getByLabel('Điện thoại theo sổ hoặc giấy tờ gốc').fill('0912345678');
    await page.getByLabel('Căn cứ, lý do').fill('Bà Út cho số tại quầy');
    await page.getByRole('button', { name: 'Ghi vào dữ liệu' }).click();
    await page.getByText('Không có ai cần sửa dữ liệu.').waitFor();
    expect(office.complaints()).toEqual([]);
  });
});
