import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { SYSTEM } from '@app/database';
import { AbsenceAdministration, DelegationAdministration } from '@app/dossiers';
import { DomainError } from '@app/kernel';
import { rolesFulfilling, watchLanes } from '@app/organisation';
import type { Random } from '../simulation/random.js';
import type { TestDesk } from './desk.js';

interface HeldPost {
  readonly id: string;
  readonly officer_id: string;
  readonly unit_id: string;
  readonly role: string;
}

/** Somebody acting for somebody else, as the office remembers it: without the desk's tables. */
interface Passed {
  readonly id: string;
  readonly officer: string;
  readonly other: string | null;
  readonly postId: string | null;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  ended?: Temporal.Instant;
}

const SIGNED = ['dossier.approve', 'dossier.refuse', 'dossier.send-back', 'dossier.grant-extension'] as const;
const LEADERS = ['chairman', 'vice-chairman', 'director', 'deputy-director'];
const LANES = ['receiving-clerk', 'case-officer', 'reviewer', 'leader', 'records-clerk'] as const;

/** The agency of a unit: a commune with its offices, or one office of the province. */
const houseOf = (unit: string): string => (unit.startsWith('c') ? unit.split('.')[0]! : unit);

/** An office in which people fall ill, stand in for each other and sign for each other at random; and what it remembers of that. */
export class WalkingOffice {
  readonly absences: Passed[] = [];
  readonly delegations: Passed[] = [];
  private posts: readonly HeldPost[] = [];

  constructor(private readonly desk: TestDesk, private readonly random: Random) {}

  async open(): Promise<void> {
    this.posts = await this.desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<HeldPost>('select id, officer_id, unit_id, role from post where until is null order by unit_id, role, id'));
  }

  private get now(): Temporal.Instant {
    return this.desk.clock.now();
  }

  principal(officerId: string): Promise<OfficerPrincipal | undefined> {
    return this.desk.app.get(OfficerDirectory).findPrincipal(officerId);
  }

  /** Whoever could be in one of these roles in a unit now, by a post of theirs or another's; and now and then somebody who is not. */
  async somebody(unit: string, roles: readonly string[]): Promise<OfficerPrincipal | undefined> {
    const here = this.posts.filter((post) => post.unit_id === unit && roles.includes(post.role));
    const others = here.flatMap((post) => [
      ...this.absences.filter((each) => each.officer === post.officer_id && this.lasts(each)).map(({ other }) => other),
      ...this.delegations.filter((each) => each.postId === post.id && this.lasts(each)).map(({ other }) => other),
    ]);
    const anybody = this.posts.filter((post) => post.unit_id.startsWith(unit.split('.')[0]!)).map(({ officer_id }) => officer_id);
    const fitting = [...here.map(({ officer_id }) => officer_id), ...others.filter((each) => each !== null)];
    const chosen = this.random.one(fitting.length === 0 || this.random.next() < 0.1 ? anybody : fitting);
    return chosen === undefined ? undefined : this.principal(chosen);
  }

  private readonly lasts = ({ from, to, ended }: Passed): boolean =>
    Temporal.Instant.compare(from, this.now) <= 0 && Temporal.Instant.compare(this.now, to) < 0 && (ended === undefined || Temporal.Instant.compare(this.now, ended) < 0);

  /** Something about people changes, or nothing. Answers the code of a refusal. */
  async change(): Promise<string | undefined> {
    const kind = this.random.weighted<'away' | 'back' | 'sign' | 'signed' | 'nothing'>([['away', 14], ['back', 5], ['sign', 4], ['signed', 2], ['nothing', 75]]);
    try {
      switch (kind) {
        case 'away': await this.away(); break;
        case 'back': await this.endOne(this.absences, async (by, id) => void (await this.desk.app.get(AbsenceAdministration).end(by, id))); break;
        case 'sign': await this.sign(); break;
        case 'signed': await this.endOne(this.delegations, async (by, id) => void (await this.desk.app.get(DelegationAdministration).end(by, id))); break;
        default:
      }
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }

  private async away(): Promise<void> {
    const post = this.random.one(this.posts.filter(({ role }) => role !== 'administrator'));
    const colleagues = this.posts.filter((each) => houseOf(each.unit_id) === houseOf(post.unit_id) && each.officer_id !== post.officer_id && each.role !== 'administrator');
    const standInId = this.random.next() < 0.8 ? this.random.one(colleagues).officer_id : null;
    const postId = this.random.next() < 0.2 ? post.id : null;
    const by = (await this.principal(post.officer_id))!;
    const to = this.now.add({ minutes: 60 + Math.floor(this.random.next() * 3000) });
    const { absence } = await this.desk.app.get(AbsenceAdministration).enter(by, { officerId: post.officer_id, postId, standInId, procedures: [], reason: 'leave', from: this.now, to });
    this.absences.push({ id: absence.id, officer: post.officer_id, other: standInId, postId, from: this.now, to });
  }

  private async sign(): Promise<void> {
    const committee = this.random.one(this.posts.filter(({ role }) => role === 'chairman'));
    const heads = this.posts.filter(({ unit_id, role }) => unit_id.startsWith(`${committee.unit_id}.`) && ['division-head', 'centre-director'].includes(role));
    const [deputy] = this.posts.filter(({ unit_id, role }) => unit_id === committee.unit_id && role === 'vice-chairman');
    const head = this.random.one(heads);
    if (deputy === undefined) return;
    const administration = this.desk.app.get(DelegationAdministration);
    const to = this.now.add({ minutes: 300 + Math.floor(this.random.next() * 6000) });
    const { id } = await administration.propose((await this.principal(deputy.officer_id))!, {
      formula: 'TUQ.', postId: committee.id, delegatePostId: head.id, document: '12/GUQ-UBND', documentOn: '2026-11-20', procedures: [], permissions: SIGNED, from: this.now, to,
    });
    await administration.approve((await this.principal(committee.officer_id))!, id);
    this.delegations.push({ id, officer: committee.officer_id, other: head.officer_id, postId: committee.id, from: this.now, to });
  }

  private async endOne(passed: Passed[], end: (by: OfficerPrincipal, id: string) => Promise<void>): Promise<void> {
    const lasting = passed.filter(this.lasts);
    if (lasting.length === 0) return;
    const one = this.random.one(lasting);
    await end((await this.principal(one.officer))!, one.id);
    one.ended = this.now;
  }

  /** Whether somebody is there for the work of a role in a unit: told from what the office remembers. */
  private isServed(unit: string, role: (typeof LANES)[number]): boolean {
    const away = this.absences.filter(this.lasts);
    const isGone = (officer: string): boolean => away.some((each) => each.officer === officer && each.postId === null);
    return this.posts.filter((post) => post.unit_id === unit && (rolesFulfilling(role) as readonly string[]).includes(post.role)).some((post) => {
      const leaves = away.filter((each) => each.officer === post.officer_id && (each.postId === null || each.postId === post.id));
      if (leaves.length === 0) return true;
      if (!LEADERS.includes(post.role) && leaves.some(({ other }) => other !== null && !isGone(other))) return true;
      return this.delegations.some((each) => each.postId === post.id && this.lasts(each) && each.other !== null && !isGone(each.other));
    }) || this.delegations.some((each) => this.lasts(each) && each.other !== null && !isGone(each.other)
      && this.posts.some((post) => post.id === each.postId && post.unit_id === unit && (rolesFulfilling(role) as readonly string[]).includes(post.role)));
  }

  /**
   * Work that nobody does has an alarm and the alarm an owner, work that somebody does has none; counters are never without anybody.
   * @returns what does not fit
   */
  async findLaneFaults(): Promise<string[]> {
    return this.desk.asOwner.transaction(SYSTEM, async (tx) => {
      await watchLanes(tx, this.now);
      const work = await tx.rows<{ unit: string; role: (typeof LANES)[number] }>(
        `select distinct d.holder_unit as unit, d.holder_role as role from dossier d join unit u on u.id = d.holder_unit where d.is_open and u.kind <> 'agency'`);
      const expected = work.filter(({ unit, role }) => !this.isServed(unit, role)).map(({ unit, role }) => `${unit} ${role}`).toSorted();
      const told = await tx.rows<{ lane: string; heads: number }>(
        `select a.unit_id || ' ' || a.role as lane, (select count(*)::int from unit above join post p on p.unit_id = above.id
             where u.path <@ above.path and p.role in ('centre-director', 'division-head', 'chairman', 'vice-chairman', 'director', 'deputy-director')) as heads
           from lane_alarm a join unit u on u.id = a.unit_id where a.cleared_at is null and exists (select from post p where p.unit_id = a.unit_id) order by 1`);
      const lanes = told.map(({ lane }) => lane).toSorted();
      return [
        ...expected.filter((lane) => !lanes.includes(lane)).map((lane) => `${lane}: nobody there, and no alarm`),
        ...lanes.filter((lane) => !expected.includes(lane)).map((lane) => `${lane}: an alarm, though somebody is there or nothing is to do`),
        ...told.filter(({ heads }) => heads === 0).map(({ lane }) => `${lane}: an alarm without anybody to answer it`),
        ...lanes.filter((lane) => lane.endsWith('.centre receiving-clerk')).map((lane) => `${lane}: a counter without anybody`),
      ];
    });
  }
}
