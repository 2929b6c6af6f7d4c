import { describe, expect, test } from '@jest/globals';
import type { Offer } from '../api/types';
import { meantOffers } from './papers-meant';

const words = (text: string) => ({ vi: text, en: text });
const said = (paperId: string, value: string) => ({ paperId, value, shown: words(value), source: words(paperId), asOf: '2026-01-05' });
const offer = (name: string, first: ReturnType<typeof said>, ...others: ReturnType<typeof said>[]): Offer => ({ pointer: `/${name}`, label: words(name), ...first, ...(others.length > 0 && { others }) });
const NUMBER = offer('number', said('a', 'CX 1'), said('b', 'CX 2'));
const OFFICE = offer('office', said('a', 'Sở'), said('b', 'Sở'));
const NAME: Offer = { pointer: '/name', label: words('name'), value: 'B', shown: words('B'), source: words('register'), asOf: '2026-01-05' };

describe('of several papers in force', () => {
  test('none is taken for the one that is meant: what differs is not offered before the person chose', () => {
    const { offers, choices } = meantOffers([NAME, NUMBER, OFFICE], []);
    expect(offers.map(({ pointer }) => pointer)).toEqual(['/name', '/office']);
    expect(choices).toEqual([
      { paperId: 'a', source: words('a'), asOf: '2026-01-05', says: [{ label: words('number'), shown: words('CX 1') }] },
      { paperId: 'b', source: words('b'), asOf: '2026-01-05', says: [{ label: words('number'), shown: words('CX 2') }] },
    ]);
  });

  test('the one that was chosen answers all its fields, with its own source', () => {
    const { offers, choices } = meantOffers([NAME, NUMBER, OFFICE], ['b']);
    expect(offers.map(({ pointer, value, paperId }) => [pointer, value, paperId])).toEqual([['/name', 'B', undefined], ['/number', 'CX 2', 'b'], ['/office', 'Sở', 'b']]);
    expect(choices).toEqual([]);
  });
});
