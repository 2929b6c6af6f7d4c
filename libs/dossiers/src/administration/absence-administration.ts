import { Inject, Injectable } from '@nestjs/common';
import { may, requirePermission, unitsWith, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { DomainError, newId, type Clock } from '@app/kernel';
import {
  absencesIn, absencesOf, dayOf, endAbsence, gapsOf, getAbsence, insertAbsence, isHeld, isNotOver, laneAlarmsIn, lanesOf, OrganisationService, singleSignersIn, watchLanes,
  type Absence, type Gap, type LaneAlarm, type NewAbsence, type OfficerRole, type SingleSigner,
} from '@app/organisation';
import { CLOCK } from '../clock-token.js';

/** An officer of the same agency, with the posts held there now: somebody to choose. */
export interface Colleague {
  readonly officerId: string;
  readonly name: string;
  readonly posts: ReadonlyArray<{ readonly postId: string; readonly unitId: string; readonly unitName: string; readonly role: OfficerRole }>;
}

/** What an officer sees of the own absences. */
export interface OwnCover {
  readonly absences: readonly Absence[];
  /** The officer and everybody else of the agency. */
  readonly colleagues: readonly Colleague[];
}

/** Who is away, who stands in, and where somebody is missing, in the units an officer answers for. */
export interface Cover {
  readonly absences: readonly Absence[];
  readonly colleagues: readonly Colleague[];
  readonly singleSigners: readonly SingleSigner[];
  readonly alarms: readonly LaneAlarm[];
}

/** An absence put on record, and where it leaves a lane without anybody. */
export interface EnteredAbsence {
  readonly absence: Absence;
  readonly gaps: readonly Gap[];
}

/** The role whose work is never without anybody (Decree 118/2025, Art. 11(8)). */
const RECEIVING = 'receiving-clerk';

/** Absences and stand-ins: entered by whoever is away or by a head, in force at once, over by themselves. */
@Injectable()
export class AbsenceAdministration {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationService,
    private readonly catalogue: CatalogueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The own absences, those the officer stands in at, and whom to choose from. */
  async own(principal: OfficerPrincipal): Promise<OwnCover> {
    return this.database.transaction(SYSTEM, async (tx) => ({
      absences: await absencesOf(tx, principal.officerId),
      colleagues: await this.colleagues(tx, await this.agencies(ownUnits(principal))),
    }));
  }

  /** All of it for the units somebody answers for. @throws DomainError permission.missing */
  async cover(principal: OfficerPrincipal): Promise<Cover> {
    requirePermission(principal, 'absence.manage');
    const now = this.clock.now();
    const units = unitsWith(principal, 'absence.manage');
    return this.database.transaction(SYSTEM, async (tx) => ({
      absences: await absencesIn(tx, units, now),
      colleagues: await this.colleagues(tx, await this.agencies(ownUnits(principal))),
      singleSigners: await singleSignersIn(tx, units, now),
      alarms: await laneAlarmsIn(tx, units, now),
    }));
  }

  /** The lanes without anybody that an officer sees: of the own units, and of those below where the officer answers for them. */
  laneAlarms(principal: OfficerPrincipal): Promise<LaneAlarm[]> {
    return this.database.transaction(SYSTEM, (tx) => laneAlarmsIn(tx, principal.units, this.clock.now()));
  }

  /**
   * Puts an absence on record; a stand-in sees the work from its first moment on. One that has begun already counts from now.
   * An entry that would leave a counter without anybody is refused; other lanes it empties are told.
   * @throws DomainError permission.missing, request.invalid, procedure.unknown, absence.stand-in-needed, absence.stand-in-away, absence.stand-in-elsewhere
   */
  async enter(principal: OfficerPrincipal, wanted: NewAbsence): Promise<EnteredAbsence> {
    const now = this.clock.now();
    const absence = { ...wanted, from: later(wanted.from, now) };
    if (Temporal.Instant.compare(absence.to, absence.from) <= 0) throw badEnd();
    for (const code of absence.procedures) this.catalogue.catalogue.get(code);
    return this.database.transaction(SYSTEM, async (tx) => {
      // Two absences entered at once could each count on the other's officer.
      await tx.execute(`select pg_advisory_xact_lock(hashtext('absence'))`);
      const units = await unitsOf(tx, absence.officerId, absence.postId, now);
      if (units.length === 0) throw new DomainError('not-found');
      if (absence.officerId !== principal.officerId) for (const unitId of units) requirePermission(principal, 'absence.manage', { unitId });
      if (absence.standInId !== null) await this.checkStandIn(tx, absence, units);
      const id = newId();
      const before = await this.gaps(tx, absence);
      await insertAbsence(tx, id, absence, principal.officerId, now);
      const gaps = newGaps(before, await this.gaps(tx, absence));
      const counter = gaps.find(({ role }) => role === RECEIVING);
      if (counter !== undefined) throw await this.standInNeeded(counter);
      await watchLanes(tx, now);
      return { absence: await getAbsence(tx, id), gaps };
    });
  }

  /**
   * Ends an absence before its time; by whoever is away, whoever entered it, or a head.
   * @throws DomainError not-found, permission.missing, absence.over
   */
  async end(principal: OfficerPrincipal, id: string): Promise<Absence> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const absence = await getAbsence(tx, id);
      if (absence.officerId !== principal.officerId && absence.enteredBy !== principal.officerId) {
        for (const { unitId } of absence.posts) requirePermission(principal, 'absence.manage', { unitId });
      }
      await endAbsence(tx, id, principal.officerId, this.clock.now());
      await watchLanes(tx, this.clock.now());
      return getAbsence(tx, id);
    });
  }

  /** Compares who is there with the work there is; run every minute. @returns how many alarms were raised */
  watch(): Promise<number> {
    return this.database.transaction(SYSTEM, (tx) => watchLanes(tx, this.clock.now()));
  }

  /** Whether an officer may end this absence. */
  mayEnd(principal: OfficerPrincipal, { officerId, enteredBy, posts }: Absence): boolean {
    return officerId === principal.officerId || enteredBy === principal.officerId || posts.every(({ unitId }) => may(principal, 'absence.manage', { unitId }));
  }

  private async checkStandIn(tx: Transaction, { standInId, from, to }: NewAbsence, units: readonly string[]): Promise<void> {
    const posts = await tx.rows<{ unit_id: string; full_name: string }>(
      `select p.unit_id, o.full_name from post p join officer o on o.id = p.officer_id and o.active
        where o.id = $1 and ${isNotOver('p', dayOf('$2'))}`, [standInId, from.toString()]);
    const [houses, theirs] = await Promise.all([this.agencies(units), this.agencies(posts.map(({ unit_id }) => unit_id))]);
    if (!houses.some((house) => theirs.includes(house))) throw new DomainError('absence.stand-in-elsewhere');
    const away = await tx.maybeOne(
      `select 1 from absence where officer_id = $1 and post_id is null and procedures = '{}' and ended_at is null and from_at < $3 and to_at > $2`,
      [standInId, from.toString(), to.toString()]);
    if (away !== undefined) throw new DomainError('absence.stand-in-away', { params: { who: posts[0]?.full_name ?? '' } });
  }

  /** Where nobody is in the lanes an absence concerns, also those the officer stands in at, for each procedure it names. */
  private async gaps(tx: Transaction, { officerId, from, to, procedures }: NewAbsence): Promise<Gap[]> {
    const lanes = await lanesOf(tx, officerId, from, to);
    const gaps: Gap[] = [];
    for (const lane of lanes) {
      for (const procedure of procedures.length === 0 ? [undefined] : procedures) gaps.push(...(await gapsOf(tx, lane, from, to, procedure)));
    }
    return gaps;
  }

  private async standInNeeded({ unitId, from, to }: Gap): Promise<DomainError> {
    const unit = (await this.organisation.findUnit(unitId))?.shortName.vi ?? unitId;
    return new DomainError('absence.stand-in-needed', { params: { unit, from: moment(from), to: moment(to) }, facts: { unit: unitId, from, to } });
  }

  /** The houses units belong to: a commune with all its offices, or one office of a province. */
  private async agencies(unitIds: readonly string[]): Promise<string[]> {
    const houses = await Promise.all(unitIds.map(async (id) => {
      const line = await this.organisation.lineOf(id);
      const commune = line.find(({ kind }) => kind === 'commune');
      const below = line.findIndex(({ kind }) => kind === 'province');
      return (commune ?? line[Math.max(below - 1, 0)])?.id ?? id;
    }));
    return [...new Set(houses)];
  }

  /** Everybody with a post in these houses today. */
  private async colleagues(tx: Transaction, houses: readonly string[]): Promise<Colleague[]> {
    return tx.rows<Colleague>(
      `select o.id as "officerId", o.full_name as name,
              json_agg(json_build_object('postId', p.id, 'unitId', p.unit_id, 'unitName', u.short_vi, 'role', p.role) order by p.since, p.unit_id, p.role) as posts
         from unit house join unit u on u.path <@ house.path join post p on p.unit_id = u.id join officer o on o.id = p.officer_id and o.active
        where house.id = any ($1) and (house.kind <> 'province' or u.id = house.id)
          and ${isHeld('p', dayOf('$2'))}
        group by o.id order by o.full_name`, [houses, this.clock.now().toString()]);
  }
}

const ownUnits = (principal: OfficerPrincipal): string[] => principal.posts.flatMap((post) => (post.for === undefined ? [post.unitId] : []));

function unitsOf(tx: Transaction, officerId: string, postId: string | null, now: Temporal.Instant): Promise<string[]> {
  return tx.rows<{ unit_id: string }>(
    `select distinct p.unit_id from post p where p.officer_id = $1 and ($2::uuid is null or p.id = $2) and ${isNotOver('p', dayOf('$3'))} order by 1`, [officerId, postId, now.toString()],
  ).then((rows) => rows.map(({ unit_id }) => unit_id));
}

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(one, other) < 0 ? other : one);

const badEnd = (): DomainError => new DomainError('request.invalid', {
  fields: [{ pointer: '/to', vi: 'Thời điểm kết thúc phải sau lúc bắt đầu và sau lúc này.', en: 'The end must be after the beginning, and not over.' }],
});

/** A gap that was there before is not this absence's. */
function newGaps(before: readonly Gap[], after: readonly Gap[]): Gap[] {
  return after.filter((gap) => !before.some(({ unitId, role, from, to }) =>
    unitId === gap.unitId && role === gap.role && Date.parse(from) <= Date.parse(gap.from) && Date.parse(to) >= Date.parse(gap.to)));
}

/** `08:00 ngày 24/11/2026`, on the wall clock of Vietnam. */
function moment(at: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Ho_Chi_Minh');
  return `${local.toPlainTime().toString({ smallestUnit: 'minute' })} ${String(local.day).padStart(2, '0')}/${String(local.month).padStart(2, '0')}/${local.year}`;
}
