import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CatalogueService } from '@app/catalogue';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { prepare, toApproval } from '../support/prepare.js';
import { nextVersion, publishVersion } from '../support/second-version.js';
import { CONFIRMATION, MARITAL_STATUS } from '../support/steps.js';
import { look } from './look.js';
import { DESKTOP, keepPicture, openScreen, signIn, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(180_000);

describe('an administrator moves dossiers to the version that is in force, in the browser', () => {
  let desk: TestDesk;
  let browser: Browser;
  let screen: Screen;
  const step = story(() => keepPicture(screen, 'earlier-versions'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    const preparation = await prepare(desk, MARITAL_STATUS);
    const [one, another] = [await preparation.receive(), await preparation.receive()];
    await preparation.go(one, toApproval().slice(0, 1));
    await preparation.go(another, toApproval().slice(0, 2));
    await publishVersion(desk, nextVersion(await desk.app.get(CatalogueService).getVersion(MARITAL_STATUS, 1)));
    screen = await openScreen(browser, desk, DESKTOP);
    await signIn(screen.page, 'quantri');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('the procedures with dossiers on an earlier version are listed, with where those stand', async () => {
    const { page } = screen;
    await page.goto('/quan-tri/phien-ban-cu');
    const row = page.getByRole('row').filter({ hasText: MARITAL_STATUS });
    await row.getByText('Phiên bản 2, hiệu lực từ 23/11/2026').waitFor();
    expect(await row.getByRole('listitem').allInnerTexts()).toEqual([
      'Thẩm tra tình trạng hôn nhân: 1', 'Chuyển hồ sơ đến bộ phận tư pháp – chờ bên nhận xác nhận: 1', 'Phiên bản 2, hiệu lực từ 23/11/2026',
    ]);
    await look(page, DESKTOP);
  });

  step('a move that lacks dossiers or a reason says so', async () => {
    const { page } = screen;
    await page.getByRole('link', { name: new RegExp(MARITAL_STATUS) }).click();
    await page.getByRole('button', { name: 'Chuyển các hồ sơ đã chọn' }).click();
    await page.getByRole('link', { name: 'Hãy chọn ít nhất một hồ sơ.' }).waitFor();
    await page.getByRole('link', { name: 'Hãy ghi lý do chuyển.' }).waitFor();
    await look(page, DESKTOP);
  });

  step('one of the chosen is shown before and after', async () => {
    const { page } = screen;
    await page.getByLabel('Chọn tất cả').check();
    await page.getByText('Đã chọn 2 hồ sơ.').waitFor();
    const table = page.getByRole('table', { name: /^Ngày hẹn trả .* giữ nguyên$/ });
    await table.waitFor();
    expect(await table.getByRole('row', { name: /^Số bản/ }).innerText()).toMatch(/–\s+1/);
    await page.getByLabel('Lý do chuyển').fill('Quy định mới có lợi hơn cho người dân');
    await look(page, DESKTOP);
  });

  step('they are moved, each with its outcome; then none is left', async () => {
    const { page } = screen;
    await page.getByRole('button', { name: 'Chuyển các hồ sơ đã chọn' }).click();
    await page.getByText('Đã xong 2 hồ sơ, chưa làm được 0 hồ sơ.').waitFor();
    await page.getByText('Không có hồ sơ nào đang giải quyết theo phiên bản cũ.').waitFor();
    await look(page, DESKTOP);
  });

  step('a procedure that either level decides has a drawing for each', async () => {
    const { page } = screen;
    await page.goto(`/quan-tri/thu-tuc/${CONFIRMATION}`);
    await page.getByText('Sơ đồ quy trình').first().click();
    const image = page.locator('.drawing-region img').first();
    await image.waitFor();
    expect(await image.getAttribute('src')).toContain('level=commune');
    await page.getByLabel('Sơ đồ khi cấp nào giải quyết').selectOption('province');
    await page.locator('.drawing-region img[src*="level=province"]').waitFor();
    await look(page, DESKTOP);
    expect(screen.complaints).toEqual([]);
  });
});
