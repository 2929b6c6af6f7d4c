import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { expectNoSidewaysScroll } from './accessibility.js';
import { look } from './look.js';
import { type Foreign, pasteLine, scanLine } from './scanner.js';
import { DESKTOP, NARROW, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const card = ({ personalId, name }: { personalId: string; name: string }, born: string): string =>
  `${personalId}|271234567|${name}|${born}|Nam|12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai|05012022`;
const TUNG = card(PEOPLE.divorced, '17031985');
const NAM = card(PEOPLE.father, '05091994');

describe('an ID card scanned at the counter', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  const step = story(() => office.keepPictures('card-scan'));
  const owner = () => page.getByRole('region', { name: /^1\. / });
  const procedure = () => page.getByRole('combobox', { name: 'Tìm thủ tục' });
  const hasFocus = (target: Locator) => target.evaluate((element) => element === element.ownerDocument.activeElement);
  const noOwner = async () => {
    await owner().getByRole('button', { name: 'Đổi người' }).click();
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).waitFor();
  };

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    office = openOffice(browser, desk);
    page = await office.of('tiepnhan.bienhoa');
    await page.goto('/quay');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('what cannot be read is shown, and typing offered', async () => {
    await page.getByRole('button', { name: 'Phím tắt' }).focus();
    await scanLine(page, TUNG.slice(0, 70));
    await page.getByText(/nội dung bị cắt ngang/).waitFor();
    await page.getByText(`Đã đọc được: ${TUNG.slice(0, 70).trim()}`).waitFor();
    // The blanks and the Enter of the line have pressed nothing.
    expect(await page.getByRole('dialog').count()).toBe(0);
    await look(page, DESKTOP);
    await page.getByRole('button', { name: 'Nhập tay' }).click();
    expect(await hasFocus(page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }))).toBe(true);
  });

  step('from within another field the person is filled in and nothing else, however the scanner writes accents', async () => {
    for (const foreign of ['key', 'sign', 'text', 'composed'] satisfies Foreign[]) {
      await procedure().fill('khai sinh');
      await procedure().press('Home');
      await scanLine(page, TUNG, foreign);
      await owner().getByText(PEOPLE.divorced.name, { exact: true }).waitFor();
      expect({ foreign, field: await procedure().inputValue(), notices: await page.getByRole('alert').count() }).toEqual({ foreign, field: 'khai sinh', notices: 0 });
      expect(await page.evaluate('document.activeElement.selectionStart')).toBe(0);
      await noOwner();
    }
  });

  step('a pasted line is read as a scanned one', async () => {
    await procedure().focus();
    await pasteLine(page, TUNG);
    await owner().getByText(PEOPLE.divorced.name, { exact: true }).waitFor();
    expect(await procedure().inputValue()).toBe('khai sinh');
    await noOwner();
  });

  step('from within the box for the person nothing stays in it, and no list opens', async () => {
    await scanLine(page, card(PEOPLE.divorced, '17031958'));
    await page.getByText('Trong dữ liệu: Đỗ Thanh Tùng, sinh ngày 17/03/1985').waitFor();
    const box = page.getByRole('combobox', { name: 'Tìm chủ hồ sơ', expanded: false });
    expect(await box.inputValue()).toBe('');
    await page.getByRole('button', { name: 'Đúng là người này' }).click();
    await owner().getByText(PEOPLE.divorced.name, { exact: true }).waitFor();
  });

  step('the list of procedures fits the narrowest screen', async () => {
    await page.setViewportSize(NARROW);
    await procedure().fill('khai');
    await page.getByRole('option', { name: 'Thủ tục đăng ký khai sinh' }).first().waitFor();
    await expectNoSidewaysScroll(page);
    await procedure().fill('');
    await page.setViewportSize(DESKTOP);
  });

  step('a second card takes nobody’s place: it may be that of who files', async () => {
    await procedure().focus();
    await scanLine(page, NAM);
    await page.getByText(/Thẻ vừa quét là của Nguyễn Hoàng Nam/).waitFor();
    await look(page, DESKTOP);
    expect(await owner().getByText(PEOPLE.father.name, { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Bỏ qua thẻ này' }).click();
    expect(await hasFocus(procedure())).toBe(true);
    expect(await owner().getByText(PEOPLE.father.name, { exact: true }).count()).toBe(0);
    await scanLine(page, NAM);
    await page.getByRole('button', { name: 'Người thân nộp thay' }).click();
    await owner().getByText(PEOPLE.divorced.name, { exact: true }).waitFor();
    await owner().getByText(PEOPLE.father.name, { exact: true }).waitFor();
    expect(await owner().getByLabel('Người nộp').inputValue()).toBe('relative');
  });

  step('or of the next intake, and the one in hand is parked', async () => {
    await procedure().fill('dkks');
    await page.getByRole('option', { name: 'Thủ tục đăng ký khai sinh' }).first().waitFor();
    await procedure().press('Enter');
    await page.getByLabel('Họ, chữ đệm, tên của trẻ').fill('Đỗ Bảo Ngọc');
    await scanLine(page, NAM);
    await page.getByRole('button', { name: 'Cất lượt này, mở lượt mới' }).click();
    await procedure().waitFor();
    await owner().getByText(PEOPLE.father.name, { exact: true }).waitFor();
    expect(await owner().getByText(PEOPLE.divorced.name, { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: /^Đỗ Thanh Tùng – / }).click();
    await owner().getByText(PEOPLE.divorced.name, { exact: true }).waitFor();
    expect(await page.getByLabel('Họ, chữ đệm, tên của trẻ').inputValue()).toBe('Đỗ Bảo Ngọc');
    await look(page, DESKTOP);
  });

  step('after an intake the next person’s card begins the next one', async () => {
    await noOwner();
    await scanLine(page, card(PEOPLE.mother, '27021996'));
    await owner().getByText(PEOPLE.mother.name, { exact: true }).waitFor();
    const choose = (question: string, answer: string) => page.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click();
    await choose('Quan hệ của người yêu cầu với trẻ', 'Mẹ');
    await choose('Giấy tờ chứng minh việc sinh', 'Dữ liệu chứng sinh điện tử của cơ sở y tế');
    await choose('Thông tin cha, mẹ được ghi vào giấy khai sinh', 'Cả cha và mẹ');
    await page.getByText(PEOPLE.father.name).first().waitFor();
    await page.getByRole('button', { name: 'Đã đọc cho người dân nghe, đồng ý tất cả' }).click();
    await page.getByRole('button', { name: 'Đạt tất cả' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
    await page.getByRole('button', { name: 'Lượt mới' }).focus();
    await scanLine(page, TUNG);
    await owner().getByText(PEOPLE.divorced.name, { exact: true }).waitFor();
    await procedure().waitFor();
    expect(office.complaints()).toEqual([]);
  });
});
