import { describe, expect, test } from '@jest/globals';
import { nearness } from './name-nearness.js';

describe('how near two names are', () => {
  test.each([
    ['Nguyễn Văn Hoà', 'nguyen van hoa', 'same'],
    ['Nguyễn Văn Hòa', 'Hòa Nguyễn Văn', 'same'],
    ['Nguyễn Văn Hoà', 'Nguyễn Van Hoài', 'near'],
    ['Nguyễn Văn Hoà', 'Nguyễn Hoà', 'near'],
    ['Nguyễn Hoà', 'Nguyễn Văn Hoà', 'near'],
    ['Nguyễn Văn Hoà', 'Nguyễn Văn', undefined],
    ['Nguyễn Văn Hoà', 'Trần Văn Hoà', undefined],
    ['Nguyễn Văn Hoà', 'Nguyễn Thị Hoài', undefined],
    ['Lê Lê Na', 'Lê Na', 'near'],
    ['Hoà', 'Hoà Bình', undefined],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(nearness(one, other)).toBe(expected);
  });
});
