import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** The button that names the other language. */
const SWITCH = { vi: 'Tiếng Việt', en: 'English' } as const;

/** Changes the language in place and waits until the page says so. */
export async function switchTo(page: Page, language: 'vi' | 'en'): Promise<void> {
  await page.getByRole('button', { name: SWITCH[language], exact: true }).click();
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** Letters that only Vietnamese has. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĂÂĐÊÔƠƯ]/;
/** The name of a message, shown where its text is missing; or a place in a text that nothing filled. */
const UNFINISHED = /\{\{|\}\}|^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/;
/** Proper names and the currency stay what they are in any language: people, the units that a sentence may name, numbers of papers. */
const PROPER = /(\p{Lu}\p{L}+ ){1,4}\p{Lu}\p{L}+|(Văn phòng|Tòa án|Phòng|Trung tâm|Phường|Xã) [^,()→]*|\d+\/\d{4}\/[^ ,]+|đồng|đ$/gu;

/** Nothing on the page is untranslated: no names of messages; and in English no Vietnamese that is not marked as such (WCAG 3.1.2). */
export async function expectTranslated(page: Page): Promise<void> {
  const texts = await page.evaluate<Array<{ text: string; language: string }>>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent.trim();
      if (text !== '' && !node.parentElement.closest('script, style, noscript, code, textarea')) texts.push({ text, language: node.parentElement.closest('[lang]').lang });
    }
    return texts;
  })()`);
  const unfinished = texts.filter(({ text }) => UNFINISHED.test(text)).map(({ text }) => text);
  const foreign = texts.filter(({ text, language }) => language === 'en' && VIETNAMESE.test(text.replace(PROPER, ''))).map(({ text }) => text);
  expect({ page: page.url(), unfinished, foreign }).toEqual({ page: page.url(), unfinished: [], foreign: [] });
}
