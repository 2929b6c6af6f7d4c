import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OFFICER_ROLES, type OfficerRole } from '@app/organisation';
import { DomainError } from '@app/kernel';
import { may, officerPrincipal, requirePermission, rolesAt, unitsWith, type Grant, type RegisteredPost } from './may.js';
import { ALL_PERMISSIONS, ROLE_PERMISSIONS, type Permission } from './permissions.js';
import { systemPrincipal, toDatabasePrincipal } from './principal.js';

const OFFICER = { officerId: '0190a000-0000-7000-8000-000000000001', name: 'Trần Thị Bé' };

function post(postId: string, role: OfficerRole, unitId: string, unitsBelow: readonly string[] = []): RegisteredPost {
  return { postId, role, unitId, unitsBelow };
}

describe('what an officer may do', () => {
  test('is what the role of a post brings, at the unit of the post', () => {
    const clerk = officerPrincipal(OFFICER, [post('a', 'receiving-clerk', 'c26068.centre')]);
    expect(may(clerk, 'dossier.receive', { unitId: 'c26068.centre' })).toBe(true);
    expect(may(clerk, 'dossier.receive', { unitId: 'c26041.centre' })).toBe(false);
    expect(may(clerk, 'dossier.approve', { unitId: 'c26068.centre' })).toBe(false);
  });

  test('reaches down from the chair, and not from a desk', () => {
    const below = ['c26068.centre', 'c26068.office'];
    const chairman = officerPrincipal(OFFICER, [post('a', 'chairman', 'c26068', below)]);
    const records = officerPrincipal(OFFICER, [post('a', 'records-clerk', 'c26068', below)]);
    expect(may(chairman, 'dossier.approve', { unitId: 'c26068.office' })).toBe(true);
    expect(may(records, 'dossier.number', { unitId: 'c26068.office' })).toBe(false);
    expect(may(records, 'dossier.number', { unitId: 'c26068' })).toBe(true);
    expect(chairman.units).toEqual(['c26068', 'c26068.centre', 'c26068.office']);
    expect(records.units).toEqual(['c26068']);
  });

  test('never mixes the permission of one post with the place of another', () => {
    const both = officerPrincipal(OFFICER, [post('a', 'receiving-clerk', 'c26068.centre'), post('b', 'case-officer', 'c26068.office')]);
    expect(may(both, 'dossier.receive', { unitId: 'c26068.office' })).toBe(false);
    expect(may(both, 'dossier.examine', { unitId: 'c26068.centre' })).toBe(false);
    expect(may(both, 'dossier.examine', { unitId: 'c26068.office' })).toBe(true);
    expect(rolesAt(both, 'c26068.office')).toEqual(['case-officer']);
  });

  test('is narrowed by a grant to a procedure, for that permission only', () => {
    const grant: Grant = { postId: 'a', permission: 'dossier.examine', procedureCode: '1.001193', unitId: null };
    const officer = officerPrincipal(OFFICER, [post('a', 'case-officer', 'c26068.office')], [grant]);
    expect(may(officer, 'dossier.examine', { unitId: 'c26068.office', procedureCode: '1.001193' })).toBe(true);
    expect(may(officer, 'dossier.examine', { unitId: 'c26068.office', procedureCode: '1.004873' })).toBe(false);
    expect(may(officer, 'dossier.submit', { unitId: 'c26068.office', procedureCode: '1.004873' })).toBe(true);
  });

  test('is widened by a grant to another place or beyond the role', () => {
    const grants: Grant[] = [{ postId: 'a', permission: 'dossier.number', procedureCode: null, unitId: 'c26068' }];
    const clerk = officerPrincipal(OFFICER, [post('a', 'receiving-clerk', 'c26068.centre')], grants);
    expect(may(clerk, 'dossier.number', { unitId: 'c26068' })).toBe(true);
    expect(may(clerk, 'dossier.number', { unitId: 'c26068.centre' })).toBe(false);
    expect(unitsWith(clerk, 'dossier.number')).toEqual(['c26068']);
  });

  test('a grant of another post changes nothing', () => {
    const grant: Grant = { postId: 'elsewhere', permission: 'dossier.approve', procedureCode: null, unitId: null };
    const clerk = officerPrincipal(OFFICER, [post('a', 'receiving-clerk', 'c26068.centre')], [grant]);
    expect(may(clerk, 'dossier.approve')).toBe(false);
  });

  test('whoever prepares a decision may not take it, and the reverse', () => {
    const roles = Object.keys(OFFICER_ROLES) as OfficerRole[];
    const both = roles.filter((role) => {
      const permissions: readonly Permission[] = ROLE_PERMISSIONS[role];
      return permissions.includes('dossier.submit') && permissions.includes('dossier.approve');
    });
    expect(both).toEqual([]);
  });
});

/** The expectation, written from the words of the rule and not from the code: walk the posts, then the grants. */
function expected(posts: readonly RegisteredPost[], grants: readonly Grant[], permission: Permission, unitId: string, procedureCode: string): boolean {
  for (const held of posts) {
    const leader = ['chairman', 'vice-chairman', 'director', 'deputy-director', 'administrator'].includes(held.role);
    const own = grants.filter((grant) => grant.postId === held.postId && grant.permission === permission);
    const there = held.unitId === unitId || (leader && held.unitsBelow.includes(unitId));
    if (own.length === 0) {
      if (there && (ROLE_PERMISSIONS[held.role] as readonly Permission[]).includes(permission)) return true;
      continue;
    }
    for (const grant of own) {
      const place = grant.unitId === null ? there : grant.unitId === unitId;
      if (place && (grant.procedureCode === null || grant.procedureCode === procedureCode)) return true;
    }
  }
  return false;
}

test('permission × procedure × place agrees with the rule, whatever the posts and grants', () => {
  const units = ['p75', 'c1', 'c1.centre', 'c1.office', 'c2', 'c2.centre'];
  const unit = fc.constantFrom(...units);
  const procedure = fc.constantFrom('1.001193', '1.004873');
  const permission = fc.constantFrom(...ALL_PERMISSIONS);
  const registered = fc.record({ role: fc.constantFrom(...(Object.keys(OFFICER_ROLES) as OfficerRole[])), unitId: unit });
  const granted = fc.record({
    postId: fc.constantFrom('0', '1', '2', '3'),
    permission,
    procedureCode: fc.option(procedure, { nil: null }),
    unitId: fc.option(unit, { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(registered, { maxLength: 4 }), fc.array(granted, { maxLength: 6 }), permission, unit, procedure, (drawn, grants, wanted, unitId, procedureCode) => {
      const posts = drawn.map((one, index) => post(String(index), one.role, one.unitId, units.filter((other) => other.startsWith(`${one.unitId}.`))));
      const principal = officerPrincipal(OFFICER, posts, grants);
      const answer = expected(posts, grants, wanted, unitId, procedureCode);
      expect(may(principal, wanted, { unitId, procedureCode })).toBe(answer);
      expect(unitsWith(principal, wanted, procedureCode).includes(unitId)).toBe(answer);
      if (answer) expect(principal.permissions.has(wanted)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('other principals', () => {
  test('a citizen holds no permission at all', () => {
    const citizen = { kind: 'citizen', personId: OFFICER.officerId, name: 'Lê Văn A' } as const;
    expect(ALL_PERMISSIONS.filter((permission) => may(citizen, permission))).toEqual([]);
    expect(toDatabasePrincipal(citizen)).toEqual({ kind: 'citizen', personId: OFFICER.officerId });
  });

  test('the system may everything', () => {
    expect(ALL_PERMISSIONS.every((permission) => may(systemPrincipal('deadlines'), permission))).toBe(true);
    expect(toDatabasePrincipal(systemPrincipal('deadlines'))).toEqual({ kind: 'system' });
  });

  test('an officer reaches the database with the units of the posts, once each', () => {
    const officer = officerPrincipal(OFFICER, [post('a', 'chairman', 'c1', ['c1.office']), post('b', 'case-officer', 'c1.office')]);
    expect(toDatabasePrincipal(officer)).toEqual({ kind: 'officer', officerId: OFFICER.officerId, units: ['c1', 'c1.office'] });
  });
});

test('a refusal names the missing permission in words', () => {
  const clerk = officerPrincipal(OFFICER, [post('a', 'receiving-clerk', 'c26068.centre')]);
  const refusal = (() => {
    try {
      requirePermission(clerk, 'dossier.approve', { unitId: 'c26068.centre' });
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(DomainError);
  expect((refusal as DomainError).code).toBe('permission.missing');
  expect((refusal as DomainError).sentence('vi')).toContain('thiếu quyền: Phê duyệt');
  expect((refusal as DomainError).details.facts).toEqual({ permission: 'dossier.approve' });
});
