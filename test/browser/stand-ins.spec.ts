import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(180_000);

describe('an officer is away and the chairman passes on a signature, in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  const step = story(() => office.keepPictures('stand-ins'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  /** The option of a list whose words begin with a person's name. */
  const choose = async (page: Page, label: string, name: string): Promise<void> => {
    const option = page.getByLabel(label, { exact: true }).locator('option').filter({ hasText: new RegExp(`^${name}`) });
    await page.getByLabel(label, { exact: true }).selectOption(await option.first().getAttribute('value'));
  };

  step('a form without days says so', async () => {
    const page = await office.of('hotich.bienhoa');
    await page.getByRole('link', { name: 'Vắng mặt' }).click();
    await page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
    await page.getByRole('link', { name: 'Hãy ghi ngày, giờ bắt đầu.' }).waitFor();
    await look(page, DESKTOP);
  });

  step('with a stand-in the absence stands in the list, and may be taken back', async () => {
    const page = await office.at('hotich.bienhoa');
    await page.getByLabel('Từ ngày').fill('24112026');
    await page.getByLabel('Đến ngày').fill('25112026');
    await choose(page, 'Người thay thế', 'Phạm Văn Thịnh');
    await page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
    await page.getByText(/^Đã ghi: Lê Thị Ngọc Diệp vắng mặt từ/).waitFor();
    const mine = page.getByRole('region', { name: 'Các đợt vắng mặt của tôi' });
    await mine.getByText('Phạm Văn Thịnh').waitFor();
    expect(await mine.getByRole('button', { name: 'Bỏ đợt vắng mặt này: Lê Thị Ngọc Diệp' }).count()).toBe(1);
    await look(page, DESKTOP);
  });

  step('the stand-in reads of it', async () => {
    const page = await office.of('diachinh.bienhoa');
    await page.getByRole('link', { name: 'Vắng mặt' }).click();
    await page.getByRole('region', { name: 'Tôi đang hoặc sẽ làm thay' }).getByText('Lê Thị Ngọc Diệp').first().waitFor();
    await look(page, DESKTOP);
  });

  step('a head enters who is away, and is told what nobody does meanwhile', async () => {
    const page = await office.of('chutich.bienhoa');
    await page.goto('/quan-tri/thay-the');
    await choose(page, 'Người vắng mặt', 'Lê Thị Ngọc Diệp');
    await page.getByLabel('Từ ngày').first().fill('26112026');
    await page.getByLabel('Đến ngày').first().fill('26112026');
    await page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
    await page.getByText('Trong thời gian này không còn ai làm:').waitFor();
    await look(page, DESKTOP);
  });

  step('the head proposes a delegation; somebody else approves it', async () => {
    const page = await office.at('chutich.bienhoa');
    await page.getByRole('button', { name: 'Gửi để người khác duyệt' }).click();
    await page.getByRole('link', { name: 'Hãy ghi số văn bản.' }).waitFor();
    const form = page.getByRole('region', { name: 'Đề xuất ủy quyền, giao ký' });
    const pick = async (label: string, index: number): Promise<void> => void (await form.getByLabel(label, { exact: true }).selectOption({ index }));
    await pick('Người giao ký', 1);
    await pick('Người được giao ký', 1);
    await form.getByLabel('Số văn bản').fill('12/GUQ-UBND');
    await form.getByLabel('Ngày văn bản').fill('20112026');
    await form.getByLabel('Phê duyệt', { exact: true }).check();
    await form.getByLabel('Từ ngày').fill('24112026');
    await form.getByLabel('Đến ngày').fill('31122026');
    await form.getByRole('button', { name: 'Gửi để người khác duyệt' }).click();
    await page.getByText('Bạn đã đề xuất văn bản này nên một người khác phải duyệt.').waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0);
    await look(page, DESKTOP);
    const other = await office.of('quantri2');
    await other.goto('/quan-tri/thay-the');
    await other.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await other.getByText('Đã duyệt', { exact: true }).waitFor();
    await look(other, DESKTOP);
  });

  step('the head of a page stays one line for who has the most areas', async () => {
    const page = await office.of('giamdoc.bienhoa');
    await page.getByRole('link', { name: 'Chuyển trong ngày' }).waitFor();
    const height = () => page.evaluate<number>("document.querySelector('.shell-header').getBoundingClientRect().height");
    expect(await height()).toBe(48);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Same-day transfer' }).waitFor();
    expect(await height()).toBe(48);
    expect(office.complaints()).toEqual([]);
  });
});
