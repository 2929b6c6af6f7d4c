import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE } from '../support/steps.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const PERSON = PEOPLE.single.name;
const REASON = 'Đơn phản ánh số 12 ngày 20/11/2026';

describe('data on file about a person, at the desks of those who look, correct and answer for it', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  const step = story(() => office.keepPictures('person-on-file'));
  const waiting = () => page.getByRole('navigation', { name: 'Các khu vực làm việc' }).getByRole('link', { name: /^Dữ liệu/ });
  const rowOf = (label: string) => page.locator('.person-values > div', { has: page.getByRole('term').filter({ hasText: label }) });

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('outside a dossier the page asks for its purpose, and shows nothing before', async () => {
    page = await office.of('hotich.bienhoa');
    await page.goto('/nguoi');
    await page.getByRole('combobox', { name: 'Tìm theo số định danh, điện thoại hoặc họ tên' }).fill(PEOPLE.single.personalId);
    await page.getByRole('option', { name: PERSON }).click();
    await page.getByRole('heading', { level: 1, name: 'Xem ngoài hồ sơ: ghi mục đích' }).waitFor();
    await page.getByRole('button', { name: 'Ghi mục đích và mở' }).click();
    await page.getByRole('link', { name: 'Ghi lý do cụ thể, ít nhất 10 ký tự' }).waitFor();
    await look(page, DESKTOP);
    expect(await page.getByText(PERSON).count()).toBe(0);
    await page.getByLabel('Mục đích', { exact: true }).selectOption({ label: 'Giải quyết khiếu nại, phản ánh, kiến nghị' });
    await page.getByLabel('Lý do cụ thể').fill(REASON);
    await page.getByRole('button', { name: 'Ghi mục đích và mở' }).click();
    await page.getByRole('heading', { level: 1, name: PERSON }).waitFor();
    await page.getByText(`Xem ngoài hồ sơ, đến 08:45. Lãnh đạo đơn vị và chính người này thấy lượt xem. ${REASON}`).waitFor();
    expect(await waiting().getAttribute('aria-current')).toBe('page');
  });

  step('part by part: identity, family with days as people write them, household, papers', async () => {
    await rowOf('Ngày sinh').getByText('14/08/1999').waitFor();
    await look(page, DESKTOP);
    await page.getByRole('tab', { name: 'Gia đình, hộ' }).click();
    await rowOf('Cha').getByText('sinh 30/05/1970 · Cơ sở dữ liệu hộ tịch điện tử').waitFor();
    await page.getByText('Con, hộ 4 người').waitFor();
    await page.getByRole('button', { name: 'Xem người trong hộ' }).click();
    await page.getByRole('list', { name: 'Người trong hộ' }).getByText('Chủ hộ: Phạm Văn Minh, sinh 30/05/1970').waitFor();
    await look(page, DESKTOP);
    await page.getByRole('tab', { name: 'Giấy tờ đã có' }).click();
    await page.getByText('có giá trị đến 05/08/2026').waitFor();
    await look(page, DESKTOP);
  });

  step('a wrong value is proposed at its row, on the authority of a document', async () => {
    await page.getByRole('tab', { name: 'Nhân thân' }).click();
    await rowOf('Dân tộc').getByRole('button', { name: 'Đề xuất đính chính: Dân tộc' }).click();
    await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
    await page.getByText('Cần nhập mục này').first().waitFor();
    await look(page, DESKTOP);
    for (const [label, text] of [['Giá trị đúng', 'Hoa'], ['Cơ quan ban hành văn bản', 'Ủy ban nhân dân phường Biên Hoà'], ['Văn bản làm căn cứ', 'Trích lục khai sinh số 45/2026'], ['Lý do', 'Ghi nhầm khi chuyển dữ liệu']] as const) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Gửi đề xuất' }).click();
    await rowOf('Dân tộc').getByText('Đề xuất đính chính: đang chờ duyệt').waitFor();
    await page.getByRole('tab', { name: 'Đính chính (1 đang chờ)' }).click();
    await page.getByText('Trích lục khai sinh số 45/2026').waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt đính chính' }).count()).toBe(0);
    await look(page, DESKTOP);
  });

  step('the menu of the head counts the look; a second officer approves, and the look is read', async () => {
    page = await office.of('chanhvanphong.bienhoa');
    await page.getByRole('link', { name: 'Dữ liệu 1 lượt xem ngoài hồ sơ chờ xác nhận' }).waitFor();
    await page.goto('/nguoi');
    await page.getByText(`Giải quyết khiếu nại, phản ánh, kiến nghị: ${REASON}`).waitFor();
    await look(page, DESKTOP);
    await page.getByRole('button', { name: 'Duyệt đính chính' }).click();
    await page.getByText('Không có đề xuất nào đang chờ.').waitFor();
    await page.getByRole('button', { name: 'Xác nhận đúng mục đích' }).click();
    await page.getByText('1 lượt đã được xác nhận').waitFor();
    await waiting().filter({ hasNotText: '1' }).waitFor();
    expect(await waiting().textContent()).toBe('Dữ liệu ');
  });

  step('the right value stands in the place of the wrong one, which can still be read', async () => {
    page = await office.at('hotich.bienhoa');
    await page.reload();
    await rowOf('Dân tộc').getByText('Hoa', { exact: true }).waitFor();
    await rowOf('Dân tộc').getByText('Ghi nhầm khi chuyển dữ liệu').first().waitFor();
    await rowOf('Dân tộc').getByText('1 giá trị trước đây hoặc từ nguồn khác').click();
    await rowOf('Dân tộc').getByText('Kinh', { exact: true }).waitFor();
    await look(page, DESKTOP);
  });

  step('from the counter the page and the household open for the draft in hand', async () => {
    page = await office.of('tiepnhan.bienhoa');
    await page.goto('/quay');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.worshipper.personalId);
    await page.getByRole('option', { name: PEOPLE.worshipper.name }).click();
    await page.getByText('Hộ gia đình: Chủ hộ, 4 người').click();
    await page.locator('.household').getByText('Cơ sở dữ liệu quốc gia về dân cư, ngày 01/10/2026').waitFor();
    expect(await page.getByRole('button', { name: 'Xem người trong hộ' }).count()).toBe(0);
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill(MARITAL_STATUS);
    await page.getByRole('option', { name: MARITAL_STATUS }).click();
    await page.getByRole('button', { name: 'Xem người trong hộ' }).click();
    await page.getByText('Con: Phạm Quốc Huy, sinh 09/01/2003').waitFor();
    await look(page, DESKTOP);
    await page.getByRole('link', { name: 'Xem dữ liệu đã có' }).click();
    await page.getByText('Xem để tiếp nhận hồ sơ; lượt xem được ghi cho chính người này.').waitFor();
    expect(page.url()).toMatch(/\/nguoi\/[0-9a-f-]{36}\?draft=[0-9a-f-]{36}$/);
    await page.goBack();
    await page.getByText('Hộ gia đình: Chủ hộ, 4 người').waitFor();
    expect(office.complaints()).toEqual([]);
  });
});
