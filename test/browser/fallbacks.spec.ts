import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { SYSTEM } from '@app/database';
import { NationalSources, type SourceOutcome, type SourceRecord } from '@app/exchange';
import { dataPath } from '@app/kernel';
import { startStandInSources, type StandInSources } from '../../apps/desk/src/stand-in-sources/start-stand-in-sources.js';
import type { SourceFault } from '../../apps/desk/src/stand-in-sources/stand-in-source.js';
import { launchBrowser } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.js';
import { look } from './look.js';
import { DESKTOP, PHONE, keepPicture, openScreen, signIn, type Screen } from './screen.js';
import { story } from './story.js';

jest.setTimeout(180_000);

const POPULATION = 'population-register';
const NAME = 'Cơ sở dữ liệu quốc gia về dân cư';
const TYPED = '9 đường Đồng Khởi, phường Biên Hoà, thành phố Đồng Nai';
const MOVED = '27 đường Phạm Văn Thuận, khu phố 4, phường Biên Hoà, thành phố Đồng Nai';

/** What the screens say of each end: a heading, and what a clerk or the person themselves do then. */
const { outcome: WORDS } = JSON.parse(readFileSync(dataPath('apps/web/src/messages/vi/sources.json'), 'utf8')) as { outcome: Readonly<Record<SourceOutcome, { title: string; do: string; own: string }>> };

/** How a source is made to end a question in each of the ways that have a name. */
interface Way {
  readonly outcome: SourceOutcome;
  readonly fault?: SourceFault;
  /** What it has of the person asked about. */
  readonly entries?: (entry: SourceRecord) => readonly SourceRecord[];
}
const WAYS: readonly Way[] = [
  { outcome: 'no-match', entries: () => [] },
  { outcome: 'several-matches', entries: (entry) => [entry, { ...entry, id: 'DC-other', values: { ...entry.values, 'owner.ethnicity': 'Hoa' } }] },
  { outcome: 'expired', entries: (entry) => [{ ...entry, validUntil: '2026-11-22' }] },
  { outcome: 'revoked', entries: (entry) => [{ ...entry, state: 'revoked' }] },
  { outcome: 'wrong-person', fault: 'wrong-person' },
  { outcome: 'malformed', fault: 'malformed' },
  { outcome: 'timeout', fault: 'slow' },
  { outcome: 'down', fault: 'down' },
];

describe('whatever a national source does, one screen says so and the matter goes on by hand', () => {
  let sources: StandInSources;
  let desk: TestDesk;
  let browser: Browser;
  let screen: Screen;
  let page: Page;
  let before: readonly SourceRecord[];
  const step = story(() => keepPicture(screen, 'fallbacks'));

  beforeAll(async () => {
    sources = await startStandInSources({ host: '127.0.0.1', port: 0 });
    [desk, browser] = await Promise.all([startTestDesk('2026-11-23T08:30', { withIdentity: true, sources: sources.connections }), launchBrowser()]);
    before = sources.get(POPULATION).records;
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    await sources?.close();
  });

  const play = async ({ fault = 'none', entries = (entry) => [entry] }: Omit<Way, 'outcome'>): Promise<void> => {
    const source = sources.get(POPULATION);
    source.fault = fault;
    source.records = before.flatMap((entry) => (entry.subject.personalId === PEOPLE.divorced.personalId ? entries(entry) : [entry]));
    desk.app.get(NationalSources).askAnew();
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('delete from source_answer'));
  };

  /** Walks through every way, in the words for a clerk or for the person themselves; each takes the place of the one before. */
  const walk = async (place: Locator, words: 'do' | 'own'): Promise<void> => {
    for (const way of WAYS) {
      await play(way);
      await place.getByRole('button', { name: `Hỏi lại ${NAME}` }).or(place.getByRole('button', { name: words === 'do' ? `Người dân đồng ý, hỏi ${NAME}` : `Đồng ý, hỏi giúp tôi: ${NAME}` })).click();
      const { title, [words]: then } = WORDS[way.outcome];
      await place.getByText(title, { exact: true }).waitFor();
      await place.getByText(then, { exact: true }).waitFor();
      expect({ way: way.outcome, screens: await place.locator('.source-outcome').count() }).toEqual({ way: way.outcome, screens: 1 });
    }
  };

  step('at the counter the person may decline: nothing is asked, and that is written down', async () => {
    screen = await openScreen(browser, desk, DESKTOP);
    page = screen.page;
    await signIn(page, 'tiepnhan.bienhoa');
    await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.divorced.personalId);
    await page.getByRole('option', { name: PEOPLE.divorced.name }).click();
    await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill('1.004873');
    await page.getByRole('option', { name: '1.004873' }).click();
    await page.getByRole('radiogroup', { name: 'Người yêu cầu là' }).getByText('Chính người được xác nhận', { exact: true }).click();
    await page.getByRole('button', { name: /^Không đúng: Nơi cư trú/ }).click();
    await page.getByRole('textbox', { name: 'Nơi cư trú' }).first().fill(TYPED);
    await page.getByRole('button', { name: 'Dữ liệu quốc gia' }).click();
    const drawer = page.getByRole('dialog', { name: 'Hỏi dữ liệu quốc gia' });
    await drawer.getByRole('button', { name: `Người dân không đồng ý hỏi ${NAME}` }).click();
    await drawer.getByText(WORDS.declined.do, { exact: true }).waitFor();
    expect(sources.get(POPULATION).asked.size).toBe(0);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });

  step('each other end has its one screen, and nothing typed is lost', async () => {
    await walk(page.getByRole('dialog', { name: 'Hỏi dữ liệu quốc gia' }), 'do');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('textbox', { name: 'Nơi cư trú' }).first().inputValue()).toBe(TYPED);
  });

  step('an answer that says something else stands beside what was declared, and the declared may stay', async () => {
    await play({});
    await page.getByRole('button', { name: 'Dữ liệu quốc gia' }).click();
    const drawer = page.getByRole('dialog', { name: 'Hỏi dữ liệu quốc gia' });
    await drawer.getByRole('button', { name: `Hỏi lại ${NAME}` }).click();
    await drawer.getByText('Khác với tờ khai').waitFor();
    await drawer.getByText(MOVED).first().waitFor();
    // They have said already that the one on file is wrong: it stays as declared until they say otherwise.
    await page.keyboard.press('Escape');
    expect(await page.getByRole('textbox', { name: 'Nơi cư trú' }).first().inputValue()).toBe(TYPED);
  });

  step('the intake is received with what was typed', async () => {
    sources.get(POPULATION).fault = 'down';
    const choose = (question: string, answer: string) => page.getByRole('radiogroup', { name: question }).getByText(answer, { exact: true }).click();
    await choose('Tình trạng hôn nhân hiện nay', 'Chưa đăng ký kết hôn với ai');
    await choose('Thời gian cần xác nhận', 'Từ trước đến nay');
    await choose('Mục đích sử dụng giấy xác nhận', 'Vay vốn ngân hàng');
    await choose('Đã từng được cấp giấy xác nhận tình trạng hôn nhân', 'Không');
    await page.getByLabel('Đối tượng miễn lệ phí').selectOption({ label: 'Không thuộc diện được miễn' });
    await page.keyboard.press('F9');
    await page.getByText('sẵn sàng').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Đã tiếp nhận hồ sơ' }).waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  step('a person at home may decline too', async () => {
    await play({});
    sources.get(POPULATION).asked.clear();
    screen = await openScreen(browser, desk, PHONE);
    page = screen.page;
    await page.goto('/cong-dan/thu-tuc/1.004873');
    await page.getByRole('link', { name: 'Đăng nhập để nộp trực tuyến' }).click();
    await page.getByRole('button', { name: PEOPLE.divorced.name }).click();
    await page.getByRole('button', { name: 'Nộp trực tuyến' }).click();
    await page.getByRole('radiogroup', { name: 'Người yêu cầu là' }).getByRole('radio', { name: 'Chính người được xác nhận', exact: true }).check();
    await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Người được xác nhận', exact: true }).waitFor();
    await page.getByText(/Trang này có \d+ mục đã có trong dữ liệu/).waitFor();
    await page.locator('.own-sources summary').click();
    const own = page.locator('.own-sources');
    await own.getByRole('button', { name: `Không, tôi tự nhập, đừng hỏi ${NAME}` }).click();
    await own.getByText(WORDS.declined.own, { exact: true }).waitFor();
    expect(sources.get(POPULATION).asked.size).toBe(0);
  });

  step('each other end has its one screen for them as well, and they go on by hand', async () => {
    await walk(page.locator('.own-sources'), 'own');
    await look(page, PHONE);
    while ((await page.getByRole('button', { name: /^Đúng: / }).count()) > 0) await page.getByRole('button', { name: /^Đúng: / }).first().click();
    await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Tình trạng hôn nhân', exact: true }).waitFor();
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });
});
