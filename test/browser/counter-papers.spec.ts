import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import type { FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { BUILDING_PERMIT, MARITAL_STATUS, MATTERS, PEOPLE, fileOnline, fillInAtCounter, findPerson, smallPdf } from '../support/steps.js';
import { expectAccessible } from './accessibility.js';
import { act } from './acts.js';
import { look } from './look.js';
import { DESKTOP, PHONE, openOffice, openScreen, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const PROOF = 'Giấy tờ chứng minh nơi cư trú';
const COMPANY = 'Công ty TNHH Xây dựng Hải Đăng';
const [DIRECTOR, DEPUTY, CHILD] = ['Ngô Quang Hải', 'Phan Thị Thanh Thúy', 'Nguyễn Hoàng Bảo An'];

describe('whose papers they are and what stands on them', () => {
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  const step = story(() => office.keepPictures('counter-papers'));
  const owner = () => page.getByRole('region', { name: /^1\. / });
  const papers = () => page.getByRole('region', { name: /^3\. / });
  const details = (name = PROOF) => page.getByRole('group', { name: `Ghi trên giấy: ${name}` });
  const begin = async (personalId: string, name: string) => {
    await page.goto('/quay');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(personalId);
    await page.getByRole('option', { name }).click();
    await owner().getByText(name, { exact: true }).waitFor();
  };
  const chooseProcedure = async (code: string) => {
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill(code);
    await page.getByRole('option', { name: code }).click();
  };
  const startAnew = async () => {
    await page.getByRole('button', { name: /^Cất lại/ }).click();
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).waitFor();
  };

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { withIdentity: true }), launchBrowser()]);
    office = openOffice(browser, desk);
    const clerk = desk.officer('tiepnhan.bienhoa');
    const { id } = await findPerson(clerk, PEOPLE.landOwner.personalId);
    // She has bought the plot beside: the land register says so.
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(
      `insert into paper_on_file (id, person_id, kind, name_vi, name_en, number, issuer, issued_on, state, content, assurance, source, sha256)
       values ($1, $2, 'land-certificate', 'Giấy chứng nhận quyền sử dụng đất', 'Land-use certificate', 'DM 118850', 'Sở Nông nghiệp và Môi trường thành phố Đồng Nai', '2026-05-06', 'in-force', $3, 'register', 'land-register', $4)`,
      [newId(), id, JSON.stringify({ plotNumber: '97', mapSheet: '31', area: 84.5 }), 'c'.repeat(64)]));
    // An intake that wants nothing but its paper.
    const { id: single } = await findPerson(clerk, PEOPLE.single.personalId);
    const { declaration, agreed } = await fillInAtCounter(clerk, MARITAL_STATUS, single, MATTERS[MARITAL_STATUS]!.answers);
    const draft = newId();
    await clerk.put(`/api/counter/drafts/${draft}`, {
      procedureCode: MARITAL_STATUS,
      data: {
        intake: {
          dossierId: draft, commandId: newId(), owner: { id: single, fullName: PEOPLE.single.name }, ground: 'self', procedure: { code: MARITAL_STATUS, name: { vi: 'Xác nhận tình trạng hôn nhân', en: 'Marital status' } },
          answers: declaration, decisions: Object.fromEntries(agreed.map((pointer) => [pointer, true])), checks: {}, feePaid: true, delivery: 'counter', phone: '0912345678',
        },
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  step('of several papers in force none is taken by itself: the one the person means fills the form, and stands in the place of a copy', async () => {
    page = await office.of('tiepnhan.bienhoa');
    await begin(PEOPLE.landOwner.personalId, PEOPLE.landOwner.name);
    await chooseProcedure(BUILDING_PERMIT);
    await page.getByRole('button', { name: /^Đã đọc cho người dân nghe, đồng ý tất cả/ }).click();
    const choices = page.getByRole('region', { name: 'Có nhiều giấy cùng loại còn hiệu lực' });
    await choices.getByText('DM 118850').waitFor();
    await papers().getByText('Có nhiều giấy còn hiệu lực: chọn giấy người dân muốn dùng.').waitFor();
    await look(page, DESKTOP);
    await choices.getByRole('button', { name: /DM 118850/ }).click();
    await choices.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Đúng: Số phát hành giấy chứng nhận/ }).waitFor();
    await page.locator('.zone-procedure').getByText('DM 118850').first().waitFor();
    await papers().getByRole('button', { name: /^Dùng giấy này: DM 118850/ }).click();
    await papers().getByRole('button', { name: 'Không dùng nữa' }).waitFor();
    expect(await papers().getByRole('button', { name: /^Dùng giấy này: DH 702144/ }).count()).toBe(1);
    await startAnew();
  });

  step('a child on file is filed for by the parent who came with the card, with one button', async () => {
    await begin(PEOPLE.mother.personalId, PEOPLE.mother.name);
    await owner().getByText('Nộp cho con:').waitFor();
    await look(page, DESKTOP);
    await owner().getByRole('button', { name: `${CHILD}, 18/06/2022` }).click();
    await owner().getByText(CHILD, { exact: true }).waitFor();
    expect(await page.getByLabel('Người nộp', { exact: true }).locator('option:checked').textContent()).toBe('Cha hoặc mẹ nộp thay');
    await owner().getByText(PEOPLE.mother.name, { exact: true }).waitFor();
    await look(page, DESKTOP);
    await owner().getByRole('button', { name: 'Đổi người' }).click();
  });

  step('an organisation is found by its name without accents, and files through whoever is on record as acting for it', async () => {
    await page.getByRole('combobox', { name: 'Hoặc tìm tổ chức đứng tên hồ sơ' }).fill('xay dung hai dang');
    await page.getByRole('option', { name: '3604882134', exact: false }).first().click();
    const people = page.getByRole('region', { name: `Người được nộp thay cho ${COMPANY}` });
    await people.getByRole('button', { name: `${DIRECTOR} (Giám đốc)` }).waitFor();
    expect(await people.getByRole('button').allTextContents()).toEqual(['Đổi tổ chức', `${DIRECTOR} (Giám đốc)`, `${DEPUTY} (Phó Giám đốc)`]);
    await look(page, DESKTOP);
    await people.getByRole('button', { name: DEPUTY }).click();
    await owner().getByText('Phó Giám đốc', { exact: true }).waitFor();
    expect(await page.getByLabel('Nộp thay cho').locator('option:checked').textContent()).toBe(COMPANY);
    await chooseProcedure(BUILDING_PERMIT);
    await page.getByRole('button', { name: /^Đã đọc cho người dân nghe, đồng ý tất cả/ }).click();
    await papers().getByText(/DM 204417/).waitFor();
    await look(page, DESKTOP);
    await startAnew();
  });

  step('what stands on a scanned paper is typed beside it; a day that cannot be is refused at its field, and the rest stays', async () => {
    await page.getByRole('button', { name: new RegExp(`^${PEOPLE.single.name}`) }).click();
    await papers().getByText(PROOF).waitFor();
    expect(await details().count()).toBe(0);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), papers().getByRole('button', { name: `Thêm tệp cho ${PROOF}` }).click()]);
    await chooser.setFiles({ name: 'xac-nhan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(smallPdf('xác nhận cư trú')) });
    await details().waitFor();
    await papers().getByText('Đạt', { exact: true }).click();
    // By keys alone: the letter that passes all papers is a letter here.
    await details().getByLabel('Số', { exact: true }).focus();
    for (const text of ['A-77/2026', 'Công an phường Biên Hoà', '24112026', '31122026']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    expect(await details().getByRole('textbox').evaluateAll((inputs) => inputs.map((input) => (input as unknown as { value: string }).value))).toEqual(['A-77/2026', 'Công an phường Biên Hoà', '24/11/2026', '31/12/2026']);
    await look(page, DESKTOP);
    await page.keyboard.press('Control+Enter');
    await details().getByText('Ngày cấp phải có thật và không ở tương lai.').waitFor();
    await expectAccessible(page);
    await details().getByLabel('Ngày cấp').fill('01/11/2026');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
    const code = await page.locator('.finish-code').first().textContent();
    const { id } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string }>('select id from dossier where code = $1', [code]));
    await page.goto(`/ho-so/${id}`);
    await page.getByText('số A-77/2026 · Công an phường Biên Hoà · cấp ngày 01/11/2026 · có giá trị đến 31/12/2026').waitFor();
  });

  step('of a dossier filed online the same is read off in the checklist', async () => {
    const citizen = desk.citizen(PEOPLE.single.personalId);
    const dossierId = newId();
    const { body: file } = await citizen.upload<FileDto>(`/api/citizen/files?draft=${dossierId}&component=residence-proof`, 'x.pdf', smallPdf('xác nhận cư trú, bản khác'));
    await fileOnline(citizen, MARITAL_STATUS, { dossierId, components: [{ key: 'residence-proof', fileIds: [file.id] }] });
    await page.goto(`/ho-so/${dossierId}`);
    await act(page, 'Tiếp nhận hồ sơ', async (panel) => {
      expect(await details().count()).toBe(0);
      await panel.getByRole('button', { name: 'Đạt tất cả giấy tờ đã có' }).click();
      await details().getByLabel('Số', { exact: true }).fill('XN 12');
      await details().getByLabel('Có giá trị đến').fill('31/12/2026');
    });
    await page.getByText('số XN 12 · có giá trị đến 31/12/2026').waitFor();
    expect(office.complaints()).toEqual([]);
  });

  step('online, the director says for whom the dossier is filed', async () => {
    const screen = await openScreen(browser, desk, PHONE);
    ({ page } = screen);
    await page.goto(`/cong-dan/thu-tuc/${BUILDING_PERMIT}`);
    await page.getByRole('link', { name: 'Đăng nhập để nộp trực tuyến' }).click();
    await page.getByRole('button', { name: DIRECTOR }).click();
    await page.getByRole('button', { name: 'Nộp trực tuyến' }).click();
    const whom = page.getByRole('group', { name: 'Bạn nộp cho ai?' });
    await whom.getByRole('radio', { name: `Tôi nộp thay cho ${COMPANY} (Giám đốc)` }).check();
    await look(page, PHONE);
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
