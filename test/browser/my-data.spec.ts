import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { MARITAL_STATUS, PEOPLE, findPerson } from '../support/steps.js';
import { expectAccessible } from './accessibility.js';
import { look } from './look.js';
import { PHONE, keepPicture, openScreen, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

describe('a person looks at the data on file about them', () => {
  let desk: TestDesk;
  let browser: Browser;
  let screen: Screen;
  let page: Page;
  const step = story(() => keepPicture(screen, 'my-data'));
  const cardOf = (label: string) => page.locator('li.card', { has: page.getByRole('heading', { name: label, exact: true }) });

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { withIdentity: true }), launchBrowser()]);
    const clerk = desk.officer('tiepnhan.bienhoa');
    for (const { personalId } of [PEOPLE.mother, PEOPLE.mother]) {
      const { id } = await findPerson(clerk, personalId);
      await clerk.post('/api/counter/persons/open', { personId: id, procedureCode: MARITAL_STATUS });
    }
    screen = await openScreen(browser, desk, PHONE);
    page = screen.page;
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('they sign in and see each value with its source and day, family and papers', async () => {
    await page.goto('/cong-dan/du-lieu');
    await page.getByRole('link', { name: 'Đăng nhập bằng định danh điện tử' }).click();
    await page.getByRole('button', { name: PEOPLE.mother.name }).click();
    await page.getByRole('heading', { level: 1, name: 'Dữ liệu của tôi' }).waitFor();
    await cardOf('Nơi sinh').getByText('Theo Cơ sở dữ liệu quốc gia về dân cư, ngày 01/10/2026').waitFor();
    await cardOf('Vợ, chồng').getByText(PEOPLE.father.name).waitFor();
    await cardOf('Giấy chứng nhận kết hôn').getByText('Còn hiệu lực').waitFor();
    await look(page, PHONE);
  });

  step('who looked stands there by unit, role and purpose, by month; no officer is named', async () => {
    await page.getByRole('link', { name: 'Ai đã xem dữ liệu này' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ai đã xem dữ liệu của tôi' }).waitFor();
    const first = page.locator('li.card').first();
    await first.getByRole('heading', { name: 'Trung tâm PVHCC phường Biên Hoà' }).waitFor();
    await first.getByText('Vai trò: Cán bộ tiếp nhận').waitFor();
    await first.getByText('Tiếp nhận hồ sơ tại quầy').waitFor();
    await page.getByLabel('Tháng', { exact: true }).selectOption({ index: 1 });
    await page.getByText('4 lần xem').waitFor();
    await look(page, PHONE);
    await page.getByRole('link', { name: 'Dữ liệu của tôi' }).click();
  });

  step('a child’s file is opened from the family', async () => {
    await page.getByRole('link', { name: 'Xem dữ liệu của con: Nguyễn Hoàng Bảo An' }).click();
    await page.getByRole('heading', { level: 1, name: 'Dữ liệu của con' }).waitFor();
    await cardOf('Ngày, tháng, năm sinh').getByText('18/06/2022').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Dữ liệu của tôi' }).click();
  });

  step('a value that is wrong leads to the request, with that value chosen', async () => {
    await cardOf('Nơi sinh').getByRole('button', { name: 'Thông tin này chưa đúng' }).click();
    await cardOf('Nơi sinh').getByText('dữ liệu chỉ thay đổi khi có kết quả').waitFor();
    await expectAccessible(page);
    await cardOf('Nơi sinh').getByRole('button', { name: 'Bắt đầu đề nghị' }).click();
    await page.waitForURL(/\/cong-dan\/nop\//);
    const draft = page.url().split('/').at(-1)!.split('?')[0]!;
    const { body } = await desk.citizen(PEOPLE.mother.personalId).get<{ procedureCode: string; data: { filing: { answers: Record<string, unknown> } } }>(`/api/citizen/drafts/${draft}`);
    expect([body.procedureCode, body.data.filing.answers]).toEqual(['1.004859', { requesterRelation: 'self', requestKind: 'correction', item: 'birthPlace' }]);
    expect(screen.complaints).toEqual([]);
  });
});
