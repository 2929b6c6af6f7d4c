import { describe, expect, test } from '@jest/globals';
import type { Procedure } from '@app/catalogue';
import type { PaperOnFile } from '@app/persons';
import { pairPapers } from './pair-papers.js';

const components = [{ key: 'proof', satisfiedBy: { paper: 'birth-proof' } }, { key: 'other' }] as unknown as Procedure['components'];
const paper = (id: string, more: Partial<PaperOnFile> = {}) => ({ id, kind: 'birth-proof', name: { vi: 'Giấy chứng sinh', en: 'Proof of birth' }, state: 'in-force', validUntil: null, sha256: id.repeat(64), ...more }) as PaperOnFile;
const papers = [paper('a'), paper('b', { validUntil: '2026-11-22' }), paper('c', { state: 'revoked' }), paper('d', { kind: 'land-certificate' })];
const pair = (key: string, paperOnFileId?: string) => pairPapers(components, [{ key, ...(paperOnFileId && { paperOnFileId }) }], papers, '2026-11-23');

describe('a paper on file', () => {
  test('serves the component that names its kind, with its digest', () => {
    expect([...pair('proof', 'a')]).toEqual([['a', 'a'.repeat(64)]]);
    expect([...pair('proof')]).toEqual([]);
  });

  test.each([['proof', 'b'], ['proof', 'c'], ['proof', 'd'], ['other', 'a'], ['none', 'a']])('for %s: %s is refused', (key, id) => {
    expect(() => pair(key, id)).toThrow(expect.objectContaining({ code: 'paper.unusable' }));
  });

  test('of somebody else answers like a missing one', () => {
    expect(() => pair('proof', 'x')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
