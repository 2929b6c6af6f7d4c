import type { Locator, Page } from 'playwright-core';
import { scanLine } from './scanner.js';

/** A person's hands at a screen: does things as a person would, and counts each of them. */
export interface Hands {
  readonly count: number;
  /** What was done, in order, to be shown when it is too much. */
  readonly done: readonly string[];
  /** The fields something was typed into, in order. */
  readonly typed: readonly string[];
  click(target: Locator): Promise<void>;
  /** Types into a field; putting the focus there first is a click of its own unless it is there already. */
  enter(field: Locator, text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Holds a card under the scanner: one thing done, and no field typed into. */
  scan(line: string): Promise<void>;
}

export function handsOn(page: Page): Hands {
  const done: string[] = [];
  const typed: string[] = [];
  return {
    get count() {
      return done.length;
    },
    done,
    typed,
    click: async (target) => {
      await target.click();
      done.push(`click ${target.description() ?? String(target)}`);
    },
    enter: async (field, text) => {
      await field.waitFor();
      if (!(await field.evaluate((element) => element.ownerDocument.activeElement === element))) {
        await field.click();
        done.push(`click ${String(field)}`);
      }
      await page.keyboard.type(text);
      done.push(`type ${text}`);
      typed.push(String(field));
    },
    press: async (key) => {
      await page.keyboard.press(key);
      done.push(`press ${key}`);
    },
    scan: async (line) => {
      await scanLine(page, line);
      done.push('scan a card');
    },
  };
}
