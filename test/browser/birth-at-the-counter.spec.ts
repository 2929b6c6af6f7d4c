import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from '@app/organisation';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { expectAccessible } from './accessibility.js';
import { handsOn } from './hands.js';
import { openScreen } from './screen.js';

jest.setTimeout(60_000);

const MOST = { interactions: 20, typed: 12 };
const CARD = `${PEOPLE.mother.personalId}|271234567|${PEOPLE.mother.name}|27021996|Nữ|12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai|05012022`;

describe('a known family’s birth registration at the counter', () => {
  let desk: TestDesk;
  let browser: Browser;

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  test(`takes at most ${MOST.interactions} interactions and ${MOST.typed} typed fields, from the sign-in page over the card to the printed receipt`, async () => {
    const { page, complaints, close } = await openScreen(browser, desk);
    const hands = handsOn(page);
    const missing = (field: string) => page.locator(`#declaration-${field}:focus`).waitFor();
    await page.goto('/');
    await hands.enter(page.getByLabel('Tài khoản', { exact: true }), 'tiepnhan.bienhoa');
    await hands.enter(page.getByLabel('Mật khẩu', { exact: true }), DEMONSTRATION_PASSWORD);
    await hands.press('Enter');

    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).waitFor();
    await hands.scan(CARD);
    await page.getByText(PEOPLE.mother.name).first().waitFor();
    await hands.enter(page.getByRole('combobox', { name: 'Tìm thủ tục' }), 'dkks');
    await page.getByRole('option', { name: 'Thủ tục đăng ký khai sinh' }).first().waitFor();
    await hands.press('Enter');

    // The focus is led along what is missing and along nothing else: Space chooses the first answer, Enter goes on.
    await missing('requesterRelation');
    await hands.press('Space');
    await hands.press('Enter');
    await missing('birthProofKind');
    await hands.press('Space');
    await hands.press('Enter');
    await missing('childName');
    await hands.enter(page.locator('#declaration-childName'), 'Nguyễn Hoàng Bảo Ngọc');
    await hands.press('Enter');
    await missing('parentsDeclared');
    await hands.press('Space');
    await page.getByText(PEOPLE.father.name).first().waitFor();
    await hands.press('F9');
    await page.getByText('Không còn thiếu mục nào').waitFor();
    await page.getByText('sẵn sàng').waitFor();
    const printed = page.context().waitForEvent('page');
    await hands.press('Control+Enter');

    await page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
    expect(await page.locator('.finish-code').allTextContents()).toEqual(['H19.26.01-261123-0001', '17:00, Thứ Hai 23/11/2026']);
    const receipt = String(await page.getByRole('link', { name: /^Mở giấy tiếp nhận/ }).getAttribute('href'));
    expect((await (await printed).request.get(receipt)).headers()['content-type']).toBe('application/pdf');
    await expectAccessible(page);
    process.stderr.write(`A known family’s birth registration took ${hands.count} interactions (at most ${MOST.interactions}), ${hands.typed.length} typed fields (at most ${MOST.typed}).\n`);
    expect({ tooMany: hands.count > MOST.interactions, done: hands.done }).toEqual({ tooMany: false, done: hands.done });
    expect({ tooMany: hands.typed.length > MOST.typed, typed: hands.typed }).toEqual({ tooMany: false, typed: hands.typed });
    expect(complaints).toEqual([]);
    await close();
  });

  test('needs no pointer', async () => {
    const { page, complaints, close } = await openScreen(browser, desk);
    const { keyboard } = page;
    const tabTo = (target: Locator) => reach(page, target, 'Tab');
    const chooseByKey = async (question: string, answer: string) => {
      await tabTo(page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }));
      await keyboard.press('Space');
    };
    await page.goto('/');
    await tabTo(page.getByLabel('Tài khoản', { exact: true }));
    await keyboard.type('tiepnhan2.bienhoa');
    await keyboard.press('Tab');
    await keyboard.type(DEMONSTRATION_PASSWORD);
    await keyboard.press('Enter');

    await page.locator('#person-search:focus').waitFor();
    await keyboard.type('tran thi my duyen');
    await page.getByRole('option', { name: PEOPLE.mother.name }).waitFor();
    await keyboard.press('Enter');
    await page.locator('#procedure-search:focus').waitFor();
    await keyboard.type('ksinh');
    await page.getByRole('option', { name: '1.001193' }).waitFor();
    await keyboard.press('Enter');

    await keyboard.press('Control+k');
    await chooseByKey('Quan hệ của người yêu cầu với trẻ', 'Mẹ');
    // Tab passes what is known over, down and up, until its key opens the way.
    await keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('id')).toBe('declaration-birthProofKind');
    await keyboard.press('Shift+Tab');
    expect(await page.locator(':focus').getAttribute('id') ?? '').not.toContain('declaration-');
    const changing = page.getByRole('button', { name: 'Sửa mục đã có' });
    await keyboard.press('F4');
    expect(await changing.getAttribute('aria-pressed')).toBe('true');
    const offer = page.getByRole('button', { name: /^Đúng: Họ, chữ đệm, tên người yêu cầu/ });
    await tabTo(offer);
    await keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Sửa lại Họ, chữ đệm, tên người yêu cầu');
    await keyboard.press('F4');
    expect(await changing.getAttribute('aria-pressed')).toBe('false');
    await page.locator('#declaration-birthProofKind:focus').waitFor();
    await page.getByText('Còn thiếu 2').waitFor();
    await keyboard.press('Space');
    await keyboard.press('Tab');
    await keyboard.type('Nguyễn Hoàng Minh Khôi');
    await page.locator('#declaration-parentsDeclared').waitFor();
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await page.getByText(PEOPLE.father.name).first().waitFor();
    await expectAccessible(page);
    await keyboard.press('Control+k');
    expect(await page.locator(':focus').textContent()).toContain('Đã đọc cho người dân nghe, đồng ý tất cả');
    await keyboard.press('Enter');
    await page.getByText('Không còn thiếu mục nào').waitFor();
    // Nothing is missing any more: the focus goes on to the papers, and with the paper on file agreed to nothing is open there either.
    await page.locator('#zone-3 [data-first]:focus').waitFor();
    await page.getByText('sẵn sàng').waitFor();
    await keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
    expect(await page.locator('.finish-code').first().textContent()).toBe('H19.26.01-261123-0002');
    await reach(page, page.getByRole('button', { name: 'Lượt mới' }), 'Tab');
    await keyboard.press('Enter');
    await page.locator('#person-search:focus').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Presses a key until the focus is where it is wanted, a page on which that takes for ever is not usable. */
async function reach(page: Page, target: Locator, key: string): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await target.evaluate((element) => element.ownerDocument.activeElement === element)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} is not reached by ${key}`);
}
