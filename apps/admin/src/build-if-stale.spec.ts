import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildIfStale, PARTS, type Part } from './build-if-stale.mjs';

let root: string;
let lines: string[];

const say = (line: string) => lines.push(line.replace(/[\d.]+ s\./, '… s.'));
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

/** A part whose build copies its input and fails when the input says so. */
const part = (name: string): Part => ({
  name,
  inputs: ['lock.json', `${name}-source`],
  isInput: (file) => !file.endsWith('.spec.ts'),
  output: `dist/${name}.txt`,
  program: 'builder.mjs',
  args: [`${name}-source/main.ts`, `dist/${name}.txt`],
});
const parts = [part('one'), part('two')];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mot-cua-build-'));
  lines = [];
  write('builder.mjs', `
    import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
    const text = readFileSync(process.argv[2], 'utf8');
    if (text.includes('fault')) { console.error('main.ts(1,1): a fault'); process.exit(2); }
    mkdirSync('dist', { recursive: true });
    writeFileSync(process.argv[3], text);`);
  write('lock.json', '{}');
  write('one-source/main.ts', 'one');
  write('two-source/main.ts', 'two');
});

afterEach(() => rmSync(root, { recursive: true }));

test('builds everything the first time and nothing the second', async () => {
  expect(await buildIfStale(root, parts, say)).toBe(true);
  expect(lines.sort()).toEqual(['Building the one …', 'Building the two …', 'Built the one in … s.', 'Built the two in … s.']);
  lines = [];
  expect(await buildIfStale(root, parts, say)).toBe(true);
  expect(lines).toEqual([]);
});

test('builds again only what changed', async () => {
  await buildIfStale(root, parts, say);
  const changes: Array<[string, () => void, string[]]> = [
    ['a source', () => write('one-source/deep/more.ts', 'x'), ['one']],
    ['a renamed source', () => (rmSync(path.join(root, 'one-source/deep/more.ts')), write('one-source/deep/other.ts', 'x')), ['one']],
    ['a spec', () => write('one-source/main.spec.ts', 'x'), []],
    ['the lock file', () => write('lock.json', '{"a":1}'), ['one', 'two']],
    ['an output', () => rmSync(path.join(root, 'dist/two.txt')), ['two']],
  ];
  for (const [change, make, expected] of changes) {
    make();
    lines = [];
    await buildIfStale(root, parts, say);
    expect([change, lines.filter((line) => line.startsWith('Built')).sort()]).toEqual([change, expected.map((name) => `Built the ${name} in … s.`)]);
  }
});

test('a failed build is told, is not remembered, and leaves the other part built', async () => {
  write('one-source/main.ts', 'fault');
  expect(await buildIfStale(root, parts, say)).toBe(false);
  expect(lines).toContain('The one could not be built:\nmain.ts(1,1): a fault');
  expect(lines).toContain('Built the two in … s.');
  write('one-source/main.ts', 'mended');
  lines = [];
  expect(await buildIfStale(root, parts, say)).toBe(true);
  expect(lines).toEqual(['Building the one …', 'Built the one in … s.']);
  expect(readFileSync(path.join(root, 'dist/one.txt'), 'utf8')).toBe('mended');
});

test('says so when the packages are missing', async () => {
  rmSync(path.join(root, 'builder.mjs'));
  expect(await buildIfStale(root, parts, say)).toBe(false);
  expect(lines).toEqual(['The packages are not installed (builder.mjs is missing); run "npm ci" first.']);
});

test('the inputs of the real parts are there', () => {
  const project = path.resolve(import.meta.dirname, '../../..');
  for (const { inputs, program } of PARTS) {
    for (const file of [...inputs, program]) expect([file, existsSync(path.join(project, file))]).toEqual([file, true]);
  }
});
