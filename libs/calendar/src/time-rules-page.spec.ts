import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dataPath } from '@app/kernel';

const page = readFileSync(dataPath('docs/time-rules.md'), 'utf8');

/** Each test the page names, with the file it is said to be in: `[file](path) "title"; "title"`. */
function namedTests(): string[][] {
  return Array.from(page.matchAll(/\]\(\.\.\/([^)]+\.spec\.ts)\)((?:;? "[^"]+")+)/g), ([, file, titles]) =>
    Array.from(titles!.matchAll(/"([^"]+)"/g), ([, title]) => [file!, title!])).flat();
}

test('every test that the page of time rules names is there', () => {
  const named = namedTests();
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(([file, title]) => !readFileSync(join(dataPath('docs'), '..', file!), 'utf8').includes(`'${title}'`))).toEqual([]);
});
