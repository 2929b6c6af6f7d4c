import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { DomainError, localDate, newId, type Clock, type Localized } from '@app/kernel';
import {
  approveAuthorityChange, checkAuthorityEnd, checkAuthorityRule, endAuthorityRule, getAuthorityChange, holdsOn, insertAuthorityChange, insertAuthorityRules,
  listAuthorityChanges, lockProposedAuthority, OrganisationService, readAuthorityOrigins, readAuthorityRules, rejectAuthorityChange, scopeKey,
  type AuthorityChange, type AuthorityRule, type AuthorityRuleBody, type AuthorityRuleOrigin, type AuthorityScope, type Editing,
} from '@app/organisation';
import { levelsOf, type Agency } from '@app/workflow';
import { CLOCK } from '../clock-token.js';
import { AuthorityPreview, type AuthorityEffect } from './authority-preview.js';
import { requirePermissionAt } from './permission-at.js';

/** A rule of the book as administrators read it. */
export interface AuthorityRecord extends AuthorityRule, AuthorityRuleOrigin {
  readonly state: 'in-force' | 'coming' | 'lapsed';
  /** The procedure, case or field by name. */
  readonly subject: Localized;
}

/** A change as administrators read it. */
export interface AuthorityProposal extends AuthorityChange {
  readonly subject: Localized;
}

/** A procedure a rule may be about. */
export interface AuthorityMatter {
  readonly code: string;
  readonly name: Localized;
  readonly fieldCode?: string;
  readonly fieldName: Localized;
  /** The levels its process has a way at. */
  readonly levels: readonly Agency[];
  readonly cases: ReadonlyArray<{ readonly key: string; readonly name: Localized }>;
}

/** Rules of authority by two persons: proposed, previewed, approved by another; a rule is never rewritten, only ended. */
@Injectable()
export class AuthorityAdministration {
  private readonly previews: AuthorityPreview;

  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationService,
    private readonly catalogue: CatalogueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.previews = new AuthorityPreview(catalogue, organisation);
  }

  /** Every rule on record: in force, to come, lapsed. @throws DomainError permission.missing */
  rules(principal: OfficerPrincipal): Promise<AuthorityRecord[]> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, async (tx) => {
      const [rules, origins] = await Promise.all([readAuthorityRules(tx), readAuthorityOrigins(tx)]);
      const byId = new Map(origins.map((origin) => [origin.id, origin]));
      const today = this.today();
      return rules.map((rule): AuthorityRecord => ({ ...byId.get(rule.id)!, ...rule, state: stateOf(rule, today), subject: this.subjectOf(rule.scope) }));
    });
  }

  /** The procedures a rule may be about: those with a published version. @throws DomainError permission.missing */
  matters(principal: OfficerPrincipal): AuthorityMatter[] {
    requireSome(principal);
    return this.catalogue.catalogue.all().flatMap(({ versions: [newest] }) => (newest === undefined ? [] : [{
      code: newest.code, name: newest.name, fieldName: newest.field.name, ...(newest.field.code === undefined ? {} : { fieldCode: newest.field.code }),
      levels: levelsOf(newest.process), cases: (newest.cases ?? []).map(({ key, name }) => ({ key, name })),
    }]));
  }

  /** The changes proposed and decided, those that wait first. @throws DomainError permission.missing */
  changes(principal: OfficerPrincipal): Promise<AuthorityProposal[]> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, async (tx) => (await listAuthorityChanges(tx)).map((change) => this.named(change)));
  }

  /**
   * Puts a rule on record that somebody wants; it decides nothing until another person approves it.
   * @throws DomainError request.invalid, procedure.unknown, authority.already-ruled, permission.missing, not-found
   */
  async propose(principal: OfficerPrincipal, rule: AuthorityRuleBody): Promise<AuthorityProposal> {
    const unit = await this.organisation.getUnit(rule.unitId);
    requirePermissionAt(principal, 'authority.propose', rule.unitId);
    checkAuthorityRule(unit, rule);
    this.checkScope(rule.scope);
    return this.database.transaction(SYSTEM, async (tx) => {
      refuseTwin(await readAuthorityRules(tx), rule);
      return this.insert(tx, newId(), { kind: 'rule', rule }, principal);
    });
  }

  /**
   * Puts on record that a rule is to end on a day; from the next day on what stood before it applies.
   * @throws DomainError not-found, request.invalid, authority.not-endable, permission.missing
   */
  proposeEnd(principal: OfficerPrincipal, ruleId: string, until: string, document: string): Promise<AuthorityProposal> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const { id, ...rule } = await findRule(tx, ruleId);
      requirePermissionAt(principal, 'authority.propose', rule.unitId);
      checkAuthorityEnd({ id, ...rule }, until, this.today());
      return this.insert(tx, id, { kind: 'end', rule, until, document }, principal);
    });
  }

  /** What a proposed change would do; nothing any more once it is decided. @throws DomainError not-found, permission.missing */
  preview(principal: OfficerPrincipal, id: string): Promise<{ readonly change: AuthorityProposal; readonly effect?: AuthorityEffect }> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, async (tx) => {
      const change = await getAuthorityChange(tx, id);
      if (change.state !== 'proposed') return { change: this.named(change) };
      return { change: this.named(change), effect: await this.previews.of(tx, await readAuthorityRules(tx), change, this.today()) };
    });
  }

  /**
   * Puts a change in force. Dossiers received before its first day, and all that are received already, stay where they are.
   * @throws DomainError permission.four-eyes, authority.change-decided, authority.already-ruled, authority.not-endable, authority.undecidable
   */
  approve(principal: OfficerPrincipal, id: string): Promise<AuthorityProposal> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const change = await lockProposedAuthority(tx, id);
      requirePermissionAt(principal, 'authority.approve', change.unitId);
      await approveAuthorityChange(tx, change, this.editing(principal));
      const known = await readAuthorityRules(tx);
      const { refused } = await this.previews.of(tx, known, change, this.today());
      if (refused.length > 0) throw new DomainError('authority.undecidable', { params: { count: refused.length } });
      const { ruleId, body } = change;
      if (body.kind === 'end') {
        checkAuthorityEnd(await findRule(tx, ruleId), body.until, this.today());
        await endAuthorityRule(tx, ruleId, body.until);
      } else {
        refuseTwin(known, body.rule);
        await insertAuthorityRules(tx, [{ ...body.rule, id: ruleId }], id);
      }
      return this.named(await getAuthorityChange(tx, id));
    });
  }

  /** Sends a proposed change back, with a reason; its proposer takes it back the same way. */
  reject(principal: OfficerPrincipal, id: string, reason: string): Promise<AuthorityProposal> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const change = await lockProposedAuthority(tx, id);
      if (change.proposedBy !== principal.officerId) requirePermissionAt(principal, 'authority.approve', change.unitId);
      await rejectAuthorityChange(tx, change, reason, this.editing(principal));
      return this.named(await getAuthorityChange(tx, id));
    });
  }

  private async insert(tx: Transaction, ruleId: string, body: AuthorityChange['body'], principal: OfficerPrincipal): Promise<AuthorityProposal> {
    const id = newId();
    await insertAuthorityChange(tx, { id, ruleId, body }, this.editing(principal));
    return this.named(await getAuthorityChange(tx, id));
  }

  /** The procedure must be known, the case one of its cases, the field one that a complete procedure belongs to. */
  private checkScope(scope: AuthorityScope): void {
    const fault = (pointer: string, vi: string, en: string): DomainError => new DomainError('request.invalid', { fields: [{ pointer, vi, en }] });
    if ('fieldCode' in scope) {
      if (!this.versions().some(({ field }) => field.code === scope.fieldCode)) throw fault('/fieldCode', 'Không có thủ tục đã công bố nào thuộc lĩnh vực này.', 'No published procedure belongs to this field.');
      return;
    }
    const { versions } = this.catalogue.catalogue.get(scope.procedureCode);
    if (scope.caseKey === undefined) return;
    if (!versions.some(({ cases = [] }) => cases.some(({ key }) => key === scope.caseKey))) throw fault('/caseKey', 'Thủ tục không có trường hợp này.', 'The procedure has no such case.');
  }

  private subjectOf(scope: AuthorityScope): Localized {
    if ('fieldCode' in scope) return this.versions().find(({ field }) => field.code === scope.fieldCode)?.field.name ?? { vi: scope.fieldCode, en: scope.fieldCode };
    const entry = this.catalogue.find(scope.procedureCode);
    const name = entry?.versions[0]?.name ?? { vi: entry?.skeleton?.name ?? scope.procedureCode, en: entry?.skeleton?.name ?? scope.procedureCode };
    const matter = entry?.versions.flatMap(({ cases = [] }) => cases).find(({ key }) => key === scope.caseKey)?.name;
    return matter === undefined ? name : { vi: `${name.vi} – ${matter.vi}`, en: `${name.en} – ${matter.en}` };
  }

  private versions() {
    return this.catalogue.catalogue.all().flatMap(({ versions }) => versions);
  }

  private named(change: AuthorityChange): AuthorityProposal {
    return { ...change, subject: this.subjectOf(change.body.rule.scope) };
  }

  private today(): string {
    return localDate(this.clock.now());
  }

  private editing(principal: OfficerPrincipal): Editing {
    return { officerId: principal.officerId, now: this.clock.now() };
  }
}

async function findRule(tx: Transaction, id: string): Promise<AuthorityRule> {
  const rule = (await readAuthorityRules(tx)).find((each) => each.id === id);
  if (rule === undefined) throw new DomainError('not-found');
  return rule;
}

/** Two rules of one scope, place and first day would leave it to chance who decides. */
function refuseTwin(known: readonly AuthorityRule[], { scope, unitId, from }: AuthorityRuleBody): void {
  const isTwin = (rule: AuthorityRule): boolean => scopeKey(rule.scope) === scopeKey(scope) && rule.unitId === unitId && rule.from === from && (rule.until === undefined || rule.until >= from);
  if (known.some(isTwin)) throw new DomainError('authority.already-ruled', { params: { date: from } });
}

function stateOf(rule: AuthorityRule, today: string): AuthorityRecord['state'] {
  if (holdsOn(rule, today)) return 'in-force';
  return rule.from > today && (rule.until === undefined || rule.until >= rule.from) ? 'coming' : 'lapsed';
}

/** Whether somebody has to do with authority at all. */
function requireSome(principal: OfficerPrincipal): void {
  if (!principal.permissions.has('authority.propose')) requirePermission(principal, 'authority.approve');
}
