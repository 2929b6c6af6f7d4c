import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { eventsOf } from '../support/behind.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { LOST_LAND, MARITAL_STATUS, act, cast, read, receiveAtCounter } from '../support/steps.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

describe('one act on many rows of a list, and the alarms', () => {
  let desk: TestDesk;
  let browser: Browser;
  let people: ReturnType<typeof cast>;
  let office: OfficeScreens;
  const ids: string[] = [];
  const codes: string[] = [];
  const step = story(() => office.keepPictures('batch'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    people = cast(desk);
    office = openOffice(browser, desk);
    for (let n = 0; n < 4; n += 1) ids.push((await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId);
    for (const id of ids) codes.push((await read(people.clerk, id)).code);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const bar = (page: Page): Locator => page.getByRole('region', { name: 'Việc cho các hồ sơ đã chọn' });
  const run = (page: Page): Locator => page.locator('.batch-run');
  const tick = (page: Page, code: string): Locator => page.getByRole('checkbox', { name: `Chọn hồ sơ ${code}` });

  step('rows are ticked with the keyboard; only what all of them could take is offered', async () => {
    const page = await office.of('tiepnhan.bienhoa');
    await page.goto('/ho-so');
    await page.getByRole('link', { name: codes[0]! }).focus();
    await page.keyboard.press('Space');
    expect(await tick(page, codes[0]!).isChecked()).toBe(true);
    await tick(page, codes[1]!).focus();
    await page.keyboard.press('Space');
    await bar(page).getByText('Đã chọn 2 hồ sơ.').waitFor();
    await page.getByRole('checkbox', { name: 'Chọn tất cả trên trang' }).check();
    await bar(page).getByText('Đã chọn 4 hồ sơ.').waitFor();
    expect(await bar(page).getByRole('button').allTextContents()).toEqual(['Chuyển hồ sơ', 'Phân công thụ lý', 'Phân công phối hợp', 'Theo dõi hồ sơ', 'Bỏ chọn tất cả']);
    await look(page, DESKTOP);
  });

  step('the confirmation says how many and what; each outcome is told; what failed stays ticked', async () => {
    const page = await office.of('tiepnhan.bienhoa');
    await page.goto('/ho-so');
    await page.getByRole('checkbox', { name: 'Chọn tất cả trên trang' }).check();
    await bar(page).getByRole('button', { name: 'Chuyển hồ sơ' }).click();
    const form = page.getByRole('region', { name: 'Chuyển hồ sơ: 4 hồ sơ' });
    await form.getByText('và 1 hồ sơ khác').waitFor();
    await look(page, DESKTOP);
    await act(people.chairman, ids[3]!, 'stop', { reason: 'subject-gone' });
    await form.getByRole('button', { name: 'Xác nhận: Chuyển hồ sơ (4 hồ sơ)' }).click();
    await run(page).getByText('Đã xong 3 hồ sơ, chưa làm được 1 hồ sơ.').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('batch-run-heading');
    const failed = run(page).getByRole('list', { name: 'Chưa làm được' });
    expect(await failed.getByRole('listitem').allTextContents()).toEqual([expect.stringContaining(codes[3]!)]);
    expect(await failed.getByText('Mã: act.stale').count()).toBe(1);
    await bar(page).getByText('Đã chọn 1 hồ sơ.').waitFor();
    for (const id of ids.slice(0, 3)) expect(await eventsOf(desk, id)).toEqual(['receive', 'handOver']);
    // The desk's sentence names what was done meanwhile as the journal does, in Vietnamese.
    await look(page, DESKTOP, async () => undefined);
    await page.reload();
    await run(page).getByText('Đã xong 3 hồ sơ, chưa làm được 1 hồ sơ.').waitFor();
    await failed.getByRole('link', { name: codes[3]! }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/ho-so/${ids[3]}`);
  });

  step('a line cut after the desk has done it loses nothing and does nothing twice', async () => {
    const page = await office.of('hotich.bienhoa');
    await page.goto('/ho-so?list=incoming');
    await page.getByRole('checkbox', { name: 'Chọn tất cả trên trang' }).check();
    await bar(page).getByRole('button', { name: 'Xác nhận đã nhận' }).click();
    const sent: string[] = [];
    await page.route('**/api/dossiers/batch', async (route) => {
      sent.push(route.request().postData() ?? '');
      await route.fetch();
      await route.abort();
    }, { times: 1 });
    await page.getByRole('button', { name: 'Xác nhận: Xác nhận đã nhận (3 hồ sơ)' }).click();
    await run(page).getByText('Chưa biết kết quả.', { exact: false }).waitFor();
    await look(page, DESKTOP);
    page.on('request', (request) => {
      if (request.url().endsWith('/batch')) sent.push(request.postData() ?? '');
    });
    await run(page).getByRole('button', { name: 'Gửi lại' }).click();
    await run(page).getByText('Đã xong 3 hồ sơ, chưa làm được 0 hồ sơ.').waitFor();
    expect(sent[1]).toBe(sent[0]);
    for (const id of ids.slice(0, 3)) expect(await eventsOf(desk, id)).toEqual(['receive', 'handOver', 'acknowledge']);
    await run(page).getByRole('button', { name: 'Đóng' }).click();
    await run(page).waitFor({ state: 'detached' });
  });

  step('what was sent goes on when the page is left; one officer is made the lead of all', async () => {
    const page = await office.of('chanhvanphong.bienhoa');
    await page.goto('/ho-so?list=unit');
    await page.getByRole('checkbox', { name: 'Chọn tất cả trên trang' }).check();
    await bar(page).getByRole('button', { name: 'Phân công thụ lý' }).click();
    const confirm = page.getByRole('button', { name: 'Xác nhận: Phân công thụ lý (3 hồ sơ)' });
    const lead = page.getByRole('combobox', { name: 'Giao cho' });
    await lead.waitFor();
    await confirm.click();
    await page.getByText('Chọn người', { exact: true }).waitFor();
    const label = (await lead.locator('option').allTextContents()).find((text) => text.includes('Công chức'))!;
    await lead.selectOption({ label });
    await look(page, DESKTOP);
    const { promise: left, resolve: leave } = Promise.withResolvers<void>();
    await page.route('**/api/dossiers/batch', async (route) => {
      await left;
      await route.continue();
    }, { times: 1 });
    await confirm.click();
    await run(page).getByText('Đang thực hiện.', { exact: false }).waitFor();
    await page.getByRole('link', { name: /^Cảnh báo/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Cảnh báo' }).waitFor();
    leave();
    await page.waitForResponse((answer) => answer.url().endsWith('/batch'));
    await page.goBack();
    await run(page).getByText('Đã xong 3 hồ sơ, chưa làm được 0 hồ sơ.').waitFor();
    for (const id of ids.slice(0, 3)) expect((await eventsOf(desk, id)).at(-1)).toBe('assign');
  });

  step('the province ticks on its review list as well', async () => {
    const land = (await receiveAtCounter(people.clerk, LOST_LAND)).dossierId;
    await act(people.clerk, land, 'handOver');
    const page = await office.of('thamdinh.vpdk');
    await page.getByRole('checkbox', { name: 'Chọn tất cả trên trang' }).check();
    await look(page, DESKTOP);
    await bar(page).getByRole('button', { name: 'Xác nhận đã nhận' }).click();
    await page.getByRole('button', { name: 'Xác nhận: Xác nhận đã nhận (1 hồ sơ)' }).click();
    await run(page).getByText('Đã xong 1 hồ sơ, chưa làm được 0 hồ sơ.').waitFor();
    expect((await eventsOf(desk, land)).at(-1)).toBe('acknowledge');
  });

  step('alarms are counted in the menu, listed with what to do, narrowed to a kind and opened down to the dossier', async () => {
    await desk.moveTo('2026-11-26T07:30');
    const page = await office.of('hotich.bienhoa');
    const menu = page.getByRole('navigation', { name: 'Các khu vực làm việc' }).getByRole('link', { name: /^Cảnh báo/ });
    // Of three dossiers at the examination: the step took too long, and the date is near.
    await menu.getByText('6').waitFor();
    await menu.click();
    await page.getByRole('heading', { level: 1, name: 'Cảnh báo' }).waitFor();
    await page.getByRole('table').waitFor();
    expect(await page.getByRole('row').count()).toBe(7);
    await look(page, DESKTOP);
    await page.getByRole('navigation', { name: 'Loại cảnh báo' }).getByRole('link', { name: /^Quá thời hạn của bước/ }).click();
    await page.waitForURL('**/canh-bao?kind=stepOverdue');
    // The rows of before stand until those of the one kind have come.
    await page.getByRole('row').nth(4).waitFor({ state: 'detached' });
    expect(await page.getByRole('row').count()).toBe(4);
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('region', { name: 'Việc có thể làm' }).waitFor();
    expect(ids.map((id) => `/ho-so/${id}`)).toContain(new URL(page.url()).pathname);
  });

  test('no browser complained, but of the line that was cut', () => {
    expect(office.complaints().filter((complaint) => !complaint.includes('net::ERR_FAILED'))).toEqual([]);
  });
});
