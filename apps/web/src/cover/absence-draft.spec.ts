import { describe, expect, test } from '@jest/globals';
import { absenceOf, emptyAbsence } from './absence-draft';
import { delegationOf, emptyDelegation } from './delegation-draft';

const AWAY = { ...emptyAbsence(), fromDay: '2026-11-24', toDay: '2026-11-25' };

describe('an absence being typed', () => {
  test('is of the own person, of every post and procedure, until something else is chosen', () => {
    expect(absenceOf(AWAY)).toEqual({ faults: [], absence: { reason: 'leave', from: '2026-11-24T07:30:00+07:00', to: '2026-11-25T17:00:00+07:00', procedures: [] } });
    expect(absenceOf({ ...AWAY, officerId: 'a', postId: 'b', standInId: 'c', procedures: '1.001193, 1.004873' }).absence).toMatchObject({
      officerId: 'a', postId: 'b', standInId: 'c', procedures: ['1.001193', '1.004873'],
    });
  });

  test('says what is missing, also an end before the beginning', () => {
    expect(absenceOf(emptyAbsence()).faults).toEqual(['from', 'to']);
    expect(absenceOf({ ...AWAY, toDay: '2026-11-24', toTime: '07:30' }).faults).toEqual(['to']);
  });
});

const PASSED = { ...emptyDelegation(), postId: 'a', delegatePostId: 'b', document: ' 12/GUQ-UBND ', documentOn: '2026-11-20', fromDay: '2026-11-24', toDay: '2026-12-24' };

describe('a delegation being typed', () => {
  test('names both posts, its document, what it is of and its time', () => {
    expect(delegationOf(PASSED)).toEqual({
      faults: [],
      delegation: {
        formula: 'TUQ.', postId: 'a', delegatePostId: 'b', document: '12/GUQ-UBND', documentOn: '2026-11-20', procedures: [], permissions: ['dossier.approve', 'dossier.send-back'],
        from: '2026-11-24T00:00:00+07:00', to: '2026-12-24T17:00:00+07:00',
      },
    });
  });

  test('says what is missing', () => {
    expect(delegationOf({ ...emptyDelegation(), permissions: [] }).faults).toEqual(['postId', 'delegatePostId', 'document', 'documentOn', 'permissions', 'from', 'to']);
  });
});
