import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA and what axe calls good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: ReadonlyArray<{ readonly html: string; readonly failureSummary?: string }>;
}

/** No violation of an accessibility rule on the page as it stands; frames (papers as PDF) have their own tests. */
export async function expectAccessible(page: Page): Promise<void> {
  // Through the debugger: the page's own policy rightly lets no foreign script in. Nothing may be answered: whatever is
  // answered travels here as text, and the whole of axe takes seconds.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(`(() => { ${axe} })()`);
  const violations = await page.evaluate<Violation[]>(`axe.run(document, { iframes: false, resultTypes: ['violations'], runOnly: ${JSON.stringify(RULES)} }).then((found) => found.violations)`);
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 5).map(({ html, failureSummary }) => `  ${html.slice(0, 240)}\n  ${failureSummary ?? ''}`).join('\n')}`);
  expect({ page: page.url(), told }).toEqual({ page: page.url(), told: [] });
}

/** The page is no wider than the screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, window.innerWidth]');
  const widest = await page.evaluate<string[]>(`[...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1 && getComputedStyle(each).position !== 'absolute').map((each) => each.outerHTML.slice(0, 120)).slice(0, 5)`);
  expect({ page: page.url(), width: content, widest: content > screen ? widest : [] }).toEqual({ page: page.url(), width: screen, widest: [] });
}
