import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readAssumptions } from './index.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-assumptions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (text: string): string => {
  const file = path.join(folder, 'assumptions.json');
  writeFileSync(file, text);
  return file;
};

test('no file assumes nothing otherwise', () => expect(readAssumptions(undefined)).toEqual({}));

test('values by code and key', () => {
  expect(readAssumptions(fileWith('{"1.012786/posting-days": 20, "1.001193/late-registration-fee": 0}'))).toEqual({ '1.012786/posting-days': 20, '1.001193/late-registration-fee': 0 });
});

test.each(['no JSON', '[15]', 'null', '{"posting-days": 15}', '{"1.012786/posting-days": "15"}', '{"1.012786/posting-days": -1}'])('%s is refused in one sentence', (text) => {
  expect(() => readAssumptions(fileWith(text))).toThrow(/^ASSUMPTIONS_FILE .+\.$/);
});
