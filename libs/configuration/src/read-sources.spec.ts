import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readSources } from './index.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-sources-'));
afterAll(() => rmSync(folder, { recursive: true }));

const KEY = 'k'.repeat(32);
const GOOD = { url: 'https://csdl.example.vn/dan-cu', key: KEY, licences: { '1.001193': 'Văn bản số 12/2026' } };
const written = (value: unknown): string => {
  const file = path.join(folder, 'sources.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};

test('without a file no source is connected; a good file is taken as it is', () => {
  expect(readSources(undefined, false)).toEqual({});
  expect(readSources(written({ 'population-register': GOOD }), false)).toEqual({ 'population-register': GOOD });
});

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{', /cannot be read as JSON/],
  ['an unknown source', { tax: GOOD }, /must give each of population-register/],
  ['a short key', { 'land-register': { ...GOOD, key: 'short' } }, /look at "\/land-register\/key"/],
  ['no licences', { 'land-register': { url: GOOD.url, key: KEY } }, /look at "\/land-register"/],
  ['a licence for what is no procedure', { 'land-register': { ...GOOD, licences: { all: 'x' } } }, /licences/],
  ['a plain address', { 'land-register': { ...GOOD, url: 'http://csdl.example.vn' } }, /land-register an address that begins with https/],
])('a file with %s is refused in one sentence that shows no key', (_, value, sentence) => {
  const read = (): unknown => readSources(written(value), false);
  expect(read).toThrow(sentence);
  expect(read).not.toThrow(KEY);
});

test('a demonstration may do without TLS', () => {
  expect(readSources(written({ 'land-register': { ...GOOD, url: 'http://127.0.0.1:1/land' } }), true)).toHaveProperty('land-register');
});
