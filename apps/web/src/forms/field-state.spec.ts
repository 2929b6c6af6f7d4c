import { describe, expect, test } from '@jest/globals';
import type { Offer } from '../api/types';
import { countStates, fieldStateOf } from './field-state';
import type { FormField } from './form-schema';

const label = { vi: 'Họ tên', en: 'Name' };
const field: FormField = { name: 'name', pointer: '/name', label, widget: 'text', type: 'string', choices: [], required: true, conditional: false };
const offer: Offer = { pointer: '/name', label, value: 'Trần B', shown: { vi: 'Trần B', en: 'Trần B' }, source: label, asOf: '2026-01-05' };
const nothing = { answers: {}, decisions: {}, offers: [] };

describe('how a question stands', () => {
  test.each([
    ['nothing is on file and nothing said', nothing, 'missing'],
    ['something is on file', { ...nothing, offers: [offer] }, 'on-file'],
    ['it was agreed to', { answers: { name: 'Trần B' }, decisions: { '/name': true }, offers: [offer] }, 'agreed'],
    ['something else is declared', { answers: { name: 'Lê C' }, decisions: {}, offers: [offer] }, 'declared'],
    ['it was declined and nothing said instead', { answers: {}, decisions: { '/name': false }, offers: [offer] }, 'missing'],
    ['it was declined and the same declared', { answers: { name: 'Trần B' }, decisions: { '/name': false }, offers: [offer] }, 'declared'],
  ] as const)('%s', (_, given, state) => {
    expect(fieldStateOf(field, given, undefined)).toBe(state);
  });

  test('once the desk has answered, it says what is missing, also of an answer that is wrong', () => {
    expect(fieldStateOf(field, nothing, new Set())).toBe('optional');
    expect(fieldStateOf({ ...field, required: false }, nothing, new Set(['name']))).toBe('missing');
    expect(fieldStateOf(field, { ...nothing, answers: { name: '?' } }, new Set(['name']))).toBe('missing');
    expect(fieldStateOf(field, { ...nothing, offers: [offer] }, new Set(['name']))).toBe('on-file');
  });

  test('all of them are counted', () => {
    expect(countStates(['missing', 'missing', 'agreed'])).toEqual({ 'on-file': 0, agreed: 1, declared: 0, missing: 2, optional: 0 });
  });
});
