import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { checkKeyFiles, copyKeyFiles, restoreKeyFiles } from './key-files.js';

describe('the files of signing keys in a back-up', () => {
  let folder: string;
  let [keys, backUp, target]: string[] = [];
  const [first, second] = [`${newId()}.p12`, `${newId()}.p12`].toSorted() as [string, string];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'key-files-'));
    [keys, backUp, target] = ['keys', 'back-up', 'target/keys'].map((name) => path.join(folder, name));
    for (const each of [keys!, backUp!]) mkdirSync(each);
    for (const [name, text] of [[first, 'một'], [second, 'hai'], ['master.key', 'không ai được biết']] as const) writeFileSync(path.join(keys!, name), text);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are copied as they are, for their owner alone, and the master key never', async () => {
    const parts = await copyKeyFiles(keys!, backUp!);
    expect(parts.map(({ name }) => name)).toEqual([first, second]);
    expect(readdirSync(path.join(backUp!, 'keys'))).toEqual([first, second]);
    expect(statSync(path.join(backUp!, 'keys', first)).mode & 0o777).toBe(0o600);
    await checkKeyFiles(backUp!, parts);
    await restoreKeyFiles(backUp!, parts, target!);
    expect(readdirSync(target!).map((name) => readFileSync(path.join(target!, name), 'utf8'))).toEqual(['một', 'hai']);
  });

  test('that differ or are missing stop a restore before it begins', async () => {
    const parts = await copyKeyFiles(keys!, backUp!);
    writeFileSync(path.join(backUp!, 'keys', second), 'ba');
    await expect(checkKeyFiles(backUp!, parts)).rejects.toThrow(`The back-up in ${backUp} is damaged: keys/${second} differs from its digest. Nothing was restored; take another back-up.`);
    rmSync(path.join(backUp!, 'keys', second));
    await expect(checkKeyFiles(backUp!, parts)).rejects.toThrow(`keys/${second} is missing`);
  });

  test('are taken away again when a restore fails, and those that were there stay', async () => {
    const parts = await copyKeyFiles(keys!, backUp!);
    mkdirSync(target!, { recursive: true });
    writeFileSync(path.join(target!, first), 'von früher');
    const undo = await restoreKeyFiles(backUp!, parts, target!);
    expect(readdirSync(target!)).toHaveLength(2);
    await undo();
    expect(readdirSync(target!).map((name) => readFileSync(path.join(target!, name), 'utf8'))).toEqual(['von früher']);
  });

  test('of a desk without keys are none', async () => {
    expect(await copyKeyFiles(path.join(folder, 'nowhere'), backUp!)).toEqual([]);
    expect(readdirSync(backUp!)).toEqual([]);
  });
});
