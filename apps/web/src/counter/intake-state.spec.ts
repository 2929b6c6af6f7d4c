import { describe, expect, test } from '@jest/globals';
import { changeIntake, type Intake, newIntake } from './intake-state';

let count = 0;
const fresh = (): Intake => newIntake(() => `id-${++count}`);
const owner = { id: 'a', fullName: 'Nguyễn Thị A' };

describe('an intake', () => {
  test('an agreed offer becomes an answer, a refused one does not', () => {
    const intake = changeIntake(fresh(), {
      type: 'decide',
      decisions: [
        { pointer: '/name', agreed: true, name: 'name', value: 'Trần B' },
        { pointer: '/address', agreed: false, name: 'address', value: undefined },
      ],
    });
    expect(intake.answers).toEqual({ name: 'Trần B' });
    expect(intake.decisions).toEqual({ '/name': true, '/address': false });
  });

  test('taking an agreement back takes the value back', () => {
    const agreed = changeIntake(fresh(), { type: 'decide', decisions: [{ pointer: '/name', agreed: true, name: 'name', value: 'Trần B' }] });
    const back = changeIntake(agreed, { type: 'decide', decisions: [{ pointer: '/name', agreed: undefined, name: 'name', value: undefined }] });
    expect(back.answers).toEqual({});
    expect(back.decisions).toEqual({});
  });

  test('another owner takes back what was on file for the first, and keeps what was typed', () => {
    let intake = changeIntake(fresh(), { type: 'owner', owner });
    intake = changeIntake(intake, { type: 'decide', decisions: [{ pointer: '/name', agreed: true, name: 'name', value: 'Trần B' }] });
    intake = changeIntake(intake, { type: 'answer', name: 'child', value: 'Trần C' });
    intake = changeIntake(intake, { type: 'check', key: 'marriage', check: { state: 'passed', paperOnFileId: 'p' } });
    intake = changeIntake(intake, { type: 'check', key: 'notice', check: { state: 'passed' } });
    intake = changeIntake(intake, { type: 'owner', owner: { id: 'b', fullName: 'Lê B' } });
    expect(intake.answers).toEqual({ child: 'Trần C' });
    expect(intake.decisions).toEqual({});
    expect(Object.keys(intake.checks)).toEqual(['notice']);
  });

  test('another procedure starts its form and its papers anew', () => {
    let intake = changeIntake(fresh(), { type: 'owner', owner });
    intake = changeIntake(intake, { type: 'answer', name: 'child', value: 'Trần C' });
    intake = changeIntake(intake, { type: 'procedure', procedure: { code: '1.004873', name: { vi: 'Khác', en: 'Other' } } });
    expect(intake.owner).toEqual(owner);
    expect(intake.answers).toEqual({});
  });

  test('"pass all" leaves a failed paper failed', () => {
    let intake = changeIntake(fresh(), { type: 'check', key: 'a', check: { state: 'failed', reason: 'missing' } });
    intake = changeIntake(intake, { type: 'passAll', keys: ['a', 'b'] });
    expect(intake.checks['a']?.state).toBe('failed');
    expect(intake.checks['b']?.state).toBe('passed');
  });

  test('"self" has no filer', () => {
    let intake = changeIntake(fresh(), { type: 'filer', ground: 'parent', filer: owner });
    expect(intake.filer).toEqual(owner);
    intake = changeIntake(intake, { type: 'filer', ground: 'self', filer: owner });
    expect(intake.filer).toBeUndefined();
  });
});
