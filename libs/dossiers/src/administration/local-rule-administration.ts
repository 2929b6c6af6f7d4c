import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, type OfficerPrincipal } from '@app/access';
import {
  approveLocalRule, baseOf, CatalogueService, checkLocalRule, findConflicts, findVersionInForce, getLocalRule, listLocalRules, lockOpenLocalRule, proposeLocalRule, rejectLocalRule, writeLocalRules,
  type LocalConflict, type LocalDecision, type LocalRuleBody, type LocalRuleRecord, type NationalSide, type ProposedLocalRule,
} from '@app/catalogue';
import { Database, SYSTEM } from '@app/database';
import { DomainError, localDate, type Clock } from '@app/kernel';
import { OrganisationService, type Unit } from '@app/organisation';
import { CLOCK } from '../clock-token.js';
import { previewLocalRule, type LocalRulePreview } from './local-rule-preview.js';
import { requirePermissionAt } from './permission-at.js';

const EVERY_UNIT = 10_000;

/** What a person wants a rule to be. */
export interface WishedLocalRule {
  readonly unitId: string;
  readonly code: string;
  readonly communes: readonly string[];
  readonly decision: LocalDecision;
  readonly from: string;
  readonly until?: string;
  readonly body: LocalRuleBody;
  readonly note?: string;
  readonly replaces?: string;
}

/** By which decision, and from which day, a rule ends or is taken back. */
export interface WishedEnd {
  readonly decision: LocalDecision;
  readonly from: string;
}

/** The rules of provinces and communes by two persons: proposed, previewed, approved by another; and those a new national version puts in question. */
@Injectable()
export class LocalRuleAdministration {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every record of a province and its communes, or of one commune: proposals first, then the latest. @throws DomainError permission.missing, not-found */
  async records(principal: OfficerPrincipal, unitId: string): Promise<LocalRuleRecord[]> {
    requireSome(principal);
    const ids = await this.unitsOf(unitId);
    return this.database.transaction(SYSTEM, (tx) => listLocalRules(tx, ids));
  }

  /** The rules whose national base has changed, field by field, for a person to decide. @throws DomainError permission.missing, not-found */
  async conflicts(principal: OfficerPrincipal, unitId: string): Promise<LocalConflict[]> {
    requireSome(principal);
    const ids = new Set(await this.unitsOf(unitId));
    const { catalogue } = this.catalogue;
    return catalogue.all().flatMap(({ code, versions }) => findConflicts(catalogue.localRules(code).filter((rule) => ids.has(rule.unitId)), versions, this.today()));
  }

  /** A record, and what it would change. @throws DomainError permission.missing, not-found */
  async preview(principal: OfficerPrincipal, id: string): Promise<LocalRulePreview> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, async (tx) => {
      const record = await getLocalRule(tx, id);
      return previewLocalRule(tx, record, { catalogue: this.catalogue.catalogue, communes: await this.communesOf(record), province: (await this.organisation.getUnit(record.unitId)).parentId ?? undefined, now: this.clock.now() });
    });
  }

  /**
   * Puts a wished-for rule on record; nothing changes until another person approves it.
   * @throws DomainError permission.missing, not-found, procedure.unknown, local-rule.*
   */
  async propose(principal: OfficerPrincipal, wish: WishedLocalRule): Promise<LocalRuleRecord> {
    requirePermissionAt(principal, 'local-rule.propose', wish.unitId);
    const rule = await this.ruleFrom(wish);
    return this.database.transaction(SYSTEM, (tx) => proposeLocalRule(tx, rule, this.editing(principal)));
  }

  /** Proposes that a rule ends: from that day what it set is the nation's again. @throws DomainError permission.missing, not-found, local-rule.date-passed, local-rule.replaced */
  end(principal: OfficerPrincipal, id: string, wish: WishedEnd): Promise<LocalRuleRecord> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const record = await getLocalRule(tx, id);
      requirePermissionAt(principal, 'local-rule.propose', record.unitId);
      if (record.kind === 'end') throw new DomainError('local-rule.replaced');
      return proposeLocalRule(tx, endOf(record, wish), this.editing(principal));
    });
  }

  /**
   * Proposes the reverse of a record in force: what stood before it stands again from that day. Approved by another like any proposal.
   * @throws DomainError permission.missing, not-found, local-rule.replaced, local-rule.date-passed
   */
  undo(principal: OfficerPrincipal, id: string, wish: WishedEnd): Promise<LocalRuleRecord> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const record = await getLocalRule(tx, id);
      requirePermissionAt(principal, 'local-rule.propose', record.unitId);
      if (!record.undoable) throw new DomainError('local-rule.replaced');
      const before = record.replaces === undefined ? undefined : await getLocalRule(tx, record.replaces);
      // What would have lapsed by itself meanwhile does not come back.
      if (before?.body === undefined || (before.until !== undefined && before.until < wish.from)) return proposeLocalRule(tx, { ...endOf(record, wish), undoes: id }, this.editing(principal));
      const again = await this.ruleFrom({ ...before, body: before.body, ...wish, replaces: id });
      return proposeLocalRule(tx, { ...again, undoes: id }, this.editing(principal));
    });
  }

  /**
   * Puts a proposal in force from its day on. Running dossiers keep what they were promised.
   * @throws DomainError permission.missing, permission.four-eyes, local-rule.*
   */
  async approve(principal: OfficerPrincipal, id: string): Promise<LocalRuleRecord> {
    const approved = await this.database.transaction(SYSTEM, async (tx) => {
      const { unitId } = await lockOpenLocalRule(tx, id);
      requirePermissionAt(principal, 'local-rule.approve', unitId);
      return approveLocalRule(tx, id, this.editing(principal), (record) => this.check(record));
    });
    await this.catalogue.refresh();
    return approved;
  }

  /** Sends a proposal back with a reason; its author takes it back the same way. @throws DomainError permission.missing, local-rule.decided */
  reject(principal: OfficerPrincipal, id: string, reason: string): Promise<LocalRuleRecord> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const record = await lockOpenLocalRule(tx, id);
      if (record.proposedBy !== principal.officerId) requirePermissionAt(principal, 'local-rule.approve', record.unitId);
      return rejectLocalRule(tx, record, reason, this.editing(principal));
    });
  }

  /** The rules of a province and its communes as one file. @throws DomainError permission.missing, not-found */
  async exportFile(principal: OfficerPrincipal, provinceId: string): Promise<string> {
    requireSome(principal);
    const ids = new Set(await this.unitsOf(provinceId));
    await this.catalogue.refreshIfChanged();
    const { catalogue } = this.catalogue;
    return writeLocalRules(provinceId, catalogue.all().flatMap(({ code }) => catalogue.localRules(code)).filter((rule) => ids.has(rule.unitId)));
  }

  /** A wish as a rule: whose layer it is, and the national values it rests on. Checked, but not yet on record. */
  private async ruleFrom(wish: WishedLocalRule): Promise<ProposedLocalRule> {
    const unit = await this.organisation.getUnit(wish.unitId);
    if (unit.kind !== 'province' && unit.kind !== 'commune') throw new DomainError('local-rule.layer');
    const strangers = await this.strangersAmong(wish.communes, unit);
    if (strangers.length > 0) throw new DomainError('local-rule.faulty', { params: { fault: NOT_OF_PROVINCE }, fields: [{ pointer: '/communes', ...NOT_OF_PROVINCE }] });
    const { unitId, code, communes, decision, from, until, body, note, replaces } = wish;
    const national = this.nationalSide(code, from);
    const rule: ProposedLocalRule = {
      kind: 'set', layer: unit.kind, unitId, code, communes, decision, from, body, base: baseOf(national.version, body, national.channels),
      ...(until !== undefined && { until }), ...(note !== undefined && { note }), ...(replaces !== undefined && { replaces }),
    };
    this.check(rule);
    return rule;
  }

  private check({ kind, layer, communes, code, from, until, body }: ProposedLocalRule): void {
    if (kind === 'set' && body !== undefined) checkLocalRule({ layer, communes, body, from, ...(until !== undefined && { until }) }, this.nationalSide(code, from));
  }

  /** The national version a rule is held against: the one in force on its first day, else the newest. */
  private nationalSide(code: string, day: string): NationalSide {
    const entry = this.catalogue.catalogue.get(code);
    const version = findVersionInForce(entry, day) ?? entry.versions[0];
    return { ...(version && { version }), channels: version?.channels ?? entry.skeleton?.channels ?? [] };
  }

  private async strangersAmong(communes: readonly string[], unit: Unit): Promise<string[]> {
    const units = await Promise.all(communes.map((id) => this.organisation.findUnit(id)));
    return communes.filter((_, index) => units[index]?.kind !== 'commune' || units[index].parentId !== unit.id);
  }

  /** A province and its communes, or a commune alone. */
  private async unitsOf(unitId: string): Promise<string[]> {
    const unit = await this.organisation.getUnit(unitId);
    if (unit.kind !== 'province') return [unitId];
    return [unitId, ...(await this.organisation.findUnits({ kind: 'commune', parentId: unitId, limit: EVERY_UNIT })).map(({ id }) => id)];
  }

  private async communesOf({ layer, unitId, communes }: ProposedLocalRule): Promise<readonly string[]> {
    if (layer === 'commune') return [unitId];
    return communes.length > 0 ? communes : (await this.organisation.findUnits({ kind: 'commune', parentId: unitId, limit: EVERY_UNIT })).map(({ id }) => id);
  }

  private today(): string {
    return localDate(this.clock.now());
  }

  private editing(principal: OfficerPrincipal) {
    return { officerId: principal.officerId, now: this.clock.now() };
  }
}

const NOT_OF_PROVINCE = { vi: 'Chỉ nêu được xã, phường của chính tỉnh, thành phố này.', en: 'Only communes of this very province may be named.' };

function endOf({ id, layer, unitId, code, communes }: LocalRuleRecord, { decision, from }: WishedEnd): ProposedLocalRule {
  return { kind: 'end', layer, unitId, code, communes, decision, from, replaces: id };
}

/** Whether somebody has to do with local rules at all. */
function requireSome(principal: OfficerPrincipal): void {
  if (!principal.permissions.has('local-rule.propose')) requirePermission(principal, 'local-rule.approve');
}
