import { describe, expect, test } from '@jest/globals';
import { readDate } from './date-text';

describe('readDate', () => {
  test.each([
    ['05011990', '1990-01-05'],
    ['5/1/1990', '1990-01-05'],
    [' 05-01-1990 ', '1990-01-05'],
    ['5 1 1990', '1990-01-05'],
    ['5.1.1990', '1990-01-05'],
    ['1990-01-05', '1990-01-05'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %s', (typed, date) => {
    expect(readDate(typed)).toBe(date);
  });

  test.each(['29/02/2023', '31/04/2024', '00/01/2024', '5/13/1990', '1990', '5/1/90', '', 'mai'])('refuses %s', (typed) => {
    expect(readDate(typed)).toBeUndefined();
  });
});
