import { describe, expect, test } from '@jest/globals';
import { openManifest, sealManifest, type Manifest } from './manifest.js';

const manifest: Manifest = {
  format: 1, product: '0.1.0',
  database: {
    takenAt: '2026-11-23T01:30:00.000000Z', migrations: ['Base1763800000001'], sequences: [{ name: 'number', value: '7', called: true }],
    tables: [{ name: 'unit', columns: ['id'], rows: 2, content: 'a'.repeat(64), bytes: 40, sha256: 'b'.repeat(64) }],
  },
  journal: { dossiers: 1, rows: 3, anchor: 'c'.repeat(64) },
  files: { count: 1, list: 'd'.repeat(64), missing: [] },
};

describe('a manifest', () => {
  test('is read as it was written', () => {
    expect(openManifest(sealManifest(manifest), '/b')).toEqual(manifest);
  });

  test.each<[string, (text: string) => string]>([
    ['a changed number', (text) => text.replace('"rows": 2', '"rows": 1')],
    ['a changed time', (text) => text.replace('01:30', '01:31')],
    ['a missing seal', (text) => text.replace('"seal"', '"sea1"')],
    ['its second half missing', (text) => text.slice(0, text.length / 2)],
    ['nothing in it', () => ''],
    ['something else in it', () => '[]'],
  ])('with %s is refused', (_what, change) => {
    const changed = change(sealManifest(manifest));
    expect(changed).not.toBe(sealManifest(manifest));
    expect(() => openManifest(changed, '/b')).toThrow('The back-up in /b is damaged: manifest.json differs from its seal. Nothing was restored; take another back-up.');
  });

  test('of another form is refused with what to do', () => {
    expect(() => openManifest(sealManifest({ ...manifest, format: 2 } as unknown as Manifest), '/b')).toThrow('The back-up in /b is of form 2, but this program reads form 1; restore with the version that took it.');
  });
});
