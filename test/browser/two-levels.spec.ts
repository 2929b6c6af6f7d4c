import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { LOST_LAND, MARITAL_STATUS, PEOPLE, act as actOverHttp, cast, receiveAtCounter } from '../support/steps.js';
import { act, offered, openAct, openFromList, openFromReview } from './acts.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(180_000);

describe('commune and province in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let code: string;
  const step = story(() => office.keepPictures('two-levels'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    office = openOffice(browser, desk);
    code = (await receiveAtCounter(cast(desk).clerk, LOST_LAND)).code;
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the clerk reads the package that is proposed, may not empty it, changes it and sends it up', async () => {
    const page = await office.of('tiepnhan.bienhoa');
    await openFromList(page, 'Đơn vị đang giữ', code);
    await openAct(page, 'Chuyển hồ sơ');
    const request = page.getByLabel('Đề nghị', { exact: true });
    expect(await request.inputValue()).toContain('Văn phòng Đăng ký đất đai');
    await request.fill('');
    await page.getByRole('button', { name: 'Xác nhận: Chuyển hồ sơ' }).click();
    await page.getByRole('link', { name: 'Ghi nội dung đề nghị cấp tỉnh giải quyết' }).waitFor();
    await look(page, DESKTOP);
    await page.getByRole('button', { name: 'Thôi', exact: true }).click();
    await act(page, 'Chuyển hồ sơ', async (panel) => {
      await panel.getByLabel('Đề nghị', { exact: true }).fill('Đề nghị cấp lại giấy chứng nhận.');
      await panel.getByLabel('Nội dung còn vướng').fill('Ranh giới với thửa bên cạnh');
    });
  });

  step('the reviewer reads it first, marks a field and returns the dossier', async () => {
    const page = await office.of('thamdinh.vpdk');
    await openFromReview(page, code);
    const pack = page.getByRole('region', { name: 'Hồ sơ chuyển cấp tỉnh' });
    for (const words of ['Đề nghị cấp lại giấy chứng nhận.', 'Ranh giới với thửa bên cạnh', 'Lần 1']) await pack.getByText(words).first().waitFor();
    await look(page, DESKTOP);
    await act(page, 'Xác nhận đã nhận');
    await act(page, 'Trả lại xã, phường', async (panel) => {
      await panel.getByText('Nội dung tờ khai xã, phường phải hoàn thiện').click();
      await panel.getByRole('checkbox', { name: /^Trường hợp mất/ }).check();
      await panel.getByLabel(/^Lý do – Trường hợp mất/).selectOption({ label: 'Nội dung kê khai chưa đầy đủ' });
    });
  });

  step('the commune finds exactly that field open, puts it right and sends it up again', async () => {
    const page = await office.of('tiepnhan.bienhoa');
    await openFromList(page, 'Đang chuyển đến', code);
    await act(page, 'Xác nhận đã nhận');
    await page.getByRole('region', { name: 'Cấp tỉnh đánh dấu, xã phải hoàn thiện' }).getByText('Nội dung kê khai chưa đầy đủ').waitFor();
    expect(await offered(page)).toEqual(['Hoàn thiện nội dung bị trả lại', 'Đề nghị rút hồ sơ']);
    await look(page, DESKTOP);
    await act(page, 'Hoàn thiện nội dung bị trả lại', async (panel) => {
      await panel.locator('.supplement-line').first().waitFor();
      expect(await panel.locator('.supplement-line').count()).toBe(1);
      await panel.getByLabel('Trường hợp mất').fill('Phát hiện mất ngày 05/11/2026 khi dọn nhà.');
    });
    await act(page, 'Chuyển hồ sơ');
  });

  step('lists tell who held the clock and can be narrowed to who made it late', async () => {
    const { reviewer } = cast(desk);
    const page = await office.of('thamdinh.vpdk');
    await openFromReview(page, code);
    await act(page, 'Xác nhận đã nhận');
    await desk.moveTo('2026-12-09T10:00');
    expect((await reviewer.get<{ lateBy: unknown[] }>('/api/review/dossiers')).body.lateBy).toHaveLength(1);
    const late = await office.of('thamdinh.vpdk');
    await late.goto('/tham-dinh');
    await late.getByRole('row').filter({ hasText: code }).getByText(/trễ/).waitFor();
    await late.getByLabel('Trễ do đơn vị').selectOption({ label: 'Văn phòng Đăng ký đất đai (1)' });
    await late.getByRole('row').filter({ hasText: code }).waitFor();
    await look(late, DESKTOP);
    const clerk = await office.of('tiepnhan.bienhoa');
    await clerk.goto('/ho-so?list=sent');
    await clerk.getByRole('row').filter({ hasText: code }).getByText('Văn phòng Đăng ký đất đai').first().waitFor();
    await look(clerk, DESKTOP);
  });

  step('the counter is offered the competent commune by the owner’s residence, and takes it by keyboard', async () => {
    const page = await office.of('tiepnhan.trangbom');
    await page.goto('/quay');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.single.personalId);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill(MARITAL_STATUS);
    await page.getByRole('option').filter({ hasText: MARITAL_STATUS }).click();
    const competent = page.getByLabel('Cơ quan giải quyết');
    await competent.waitFor();
    expect(await competent.inputValue()).toBe('c26248');
    const take = page.getByRole('button', { name: 'Chọn Phường Biên Hoà giải quyết' });
    await take.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Thời hạn tính từ khi Phường Biên Hoà nhận được hồ sơ.').waitFor();
    expect(await competent.inputValue()).toBe('c26068');
    await look(page, DESKTOP);
  });

  step('the centre’s director sees what was not passed on the same day', async () => {
    const { clerk } = cast(desk, 'trangbom');
    const { dossierId, code: slow } = await receiveAtCounter(clerk, MARITAL_STATUS);
    await desk.moveTo('2026-12-10T09:00');
    await actOverHttp(clerk, dossierId, 'handOver');
    const page = await office.of('giamdoc.trangbom');
    await page.getByRole('link', { name: 'Chuyển trong ngày' }).click();
    await page.getByRole('row').filter({ hasText: slow }).getByText(/^\d+ giờ( \d+ phút)? làm việc$/u).waitFor();
    await look(page, DESKTOP);
    expect(office.complaints()).toEqual([]);
  });
});
