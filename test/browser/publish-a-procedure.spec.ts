import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PAVEMENT } from '../support/pavement-permit.js';
import { PEOPLE } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { expectTranslated, switchTo } from './languages.js';
import { DESKTOP, NARROW, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(180_000);

const SECTIONS = ['general', 'law', 'papers', 'form', 'fee', 'process', 'result', 'examples'];

describe('an administrator makes a skeleton receivable in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  const step = story(() => office.keepPictures('publish'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const author = () => office.at('quantri');
  const approver = () => office.at('quantri2');
  const part = (page: Page, name: string) => page.getByRole('navigation', { name: 'Các phần của thủ tục' }).getByRole('link', { name }).click();
  const saved = (page: Page) => page.getByText(/^Đã lưu lúc/).waitFor();
  /** Both widths, without a violation or anything that sticks out. */
  const inspect = async (page: Page): Promise<void> => {
    for (const viewport of [DESKTOP, NARROW]) {
      await page.setViewportSize(viewport);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize(DESKTOP);
  };

  step('the administration opens with what an administrator looks after', async () => {
    const page = await author();
    await page.getByRole('heading', { name: 'Quản trị', level: 1 }).waitFor();
    await inspect(page);
    await page.getByRole('navigation', { name: 'Các phần quản trị' }).getByRole('link', { name: 'Thủ tục' }).click();
    await page.getByRole('heading', { name: 'Thủ tục hành chính', level: 1 }).waitFor();
  });

  step('the skeleton is found without accents, and begun', async () => {
    const page = await author();
    await page.getByRole('link', { name: /^Mới có hướng dẫn/ }).click();
    await page.getByLabel('Tìm thủ tục').fill('via he');
    await page.getByText('Cấp phép sử dụng tạm thời lòng đường').waitFor();
    await inspect(page);
    await page.getByRole('link', { name: /^Cấp phép sử dụng tạm thời/ }).click();
    await page.getByRole('button', { name: 'Hoàn chỉnh thủ tục' }).waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Hoàn chỉnh thủ tục' }).click();
    await saved(page);
  });

  step('the check names each fault and leads to its field', async () => {
    const page = await author();
    await page.getByRole('button', { name: 'Kiểm tra và so sánh' }).first().click();
    await page.getByRole('heading', { name: /^Còn \d+ lỗi cần sửa$/ }).waitFor();
    await inspect(page);
    await page.getByRole('link', { name: 'Thời hạn giải quyết – căn cứ: còn trống. Hãy bổ sung.' }).click();
    const basis = page.getByLabel('Căn cứ của thời hạn');
    await page.locator('#at-timeLimit-basis:focus').waitFor();
    expect(await basis.evaluate((input) => input.getAttribute('aria-invalid'))).toBe('true');
    await basis.fill('Nghị định 165/2024/NĐ-CP, Điều 21');
    expect(await basis.evaluate((input) => input.getAttribute('aria-invalid'))).not.toBe('true');
    await saved(page);
  });

  step('every part is accessible as the skeleton leaves it, and in both languages', async () => {
    const page = await author();
    for (const section of SECTIONS) {
      await page.goto(`/quan-tri/thu-tuc/${PAVEMENT}/soan?phan=${section}`);
      await page.locator('#section-title').waitFor();
      await page.waitForLoadState('networkidle');
      await expectTranslated(page);
      await inspect(page);
    }
    await switchTo(page, 'en');
    await expectTranslated(page);
    await switchTo(page, 'vi');
  });

  step('papers, a question of its own and a condition on it', async () => {
    const page = await author();
    await page.goto(`/quan-tri/thu-tuc/${PAVEMENT}/soan?phan=form`);
    await page.getByLabel('Loại câu hỏi thêm vào nhóm Nội dung đề nghị').selectOption({ label: 'Có / không' });
    await page.getByRole('button', { name: 'Thêm câu hỏi vào nhóm Nội dung đề nghị' }).click();
    await page.locator('#at-declaration-properties-answer1-title:focus').waitFor();
    await page.keyboard.type('Có dùng cả lòng đường');

    await part(page, 'Thành phần hồ sơ');
    await page.getByRole('button', { name: /^Xóa: Văn bản đề nghị/ }).click();
    await page.getByLabel('Khi nào phải nộp').selectOption({ label: 'Chỉ khi một câu trả lời là …' });
    expect(await page.getByLabel('Câu hỏi').locator('option:checked').textContent()).toBe('Có dùng cả lòng đường');
    expect(await page.getByLabel('Câu trả lời').locator('option:checked').textContent()).toBe('Có');
    await page.getByLabel('Lý do cần giấy này (người dân đọc) – tiếng Việt').fill('Lòng đường bị thu hẹp.');
    await inspect(page);
    await part(page, 'Phí, lệ phí');
    await page.getByLabel('Mức thu (đồng)').fill('100000');
    await page.getByRole('button', { name: 'Chép tiếng Việt vào chỗ tiếng Anh còn trống' }).click();
    await saved(page);
  });

  step('a reload keeps everything that was typed', async () => {
    const page = await author();
    await part(page, 'Kết quả');
    await page.getByLabel('Ký hiệu văn bản').fill('GP-UBND');
    await page.reload();
    expect(await page.getByLabel('Ký hiệu văn bản').inputValue()).toBe('GP-UBND');
    await page.getByLabel('Tên loại văn bản trên giấy').fill('Giấy phép');
    await saved(page);
  });

  step('one of the standard processes, fitted to five working days', async () => {
    const page = await author();
    await part(page, 'Quy trình');
    await page.getByLabel('Quy trình mẫu').selectOption({ label: 'Xã quyết định' });
    await page.getByLabel('Đơn vị cấp xã giải quyết').selectOption('commune/construction');
    await page.getByRole('button', { name: 'Dùng quy trình này' }).click();
    await page.getByRole('heading', { name: /^Bước 6:/ }).waitFor();
    expect(await page.getByLabel('Thời hạn của bước', { exact: true }).evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value))).toEqual(['2', '2', '1', '6', '2', '2']);
    await inspect(page);
    await saved(page);
  });

  step('somebody else saves meanwhile: who it was is said, and both changes are kept', async () => {
    const other = await approver();
    await other.goto(`/quan-tri/thu-tuc/${PAVEMENT}/soan?phan=general`);
    await other.getByLabel('Mã lĩnh vực (không bắt buộc)').fill('G17-DB01');
    await saved(other);
    const page = await author();
    await part(page, 'Thông tin chung');
    await page.getByLabel('Mã bộ công bố').fill('G04');
    await page.getByText(/^Đặng Thị Hải Yến vừa lưu bản soạn này lúc/).waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Đưa phần của tôi vào bản mới nhất' }).click();
    await saved(page);
    expect([await page.getByLabel('Mã bộ công bố').inputValue(), await page.getByLabel('Mã lĩnh vực (không bắt buộc)').inputValue()]).toEqual(['G04', 'G17-DB01']);
  });

  step('the form is tried, worked examples are made and kept', async () => {
    const page = await author();
    await part(page, 'Ví dụ, chạy thử');
    await page.getByRole('button', { name: 'Lập ví dụ' }).click();
    await page.getByRole('heading', { name: 'trường hợp thông thường' }).waitFor();
    await page.getByRole('button', { name: 'Mở tờ khai để thử' }).click();
    await page.getByRole('radiogroup', { name: 'Có dùng cả lòng đường' }).getByRole('radio', { name: 'Có', exact: true }).check();
    await page.getByText('(bắt buộc)').waitFor();
    await inspect(page);
    await saved(page);
  });

  step('without a fault it is proposed, with a drawing beside it', async () => {
    const page = await author();
    await page.getByRole('button', { name: 'Kiểm tra và so sánh' }).first().click();
    await page.getByText('Không còn lỗi nào: có thể đề xuất công bố.').waitFor();
    const width = await page.locator('.drawing-region img').evaluate(async (element) => {
      const image = element as unknown as { decode(): Promise<void>; naturalWidth: number };
      await image.decode();
      return image.naturalWidth;
    });
    expect(width).toBeGreaterThan(300);
    await inspect(page);
    await page.getByRole('button', { name: 'Đề xuất công bố' }).click();
    await page.getByRole('link', { name: 'Nhập số quyết định' }).waitFor();
    await inspect(page);
    await page.getByLabel('Ngày có hiệu lực').fill('25/11/2026');
    await page.getByLabel('Số quyết định công bố').fill('2345/QĐ-UBND');
    await page.getByLabel('Ngày quyết định').fill('20/11/2026');
    await page.getByRole('button', { name: 'Đề xuất công bố' }).click();
    await page.getByText(/^Bạn là người đề xuất nên không tự duyệt được/).waitFor();
    expect(await page.getByRole('button', { name: /^Duyệt/ }).count()).toBe(0);
    await inspect(page);
  });

  step('the second administrator finds it, reads it and approves', async () => {
    const page = await approver();
    await page.goto('/quan-tri/thu-tuc?loc=proposed');
    await page.getByRole('link', { name: /^Cấp phép sử dụng tạm thời/ }).click();
    await page.getByRole('link', { name: 'Xem đề xuất' }).click();
    await page.getByRole('button', { name: 'Duyệt, công bố từ 25/11/2026' }).waitFor();
    await page.waitForLoadState('networkidle');
    await inspect(page);
    await page.getByRole('button', { name: 'Duyệt, công bố từ 25/11/2026' }).click();
    await page.getByText(/^Đặng Thị Hải Yến đã duyệt lúc/).waitFor();
    await page.reload();
    await page.getByText(/^Đặng Thị Hải Yến đã duyệt lúc/).waitFor();
    await page.goto(`/quan-tri/thu-tuc/${PAVEMENT}`);
    await page.getByText('Quyết định 2345/QĐ-UBND ngày 20/11/2026; Nguyễn Văn Quản đề xuất, Đặng Thị Hải Yến duyệt.').waitFor();
    await page.getByRole('button', { name: 'Kết thúc phiên bản 1' }).click();
    await page.getByRole('button', { name: 'Đề xuất kết thúc' }).click();
    await page.getByRole('link', { name: 'Nhập ngày cuối có hiệu lực gồm ngày, tháng, năm' }).waitFor();
    await inspect(page);
  });

  step('from its day on a clerk takes it in at the counter', async () => {
    await desk.moveTo('2026-11-25T08:30');
    const page = await office.of('tiepnhan.bienhoa');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.divorced.personalId);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill('via he');
    await page.getByRole('option').filter({ hasText: PAVEMENT }).click();
    await page.getByRole('radiogroup', { name: 'Có dùng cả lòng đường' }).getByRole('radio', { name: 'Không', exact: true }).check();
    await page.getByLabel('Nội dung đề nghị').fill('Để xe máy của khách trong đám cưới');
    await page.getByRole('button', { name: 'Đã đọc cho người dân nghe, đồng ý tất cả' }).click();
    await page.getByRole('checkbox', { name: 'Đã thu tại quầy' }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Tiếp nhận/ }).click();
    await page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
    expect(await page.locator('.finish-code').first().textContent()).toBe('H19.26.01-261125-0001');
  });

  test('no browser complained', () => {
    expect(office.complaints()).toEqual([]);
  });
});
