import { matches } from '@app/kernel';
import type { Declaration } from '../procedure.js';
import { fillingsOf, type Filling, type GroupMember, type LinkedGroup, type MemberResult } from './linked-group.js';

/** Where an answer of a member came from: the question of the group, for faults and origins. */
export interface FilledDeclaration {
  readonly declaration: Declaration;
  /** Pointer of the member's answer → pointer of the group's question it was taken from; of one that is missing, the question that was left open. */
  readonly askedAs: Readonly<Record<string, string>>;
}

/** The members a filing asks for, in the order of the group. @param declaration the group's, as cleaned */
export function membersAsked({ group }: LinkedGroup, declaration: Declaration): readonly GroupMember[] {
  return group.members.filter(({ when }) => when === undefined || matches(when, declaration));
}

/**
 * The declaration of a member out of the one the person filled in.
 * @param declaration the group's, as cleaned
 * @param results of the members that have one by now
 */
export function fillMember(member: GroupMember, declaration: Declaration, results: Readonly<Record<string, MemberResult>> = {}): FilledDeclaration {
  const filled: Record<string, unknown> = {};
  const askedAs: Record<string, string> = {};
  for (const field of Object.keys(member.declaration)) {
    for (const filling of fillingsOf(member, field)) {
      if (filling.when !== undefined && !matches(filling.when, declaration)) continue;
      const value = valueOf(filling, declaration, results);
      const asked = 'from' in filling && filling.from.startsWith('/declaration/') ? filling.from.slice('/declaration'.length) : undefined;
      if (value === undefined) {
        if (asked !== undefined) askedAs[`/${field}`] ??= asked;
        continue;
      }
      filled[field] = value;
      if (asked === undefined) delete askedAs[`/${field}`];
      else askedAs[`/${field}`] = asked;
      break;
    }
  }
  return { declaration: filled, askedAs };
}

function valueOf(filling: Filling, declaration: Declaration, results: Readonly<Record<string, MemberResult>>): unknown {
  if ('value' in filling) return filling.value;
  const [, root, first = '', second = ''] = filling.from.split('/');
  if (root === 'declaration') return Object.hasOwn(declaration, first) ? declaration[first] : undefined;
  const result = Object.hasOwn(results, first) ? results[first] : undefined;
  return result?.[second as keyof MemberResult];
}
