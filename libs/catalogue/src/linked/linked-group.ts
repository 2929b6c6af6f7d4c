import type { Condition } from '@app/kernel';
import type { TimeAmount } from '@app/workflow';
import type { Procedure, TimeLimit } from '../procedure.js';

/**
 * A linked group (thủ tục hành chính liên thông, Decree 63/2024): one filing, one form that asks each fact once, and a
 * dossier of its own at each agency. It has no process, fee or result of its own: its members have.
 */
export interface LinkedGroup extends Omit<Procedure, 'cases' | 'fee' | 'process' | 'result'> {
  readonly group: GroupRules;
}

export interface GroupRules {
  readonly members: readonly GroupMember[];
  /** The limit of the whole where something must be verified; else `timeLimit` of the group counts. */
  readonly verified: TimeLimit;
  /** From this local time on the limit of the whole counts from the next working day, `HH:mm`. */
  readonly cutoff: string;
  /** How long the person has to supply what a member misses, after which that member is stopped. */
  readonly supplement: GroupTerm;
  /** How soon the next agency takes up what was passed on to it; else an alarm. */
  readonly acknowledge: GroupTerm;
}

export interface GroupTerm {
  readonly within: TimeAmount;
  readonly basis: string;
}

/** One procedure of the group. */
export interface GroupMember {
  readonly key: string;
  /** Code of a complete procedure. */
  readonly procedure: string;
  /** The declarations of the group that ask for it; absent = always. */
  readonly when?: Condition;
  /** What fills each answer of the member's own form. */
  readonly declaration: Readonly<Record<string, Filling | readonly Filling[]>>;
  /** The member's papers that the group's papers serve: key there → key here. */
  readonly components: Readonly<Record<string, string>>;
  /** Members that must have ended, however they ended. */
  readonly after: readonly string[];
  /** Results of other members that are papers of this one. */
  readonly needs: ReadonlyArray<{ readonly component: string; readonly from: string }>;
  /** Its limit within the group, where the decree sets one; else the procedure's own. */
  readonly timeLimit?: TimeLimit;
  /** The limit of the whole group where this member is asked for, if it takes longer than the group's own. */
  readonly whole?: TimeLimit;
}

/**
 * What fills an answer; of several the first that applies and has a value. `from` points into `declaration` (the group's) or
 * `results/<member>/number|issuedOn|code`.
 */
export type Filling = { readonly from: string; readonly when?: Condition } | { readonly value: string | number | boolean; readonly when?: Condition };

/** What a member's answers may take from the results of others. */
export interface MemberResult {
  readonly code: string;
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
}

/** Whether a published document is a group and no single procedure. */
export function isLinkedGroup(document: Procedure | LinkedGroup): document is LinkedGroup {
  return 'group' in document;
}

/**
 * The limits the whole of a filing is measured by; the one that ends last counts.
 * @param keys the members that were asked for
 * @param verified whether something had to be verified
 */
export function wholeLimits({ group, timeLimit }: LinkedGroup, keys: readonly string[], verified: boolean): readonly TimeLimit[] {
  return [verified ? group.verified : timeLimit, ...group.members.flatMap(({ key, whole }) => (whole !== undefined && keys.includes(key) ? [whole] : []))];
}

/** The fillings of one answer, in their order. */
export function fillingsOf(member: GroupMember, field: string): readonly Filling[] {
  const filling = member.declaration[field];
  if (filling === undefined) return [];
  return Array.isArray(filling) ? (filling as readonly Filling[]) : [filling as Filling];
}
