import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, type OfficerPrincipal, type Permission } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database, PUBLIC, SYSTEM, type Transaction } from '@app/database';
import { DomainError, newId, type Clock, type Localized } from '@app/kernel';
import { NATION, OrganisationService } from '@app/organisation';
import { CLOCK } from '../clock-token.js';
import { armOutage, getOutage, listOutages, lockAnnounced, lockOutage, type AnnouncedOutage, type Outage } from './outage-records.js';
import { requirePermissionAt } from './permission-at.js';

/** What everybody may read of an outage: no officer's name, and places by their names. */
export interface PublicOutage extends Omit<AnnouncedOutage, 'procedures'> {
  /** Names of the procedures and fields; empty: all. */
  readonly procedures: readonly Localized[];
}

/** How long the list for everybody reaches back, and an ended outage is looked after. */
const REMEMBERED = { hours: 24 * 90 };
const FIELD = 'field:';

/** Outages announced by the owner of a system, approved by a second person: they stop the clocks of the dossiers they touch, and no others. */
@Injectable()
export class OutageAdministration {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationService,
    private readonly catalogue: CatalogueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every outage on record, for whoever announces or approves them. @throws DomainError permission.missing */
  list(principal: OfficerPrincipal): Promise<Outage[]> {
    if (!principal.permissions.has('outage.announce')) requirePermission(principal, 'outage.approve');
    return this.database.transaction(SYSTEM, listOutages);
  }

  /** The outages of the last three months that were approved, the latest first, for everybody. */
  async listForAll(): Promise<PublicOutage[]> {
    const since = this.clock.now().subtract(REMEMBERED).toString();
    const rows = await this.database.transaction(PUBLIC, (tx) => tx.rows<AnnouncedOutage>(
      `select system, owner, document, from_at as "from", to_at as "to", procedures, communes from outage
       where approved_at is not null and (to_at is null or to_at > $1) order by from_at desc`, [since]));
    return Promise.all(rows.map(async (row) => ({
      ...row,
      procedures: row.procedures.map((each) => this.nameOf(each)),
      communes: await Promise.all(row.communes.map(async (id) => (await this.organisation.findUnit(id))?.shortName.vi ?? id)),
    })));
  }

  /** Puts an outage on record; it stops nothing until a second person approves it. @throws DomainError request.invalid, permission.missing, not-found for a place that is none, procedure.unknown */
  async announce(principal: OfficerPrincipal, outage: AnnouncedOutage): Promise<Outage> {
    await this.check(outage);
    requireFor(principal, 'outage.announce', outage.communes);
    const id = newId();
    return this.database.transaction(SYSTEM, async (tx) => {
      await tx.execute(
        `insert into outage (id, system, owner, document, from_at, to_at, procedures, communes, announced_by, announced_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [id, outage.system, outage.owner, outage.document, outage.from, outage.to, outage.procedures, outage.communes, principal.officerId, this.clock.now().toString()]);
      return getOutage(tx, id);
    });
  }

  /** From now on the clocks it touches stand. @throws DomainError permission.four-eyes, outage.decided */
  approve(principal: OfficerPrincipal, id: string): Promise<Outage> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const outage = await lockAnnounced(tx, id);
      requireFor(principal, 'outage.approve', outage.communes);
      if (outage.announcedBy === principal.officerId) throw new DomainError('permission.four-eyes');
      await tx.execute('update outage set approved_by = $2, approved_at = $3 where id = $1', [id, principal.officerId, this.clock.now().toString()]);
      await this.arm(tx, outage);
      return getOutage(tx, id);
    });
  }

  /** Its announcer takes it back, or the second person does not approve it. @throws DomainError outage.decided */
  reject(principal: OfficerPrincipal, id: string): Promise<Outage> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const outage = await lockAnnounced(tx, id);
      if (outage.announcedBy !== principal.officerId) requireFor(principal, 'outage.approve', outage.communes);
      await tx.execute('update outage set rejected_by = $2, rejected_at = $3 where id = $1', [id, principal.officerId, this.clock.now().toString()]);
      return getOutage(tx, id);
    });
  }

  /**
   * The system is back: the clocks go on from that moment. It cannot lie ahead, since until then nobody knows.
   * @throws DomainError outage.not-going-on, request.invalid
   */
  end(principal: OfficerPrincipal, id: string, to: string): Promise<Outage> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const outage = await lockOutage(tx, id);
      requireFor(principal, 'outage.announce', outage.communes);
      if (outage.state !== 'approved' || outage.to !== null) throw new DomainError('outage.not-going-on');
      const now = this.clock.now();
      if (Date.parse(to) <= Date.parse(outage.from) || Date.parse(to) > now.epochMilliseconds) {
        throw new DomainError('request.invalid', { fields: [{ pointer: '/to', vi: 'Thời điểm kết thúc phải sau lúc bắt đầu và không ở tương lai.', en: 'The end must be after the beginning and not in the future.' }] });
      }
      await tx.execute('update outage set to_at = $2, ended_by = $3 where id = $1', [id, to, principal.officerId]);
      await this.arm(tx, { ...outage, to });
      return getOutage(tx, id);
    });
  }

  /** Looks after every outage that goes on or has just ended; run every minute. @returns how many acts are on their way with it */
  async follow(): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(SYSTEM, async (tx) => {
      const going = await tx.rows<{ id: string }>('select id from outage where approved_at is not null and from_at <= $2 and (to_at is null or to_at > $1) order by id', [now.subtract(REMEMBERED).toString(), now.toString()]);
      let armed = 0;
      for (const { id } of going) armed += await this.arm(tx, await lockOutage(tx, id));
      return armed;
    });
  }

  private arm(tx: Transaction, outage: Outage): Promise<number> {
    return armOutage(tx, outage, outage.procedures.flatMap((each) => this.codesOf(each)), this.clock.now());
  }

  /** A field stands for the procedures that are in it now. */
  private codesOf(wanted: string): string[] {
    if (!wanted.startsWith(FIELD)) return [wanted];
    const field = wanted.slice(FIELD.length);
    return this.catalogue.catalogue.all().filter(({ versions }) => versions.some((version) => version.field.code === field)).map(({ code }) => code);
  }

  private nameOf(wanted: string): Localized {
    const [code = wanted] = this.codesOf(wanted);
    const procedure = this.catalogue.catalogue.find(code)?.versions[0];
    if (procedure === undefined) return { vi: wanted, en: wanted };
    return wanted.startsWith(FIELD) ? procedure.field.name : { vi: `${code} – ${procedure.name.vi}`, en: `${code} – ${procedure.name.en}` };
  }

  private async check({ from, to, procedures, communes }: AnnouncedOutage): Promise<void> {
    if (to !== null && Date.parse(to) <= Date.parse(from)) {
      throw new DomainError('request.invalid', { fields: [{ pointer: '/to', vi: 'Thời điểm kết thúc phải sau lúc bắt đầu.', en: 'The end must be after the beginning.' }] });
    }
    for (const each of procedures) if (!each.startsWith(FIELD)) this.catalogue.catalogue.get(each);
    const empty = procedures.find((each) => this.codesOf(each).length === 0);
    if (empty !== undefined) throw new DomainError('procedure.unknown', { params: { code: empty } });
    for (const id of communes) {
      const { kind } = await this.organisation.getUnit(id);
      if (kind !== 'commune' && kind !== 'province') throw new DomainError('not-found');
    }
  }
}

/** Who speaks for some communes needs every one of them in reach; no commune named is the whole country. */
function requireFor(principal: OfficerPrincipal, permission: Permission, communes: readonly string[]): void {
  for (const unitId of communes.length === 0 ? [NATION] : communes) requirePermissionAt(principal, permission, unitId);
}
