import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DeadlineSweeper, UnitAdministration } from '@app/dossiers';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, cast, go, receiveAtCounter } from '../support/steps.js';
import { look } from './look.js';
import { DESKTOP, followClock, keepPicture, openTwoAdministrators, type Screen, signIn } from './screen.js';
import { story } from './story.js';

jest.setTimeout(240_000);

describe('two administrators merge two communes into a new one, in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let first: Screen;
  let second: Screen;
  const step = story(() => Promise.all([first, second].map((screen, index) => keepPicture(screen, `units-${index + 1}`))));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-30T09:00'), launchBrowser()]);
    const { clerk, registrar } = cast(desk, 'trangbom');
    const { dossierId } = await receiveAtCounter(clerk, MARITAL_STATUS);
    await go(dossierId, [[clerk, 'handOver'], [registrar, 'acknowledge']]);
    await receiveAtCounter(cast(desk, 'dinhquan').clerk, MARITAL_STATUS);
    [first, second] = await openTwoAdministrators(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the page says that there is no change yet, and leads to the form', async () => {
    const { page } = first;
    await page.goto('/quan-tri/sap-xep');
    await page.getByText('Chưa có phương án sắp xếp nào.').waitFor();
    await page.getByRole('navigation', { name: 'Các phần quản trị' }).getByRole('link', { name: 'Sắp xếp đơn vị' }).waitFor();
    await look(page, DESKTOP);
    await page.getByRole('link', { name: 'Đề xuất sắp xếp' }).click();
  });

  step('a form that lacks something says what, and keeps what was typed', async () => {
    const { page } = first;
    await page.getByLabel('Quyết định, nghị quyết').fill('Nghị quyết 30/2026/QH16');
    await page.getByRole('button', { name: 'Đề xuất và xem trước' }).click();
    for (const words of ['Hãy chọn đơn vị.', 'Hãy ghi căn cứ pháp lý.', 'Hãy ghi ngày có hiệu lực.']) await page.getByRole('link', { name: words }).waitFor();
    expect(await page.getByLabel('Quyết định, nghị quyết').inputValue()).toBe('Nghị quyết 30/2026/QH16');
    await look(page, DESKTOP);
  });

  step('a split asks for its parts and who goes along', async () => {
    const { page } = first;
    await page.getByRole('radio', { name: 'Chia, tách' }).check();
    await page.getByLabel('Xã, phường được chia').selectOption('c26068');
    await page.getByRole('button', { name: 'Thêm một phần' }).click();
    await page.getByRole('group', { name: 'Phần tách ra 2' }).getByRole('checkbox').first().waitFor();
    await look(page, DESKTOP);
    await page.getByRole('button', { name: 'Bỏ phần 2' }).click();
    await page.getByRole('radio', { name: 'Sáp nhập' }).check();
  });

  step('sent, it shows what would move; who proposed it cannot approve it', async () => {
    const { page } = first;
    await page.getByRole('checkbox', { name: 'Phường Trảng Bom' }).check();
    await page.getByRole('checkbox', { name: 'Xã Định Quán' }).check();
    await page.getByLabel('Đơn vị kế thừa').selectOption('new');
    await page.getByLabel('Mã xã, phường (5 chữ số)').fill('26998');
    await page.getByLabel('Cơ cấu như của').selectOption('c26248');
    await page.getByLabel('Tên đầy đủ', { exact: true }).fill('Ủy ban nhân dân phường Trảng Định');
    await page.getByLabel('Tên gọi', { exact: true }).fill('Phường Trảng Định');
    await page.getByLabel('Tên đầy đủ bằng tiếng Anh').fill('People’s Committee of Trang Dinh Ward');
    await page.getByLabel('Tên gọi bằng tiếng Anh').fill('Trang Dinh Ward');
    await page.getByLabel('Mã trong mã hồ sơ').fill('H19.26.98');
    await page.getByLabel('Căn cứ pháp lý').fill('Luật 72/2025/QH15, Điều 11');
    await page.getByLabel('Ngày có hiệu lực').fill('01122026');
    await look(page, DESKTOP);
    await page.getByRole('button', { name: 'Đề xuất và xem trước' }).click();
    await page.getByRole('heading', { name: 'Sáp nhập Phường Trảng Bom, Xã Định Quán vào Phường Trảng Định' }).waitFor();
    await page.getByRole('heading', { name: '2 hồ sơ đang giải quyết' }).waitFor();
    const text = await page.locator('main').innerText();
    for (const words of ['25 vị trí công tác', 'Đang ghi tên đơn vị kết thúc', 'Trung tâm Phục vụ hành chính công phường Trảng Định', 'người khác phải duyệt']) expect(text).toContain(words);
    expect(await page.getByRole('button', { name: 'Duyệt phương án' }).count()).toBe(0);
    await keepPicture(first, 'units-preview');
    await look(page, DESKTOP);
  });

  step('another approves it; it waits for its day', async () => {
    const { page } = second;
    await page.goto(new URL(first.page.url()).pathname);
    await page.getByRole('button', { name: 'Duyệt phương án' }).click();
    await page.getByText('Đã duyệt, chờ đến ngày').first().waitFor();
  });

  step('on its day the page shows how far it has come, and then that it is done', async () => {
    await desk.moveTo('2026-12-01T07:30');
    const units = desk.app.get(UnitAdministration);
    await units.follow();
    await followClock(second, desk);
    const { page } = second;
    const address = new URL(page.url()).pathname;
    await signIn(page, 'quantri2');
    await page.goto(address);
    await page.getByText('Đã chuyển 0 trong 2 hồ sơ.').waitFor();
    await look(page, DESKTOP);
    await desk.app.get(DeadlineSweeper).sweep();
    await units.follow();
    await page.reload();
    await page.getByText('Đã chuyển 2 hồ sơ.').waitFor();
    await look(page, DESKTOP);
    await page.goto('/quan-tri/sap-xep');
    await page.getByRole('region', { name: 'Các phương án' }).getByText('Đã xong').waitFor();
    await look(page, DESKTOP);
    await keepPicture(second, 'units-list');
    expect([first.complaints, second.complaints]).toEqual([[], []]);
  });
});
