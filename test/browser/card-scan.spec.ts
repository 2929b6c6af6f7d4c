import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { expectAccessible } from './accessibility.js';
import { expectTranslated } from './languages.js';
import { DESKTOP, NARROW, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const card = (number: string, name: string, born: string): string => `${number}|271234567|${name}|${born}|Nam|12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai|05012022`;

describe('an ID card scanned at the counter', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  const step = story(() => office.keepPictures('card-scan'));
  const owner = () => page.getByRole('region', { name: /^1\. / });
  /** As a scanner in the place of a keyboard does: key by key, then Enter. */
  const scan = async (line: string) => {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
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
    await scan(card(PEOPLE.divorced.personalId, PEOPLE.divorced.name, '17031985').slice(0, 70));
    await page.getByText(/nội dung bị cắt ngang/).waitFor();
    await page.getByText(/Đã đọc được: 075085199757/).waitFor();
    await expectTranslated(page);
    await expectAccessible(page);
    await page.setViewportSize(NARROW);
    await expectAccessible(page);
    await page.setViewportSize(DESKTOP);
    await page.getByRole('button', { name: 'Nhập tay' }).click();
    expect(await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
  });

  step('from within another field the person is filled in, and nothing else', async () => {
    const procedure = page.getByRole('combobox', { name: 'Tìm thủ tục' });
    await procedure.fill('khai sinh');
    await scan(card(PEOPLE.divorced.personalId, PEOPLE.divorced.name, '17031985'));
    await owner().getByText(PEOPLE.divorced.name, { exact: true }).waitFor();
    expect(await procedure.inputValue()).toBe('khai sinh');
  });

  step('a second card takes nobody’s place: it may be that of who files', async () => {
    await scan(card(PEOPLE.father.personalId, PEOPLE.father.name, '15061994'));
    await page.getByText('Trong dữ liệu: Nguyễn Hoàng Nam, sinh ngày 05/09/1994').waitFor();
    await scan(card(PEOPLE.father.personalId, PEOPLE.father.name, '05091994'));
    await page.getByRole('button', { name: 'Là người nộp thay' }).click();
    await owner().getByText(PEOPLE.divorced.name, { exact: true }).waitFor();
    await owner().getByText(PEOPLE.father.name, { exact: true }).waitFor();
  });
});
