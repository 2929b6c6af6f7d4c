import { expect, test } from '@jest/globals';
import type { AuthorityRule } from '@app/organisation';
import type { ProcessDefinition } from '@app/workflow';
import { findUnmetLevels } from './unmet-levels.js';

const rule = (id: string, body: Partial<AuthorityRule>): AuthorityRule => ({
  id, scope: { fieldCode: 'G15-TP07' }, unitId: 'vn', level: 'province', from: '2025-07-01', basis: { number: '1/2026' }, provenance: 'test', ...body,
});
const process = { steps: [{ id: 'decide', kind: 'approve', unit: 'commune/committee' }] } as unknown as ProcessDefinition;
const procedure = { code: '1.000001', field: { code: 'G15-TP07', name: { vi: 'x', en: 'x' } }, process };
const unmet = (...rules: AuthorityRule[]): string[] => findUnmetLevels(procedure, rules, '2026-11-23').map(({ id }) => id);

test('a rule that asks for a level without a way is told, by procedure and by field, also before it begins', () => {
  expect(unmet(rule('field', {}), rule('own', { scope: { procedureCode: '1.000001' } }), rule('case', { scope: { procedureCode: '1.000001', caseKey: 'k' }, from: '2027-03-01' }))).toEqual(['own', 'case']);
  expect(unmet(rule('field', {}))).toEqual(['field']);
});

test('a rule that is met, over, or about something else is not', () => {
  expect(unmet(rule('met', { level: 'commune' }), rule('over', { until: '2026-11-22' }), rule('other', { scope: { fieldCode: 'G15-TP01' } }), rule('another', { scope: { procedureCode: '1.000002' } }))).toEqual([]);
  expect(unmet(rule('last day', { until: '2026-11-23' }))).toEqual(['last day']);
});

test('a rule about the field gives way to one about the procedure in the same place', () => {
  expect(unmet(rule('field', {}), rule('own', { scope: { procedureCode: '1.000001' }, level: 'commune' }))).toEqual([]);
  expect(unmet(rule('field', { unitId: 'p75' }), rule('own', { scope: { procedureCode: '1.000001' }, level: 'commune' }))).toEqual(['field']);
});
