import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ExchangeRunner } from '@app/dossiers';
import { newId } from '@app/kernel';
import { startStandInAgencies, type StandInAgencies } from '../../apps/desk/src/stand-in-agencies/start-stand-in-agencies.js';
import type { LinkedDto } from '../../apps/desk/src/dossiers/linked.dto.js';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { CHILD, LINKED_BIRTH, MOTHER, birthDeclaration } from '../support/linked.js';
import { cast, go, read } from '../support/steps.js';
import { look as lookAt } from './look.js';
import { DESKTOP, PHONE, followClock, keepPicture, openOffice, openScreen, type OfficeScreens, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(90_000);

const GROUP = 'Liên thông điện tử: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế, cấp thẻ căn cước cho trẻ em dưới 6 tuổi';

describe('a birth and what follows from it are filed at once and followed on one page', () => {
  let desk: TestDesk;
  let agencies: StandInAgencies;
  let people: ReturnType<typeof cast>;
  let browser: Browser;
  let screen: Screen;
  let page: Page;
  let office: OfficeScreens;
  let birth: string;
  const ids: Record<string, string> = {};
  const step = story(() => keepPicture(screen, 'linked-birth'));

  beforeAll(async () => {
    agencies = await startStandInAgencies({ host: '127.0.0.1', port: 0, now: () => desk.clock.now().toString() });
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { withIdentity: true, agencies: agencies.connections }), launchBrowser()]);
    people = cast(desk);
    screen = await openScreen(browser, desk, PHONE);
    page = screen.page;
    office = openOffice(browser, desk);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await agencies?.close();
  });

  const look = (): Promise<void> => lookAt(page, PHONE);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const goOn = () => page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
  const card = (procedure: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: procedure }) });
  const exchange = async (): Promise<void> => {
    await desk.drain();
    await desk.app.get(ExchangeRunner).round({ ignoreBackOff: true });
    await desk.drain();
  };

  step('a birth leads to the group; its page says what is filed together', async () => {
    await page.goto('/cong-dan');
    await page.getByRole('link', { name: 'Có con mới sinh', exact: true }).click();
    await heading(GROUP);
    await page.getByText('Thẻ bảo hiểm y tế', { exact: true }).waitFor();
    await look();
    await page.getByRole('link', { name: 'Đăng nhập để nộp trực tuyến' }).click();
    await page.getByRole('button', { name: MOTHER.name }).click();
    await page.getByRole('button', { name: 'Nộp trực tuyến' }).click();
    await heading('Người yêu cầu');
    await look();
  });

  step('one form asks of the home, the health card and the identity card what the birth has not told', async () => {
    // The answers before lie in her draft already, given at another device.
    const draftId = newId();
    const filing = { commandId: newId(), answers: birthDeclaration(), decisions: {}, papers: {}, delivery: 'electronic', phone: '', email: '' };
    expect((await desk.citizen(MOTHER.personalId).put(`/api/citizen/drafts/${draftId}`, { procedureCode: LINKED_BIRTH, data: { filing } })).status).toBeLessThan(300);
    await page.goto(`/cong-dan/nop/${draftId}?buoc=residence`);
    for (const [topic, question] of [['Thường trú', 'Đăng ký thường trú cho trẻ tại'], ['Thẻ bảo hiểm y tế', undefined], ['Thẻ căn cước của trẻ', 'Nhận thẻ căn cước']] as const) {
      await heading(topic);
      if (question !== undefined) await page.getByRole('radiogroup', { name: question }).first().waitFor();
      await look();
      await goOn();
    }
    await heading('Bản sao và lệ phí');
    await goOn();
    await heading('Giấy tờ kèm theo');
    await page.getByRole('button', { name: /^Dùng giấy này: Giấy chứng sinh/ }).click();
    await goOn();
    await heading('Nơi nhận hồ sơ và cách nhận kết quả');
    await goOn();
  });

  step('the check names the four procedures; filed, each is on the page of the filing', async () => {
    await heading('Kiểm tra trước khi nộp');
    await page.getByRole('heading', { name: 'Bạn nộp một lần cho các thủ tục sau' }).waitFor();
    await look();
    await page.getByRole('button', { name: 'Cam đoan và nộp hồ sơ' }).click();
    await heading(GROUP);
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(4);
    await card('Đăng ký thường trú').getByText(/Chờ kết quả: /).waitFor();
    await look();
    const href = await page.getByRole('heading', { level: 3 }).first().getByRole('link').getAttribute('href');
    birth = href!.split('/').at(-1)!;
  });

  step('with the certificate the others begin; the page tells what is awaited on VNeID and until when', async () => {
    const { clerk, registrar, chairman, records } = people;
    await go(birth, [
      [clerk, 'receive', { components: [{ key: 'birth-proof', state: 'passed', kind: 'electronic' }] }], [clerk, 'handOver'], [registrar, 'acknowledge'],
      [registrar, 'examine', { meets: true, note: 'Đủ điều kiện' }], [registrar, 'submitForApproval', { draft: {} }],
    ]);
    await desk.citizen(MOTHER.personalId).post(`/api/citizen/dossiers/${birth}/acts`, { commandId: newId(), expectedVersion: (await read(clerk, birth)).version, event: 'confirmDraft' });
    await go(birth, [[chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: MOTHER.name }]]);
    await desk.drain();
    for (const { key, dossierId } of (await clerk.get<LinkedDto>(`/api/dossiers/${birth}/linked`)).body.group!.members) ids[key] = dossierId!;
    for (const key of ['residence', 'health']) await go(ids[key]!, [[clerk, 'receive']]);
    await exchange();
    for (const kind of ['acknowledged', 'confirmation-awaited'] as const) agencies.get('residence').agency.tell(ids['residence']!, kind);
    await exchange();
    await page.reload();
    await card('Đăng ký thường trú').getByText(/chờ trả lời đến 17:00/).waitFor();
    await card('Thủ tục đăng ký khai sinh').getByText('Đã trả kết quả').first().waitFor();
    expect(await page.getByText(/^Đã nhận “Thủ tục đăng ký khai sinh” lúc/).count()).toBe(3);
    await look();
  });

  step('the officer reads beside each dossier where the others are, and what the clock waits for', async () => {
    const desktop = await office.of('tiepnhan.bienhoa');
    await desktop.goto(`/ho-so/${ids['residence']}`);
    const panel = desktop.getByRole('region', { name: 'Hồ sơ liên thông' });
    await panel.getByText('(hồ sơ này)').waitFor();
    await panel.getByText(/Tạm dừng – chờ người dân kiểm tra hoặc xác nhận/).waitFor();
    expect(await panel.getByRole('listitem').count()).toBe(4);
    // The exemption from the fee and the hands it went through are told in the words of the law and of the journal.
    await lookAt(desktop, DESKTOP, async () => undefined);
    await panel.getByRole('link', { name: 'Thủ tục đăng ký khai sinh' }).click();
    await desktop.waitForURL(`**/ho-so/${birth}`);
  });

  step('confirmed on VNeID, nothing is awaited any more; no browser complained', async () => {
    await desk.moveTo('2026-11-23T10:00');
    await followClock(screen, desk);
    agencies.get('residence').agency.tell(ids['residence']!, 'confirmation-given');
    await exchange();
    await page.reload();
    expect(await page.getByText(/chờ trả lời đến/).count()).toBe(0);
    expect(await page.getByText(CHILD.name).count()).toBe(0);
    expect([...screen.complaints, ...office.complaints()]).toEqual([]);
  });
});
