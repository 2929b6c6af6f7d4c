import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { SYSTEM } from '@app/database';
import { seedKeys } from '@app/demonstration';
import { KeyRegistry } from '@app/signing';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const PAGE = '/quan-tri/khoa-ky';

describe('the keys of a commune', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  const step = story(() => office.keepPictures('signing-keys'));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowser()]);
    const seed = (unit: string, now: Temporal.Instant) => seedKeys({ asMigrator: desk.asOwner, keysFolder: path.join(desk.folder, 'keys'), now, units: [unit] });
    await seed('c26068', desk.clock.now());
    // Three years less eleven days ago.
    await seed('c26068.centre', desk.clock.now().subtract({ hours: 24 * (3 * 365 - 11) }));
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('a leader sees the own key and those of the commune; one that ends within a month warns', async () => {
    const page = await office.of('chutich.bienhoa');
    await page.goto(PAGE);
    const own = page.getByRole('table', { name: 'Khóa của tôi' });
    await own.getByRole('rowheader', { name: /^Đặng Hoàng Nam khóa ký/ }).waitFor();
    const all = page.getByRole('table', { name: 'Khóa của đơn vị và lãnh đạo' });
    expect(await all.getByRole('row').count()).toBe(1 + 4);
    for (const owner of [/^Ủy ban nhân dân phường Biên Hoà con dấu số/, /^Trung tâm Phục vụ hành chính công phường Biên Hoà con dấu số/, /^Bùi Thị Lan Chi khóa ký/]) await all.getByRole('rowheader', { name: owner }).waitFor();
    expect(await all.getByText('Còn 1095 ngày').count()).toBe(3);
    await all.getByRole('row').filter({ hasText: 'Trung tâm' }).getByText('Sắp hết hạn: còn 11 ngày').waitFor();
    await look(page, DESKTOP);
  });

  step('an administrator sees that one was revoked, why and by whom', async () => {
    const { id, by } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string; by: string }>(
      `select k.id, k.added_by as by from signing_key k join officer o on o.id = k.officer_id where o.login = 'phochutich.bienhoa'`));
    await desk.asOwner.transaction(SYSTEM, (tx) => desk.app.get(KeyRegistry).revoke(tx, { id, by, reason: 'Mất thiết bị lưu khóa', at: desk.clock.now() }));
    const page = await office.of('quantri');
    await page.goto(PAGE);
    await page.getByText('Bạn chưa có khóa ký số').waitFor();
    await page.getByRole('row').filter({ hasText: 'Bùi Thị Lan Chi' }).getByText(/^Mất thiết bị lưu khóa \(Nguyễn Văn Quản, /).waitFor();
    await look(page, DESKTOP);
  });

  step('the counter has no business with keys', async () => {
    const page = await office.of('tiepnhan.bienhoa');
    await page.goto(PAGE);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });

  test('nothing complained', () => expect(office.complaints()).toEqual([]));
});
