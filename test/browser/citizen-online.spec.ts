import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE, smallPdf } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { look as lookAt } from './look.js';
import { PHONE, keepPicture, openScreen, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(90_000);

describe('a citizen files online from a phone', () => {
  let desk: TestDesk;
  let browser: Browser;
  let screen: Screen;
  let page: Page;
  const step = story(() => keepPicture(screen, 'citizen'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { withIdentity: true }), launchBrowser()]);
    screen = await openScreen(browser, desk, PHONE);
    page = screen.page;
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const look = (): Promise<void> => lookAt(page, PHONE);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const choose = (question: string, answer: string) => page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
  const confirmOffers = async (): Promise<void> => {
    const right = page.getByRole('button', { name: /^Đúng: / });
    await right.first().waitFor();
    while ((await right.count()) > 0) await right.first().click();
  };
  const goOn = () => page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();

  step('finds the procedure by a matter of life and reads what it takes', async () => {
    await page.goto('/cong-dan');
    await heading('Thủ tục của người dân');
    await look();
    await page.getByRole('button', { name: 'Xác nhận tình trạng hôn nhân' }).click();
    await page.getByRole('listitem').filter({ hasText: '1.004873' }).getByRole('link').click();
    await heading('Thủ tục cấp Giấy xác nhận tình trạng hôn nhân');
    await look();
  });

  step('signs in at the identity provider and comes back to the same page', async () => {
    const { pathname } = new URL(page.url());
    await page.getByRole('link', { name: 'Đăng nhập để nộp trực tuyến' }).click();
    await heading('Chọn người để đăng nhập');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: PEOPLE.divorced.name }).click();
    await page.getByRole('button', { name: 'Nộp trực tuyến' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(pathname);
  });

  step('answers one topic at a time; what is on file is a statement to confirm', async () => {
    await page.getByRole('button', { name: 'Nộp trực tuyến' }).click();
    await heading('Người yêu cầu');
    await goOn();
    await page.getByRole('group', { name: 'Có 1 mục cần sửa' }).or(page.getByRole('alert')).first().waitFor();
    await look();
    await choose('Người yêu cầu là', 'Chính người được xác nhận');
    await goOn();
    await heading('Người được xác nhận');
    await look();
    await confirmOffers();
    await look();
    await goOn();
    await heading('Tình trạng hôn nhân');
    await choose('Tình trạng hôn nhân hiện nay', 'Đã ly hôn, hiện chưa đăng ký kết hôn với ai');
    await confirmOffers();
  });

  step('a reload in the middle keeps page and answers; so does a change of language', async () => {
    await page.getByText(/^Đã lưu lúc/).waitFor();
    const { href } = new URL(page.url());
    await page.reload();
    await heading('Tình trạng hôn nhân');
    expect(page.url()).toBe(href);
    expect(await page.getByRole('radio', { name: 'Đã ly hôn, hiện chưa đăng ký kết hôn với ai' }).isChecked()).toBe(true);
    expect(await page.getByRole('button', { name: /^Sửa lại: / }).count()).toBe(3);
    await look();
    expect(page.url()).toBe(href);
    expect(await page.getByRole('radio', { name: 'Đã ly hôn, hiện chưa đăng ký kết hôn với ai' }).isChecked()).toBe(true);
    await goOn();
  });

  step('says what it is for', async () => {
    await choose('Thời gian cần xác nhận', 'Từ trước đến nay');
    await look();
    await goOn();
    await choose('Mục đích sử dụng giấy xác nhận', 'Vay vốn ngân hàng');
    await look();
    await goOn();
    await choose('Đã từng được cấp giấy xác nhận tình trạng hôn nhân', 'Không');
    await look();
    await goOn();
    await page.getByLabel('Đối tượng miễn lệ phí').selectOption('none');
    await look();
    await goOn();
  });

  step('uses the judgment on file and adds a file of their own; a file of another kind is refused at once', async () => {
    await heading('Giấy tờ kèm theo');
    await page.getByRole('button', { name: 'Dùng giấy này: Bản án hoặc quyết định ly hôn có hiệu lực' }).click();
    const input = page.getByLabel('Chọn tệp: Giấy tờ chứng minh nơi cư trú');
    await input.setInputFiles({ name: 'ghi-chu.txt', mimeType: 'text/plain', buffer: Buffer.from('không phải giấy tờ') });
    await page.getByText('Tệp ghi-chu.txt không phải PDF, JPEG hay PNG').waitFor();
    await input.setInputFiles({ name: 'xac-nhan-cu-tru.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf()) });
    await page.getByText('Đã nhận xac-nhan-cu-tru.pdf.').waitFor();
    await look();
    await page.reload();
    await page.getByRole('link', { name: /^Xem xac-nhan-cu-tru.pdf/ }).waitFor();
    await goOn();
    await heading('Nơi nhận hồ sơ và cách nhận kết quả');
    await page.getByLabel('Nhận bản điện tử').check();
    await page.getByRole('button', { name: /^Dùng số đã có/ }).click();
    await look();
    await goOn();
  });

  step('checks the answers, confirms and files; the confirmation survives a reload', async () => {
    await heading('Kiểm tra trước khi nộp');
    await look();
    await page.getByRole('link', { name: /Mục đích/ }).click();
    await choose('Mục đích sử dụng giấy xác nhận', 'Nhận thừa kế');
    await goOn();
    await page.getByText('Nhận thừa kế').waitFor();
    await page.getByRole('button', { name: 'Cam đoan và nộp hồ sơ' }).click();
    await heading('Hồ sơ đã được nộp');
    const before = await page.locator('.big').allTextContents();
    expect(before[0]).toMatch(/^N26068-261123-[A-HJ-KM-NP-Z2-9]{6}$/);
    expect(before[1]).toMatch(/^[A-HJ-KM-NP-Z2-9]{6}$/);
    await look();
    await page.reload();
    await heading('Hồ sơ đã được nộp');
    expect(await page.locator('.big').allTextContents()).toEqual(before);
  });

  step('follows it: filed, not yet received, no date promised', async () => {
    await page.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
    await heading('Thủ tục cấp Giấy xác nhận tình trạng hôn nhân');
    await page.getByText('Chưa có ngày hẹn: thời hạn tính từ khi hồ sơ được tiếp nhận.').waitFor();
    await look();
    await page.goto('/cong-dan');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'N26068-261123-' }).waitFor();
    await look();
    expect(screen.complaints).toEqual([]);
  });
});
