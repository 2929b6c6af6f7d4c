/**
 * Makes the pictures of the README: `npm run screenshots`. Starts the demonstration on a folder of its own, at a fixed
 * time, so that the same pictures come out whenever they are made. The usual ports must be free.
 */
import 'reflect-metadata';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadConfiguration } from '@app/configuration';
import { LaneRunner } from '@app/dossiers';
import { MovableClock } from '@app/kernel';
import { rasterise, type RasterisedPage } from '../../libs/documents/src/testing/rasterise.js';
import { startDesk } from '../../apps/desk/src/start-desk.js';
import { launchBrowser } from '../support/browser.js';
import { PEOPLE } from '../support/steps.js';
import { DESKTOP, openScreen, signIn } from './screen.js';

const root = path.resolve(import.meta.dirname, '../..');
const images = path.join(root, 'docs', 'images');
const clock = new MovableClock('2026-11-23T02:40:00Z');

interface Studio {
  readonly browser: Browser;
  readonly url: string;
  readonly clock: MovableClock;
}

/** The counter: a known family's birth registration just before receipt; then the receipt itself. */
async function counter(studio: Studio): Promise<void> {
  const { page, close } = await openScreen(studio.browser, studio, DESKTOP);
  await signIn(page, 'tiepnhan.bienhoa');
  await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).fill(PEOPLE.mother.personalId);
  await page.keyboard.press('Enter');
  await page.getByText(PEOPLE.mother.name).first().waitFor();
  await page.getByRole('combobox', { name: 'Tìm thủ tục' }).fill('1.001193');
  await page.getByRole('option', { name: '1.001193' }).click();
  const choose = (question: string, answer: string) => page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check();
  await choose('Quan hệ của người yêu cầu với trẻ', 'Mẹ');
  await choose('Giấy tờ chứng minh việc sinh', 'Dữ liệu chứng sinh điện tử của cơ sở y tế');
  await choose('Thông tin cha, mẹ được ghi vào giấy khai sinh', 'Cả cha và mẹ');
  await page.getByLabel('Họ, chữ đệm, tên của trẻ').fill('Nguyễn Hoàng Bảo Ngọc');
  await page.getByText(PEOPLE.father.name).first().waitFor();
  await page.getByRole('button', { name: 'Đã đọc cho người dân nghe, đồng ý tất cả' }).click();
  await page.getByText('sẵn sàng').waitFor();
  await page.getByText(/^Đã lưu bản nháp/).waitFor();
  await page.locator('.zone-procedure .zone-body').evaluate((zone) => zone.scrollTo({ top: 0 }));
  await shoot(page, 'counter');
  await page.keyboard.press('Control+Enter');
  const receipt = page.getByRole('link', { name: /^Mở giấy tiếp nhận/ });
  await receipt.waitFor();
  // Two copies: that of the person who files comes second.
  await keepPaper(page, String(await receipt.getAttribute('href')), 'receipt', (pages) => pages.find(({ text }) => text.includes('Liên: Giao người nộp'))!);
  await close();
}

/** A dossier whose loss is posted at the commune: its time stands. The notice is one of its papers. */
async function dossier(studio: Studio): Promise<void> {
  const { page, close } = await openScreen(studio.browser, studio, { width: 1366, height: 1000 });
  await signIn(page, 'diachinh.trangbom');
  await page.goto('/ho-so?list=unit');
  await page.getByRole('row').filter({ hasText: 'Cấp lại Giấy chứng nhận do bị mất' }).getByRole('link').click();
  await page.getByRole('region', { name: 'Giấy tờ đã lập' }).getByRole('link').first().waitFor();
  await shoot(page, 'dossier');
  const { pathname } = new URL(page.url());
  await keepPaper(page, `/api/dossiers/${path.posix.basename(pathname)}/papers/form/notice.pdf`, 'land-notice');
  await close();
}

/** A director's decision: the case, and the draft beside it. */
async function review(studio: Studio): Promise<void> {
  const { page, close } = await openScreen(studio.browser, studio, { width: 1440, height: 900 });
  await showPapersAsPictures(page);
  await signIn(page, 'giamdoc.vpdk');
  await page.getByRole('row').filter({ hasText: 'Xã Bom Bo' }).getByRole('link').click();
  await page.frameLocator('iframe').locator('img').first().waitFor();
  await page.getByRole('button', { name: 'Phê duyệt', exact: true }).waitFor();
  await shoot(page, 'review');
  await close();
}

/** A citizen on a phone: what the state already knows is a statement to confirm. */
async function citizen(studio: Studio): Promise<void> {
  const { page, close } = await openScreen(studio.browser, studio, { width: 390, height: 844 });
  await page.goto('/cong-dan/thu-tuc/1.004873');
  await page.getByRole('link', { name: 'Đăng nhập để nộp trực tuyến' }).click();
  await page.getByRole('button', { name: PEOPLE.single.name }).click();
  await page.getByRole('button', { name: 'Nộp trực tuyến' }).click();
  await page.getByRole('radio', { name: 'Chính người được xác nhận' }).check();
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click();
  await page.getByRole('button', { name: /^Đúng: / }).first().waitFor();
  await page.getByText(/^Đã lưu lúc/).waitFor();
  await shoot(page, 'citizen');
  await close();
}

async function shoot(page: Page, name: string): Promise<void> {
  // Each picture has waited for what it shows; a paper that is read in a frame keeps its request open.
  await page.evaluate('document.fonts.ready.then(() => true)');
  await page.screenshot({ path: path.join(images, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** One page of a paper, the last where it is not said which. */
async function keepPaper(page: Page, address: string, name: string, choose: (pages: readonly RasterisedPage[]) => RasterisedPage = (pages) => pages.at(-1)!): Promise<void> {
  const answer = await page.request.get(address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  const { pages } = await rasterise(await answer.body(), { scale: 1.6 });
  writeFileSync(path.join(images, `${name}.png`), choose(pages).png);
}

/** This browser has no PDF viewer: frames get the pages as pictures, which is what a viewer would show. */
async function showPapersAsPictures(page: Page): Promise<void> {
  await page.route('**/*.pdf', async (route) => {
    const { pages } = await rasterise(await (await route.fetch()).body(), { scale: 1.6 });
    const sheets = pages.map(({ png }) => `<img style="width:100%" src="data:image/png;base64,${png.toString('base64')}">`).join('');
    await route.fulfill({ contentType: 'text/html', body: `<!doctype html><body style="margin:0;background:#fff">${sheets}</body>` });
  });
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-pictures-'));
  chmodSync(folder, 0o755);
  mkdirSync(images, { recursive: true });
  // The usual ports: the desk's address stands on the receipt.
  const configuration = loadConfiguration({ MODE: 'demonstration', DATA_FOLDER: folder, LOG_LEVEL: 'error', HOTLINE: '1900 0000' });
  const url = configuration.publicUrl;
  const desk = await startDesk(configuration, { clock, log: () => undefined });
  const browser = await launchBrowser();
  try {
    await desk.app.get(LaneRunner).drain();
    for (const picture of [counter, dossier, review, citizen]) await picture({ browser, url, clock });
  } finally {
    await browser.close();
    await desk.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
