import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { expectTranslated, switchTo } from './languages.js';
import { scanLine } from './scanner.js';
import { DESKTOP, NARROW, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const PHUNG = '079188004455||Lâm Mỹ Phụng|30121988|Nữ|200 Trần Hưng Đạo, phường Chợ Quán, Thành phố Hồ Chí Minh|05012022';
const KHAI = '001093012345||Bùi Quang Khải|17041993|Nam|18 ngõ 5 phố Lò Đúc, phường Hai Bà Trưng, thành phố Hà Nội|09082022';
const TWIN = '001085044556||Đỗ Thành Tùng|17031985|Nam|2 phố Huế, phường Cửa Nam, thành phố Hà Nội|09082022';

describe('people on file, at the officers’ desks', () => {
  let desk: TestDesk;
  let sources: StandInSources;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  const step = story(() => office.keepPictures('people'));
  const owner = () => page.getByRole('region', { name: /^1\. / });
  const panel = () => page.getByRole('dialog', { name: 'Ghi nhận người chưa có trong dữ liệu' });
  const receive = () => panel().getByRole('button', { name: 'Ghi nhận và chọn người này' });
  const changeOwner = async () => {
    await owner().getByRole('button', { name: 'Đổi người' }).click();
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).waitFor();
  };

  beforeAll(async () => {
    sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
    const register = sources.get('population-register');
    register.records = [...register.records, {
      id: 'DC-stranger', subject: { personalId: '079188004455', fullName: 'Lâm Mỹ Phụng', birthDate: '1988-12-30' }, state: 'in-force',
      values: {
        'owner.fullName': 'Lâm Mỹ Phụng', 'owner.personalId': '079188004455', 'owner.birthDate': '1988-12-30', 'owner.sex': 'female', 'owner.ethnicity': 'Hoa', 'owner.nationality': 'Việt Nam',
        'owner.birthPlace': 'Thành phố Hồ Chí Minh', 'owner.homeTown': 'Vĩnh Long', 'owner.permanentAddress.text': '200 Trần Hưng Đạo, phường Chợ Quán, Thành phố Hồ Chí Minh',
      },
    }];
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { sources: sources.connections }), launchBrowser()]);
    office = openOffice(browser, desk);
    page = await office.of('tiepnhan.bienhoa');
    await page.goto('/quay');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await sources?.close();
  });

  step('a card nobody has on file opens the panel, filled in; one key receives its holder', async () => {
    await scanLine(page, KHAI);
    await panel().waitFor();
    await page.locator('#new-person-receive:focus').waitFor();
    expect(await panel().getByLabel('Họ, chữ đệm, tên').inputValue()).toBe('Bùi Quang Khải');
    expect(await panel().getByLabel('Ngày sinh').inputValue()).toBe('17/04/1993');
    await panel().getByText('Chọn thủ tục trước thì hỏi được cơ sở dữ liệu dân cư').waitFor();
    await expectTranslated(page);
    await expectAccessible(page);
    await page.setViewportSize(NARROW);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize(DESKTOP);
    await page.keyboard.press('Enter');
    await owner().getByText('Bùi Quang Khải', { exact: true }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  step('with a procedure in hand the population register is asked at once, and its answer stands in the panel', async () => {
    const procedure = page.getByRole('combobox', { name: 'Tìm thủ tục' });
    await procedure.fill('1.004873');
    await page.getByRole('option', { name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân' }).waitFor();
    await procedure.press('Enter');
    await changeOwner();
    await scanLine(page, PHUNG);
    await panel().getByText('Cơ sở dữ liệu dân cư xác nhận').waitFor();
    expect(await panel().getByLabel('Dân tộc').inputValue()).toBe('Hoa');
    await page.locator('#new-person-receive:focus').waitFor();
    await page.keyboard.press('Enter');
    await owner().getByText('Lâm Mỹ Phụng', { exact: true }).waitFor();
  });

  step('who looks the same stands beside the card: chosen, or said to be somebody else', async () => {
    await changeOwner();
    await scanLine(page, TWIN);
    await panel().getByText('Trùng họ tên và ngày sinh').waitFor();
    await receive().click();
    await panel().getByText('Chọn một người ở trên, hoặc ghi lý do là người khác').waitFor();
    await expectAccessible(page);
    await page.setViewportSize(NARROW);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize(DESKTOP);
    await panel().getByRole('button', { name: 'Chính là Đỗ Thanh Tùng này' }).click();
    await owner().getByText('Đỗ Thanh Tùng', { exact: true }).waitFor();
    await changeOwner();
    await scanLine(page, TWIN);
    await panel().getByLabel('Vì sao là người khác').fill('Khác cha mẹ, khác nơi sinh');
    await receive().click();
    await owner().getByText('Đỗ Thành Tùng', { exact: true }).waitFor();
  });

  step('without a card what the paper shows is typed, and the paper named; in English too', async () => {
    await changeOwner();
    await switchTo(page, 'en');
    await page.getByRole('button', { name: 'Somebody not on file' }).click();
    const dialog = page.getByRole('dialog', { name: 'Receive somebody who is not on file' });
    await dialog.getByLabel('Full name').fill('Trần Thị Lụa');
    await dialog.getByLabel('Date of birth').fill('1961');
    await dialog.getByLabel('Sex').selectOption({ label: 'Female' });
    await dialog.getByRole('button', { name: 'Receive and choose this person' }).click();
    await dialog.getByText('This is needed').waitFor();
    await expectTranslated(page);
    await expectAccessible(page);
    await dialog.getByLabel('Paper in hand').fill('Sổ hộ khẩu số 140234');
    await dialog.getByRole('button', { name: 'Receive and choose this person' }).click();
    await owner().getByText('Trần Thị Lụa', { exact: true }).waitFor();
    await switchTo(page, 'vi');
    expect(office.complaints()).toEqual([]);
  });
});
