import { expect, test } from '@jest/globals';
import type { ComponentOffer, PaperOnFile } from '../api/types';
import { standingOf } from './component-standing';
import { type Check, UNCHECKED } from './intake-state';

const words = { vi: 'Giấy', en: 'Paper' };
const paper = (state: PaperOnFile['state']): ComponentOffer => ({ key: 'a', paper: { id: 'p', kind: 'k', kindName: words, state, assurance: 'register', source: 's', content: {} } });
const check = (part: Partial<Check>): Check => ({ ...UNCHECKED, ...part });

test.each([
  ['nothing on file, needed', true, check({}), [], 'toBring'],
  ['nothing on file, not needed', false, check({}), [], undefined],
  ['one on file', true, check({}), [paper('in-force')], 'onFile'],
  ['one on file that has expired', true, check({}), [paper('expired')], 'toBring'],
  ['one on file in use', true, check({ state: 'passed', paperOnFileId: 'p' }), [paper('in-force')], 'onFile'],
  ['one on file, but the person brought their own', true, check({ state: 'passed' }), [paper('in-force')], 'there'],
  ['looked at, and it does not do', true, check({ state: 'failed' }), [paper('in-force')], 'missing'],
] as const)('%s', (_, required, checked, offers, standing) => {
  expect(standingOf({ required }, checked, offers)).toBe(standing);
});
