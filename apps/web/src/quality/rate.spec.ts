import { expect, test } from '@jest/globals';
import { rate } from './rate';

test.each([
  [999, 1000, 'vi', '99,9 %'], [99_999, 100_000, 'vi', '99,9 %'], [1000, 1000, 'vi', '100 %'], [1, 3, 'en', '33.3 %'], [0, 7, 'en', '0 %'], [0, 0, 'vi', '–'],
] as const)('%d of %d in %s is %s', (count, people, language, text) => expect(rate(count, people, language)).toBe(text));
