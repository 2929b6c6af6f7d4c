import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { seedKeys } from '@app/demonstration';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval } from '../support/prepare.js';
import { MARITAL_STATUS, PEOPLE, cast, read } from '../support/steps.js';
import { expectAccessible } from './accessibility.js';
import { look } from './look.js';
import { DESKTOP, openOffice, openScreen, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(180_000);

describe('decisions signed together, numbered, sealed, and judged by anybody', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  const ids: string[] = [];
  const step = story(() => office.keepPictures('signing'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    await seedKeys({ asMigrator: desk.asOwner, keysFolder: path.join(desk.folder, 'keys'), now: desk.clock.now(), units: ['c26068'] });
    const marital = await prepare(desk, MARITAL_STATUS);
    for (let n = 0; n < 3; n += 1) {
      const id = await marital.receive();
      await marital.go(id, [...toApproval()]);
      ids.push(id);
    }
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const run = (page: Page): Locator => page.locator('.batch-run');
  const together = async (page: Page, act: string): Promise<void> => {
    await page.goto('/ho-so?list=unit');
    await page.getByRole('checkbox', { name: 'Chọn tất cả trên trang' }).check();
    await page.getByRole('region', { name: 'Việc cho các hồ sơ đã chọn' }).getByRole('button', { name: act, exact: true }).click();
  };

  step('the chairman sees each draft, signs three with one press, and is told of each', async () => {
    const page = await office.of('chutich.bienhoa');
    await together(page, 'Phê duyệt và ký số');
    await page.getByText('Xem từng dự thảo trước khi ký (3)').click();
    expect(await page.locator('.batch-drafts a').count()).toBe(3);
    await look(page, DESKTOP);
    await page.getByRole('button', { name: 'Xác nhận: Phê duyệt và ký số (3 hồ sơ)' }).click();
    await run(page).getByText('Đã xong 0/3 văn bản, 0 không thành. Đang thực hiện; trang tự cập nhật.').waitFor();
    await look(page, DESKTOP);
    await desk.drain();
    await page.context().clock.runFor(2000);
    await run(page).getByText('Đã xong 3/3 văn bản, 0 không thành.').waitFor();
  });

  step('the records clerk numbers and seals them together; the dossier tells the three acts with who did them', async () => {
    const page = await office.of('vanthu.bienhoa');
    await together(page, 'Cấp số');
    await page.getByRole('button', { name: 'Xác nhận: Cấp số (3 hồ sơ)' }).click();
    await run(page).getByText('Đã xong 3 hồ sơ, chưa làm được 0 hồ sơ.').waitFor();
    await together(page, 'Đóng dấu số');
    await page.getByRole('button', { name: 'Xác nhận: Đóng dấu số (3 hồ sơ)' }).click();
    await run(page).getByText('Đã xong 0/3 văn bản', { exact: false }).waitFor();
    await page.goto(`/ho-so/${ids[0]}`);
    await page.getByText('Đang chờ ký số; trang tự cập nhật khi xong.').waitFor();
    await desk.drain();
    await page.context().clock.runFor(2000);
    const signing = page.getByRole('region', { name: 'Ký số, cấp số, đóng dấu' });
    await signing.getByText('Đã đóng dấu số').waitFor();
    expect(await signing.getByRole('listitem').locator('strong').allTextContents()).toEqual(['Đã ký số', 'Đã cấp số', 'Đã đóng dấu số']);
    await look(page, DESKTOP);
  });

  step('anybody uploads the file and reads what it is', async () => {
    const marital = await prepare(desk, MARITAL_STATUS);
    await marital.go(ids[0]!, [['vanthu.bienhoa', 'handOver'], ['tiepnhan.bienhoa', 'acknowledge'], ['tiepnhan.bienhoa', 'resultReady']]);
    const { records } = cast(desk);
    const paper = (await read(records, ids[0]!)).papers.find(({ form }) => form === 'result')!;
    const { body } = await records.bytes(`/api/dossiers/${ids[0]}/papers/${paper.id}.pdf`);
    const { page, complaints, close } = await openScreen(browser, desk, { width: 320, height: 640 });
    await page.goto('/kiem-tra');
    await expectAccessible(page);
    const judge = async (bytes: Buffer, heading: string): Promise<void> => {
      await page.getByLabel('Tệp PDF').setInputFiles({ name: 'giay.pdf', mimeType: 'application/pdf', buffer: bytes });
      await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await expectAccessible(page);
    };
    await judge(Buffer.from(body), 'Giấy đúng là giấy đã cấp');
    expect(await page.locator('body').textContent()).not.toContain(PEOPLE.single.name);
    const flipped = Buffer.from(body);
    flipped[2000]! ^= 1;
    await judge(flipped, 'Tệp đã bị sửa');
    expect(complaints).toEqual([]);
    await close();
  });

  test('nothing complained', () => expect(office.complaints()).toEqual([]));
});
