import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { act, actsOf, offered, openFromList, openFromReview } from './acts.js';
import { story } from './story.js';
import { DESKTOP, PHONE, openOffice, openScreen, type OfficeScreens } from './screen.js';

jest.setTimeout(120_000);

const CODE = 'H19.26.01-261123-0001';

describe('a lost land certificate in the browser: counter, province, commune, province, counter', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  const step = story(() => office.keepPictures('land'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const clerk = () => office.of('tiepnhan.bienhoa');
  const landOfficer = () => office.of('diachinh.bienhoa');
  const reviewer = () => office.of('thamdinh.vpdk');
  const director = () => office.of('giamdoc.vpdk');
  const recordsClerk = () => office.of('vanthu.vpdk');

  step('the sign-in page is accessible on a wide screen and on a phone', async () => {
    for (const viewport of [DESKTOP, PHONE]) {
      const { page, close } = await openScreen(browser, desk, viewport);
      await page.goto('/dang-nhap');
      await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await close();
    }
  });

  step('the clerk takes it in: what is on file is offered and confirmed, the code stands there large', async () => {
    const page = await clerk();
    await expectAccessible(page);
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.landOwner.personalId);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill('mat giay chung nhan');
    await page.getByRole('option').filter({ hasText: '1.012786' }).click();
    const choose = (question: string, answer: string) => page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
    await choose('Tư cách của người nộp hồ sơ', 'Người đứng tên trên giấy chứng nhận');
    await choose('Giấy bị mất', 'Giấy chứng nhận');
    await page.getByLabel('Ngày mất', { exact: true }).fill('2/11/2026');
    await page.getByLabel('Ngày phát hiện bị mất').fill('05112026');
    await choose('Lý do mất', 'Thất lạc');
    await page.getByLabel('Trường hợp mất').fill('Thất lạc khi sửa nhà, đã tìm nhiều lần không thấy.');
    await choose('Có đo đạc lại thửa đất', 'Không');

    await page.getByRole('button', { name: /^Đúng: Số phát hành giấy chứng nhận là DH 702144/ }).click();
    await page.getByRole('button', { name: 'Sửa lại Số phát hành giấy chứng nhận' }).waitFor();
    await page.getByRole('button', { name: 'Đã đọc cho người dân nghe, đồng ý tất cả' }).click();
    await page.getByRole('radiogroup', { name: 'Tình trạng: Giấy tờ xác nhận việc mất' }).getByText('Đạt', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Đã thu tại quầy' }).check();
    await page.getByText('Vì sao là ngày này?').click();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Tiếp nhận/ }).click();

    await page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
    expect(await page.locator('.finish-code').allTextContents()).toEqual([CODE, '08:30, Thứ Ba 08/12/2026']);
    await expectAccessible(page);
    await page.reload();
    expect(await page.locator('.finish-code').first().textContent()).toBe(CODE);
    await page.getByRole('link', { name: 'Mở hồ sơ', exact: true }).click();
    await actsOf(page).waitFor();
    await expectAccessible(page);
    await act(page, 'Chuyển hồ sơ');
    expect(await offered(page)).toEqual(['Thu hồi', 'Đề nghị rút hồ sơ']);
  });

  step('the land registration office acknowledges, examines and sends it down for the notice', async () => {
    await desk.moveTo('2026-11-23T14:00');
    const page = await reviewer();
    await page.getByRole('row').filter({ hasText: CODE }).waitFor();
    await expectAccessible(page);
    await openFromReview(page, CODE);
    await expectAccessible(page);
    await act(page, 'Xác nhận đã nhận');
    await act(page, 'Thẩm tra', async (panel) => {
      await panel.getByRole('radio', { name: 'Đủ điều kiện', exact: true }).check();
      await panel.getByLabel('Kết quả thẩm tra (không bắt buộc)').fill('Khớp sổ địa chính');
    });
    await act(page, 'Chuyển hồ sơ');
  });

  step('the commune posts the notice, and the clock stands', async () => {
    await desk.moveTo('2026-11-26T09:00');
    const page = await landOfficer();
    await openFromList(page, 'Đang chuyển đến', CODE);
    await act(page, 'Xác nhận đã nhận');
    await act(page, 'Niêm yết công khai');
    expect(await offered(page)).toEqual([]);
    await page.getByText('Tạm dừng').first().waitFor();
    await expectAccessible(page);
  });

  step('fifteen days later the officer signs in again, writes the minutes and sends them up', async () => {
    await desk.moveTo('2026-12-14T08:00');
    const page = await landOfficer();
    await openFromList(page, 'Chờ tôi xử lý', CODE);
    expect(await offered(page)).toEqual(['Kết thúc niêm yết']);
    await act(page, 'Kết thúc niêm yết', (panel) => panel.getByRole('radio', { name: 'Không có ý kiến phản đối' }).check());
    await act(page, 'Chuyển hồ sơ');
  });

  step('the reviewer drafts but cannot approve; the director approves on the review screen', async () => {
    const page = await reviewer();
    await openFromReview(page, CODE);
    await act(page, 'Xác nhận đã nhận');
    await act(page, 'Trình phê duyệt');
    expect(await offered(page)).not.toContain('Phê duyệt');

    const decider = await director();
    await openFromReview(decider, CODE);
    await expectAccessible(decider);
    expect(await offered(decider)).toEqual(['Dừng giải quyết', 'Phê duyệt', 'Trả lại để hoàn thiện', 'Từ chối giải quyết']);
    await act(decider, 'Phê duyệt');
  });

  step('the records clerk numbers it and hands it back', async () => {
    const page = await recordsClerk();
    await openFromList(page, 'Chờ tôi xử lý', CODE);
    await act(page, 'Cấp số');
    await act(page, 'Chuyển hồ sơ');
  });

  step('the counter returns the result; the whole way stands in the history', async () => {
    const page = await clerk();
    await openFromList(page, 'Đang chuyển đến', CODE);
    await act(page, 'Xác nhận đã nhận');
    await act(page, 'Xác nhận đã có kết quả');
    await act(page, 'Trả kết quả', (panel) => panel.getByLabel('Người nhận kết quả').fill(`${PEOPLE.landOwner.name}, căn cước`));
    await desk.drain();
    await page.reload();
    await actsOf(page).waitFor();
    await expectAccessible(page);
    // What people did; the system's own lines (warnings, the end of the posting) stand between.
    expect(await page.locator('#history li').filter({ hasNotText: 'Hệ thống' }).allTextContents()).toHaveLength(17);
  });

  step('work lists are accessible as tables and as cards', async () => {
    for (const login of ['tiepnhan.bienhoa', 'thamdinh.vpdk']) {
      const page = await office.of(login);
      for (const viewport of [DESKTOP, PHONE]) {
        await page.setViewportSize(viewport);
        await page.goto('/ho-so?list=all');
        await page.getByRole('link', { name: CODE }).waitFor();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
      await page.setViewportSize(DESKTOP);
    }
  });

  test('no browser complained', () => {
    expect(office.complaints()).toEqual([]);
  });
});
