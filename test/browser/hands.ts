import type { Locator, Page } from 'playwright-core';

/** A person's hands at a screen: does things as a person would, and counts each of them. */
export interface Hands {
  readonly count: number;
  /** What was done, in order, to be shown when it is too much. */
  readonly done: readonly string[];
  click(target: Locator): Promise<void>;
  /** Types into a field; putting the focus there first is a click of its own unless it is there already. */
  enter(field: Locator, text: string): Promise<void>;
  press(key: string): Promise<void>;
}

export function handsOn(page: Page): Hands {
  const done: string[] = [];
  return {
    get count() {
      return done.length;
    },
    done,
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
    },
    press: async (key) => {
      await page.keyboard.press(key);
      done.push(`press ${key}`);
    },
  };
}
