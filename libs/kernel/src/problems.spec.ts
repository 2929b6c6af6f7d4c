import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dataPath, DomainError, PROBLEMS } from './index.js';

interface DocumentedProblem {
  readonly code: string;
  readonly status: number;
  readonly vi: string;
  readonly en: string;
}

/** The entries of docs/problems.md: a heading with code and status, both sentences, when it happens, what to do. */
const ENTRY = /^### `([a-z.-]+)` · (\d{3})\n\n> (.+)\n>\n> (.+)\n\n- \*\*When:\*\* \S.+\n- \*\*What to do:\*\* \S.+$/gm;
const page = readFileSync(dataPath('docs/problems.md'), 'utf8');
const documented: DocumentedProblem[] = [...page.matchAll(ENTRY)].map(([, code = '', status, vi = '', en = '']) => ({ code, status: Number(status), vi, en }));

describe('docs/problems.md', () => {
  test('tells of each refusal once, in the order of the list, in its words, and of no other', () => {
    expect(documented).toEqual(Object.entries(PROBLEMS).map(([code, { status, vi, en }]) => ({ code, status, vi, en })));
  });

  test('has no heading that is not a complete entry', () => {
    expect(page.match(/^### .*$/gm)).toEqual(documented.map(({ code, status }) => `### \`${code}\` · ${status}`));
  });
});

describe('a refusal', () => {
  test('asks for the same values in both languages', () => {
    const placeholders = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();
    const uneven = Object.entries(PROBLEMS).filter(([, { vi, en }]) => placeholders(vi).join() !== placeholders(en).join());
    expect(uneven.map(([code]) => code)).toEqual([]);
  });

  test('fills its sentence, and leaves a value it was not given visible', () => {
    const refusal = new DomainError('act.impossible', { params: { event: { vi: 'Phê duyệt', en: 'Approve' } } });
    expect(refusal.sentence('vi')).toBe('Không thể "Phê duyệt" khi hồ sơ đang ở bước "{state}". Xem các việc có thể làm bên dưới.');
    expect(refusal.sentence('en')).toBe('It is not possible to "Approve" while the dossier is at "{state}". See what can be done below.');
  });
});
