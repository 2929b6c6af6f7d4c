import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { NationalSources } from '@app/exchange';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { launchBrowser } from '../support/browser.js';
import { DECLARED, IN_REGISTER, ON_FILE, receiveContradicting } from '../support/contradiction.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { cast, go } from '../support/steps.js';
import { actsOf } from './acts.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const POPULATION = 'Cơ sở dữ liệu quốc gia về dân cư';

describe('a declared value that contradicts the file', () => {
  let sources: StandInSources;
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  const step = story(() => office.keepPictures('contradiction'));
  const panel = () => page.getByRole('region', { name: 'Khác với dữ liệu đang có' });
  const openNext = async () => {
    const { clerk, registrar } = cast(desk);
    const id = await receiveContradicting(clerk);
    await go(id, [[clerk, 'handOver'], [registrar, 'acknowledge']]);
    await page.goto(`/ho-so/${id}`);
    await panel().waitFor();
  };

  beforeAll(async () => {
    sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { sources: sources.connections }), launchBrowser()]);
    office = openOffice(browser, desk);
    page = await office.of('hotich.bienhoa');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await sources?.close();
  });

  step('stands before the case officer with both', async () => {
    await openNext();
    for (const value of [DECLARED, ON_FILE]) expect(await panel().getByText(value, { exact: true }).count()).toBe(1);
    await look(page, DESKTOP);
  });

  step('the source is asked again: down it says so, else its fresh answer stands beside the two', async () => {
    const again = panel().getByRole('button', { name: `Hỏi lại ${POPULATION} về Nơi cư trú` });
    sources.get('population-register').fault = 'down';
    await again.click();
    await panel().getByText('Nguồn đang ngừng').waitFor();
    sources.get('population-register').fault = 'none';
    desk.app.get(NationalSources).askAnew();
    await again.click();
    await panel().getByText(IN_REGISTER, { exact: true }).waitFor();
    await panel().getByText('Vẫn khác với điều đã khai.').waitFor();
    for (const value of [DECLARED, ON_FILE]) expect(await panel().getByText(value, { exact: true }).count()).toBe(1);
    await look(page, DESKTOP);
  });

  step('what was declared is accepted with a reason, and both stay', async () => {
    await panel().getByRole('button', { name: 'Chấp nhận điều đã khai: Nơi cư trú' }).click();
    const acts = actsOf(page);
    expect(await acts.getByLabel('Mục khai được chấp nhận').locator('option:checked').textContent()).toBe('Nơi cư trú');
    const confirm = acts.getByRole('button', { name: 'Xác nhận: Chấp nhận điều đã khai' });
    await confirm.click();
    await acts.getByText('Ghi nội dung cần nêu').first().waitFor();
    await acts.getByLabel('Lý do chấp nhận').fill('Đã đối chiếu giấy xác nhận thông tin về cư trú bản chính');
    await look(page, DESKTOP);
    await confirm.click();
    await panel().getByText(/đã chấp nhận điều đã khai, ngày 23\/11\/2026/).waitFor();
    expect(await panel().getByRole('button').count()).toBe(0);
    await page.reload();
    await panel().getByText('Đã đối chiếu giấy xác nhận thông tin về cư trú bản chính').waitFor();
    await page.getByRole('region', { name: 'Diễn biến' }).getByText('Chấp nhận điều đã khai').first().waitFor();
  });

  step('or the citizen is asked, with the field marked', async () => {
    await openNext();
    await panel().getByRole('button', { name: 'Hỏi lại người dân về Nơi cư trú' }).click();
    const acts = actsOf(page);
    expect(await acts.getByLabel(`Nơi cư trú: ${DECLARED}`).isChecked()).toBe(true);
    await acts.getByRole('button', { name: /^Xác nhận: Yêu cầu bổ sung/ }).click();
    await panel().getByText('Đang yêu cầu người dân làm rõ mục này.').waitFor();
    await look(page, DESKTOP);
    expect(office.complaints()).toEqual([]);
  });
});
