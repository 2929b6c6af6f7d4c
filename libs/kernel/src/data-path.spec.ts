import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dataPath } from './data-path.js';

describe('the path of a data file', () => {
  test('is relative to the folder of the project', () => {
    expect(existsSync(dataPath('package-lock.json'))).toBe(true);
    expect(dataPath('libs/kernel/src/data-path.spec.ts')).toBe(import.meta.filename);
  });
});
