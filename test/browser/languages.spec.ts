import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { LOST_LAND, MARITAL_STATUS, PEOPLE, cast, go, receiveAtCounter } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { expectTranslated, switchTo } from './languages.js';
import { DESKTOP, PHONE, openScreen, signIn } from './screen.js';

jest.setTimeout(60_000);

describe('staff screens in both languages', () => {
  let desk: TestDesk;
  let browser: Browser;
  let sent: string;
  let kept: string;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    const { clerk, registrar, reviewer } = cast(desk);
    sent = (await receiveAtCounter(clerk, LOST_LAND)).dossierId;
    await go(sent, [[clerk, 'handOver'], [reviewer, 'acknowledge'], [reviewer, 'examine', { meets: true, note: 'Khớp sổ địa chính' }]]);
    kept = (await receiveAtCounter(clerk, MARITAL_STATUS)).dossierId;
    await go(kept, [[clerk, 'handOver'], [registrar, 'acknowledge']]);
    await desk.drain();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  test.each([
    ['tiepnhan.bienhoa', '/quay'],
    ['tiepnhan.bienhoa', '/ho-so?list=all'],
    ['hotich.bienhoa', '/ho-so/{kept}'],
    ['thamdinh.vpdk', '/tham-dinh'],
    ['thamdinh.vpdk', '/tham-dinh/{sent}'],
  ])('%s at %s: everything is translated, and what is foreign says so', async (login, address) => {
    const { page, complaints, close } = await openScreen(browser, desk);
    await signIn(page, login);
    await page.goto(address.replace('{kept}', kept).replace('{sent}', sent));
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    const { href } = new URL(page.url());
    await expectTranslated(page);
    await switchTo(page, 'en');
    await expectTranslated(page);
    await expectAccessible(page);
    await page.reload();
    await page.locator('html[lang=en]').waitFor();
    expect(page.url()).toBe(href);
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a change of language keeps the page and what was typed', async () => {
    const { page, complaints, close } = await openScreen(browser, desk, DESKTOP);
    await page.goto('/dang-nhap');
    await page.getByLabel('Tài khoản', { exact: true }).fill('hotich.bienhoa');
    await switchTo(page, 'en');
    await expectTranslated(page);
    expect(await page.getByLabel('Account', { exact: true }).inputValue()).toBe('hotich.bienhoa');
    await switchTo(page, 'vi');
    await signIn(page, 'hotich.bienhoa');
    await page.goto(`/ho-so/${kept}`);
    await page.getByRole('button', { name: 'Thẩm tra', exact: true }).click();
    await page.getByRole('radio', { name: 'Chưa đủ điều kiện' }).check();
    await page.getByLabel('Điều kiện nào chưa đáp ứng').fill('Chưa rõ nơi cư trú');
    await switchTo(page, 'en');
    await expectTranslated(page);
    expect([await page.getByRole('radio', { name: 'The conditions are not met' }).isChecked(), await page.locator('#act-finding').inputValue()]).toEqual([true, 'Chưa rõ nơi cư trú']);
    expect(new URL(page.url()).pathname).toBe(`/ho-so/${kept}`);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the counter half filled in keeps the intake', async () => {
    const { page, complaints, close } = await openScreen(browser, desk);
    await signIn(page, 'tiepnhan2.bienhoa');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.divorced.personalId);
    await page.keyboard.press('Enter');
    await page.getByText(PEOPLE.divorced.name).first().waitFor();
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill('1.004873');
    await page.getByRole('option').filter({ hasText: '1.004873' }).click();
    await page.getByRole('radio', { name: 'Đã ly hôn, hiện chưa đăng ký kết hôn với ai' }).check();
    await page.getByText('Bản án hoặc quyết định ly hôn có hiệu lực').first().waitFor();
    await switchTo(page, 'en');
    await expectTranslated(page);
    await expectAccessible(page);
    expect(await page.getByRole('radio', { name: 'Divorced, not married again' }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});
