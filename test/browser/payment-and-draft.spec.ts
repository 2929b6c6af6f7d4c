import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, act as doAct, cast, fileOnline, go, read } from '../support/steps.js';
import { publishVariant, withDuty } from '../support/variants.js';
import { act, actsOf, openFromList } from './acts.js';
import { look } from './look.js';
import { DESKTOP, PHONE, keepPicture, openAsOwner, openScreen, signIn, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

describe('what the office asks of the citizen on the way: a payment, and a look at the draft', () => {
  let desk: TestDesk;
  let browser: Browser;
  let people: ReturnType<typeof cast>;
  let office: Screen;
  let phone: Screen;
  let id: string;
  const step = story(() => Promise.all([keepPicture(office, 'payment-office'), keepPicture(phone, 'payment-phone')]));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { withIdentity: true }), launchBrowser()]);
    await publishVariant(desk, withDuty);
    people = cast(desk);
    id = await fileOnline(desk.citizen(PEOPLE.single.personalId), MARITAL_STATUS, { delivery: 'counter' });
    const components = (await read(people.clerk, id)).components.filter(({ required }) => required).map(({ key }) => ({ key, state: 'passed' as const }));
    await go(id, [[people.clerk, 'receive', { components }], [people.clerk, 'handOver'], [people.registrar, 'acknowledge']]);
    [office, phone] = await Promise.all([openScreen(browser, desk), openScreen(browser, desk, PHONE)]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the officer gives notice of the duty; the sum stands there in words before it goes', async () => {
    const { page } = office;
    await signIn(page, 'hotich.bienhoa');
    await openFromList(page, 'Chờ tôi xử lý', (await read(people.clerk, id)).code);
    await act(page, 'Thông báo nghĩa vụ tài chính', async (panel) => {
      await panel.getByText('Lệ phí trước bạ').waitFor();
      await panel.getByLabel('Số tiền phải nộp (đồng)').fill('1250000');
      await panel.getByText('Một triệu hai trăm năm mươi nghìn đồng').waitFor();
      await panel.getByLabel('Số thông báo của cơ quan thuế (không bắt buộc)').fill('TB-77');
      await look(page, DESKTOP);
    });
    await page.getByText('Tạm dừng – chờ nộp nghĩa vụ tài chính').first().waitFor();
    await look(page, DESKTOP);
  });

  step('the citizen reads how much, where and until when, and that the time is not counted', async () => {
    await desk.drain();
    const { page } = phone;
    await openAsOwner(page, id, PEOPLE.single.name);
    const card = page.getByRole('region', { name: 'Cần nộp nghĩa vụ tài chính' });
    await card.waitFor();
    for (const words of ['Lệ phí trước bạ', '1.250.000', 'Một triệu hai trăm năm mươi nghìn đồng', 'Nộp trước 17:00, 01/12/2026', 'Trung tâm Phục vụ hành chính công phường Biên Hoà', 'không tính vào thời hạn']) {
      expect(await card.textContent()).toContain(words);
    }
    await card.getByRole('link', { name: /Thông báo nghĩa vụ tài chính/ }).waitFor();
    expect(await page.locator('.card.action').count()).toBe(1);
    await look(page, PHONE);
  });

  step('nothing is confirmed without the number of a receipt; with it the work goes on', async () => {
    const { page } = office;
    await page.reload();
    await act(page, 'Xác nhận đã nộp tiền', async (panel) => {
      await panel.getByLabel('Số tiền đã nộp theo chứng từ (đồng)').fill('1250000');
      await panel.getByRole('button', { name: 'Xác nhận: Xác nhận đã nộp tiền', exact: true }).click();
      await panel.getByRole('group', { name: 'Có 2 mục cần sửa' }).waitFor();
      await look(page, DESKTOP);
      await panel.getByLabel('Số chứng từ nộp tiền').fill('BL 0012');
      await panel.getByLabel('Ngày nộp tiền trên chứng từ').fill('23112026');
    });
    await page.getByText('Đã nộp ngày 23/11/2026, chứng từ số BL 0012').waitFor();
    await look(page, DESKTOP);
  });

  step('the citizen reads the draft, says what is wrong, and then finds it right', async () => {
    await go(id, [[people.registrar, 'examine', { meets: true }], [people.registrar, 'submitForApproval', { draft: {} }]]);
    const { page } = phone;
    await page.goto('/cong-dan');
    await page.getByText('Việc cần làm: Cần kiểm tra dự thảo').waitFor();
    await page.goto(`/cong-dan/ho-so/${id}`);
    await page.getByRole('region', { name: /^Cần kiểm tra dự thảo/ }).waitFor();
    expect(await page.locator('.card.action').count()).toBe(1);
    await look(page, PHONE);
    await page.getByRole('link', { name: 'Xem dự thảo' }).click();
    await page.getByText(PEOPLE.single.name, { exact: true }).last().waitFor();
    await look(page, PHONE);
    await page.getByRole('button', { name: 'Đề nghị sửa', exact: true }).click();
    await page.getByRole('button', { name: 'Gửi đề nghị sửa' }).click();
    await page.getByRole('group', { name: 'Có 1 mục cần sửa' }).waitFor();
    await look(page, PHONE);
    await page.getByLabel('Chỗ nào sai, đúng ra là gì').fill('Nơi cư trú thiếu số nhà.');
    await page.getByRole('button', { name: 'Gửi đề nghị sửa' }).click();
    await page.getByRole('heading', { name: 'Hồ sơ đang ở đâu' }).waitFor();
    expect(await page.locator('.card.action').count()).toBe(0);
    await doAct(people.registrar, id, 'submitForApproval', { draft: {} });
    await page.goto(`/cong-dan/ho-so/${id}/du-thao`);
    await page.getByRole('button', { name: 'Đúng', exact: true }).click();
    await page.getByRole('heading', { name: 'Hồ sơ đang ở đâu' }).waitFor();
    expect((await read(people.registrar, id)).history.at(-1)?.event).toBe('confirmDraft');
  });

  step('the officer reads what the citizen objected to', async () => {
    const { page } = office;
    await page.reload();
    await actsOf(page).waitFor();
    await page.getByRole('region', { name: 'Diễn biến' }).getByText('Nơi cư trú thiếu số nhà.').waitFor();
    expect([...office.complaints, ...phone.complaints]).toEqual([]);
  });
});
