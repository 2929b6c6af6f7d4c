import type { Page } from 'playwright-core';

/**
 * How a scanner in the place of a keyboard writes a sign that the keyboard has no key for: as a key of its own, as a sign
 * without a key (Alt and numbers on Windows), as mere text, which reaches nothing but a field, or by way of an input method.
 */
export type Foreign = 'key' | 'sign' | 'text' | 'composed';

/** What a scanner's key is without Shift: enough of it for the browser to take it for one. */
const isOnKeyboard = (sign: string): boolean => /^[ -~]$/.test(sign);

/** Scans a line as a scanner in the place of a keyboard does: sign by sign, as fast as the browser takes them, then Enter. */
export async function scanLine(page: Page, line: string, foreign: Foreign = 'key'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const press = (key: string, text: string) => [
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
  ];
  const write = (sign: string): Promise<unknown>[] => {
    if (foreign === 'key' || isOnKeyboard(sign)) return press(sign, sign);
    if (foreign === 'sign') return [session.send('Input.dispatchKeyEvent', { type: 'char', text: sign })];
    const begun = foreign === 'composed' ? [session.send('Input.imeSetComposition', { text: sign, selectionStart: 1, selectionEnd: 1 })] : [];
    return [...begun, session.send('Input.insertText', { text: sign })];
  };
  // Nothing is awaited in between: a scanner does not wait either, and the browser keeps the order.
  await Promise.all([...Array.from(line).flatMap(write), ...press('Enter', '\r')]);
  await session.detach();
}

/** Pastes a line where the focus is. */
export async function pasteLine(page: Page, line: string): Promise<void> {
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(line)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  })()`);
}
