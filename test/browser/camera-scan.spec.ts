import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, launchBrowserWithCamera } from '../support/browser.js';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { PEOPLE } from '../support/steps.js';
import { filmOfCode, giveCamera } from './camera-film.js';
import { look } from './look.js';
import { DESKTOP, openOffice, type OfficeScreens } from './screen.js';
import { story } from './story.js';

jest.setTimeout(120_000);

const CARD = `${PEOPLE.mother.personalId}|271234567|${PEOPLE.mother.name}|27021996|Nữ|12/4 khu phố 3, phường Biên Hoà, thành phố Đồng Nai|05012022`;

describe('an ID card held to the camera of the counter', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-film-'));
  let desk: TestDesk;
  let browser: Browser;
  let office: OfficeScreens;
  let page: Page;
  const step = story(() => office.keepPictures('camera-scan'));
  const open = () => page.getByRole('button', { name: 'Quét thẻ bằng máy ảnh' });
  /** How many cameras the page holds: each stream it was given is remembered, and asked whether it still runs. */
  const running = () => page.evaluate<number>('window.streams.flatMap((stream) => stream.getTracks()).filter((track) => track.readyState === "live").length');

  beforeAll(async () => {
    const film = path.join(folder, 'card.y4m');
    filmOfCode(film, CARD);
    const [started, filming] = await Promise.all([startTestDesk('2026-11-23T08:30'), launchBrowserWithCamera(film)]);
    desk = started;
    browser = filming ?? await launchBrowser();
    office = openOffice(browser, desk);
    page = await office.of('tiepnhan.bienhoa');
    if (!filming) await giveCamera(page, CARD);
    await page.addInitScript(`(() => {
      window.streams = [];
      const devices = navigator.mediaDevices;
      const ask = devices.getUserMedia.bind(devices);
      devices.getUserMedia = async (wanted) => { const stream = await ask(wanted); window.streams.push(stream); return stream; };
    })()`);
    await page.goto('/quay');
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  step('without leave the page says where to give it, and typing stays open', async () => {
    await open().click();
    await page.getByRole('alert').getByText('Trang chưa được phép dùng máy ảnh').waitFor();
    expect(await page.getByRole('combobox', { name: 'Tìm chủ hồ sơ' }).isEnabled()).toBe(true);
    expect(await page.locator('video').count()).toBe(0);
    await look(page, DESKTOP);
  });

  step('the browser has no reader of codes of its own here: ours reads the card, fills in its holder and gives the camera back', async () => {
    expect(await page.evaluate('"BarcodeDetector" in window')).toBe(false);
    await page.context().grantPermissions(['camera']);
    await page.evaluate('window.mayFilm = true');
    await open().click();
    await page.getByRole('region', { name: /^1\. / }).getByText(PEOPLE.mother.name, { exact: true }).waitFor();
    expect(await page.locator('video').count()).toBe(0);
    expect(await running()).toBe(0);
    await page.locator('#procedure-search:focus').waitFor();
  });

  step('while it runs its picture is shown, and the button stops it', async () => {
    // With nobody's picture read the film goes on and on.
    await page.evaluate('CanvasRenderingContext2D.prototype.getImageData = () => { throw new Error("not now") }');
    await open().click();
    await page.locator('video').waitFor();
    await page.evaluate('new Promise((shown) => { const video = document.querySelector("video"); if (video.videoWidth > 0) shown(); else video.onplaying = () => shown(); })');
    expect(await running()).toBe(1);
    await look(page, DESKTOP);
    await page.getByRole('button', { name: 'Tắt máy ảnh' }).click();
    await page.locator('video').waitFor({ state: 'detached' });
    expect(await running()).toBe(0);
    expect(office.complaints()).toEqual([]);
  });
});
