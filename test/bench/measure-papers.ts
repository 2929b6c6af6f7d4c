import { loadavg } from 'node:os';
import { loadSamples, renderPaper, type DecisionModel, type ReceiptModel } from '@app/documents';
import { chromium, type Browser, type Page } from 'playwright-core';
import { unpackChromium } from '../support/chromium.js';
import { decisionHtml, FONT_STYLES, receiptHtml } from './html-papers.js';
import { quantile, rounded } from './statistics.js';

/** One kind of paper: how long ours takes, and how many a second each way gives. */
export interface PaperFigures {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly perSecond: number;
  /** One tab kept, fonts loaded, the body replaced. */
  readonly chromiumKept?: number;
  /** A tab for each document. */
  readonly chromiumTab?: number;
}

export interface PapersFigures {
  readonly receipt: PaperFigures;
  readonly decision: PaperFigures;
  /** Of the last minute, when the measurement began. */
  readonly load: number;
}

/**
 * A receipt of one page and a decision with a table, made in this process, and the same content printed by headless Chromium,
 * at its best and as it is commonly used. All in one run and one after the other: they share the machine, not the moment.
 */
export async function measurePapers(count: number): Promise<PapersFigures> {
  const load = rounded(loadavg()[0]!, 2);
  const { ALL_SAMPLES, SAMPLE_TIME, sampleOf } = await loadSamples();
  const createdAt = Temporal.Instant.from(SAMPLE_TIME);
  const receipt: ReceiptModel = { ...sampleOf('receipt', 'plain'), copy: 'filer' };
  const decision = ALL_SAMPLES.find(({ name }) => name === 'decision-table')!.model as DecisionModel;
  const ours = {
    receipt: await time(count, () => renderPaper('receipt', receipt, { createdAt }), WARM),
    decision: await time(count, () => renderPaper('result/decision', decision, { createdAt }), WARM),
  };
  const found = unpackChromium();
  if (found === undefined) return { receipt: figures(ours.receipt), decision: figures(ours.decision), load };
  const browser = await chromium.launch({ executablePath: found.executablePath, env: { ...process.env, ...found.env }, args: ['--no-sandbox'] });
  try {
    const printed = {
      receipt: await printIn(browser, receiptHtml(receipt), count),
      decision: await printIn(browser, decisionHtml(decision), count),
    };
    return { receipt: { ...figures(ours.receipt), ...printed.receipt }, decision: { ...figures(ours.decision), ...printed.decision }, load };
  } finally {
    await browser.close();
  }
}

const PDF = { format: 'A4', margin: { top: '20mm', bottom: '20mm', left: '30mm', right: '15mm' }, tagged: true } as const;

/** The longest each way is measured. */
const SECONDS = 4;
/** Runs of ours that come first: the process that is measured has run for days. */
const WARM = 150;

/** The first runs do not count. A slow machine gives fewer runs, not a longer measurement. */
async function time(count: number, work: () => Promise<unknown>, warm = Math.ceil(count / 4)): Promise<number[]> {
  for (let run = 0; run < warm; run += 1) await work();
  const times: number[] = [];
  const until = performance.now() + SECONDS * 1000;
  while (times.length < count && (times.length < 2 || performance.now() < until)) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times;
}

async function printIn(browser: Browser, body: string, count: number): Promise<{ chromiumKept: number; chromiumTab: number }> {
  const page = await browser.newPage();
  await page.setContent(`<html lang="vi"><head><style>${FONT_STYLES}</style></head><body>${body}</body></html>`);
  await page.evaluate('document.fonts.ready');
  const kept = await time(Math.ceil(count / 2), async () => {
    await page.locator('body').evaluate((element: { innerHTML: string }, html) => { element.innerHTML = html; }, body);
    await page.pdf(PDF);
  });
  await page.close();
  const tab = await time(Math.ceil(count / 20), () => printInTab(browser, body), 1);
  return { chromiumKept: perSecond(kept), chromiumTab: perSecond(tab) };
}

async function printInTab(browser: Browser, body: string): Promise<void> {
  const page: Page = await browser.newPage();
  await page.setContent(`<html lang="vi"><head><style>${FONT_STYLES}</style></head><body>${body}</body></html>`, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready');
  await page.pdf(PDF);
  await page.close();
}

const perSecond = (times: readonly number[]): number => rounded((1000 * times.length) / times.reduce((sum, each) => sum + each, 0), 1);

function figures(times: readonly number[]): PaperFigures {
  return { median: rounded(quantile(times, 0.5), 2), p95: rounded(quantile(times, 0.95), 2), perSecond: perSecond(times) };
}
