import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { dataPath } from '@app/kernel';
import { EVENT_TYPES, ruleOf } from './events.js';

test('the glossary lists the acts with the words on their buttons, in the order of the table', () => {
  const [, acts] = readFileSync(dataPath('docs/glossary.md'), 'utf8').split('\n## Acts\n');
  const rows = Array.from(acts!.matchAll(/^\| `(\w+)` \| (.+) \| (.+) \|$/gm), ([, event, vi, en]) => [event, vi, en]);
  expect(rows).toEqual(EVENT_TYPES.map((type) => [type, ruleOf(type).label.vi, ruleOf(type).label.en]));
});
