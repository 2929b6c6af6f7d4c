import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from '@app/organisation';
import type { TestDesk } from '../support/desk.js';

/** A screen as people have it: wide enough for the counter, or a phone's. */
export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 360, height: 780 };
export const NARROW = { width: 320, height: 640 };

/** Somebody's browser, which shares nothing with the others. */
export interface Screen {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, what the content policy forbade. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Opens a browser window on the desk, at the desk's own time. */
export async function openScreen(browser: Browser, desk: Pick<TestDesk, 'url' | 'clock'>, viewport: { width: number; height: number } = DESKTOP): Promise<Screen> {
  const context = await browser.newContext({ baseURL: desk.url, viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  await context.clock.install({ time: desk.clock.now().epochMilliseconds });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Anonymous visitors are told 401 and unknown pages 404: the browser writes those down by itself.
    if (message.type() === 'error' && !/status of 40[0-9]/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

/** Keeps what a screen shows, for finding out why a step failed: dist/test-reports/browser/<name>.png. */
export async function keepPicture({ page }: Screen, name: string): Promise<void> {
  await page.screenshot({ path: path.resolve(import.meta.dirname, '../../dist/test-reports/browser', `${name}.png`), fullPage: true });
}

/** After the desk's clock was moved: the browser's follows. */
export async function followClock({ page }: Screen, desk: Pick<TestDesk, 'clock'>): Promise<void> {
  await page.context().clock.setSystemTime(desk.clock.now().epochMilliseconds);
}

/** Opens a dossier as its owner, who signs in at the stand-in identity provider and comes back to it. */
export async function openAsOwner(page: Page, id: string, name: string): Promise<void> {
  await page.goto(`/cong-dan/ho-so/${id}`);
  await page.getByRole('link', { name: 'Đăng nhập bằng định danh điện tử' }).click();
  await page.getByRole('button', { name }).click();
}

/** Types account and password. Leaves the person on the page the desk leads to. */
export async function signIn(page: Page, login: string): Promise<void> {
  if (!page.url().includes('/dang-nhap')) await page.goto('/dang-nhap');
  await page.getByLabel('Tài khoản', { exact: true }).fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
}

/** The screens of the province's two administrators: what one proposes, the other decides. */
export async function openTwoAdministrators(browser: Browser, desk: Pick<TestDesk, 'url' | 'clock'>): Promise<[Screen, Screen]> {
  const [first, second] = [await openScreen(browser, desk), await openScreen(browser, desk)];
  await signIn(first.page, 'quantri');
  await signIn(second.page, 'quantri2');
  return [first, second];
}

/** The screens of an office: each officer sits at one of their own and signs in there once, or again when the session has ended. */
export interface OfficeScreens {
  /** The page an officer starts with, at the desk's time. */
  of(login: string): Promise<Page>;
  /** The page where an officer left it. */
  at(login: string): Promise<Page>;
  /** What their browsers complained about. */
  complaints(): string[];
  /** Keeps what each of them shows, as `<story>-<login>`. */
  keepPictures(story: string): Promise<unknown>;
}

export function openOffice(browser: Browser, desk: Pick<TestDesk, 'url' | 'clock'>): OfficeScreens {
  const screens = new Map<string, Screen>();
  const start = async (login: string): Promise<Page> => {
    const screen = screens.get(login) ?? (await openScreen(browser, desk));
    screens.set(login, screen);
    const { page } = screen;
    await followClock(screen, desk);
    await page.goto('/');
    await page.locator('.shell-main h1').first().waitFor({ state: 'attached' });
    if (page.url().includes('/dang-nhap')) await signIn(page, login);
    return page;
  };
  return {
    of: start,
    at: async (login) => screens.get(login)?.page ?? start(login),
    complaints: () => [...screens.values()].flatMap(({ complaints }) => complaints),
    keepPictures: (story) => Promise.all([...screens].map(([login, screen]) => keepPicture(screen, `${story}-${login}`))),
  };
}
