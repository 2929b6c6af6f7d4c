import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, receiveAtCounter } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { NARROW, openScreen, type Screen } from './screen.js';

jest.setTimeout(60_000);

describe('looking a dossier up by code and secret, on a small phone', () => {
  let desk: TestDesk;
  let browser: Browser;
  let received: IntakeResultDto;
  let screen: Screen;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    received = await receiveAtCounter(desk.officer('tiepnhan.bienhoa'), MARITAL_STATUS);
    screen = await openScreen(browser, desk, NARROW);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const lookUp = async (code: string, secret: string): Promise<void> => {
    const { page } = screen;
    await page.goto('/tra-cuu');
    await page.getByLabel('Mã hồ sơ').fill(code);
    await page.getByLabel('Mã tra cứu').fill(secret);
    await page.getByRole('button', { name: 'Tra cứu' }).click();
  };

  test('the form', async () => {
    await screen.page.goto('/tra-cuu');
    await expectAccessible(screen.page);
    await expectNoSidewaysScroll(screen.page);
  });

  test('a wrong secret and a wrong code get the same answer, and the secret is not sent back', async () => {
    const { page } = screen;
    const answers: Array<string | null> = [];
    for (const [code, secret] of [[received.code, 'ZZZZZZ'], ['H19.26.01-261123-9999', received.secret]] as const) {
      await lookUp(code, secret);
      answers.push(await page.getByRole('alert').textContent());
      expect([await page.getByLabel('Mã hồ sơ').inputValue(), await page.getByLabel('Mã tra cứu').inputValue()]).toEqual([code, '']);
      await expectAccessible(page);
    }
    expect(answers[0]).toContain('Không tìm thấy hồ sơ nào khớp với cả hai mã');
    expect(answers[1]).toBe(answers[0]);
  });

  test('the right secret shows step, unit and date, and nobody’s name; neither stands in the address', async () => {
    const { page } = screen;
    await lookUp(received.code.toLowerCase(), received.secret.toLowerCase());
    await page.getByRole('heading', { name: received.code }).waitFor();
    const text = await page.locator('main').innerText();
    for (const words of ['Trung tâm Phục vụ hành chính công phường Biên Hoà', '27 tháng 11 năm 2026']) expect(text).toContain(words);
    for (const secret of [PEOPLE.single.name, PEOPLE.single.personalId]) expect(text).not.toContain(secret);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/tra-cuu');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(screen.complaints).toEqual([]);
  });
});
