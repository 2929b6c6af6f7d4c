import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { BUILDING_PERMIT, GUEST_HOUSE, MARITAL_STATUS, PEOPLE, act as doAct, cast, go, receiveAtCounter } from '../support/steps.js';
import { act, actsOf, offered, openAct, openFromList, openFromReview } from './acts.js';
import { look } from './look.js';
import { DESKTOP, PHONE, followClock, keepPicture, openAsOwner, openOffice, openScreen, type OfficeScreens, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

describe('the acts beside the way in the browser: an extension, a consultation, a withdrawal', () => {
  let desk: TestDesk;
  let browser: Browser;
  let people: ReturnType<typeof cast>;
  let paper: string;
  let work: IntakeResultDto;
  let phone: Screen;
  let office: OfficeScreens;
  const step = story(() => Promise.all([office.keepPictures('clock'), keepPicture(phone, 'clock-phone')]));

  beforeAll(async () => {
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { withIdentity: true }), launchBrowser()]);
    people = cast(desk);
    paper = (await receiveAtCounter(people.clerk, MARITAL_STATUS, { feePaid: true })).dossierId;
    await go(paper, [[people.clerk, 'handOver'], [people.registrar, 'acknowledge']]);
    work = await receiveAtCounter(people.clerk, BUILDING_PERMIT, {}, GUEST_HOUSE);
    const { clerk, landOfficer } = people;
    await go(work.dossierId, [[clerk, 'handOver'], [landOfficer, 'acknowledge'], [landOfficer, 'examine', { meets: true, note: 'Đủ hồ sơ' }], [landOfficer, 'examine', { meets: true, note: 'Đúng ranh giới' }]]);
    office = openOffice(browser, desk);
    phone = await openScreen(browser, desk, PHONE);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  });

  const codeOf = async (id: string): Promise<string> => (await people.clerk.get<{ code: string }>(`/api/dossiers/${id}`)).body.code;
  const citizen = async (id: string): Promise<Page> => {
    await followClock(phone, desk);
    await phone.page.goto(`/cong-dan/ho-so/${id}`);
    await phone.page.getByRole('heading', { level: 1 }).waitFor();
    return phone.page;
  };

  step('the registrar takes it up, and proposes an extension whose date the desk derives', async () => {
    const page = await office.of('hotich.bienhoa');
    await openFromList(page, 'Chờ tôi xử lý', await codeOf(paper));
    await act(page, 'Phân công thụ lý', (panel) => panel.getByRole('radio', { name: /^Lê Thị Ngọc Diệp/ }).check());
    await openAct(page, 'Đề xuất gia hạn');
    const panel = actsOf(page);
    await panel.getByLabel('Gia hạn thêm (ngày làm việc)').fill('2');
    await panel.getByText('Ngày hẹn 08:30, 27/11/2026 dời đến 08:30, 01/12/2026').waitFor();
    await panel.getByRole('button', { name: 'Xác nhận: Đề xuất gia hạn', exact: true }).click();
    await panel.getByRole('group', { name: 'Có 1 mục cần sửa' }).waitFor();
    await panel.getByLabel('Lý do', { exact: true }).selectOption({ label: 'Việc xác minh phức tạp, cần thêm thời gian' });
    await look(page, DESKTOP);
    // What was typed is still there after a reload.
    await page.reload();
    await panel.getByText('Ngày hẹn 08:30, 27/11/2026 dời đến 08:30, 01/12/2026').waitFor();
    await panel.getByRole('button', { name: 'Xác nhận: Đề xuất gia hạn', exact: true }).click();
    await panel.getByText('Đã ghi nhận: Đề xuất gia hạn').waitFor();
    await look(page, DESKTOP);
  });

  step('the chairman finds it in the list, reads from when to when and why, and signs', async () => {
    const page = await office.of('chutich.bienhoa');
    await page.goto('/ho-so');
    await page.getByRole('row').filter({ hasText: 'Chờ lãnh đạo quyết định' }).getByRole('link').click();
    await actsOf(page).waitFor();
    expect(await offered(page)).toEqual(['Dừng giải quyết', 'Không đồng ý gia hạn', 'Ký văn bản xin lỗi và gia hạn']);
    await act(page, 'Ký văn bản xin lỗi và gia hạn', async (panel) => {
      await panel.getByText('Ngày hẹn 08:30, 27/11/2026 dời đến 08:30, 01/12/2026').waitFor();
      await panel.getByText('Việc xác minh phức tạp, cần thêm thời gian').waitFor();
    });
    await page.getByText('Đã gia hạn từ 08:30, 27/11/2026 đến 08:30, 01/12/2026').waitFor();
    await look(page, DESKTOP);
  });

  step('the citizen sees the new date with its reason, and the apology, on a phone', async () => {
    await desk.drain();
    const { page } = phone;
    await openAsOwner(page, paper, PEOPLE.single.name);
    await page.getByRole('heading', { name: 'Xin lỗi và hẹn lại ngày trả kết quả' }).waitFor();
    const late = page.getByRole('region', { name: 'Xin lỗi và hẹn lại ngày trả kết quả' });
    for (const words of ['Việc xác minh phức tạp, cần thêm thời gian', '08:30, 27/11/2026', '08:30, 01/12/2026']) expect(await late.textContent()).toContain(words);
    await late.getByRole('link', { name: /Văn bản xin lỗi/ }).waitFor();
    await page.getByText('08:30, 27/11/2026 → 08:30, 01/12/2026').waitFor();
    await look(page, PHONE);
  });

  step('the economy division asks the two bodies the case calls for, and no other', async () => {
    const page = await office.of('diachinh.bienhoa');
    await openFromList(page, 'Chờ tôi xử lý', await codeOf(work.dossierId));
    await act(page, 'Lấy ý kiến', async (panel) => {
      const checked = panel.getByRole('checkbox', { checked: true });
      expect(await checked.count()).toBe(2);
      expect(await panel.getByText('Quá thời hạn mà không trả lời thì được coi là đồng ý.').count()).toBe(4);
      await look(page, DESKTOP);
    });
    expect(await page.getByRole('region', { name: 'Lấy ý kiến', exact: true }).getByText('Chờ trả lời').count()).toBe(2);
    await look(page, DESKTOP);
  });

  step('each body answers in one place: the question above, agree or not below', async () => {
    const page = await office.of('thamdinh.xaydung');
    const code = await codeOf(work.dossierId);
    await page.goto('/tham-dinh');
    await page.getByRole('row').filter({ hasText: code }).getByText('Đơn vị tôi được hỏi ý kiến').waitFor();
    await openFromReview(page, code);
    expect(await offered(page)).toEqual(['Trả lời ý kiến', 'Từ chối cho ý kiến']);
    await act(page, 'Trả lời ý kiến', async (panel) => {
      await panel.getByText('Sự phù hợp của công trình với quy hoạch', { exact: false }).waitFor();
      await panel.getByRole('radio', { name: 'Thống nhất', exact: true }).check();
      await panel.getByLabel('Nội dung ý kiến').fill('Phù hợp; giữ khoảng lùi phía trước 4 m.');
      await look(page, DESKTOP);
    });
    await doAct(people.fireOfficer, work.dossierId, 'answerConsultation', { meets: false, note: 'Phải thẩm duyệt về phòng cháy trước khi khởi công.' });
    const asking = await office.of('diachinh.bienhoa');
    await openFromList(asking, 'Chờ tôi xử lý', code);
    const answers = asking.getByRole('region', { name: 'Lấy ý kiến', exact: true });
    expect((await answers.locator('.token').allTextContents()).toSorted()).toEqual(['Không thống nhất', 'Thống nhất']);
    await answers.getByText('Phù hợp; giữ khoảng lùi phía trước 4 m.').waitFor();
    await look(asking, DESKTOP);
  });

  step('the citizen asks to withdraw, knowing what follows', async () => {
    const page = await citizen(paper);
    await page.getByRole('link', { name: 'Đề nghị rút hồ sơ' }).click();
    await page.getByRole('heading', { name: 'Điều gì xảy ra khi bạn rút hồ sơ' }).waitFor();
    await page.getByLabel(/^Lý do rút hồ sơ/).fill('Tôi không còn nhu cầu.');
    await look(page, PHONE);
    await page.reload();
    expect(await page.getByLabel(/^Lý do rút hồ sơ/).inputValue()).toBe('Tôi không còn nhu cầu.');
    await page.getByRole('button', { name: 'Gửi đề nghị rút hồ sơ' }).click();
    await page.getByRole('heading', { name: 'Đang xét yêu cầu rút' }).waitFor();
    expect(await page.locator('.card.action').count()).toBe(0);
    await look(page, PHONE);
  });

  step('the officer reads why and confirms; what was brought and paid goes back', async () => {
    const page = await office.of('hotich.bienhoa');
    await page.goto('/ho-so?only=me');
    await page.getByRole('row').filter({ hasText: 'Người dân đề nghị rút hồ sơ' }).getByRole('link').click();
    await actsOf(page).waitFor();
    expect(await offered(page)).toEqual(['Không chấp nhận rút hồ sơ', 'Xác nhận cho rút hồ sơ']);
    await act(page, 'Xác nhận cho rút hồ sơ', async (panel) => {
      await panel.getByText('Tôi không còn nhu cầu.').waitFor();
      await look(page, DESKTOP);
    });
    await page.getByText('Đã dừng', { exact: true }).first().waitFor();
    expect(await page.getByText('Đã giải quyết xong').count()).toBe(0);
    await look(page, DESKTOP);
  });

  step('the citizen reads that it has stopped, why, and that it may be filed again', async () => {
    await desk.drain();
    const page = await citizen(paper);
    const stopped = page.getByRole('region', { name: 'Hồ sơ đã dừng' });
    for (const words of ['Người nộp đề nghị rút hồ sơ', 'Bạn có thể nộp hồ sơ mới']) expect(await stopped.textContent()).toContain(words);
    await page.getByRole('link', { name: /Thông báo dừng/ }).first().waitFor();
    await look(page, PHONE);
    expect([...office.complaints(), ...phone.complaints]).toEqual([]);
  });
});
