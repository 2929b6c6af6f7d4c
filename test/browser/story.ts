import { test } from '@jest/globals';

/**
 * The steps of one story, told in order. When a step fails, those after it have nothing to stand on: they fail at once
 * instead of each waiting for what cannot come.
 *
 * @param whenBroken keeps what helps to find out why, such as pictures of the screens
 */
export function story(whenBroken: (step: string) => Promise<unknown> = async () => undefined): (name: string, body: () => Promise<void>) => void {
  let broken: string | undefined;
  return (name, body) =>
    test(name, async () => {
      if (broken !== undefined) throw new Error(`not told, since this step failed: ${broken}`);
      try {
        await body();
      } catch (error) {
        broken = name;
        await whenBroken(name);
        throw error;
      }
    });
}
