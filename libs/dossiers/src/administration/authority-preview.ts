import { findVersionInForce, type CatalogueService, type Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { DomainError, type Localized } from '@app/kernel';
import { AuthorityRules, dayAfter, type AuthorityChangeBody, type AuthorityRule, type AuthorityScope, type OrganisationService, type Unit } from '@app/organisation';
import { deciderOf, levelsOf, officeOf, processAt, type DecidingAuthority } from '@app/workflow';
import { authorityBy, authorityInForce, noWay, usualAuthority } from '../authority.js';
import type { DossierAuthority } from '../dossier-authority.js';

/** Who decides, as a page tells it: the level, the office of a process path, and which unit that is at the place. */
export interface AuthorityWords extends DecidingAuthority {
  readonly unitName?: string;
}

/** A filed dossier that is not received yet and would be decided by others from then on. */
export interface TouchedDossier {
  readonly dossierId: string;
  readonly filingNumber: string;
  readonly procedureCode: string;
  readonly procedureName: Localized;
  readonly unitName: string;
  readonly from: AuthorityWords;
  readonly to: AuthorityWords;
}

/** What later dossiers of a procedure are touched, in how many places that can receive it. */
export interface TouchedProcedure {
  readonly procedureCode: string;
  readonly procedureName: Localized;
  readonly from: DecidingAuthority;
  readonly to: DecidingAuthority;
  readonly places: readonly string[];
}

/** What nobody could decide. */
export interface RefusedProcedure {
  readonly procedureCode: string;
  readonly procedureName: Localized;
  /** None where it fails everywhere. */
  readonly unitName?: string;
  readonly code: string;
  readonly reason: Localized;
}

/** What a change of authority would do, from a day on. */
export interface AuthorityEffect {
  readonly day: string;
  readonly open: readonly TouchedDossier[];
  /** Open dossiers that are received: they keep the authority they have. */
  readonly kept: number;
  readonly future: readonly TouchedProcedure[];
  readonly refused: readonly RefusedProcedure[];
}

interface OpenRow {
  readonly id: string;
  readonly filing_number: string;
  readonly procedure_code: string;
  readonly procedure_version: number;
  readonly competent_commune: string;
  readonly unit_name: string;
  readonly received: boolean;
}

/** The rules as they would be with a change, and the first day on which that makes a difference. */
export function withAuthorityChange(rules: readonly AuthorityRule[], ruleId: string, body: AuthorityChangeBody, today: string): { readonly rules: readonly AuthorityRule[]; readonly day: string } {
  const changed = body.kind === 'rule' ? [...rules, { ...body.rule, id: ruleId }] : rules.map((rule) => (rule.id === ruleId ? { ...rule, until: body.until } : rule));
  const first = body.kind === 'rule' ? body.rule.from : dayAfter(body.until);
  return { rules: changed, day: first > today ? first : today };
}

/** Works out what a change of authority would do, before anything is changed. */
export class AuthorityPreview {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
  ) {}

  /** @param today the local day of the question */
  async of(tx: Transaction, known: readonly AuthorityRule[], change: { readonly ruleId: string; readonly body: AuthorityChangeBody }, today: string): Promise<AuthorityEffect> {
    const { rules, day } = withAuthorityChange(known, change.ruleId, change.body, today);
    const [before, after] = [new AuthorityRules(known), new AuthorityRules(rules)];
    const { scope, unitId } = change.body.rule;
    const rows = await this.openDossiers(tx, unitId, this.codesOf(scope));
    const open = await Promise.all(rows.filter(({ received }) => !received).map((row) => this.touched(tx, row, before, after, day)));
    const { future, refused } = await this.later(scope, unitId, before, after, day);
    return { day, open: open.flatMap((each) => each ?? []), kept: rows.filter(({ received }) => received).length, future, refused };
  }

  /** The procedures of a scope, whatever their version. */
  private codesOf(scope: AuthorityScope): string[] {
    if ('procedureCode' in scope) return [scope.procedureCode];
    return this.catalogue.catalogue.all().filter(({ versions }) => versions.some(({ field }) => field.code === scope.fieldCode)).map(({ code }) => code);
  }

  private openDossiers(tx: Transaction, unitId: string, codes: readonly string[]): Promise<OpenRow[]> {
    return tx.rows<OpenRow>(
      `select d.id, d.filing_number, d.procedure_code, d.procedure_version, d.competent_commune, u.short_vi as unit_name, d.received_at is not null as received
       from dossier d join unit u on u.id = d.competent_commune
       where d.is_open and d.procedure_code = any ($2) and u.path <@ (select path from unit where id = $1) order by d.filed_at, d.id`, [unitId, codes]);
  }

  private async touched(tx: Transaction, row: OpenRow, before: AuthorityRules, after: AuthorityRules, day: string): Promise<TouchedDossier | undefined> {
    const procedure = await this.catalogue.getVersion(row.procedure_code, row.procedure_version);
    const line = (await this.organisation.lineOf(row.competent_commune)).map(({ id }) => id);
    const [from, to] = await Promise.all([before, after].map((rules) => authorityInForce(tx, rules, procedure, row.id, line, day)));
    if (from === undefined || to === undefined || isSame(from.authority, to.authority)) return undefined;
    return {
      dossierId: row.id, filingNumber: row.filing_number, procedureCode: procedure.code, procedureName: procedure.name, unitName: row.unit_name,
      from: await this.words(procedure, from.authority, row.competent_commune), to: await this.words(procedure, to.authority, row.competent_commune),
    };
  }

  private async words(procedure: Procedure, authority: DossierAuthority, commune: string): Promise<AuthorityWords> {
    const unit = await this.officeAt(procedure, authority, commune).catch(() => undefined);
    return { ...wordsOf(authority), ...(unit === undefined ? {} : { unitName: unit.shortName.vi }) };
  }

  private officeAt(procedure: Procedure, authority: DecidingAuthority, commune: string): Promise<Unit> {
    return this.organisation.resolveUnit(officeOf(processAt(procedure.process, authority)) ?? '', commune);
  }

  /** What is touched and what fails of dossiers received from that day on: each receivable procedure in each place with a counter. */
  private async later(scope: AuthorityScope, unitId: string, before: AuthorityRules, after: AuthorityRules, day: string): Promise<Pick<AuthorityEffect, 'future' | 'refused'>> {
    const places = await this.places(unitId);
    const future = new Map<string, TouchedProcedure & { readonly places: string[] }>();
    const refused: RefusedProcedure[] = [];
    for (const code of this.codesOf(scope)) {
      const entry = this.catalogue.find(code);
      const procedure = entry && findVersionInForce(entry, day);
      if (procedure === undefined) continue;
      const about = { procedureCode: code, procedureName: procedure.name };
      const question = { procedureCode: code, fieldCode: procedure.field.code, caseKey: 'procedureCode' in scope ? scope.caseKey : undefined, day };
      for (const { commune, line } of places) {
        const [from, to] = [before, after].map((rules) => rules.find({ ...question, line }));
        const [usual, next] = [from, to].map((rule) => (rule === undefined ? usualAuthority(procedure) : authorityBy(rule))) as [DossierAuthority, DossierAuthority];
        if (isSame(usual, next)) continue;
        const failure = await this.failureOf(procedure, next, to, commune);
        if (failure !== undefined) refused.push({ ...about, ...(failure.code === 'authority.no-way' ? {} : { unitName: commune.shortName.vi }), code: failure.code, reason: { vi: failure.sentence('vi'), en: failure.sentence('en') } });
        if (failure?.code === 'authority.no-way') break;
        if (failure !== undefined) continue;
        const key = JSON.stringify([code, wordsOf(usual), wordsOf(next)]);
        const known = future.get(key) ?? { ...about, from: wordsOf(usual), to: wordsOf(next), places: [] };
        known.places.push(commune.shortName.vi);
        future.set(key, known);
      }
    }
    return { future: [...future.values()], refused };
  }

  /** Why a procedure could not be decided so at a place. */
  private async failureOf(procedure: Procedure, authority: DossierAuthority, rule: AuthorityRule | undefined, commune: Unit): Promise<DomainError | undefined> {
    if (rule !== undefined && !levelsOf(procedure.process).includes(authority.level)) return noWay(procedure.code, rule);
    const process = processAt(procedure.process, authority);
    try {
      for (const path of [officeOf(process), deciderOf(process)]) if (path !== undefined) await this.organisation.resolveUnit(path, commune.id);
      return undefined;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'unit.unresolved') return error;
      throw error;
    }
  }

  /** The communes below a unit that have a counter. */
  private async places(unitId: string): Promise<Array<{ readonly commune: Unit; readonly line: readonly string[] }>> {
    const centres = await this.organisation.findUnits({ kind: 'centre', limit: Number.MAX_SAFE_INTEGER });
    const lines = await Promise.all(centres.map(({ parentId }) => this.organisation.lineOf(parentId ?? '')));
    return lines.flatMap((line) => {
      const [commune] = line;
      return commune?.kind === 'commune' && line.some(({ id }) => id === unitId) ? [{ commune, line: line.map(({ id }) => id) }] : [];
    });
  }
}

const wordsOf = ({ level, office }: DecidingAuthority): DecidingAuthority => ({ level, ...(office === undefined ? {} : { office }) });
const isSame = (one: DecidingAuthority, other: DecidingAuthority): boolean => one.level === other.level && one.office === other.office;
