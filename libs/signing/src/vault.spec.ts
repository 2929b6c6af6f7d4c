import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { StartError } from '@app/kernel';
import { Vault } from './vault.js';

describe('the secrets of signing keys', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vault-'));
    file = path.join(folder, 'keys', 'master.key');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const vault = (): Vault => new Vault({ file, mayBeMade: true });

  test('come back as they were, also in another process, and cannot be read in what is stored', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ minLength: 8, unit: 'grapheme' }), fc.string(), async (secret, about) => {
      const sealed = await vault().seal(secret, about);
      expect(sealed.includes(Buffer.from(secret))).toBe(false);
      expect(await vault().open(sealed, about)).toBe(secret);
    }));
  });

  test('with one bit changed anywhere open nothing', async () => {
    const kept = vault();
    await fc.assert(fc.asyncProperty(fc.string(), fc.nat(), fc.nat(7), async (secret, place, bit) => {
      const sealed = await kept.seal(secret, 'khoá');
      sealed[place % sealed.length]! ^= 1 << bit;
      await expect(kept.open(sealed, 'khoá')).rejects.toMatchObject({ fault: 'key-refused' });
    }));
  });

  test('open for nothing else than they were sealed for, and with no other key', async () => {
    const sealed = await vault().seal('mật khẩu', 'một');
    await expect(vault().open(sealed, 'hai')).rejects.toMatchObject({ fault: 'key-refused' });
    const other = new Vault({ file: path.join(folder, 'other.key'), mayBeMade: true });
    await other.seal('gì đó', '');
    await expect(other.open(sealed, 'một')).rejects.toMatchObject({ fault: 'key-refused' });
    await expect(vault().open(sealed.subarray(0, 20), 'một')).rejects.toMatchObject({ fault: 'key-refused' });
  });

  test('are sealed with one key, which its owner alone may read, however many processes make it at once', async () => {
    const place = path.join(folder, 'many', 'master.key');
    const many = Array.from({ length: 8 }, () => new Vault({ file: place, mayBeMade: true }));
    const sealed = await Promise.all(many.map((each, index) => each.seal(String(index), '')));
    expect(await Promise.all(sealed.map((each) => many[0]!.open(each, '')))).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(statSync(place).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(place, 'utf8'), 'base64')).toHaveLength(32);
  });

  test('wait while the key is not where the operator said, and open once it is', async () => {
    const place = path.join(folder, 'named.key');
    const named = new Vault({ file: place, mayBeMade: false });
    const sealed = await vault().seal('mật khẩu', '');
    await expect(named.seal('x', '')).rejects.toThrow(StartError);
    await expect(named.open(sealed, '')).rejects.toMatchObject({ fault: 'unreachable' });
    writeFileSync(place, 'zu kurz');
    await expect(named.seal('x', '')).rejects.toThrow(`${place} does not hold 32 bytes in base64; put the right key back.`);
    writeFileSync(place, readFileSync(file));
    expect(await named.open(sealed, '')).toBe('mật khẩu');
  });
});
