import { describe, expect, test } from '@jest/globals';
import { emptyChange, emptyPart, proposalOf } from './change-draft';

const cited = { decision: ' Nghị quyết 30/2026/QH16 ', basis: 'Luật 72/2025/QH15', effectiveOn: '2026-12-01' };
const created = { like: '', id: '26998', name: 'Ủy ban nhân dân phường Trảng Định', nameEn: 'Committee', shortName: 'Phường Trảng Định', shortNameEn: 'Trang Dinh Ward', codeSegment: 'H19.26.98', placeName: '' };

describe('a change of units that is being typed', () => {
  test('names all that is missing', () => {
    expect(proposalOf(emptyChange()).faults).toEqual(['units', 'successor', 'decision', 'basis', 'effectiveOn']);
    expect(proposalOf({ ...emptyChange(), kind: 'split' }).faults).toEqual(['units', 'parts', 'decision', 'basis', 'effectiveOn']);
  });

  test('merges into a commune that is there, and never into one that ends', () => {
    const draft = { ...emptyChange(), ...cited, units: ['c26248'], successor: 'c26068' };
    expect(proposalOf(draft)).toEqual({ faults: [], proposal: { ...cited, decision: 'Nghị quyết 30/2026/QH16', body: { kind: 'merge', units: ['c26248'], successor: 'c26068' } } });
    expect(proposalOf({ ...draft, successor: 'c26248' }).faults).toEqual(['successor']);
  });

  test('makes a unit with the offices of the first that ends', () => {
    const draft = { ...emptyChange(), ...cited, units: ['c26248', 'c26206'], successor: 'new', created };
    expect(proposalOf(draft).faults).toEqual([]);
    expect(proposalOf(draft).proposal.body).toMatchObject({ successor: 'c26998', created: [{ id: 'c26998', like: 'c26248', codeSegment: 'H19.26.98' }] });
    expect(proposalOf({ ...draft, created: { ...created, id: '998' } }).faults).toEqual(['created']);
  });

  test('splits by lists, one entry a line; a part without a rule will not do', () => {
    const draft = { ...emptyChange(), ...cited, kind: 'split' as const, units: ['c26068'], parts: [{ ...emptyPart(), to: 'c26248', places: ' Khu phố 2 \n\nKhu phố 3', posts: ['p'] }] };
    expect(proposalOf(draft)).toMatchObject({ faults: [], proposal: { body: { kind: 'split', parts: [{ to: 'c26248', places: ['Khu phố 2', 'Khu phố 3'], posts: ['p'] }] } } });
    expect(proposalOf({ ...draft, parts: [{ ...emptyPart(), to: 'c26248' }] }).faults).toEqual(['parts']);
  });
});
