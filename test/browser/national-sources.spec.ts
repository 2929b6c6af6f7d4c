import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { NationalSources } from '@app/exchange';
import { SLOW_MS } from '../../apps/desk/src/stand-in-sources/stand-in-source.js';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { expectTranslated, switchTo } from './languages.js';
import { NARROW, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const POPULATION = 'Cơ sở dữ liệu quốc gia về dân cư';
const TYPED = '9 đường Đồng Khởi, phường Biên Hoà, thành phố Đồng Nai';
const MOVED = '27 đường Phạm Văn Thuận, khu phố 4, phường Biên Hoà, thành phố Đồng Nai';

describe('the reuse drawer of the counter', () => {
  let sources: StandInSources;
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  const step = story(() => office.keepPictures('national-sources'));
  const drawer = () => page.getByRole('dialog', { name: 'Hỏi dữ liệu quốc gia' });

  beforeAll(async () => {
    sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { sources: sources.connections }), launchBrowser()]);
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await sources?.close();
  });

  step('something is typed, against what is on file, and the case officer will see both', async () => {
    page = await office.of('tiepnhan.bienhoa');
    await page.goto('/quay');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.divorced.personalId);
    await page.getByRole('option', { name: PEOPLE.divorced.name }).click();
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill('1.004873');
    await page.getByRole('option', { name: '1.004873' }).click();
    await page.getByRole('radiogroup', { name: 'Người yêu cầu là' }).getByText('Chính người được xác nhận', { exact: true }).click();
    await page.getByRole('button', { name: /^Không đúng: Nơi cư trú/ }).click();
    await page.getByRole('textbox', { name: 'Nơi cư trú' }).first().fill(TYPED);
    await page.getByText(/Cán bộ thụ lý sẽ thấy cả hai/).waitFor();
  });

  step('a source that is down says so in one sentence, and what was typed stands', async () => {
    sources.get('population-register').fault = 'down';
    await page.getByRole('button', { name: 'Dữ liệu quốc gia' }).click();
    await drawer().getByRole('button', { name: `Người dân đồng ý, hỏi ${POPULATION}` }).click();
    await drawer().getByText('Nguồn đang ngừng').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('textbox', { name: 'Nơi cư trú' }).first().inputValue()).toBe(TYPED);
  });

  step('a source that is slow is waited for two seconds, then the counter goes on', async () => {
    sources.get('population-register').fault = 'slow';
    await page.getByRole('button', { name: 'Dữ liệu quốc gia' }).click();
    const began = Date.now();
    await drawer().getByRole('button', { name: `Hỏi lại ${POPULATION}` }).click();
    await drawer().getByText('Nguồn trả lời chậm').waitFor();
    // It would have answered after that: nobody waited for it.
    expect(Date.now() - began).toBeLessThan(SLOW_MS);
  });

  step('its answer is an offer; what differs is shown with both, and either may stand', async () => {
    sources.get('population-register').fault = 'none';
    desk.app.get(NationalSources).askAnew();
    await drawer().getByRole('button', { name: `Hỏi lại ${POPULATION}` }).click();
    await drawer().getByText('Đã có câu trả lời').waitFor();
    await drawer().getByText('Khác với tờ khai').waitFor();
    await drawer().getByText(MOVED).first().waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await drawer().getByRole('button', { name: /^Đã đọc cho người dân nghe, đồng ý dùng \d+ mục$/ }).click();
    expect(await drawer().getByText('Đã dùng trong tờ khai.').count()).toBeGreaterThan(3);
    await drawer().getByRole('button', { name: 'Đóng, tiếp tục nhập' }).click();
    expect(await page.getByRole('textbox', { name: 'Nơi cư trú' }).first().inputValue()).toBe(TYPED);
    await page.getByRole('button', { name: /^Dùng dữ liệu này cho Nơi cư trú/ }).click();
    await page.getByText(`Đã xác nhận – ${POPULATION}`).first().waitFor();
  });

  step('it is said in English too, and fits a narrow screen', async () => {
    await page.setViewportSize(NARROW);
    await switchTo(page, 'en');
    await page.getByRole('button', { name: 'National data' }).click();
    await page.getByRole('dialog', { name: 'Ask national sources' }).getByText('Answered').waitFor();
    await expectTranslated(page);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
});
