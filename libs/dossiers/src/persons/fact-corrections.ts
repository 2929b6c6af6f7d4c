import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { Database, type Transaction } from '@app/database';
import { DomainError, localDate, newId, type Clock } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import { PersonsService, faultOf, type Fact, type FactAttribute, type OwnAttribute } from '@app/persons';
import { CLOCK } from '../clock-token.js';
import { readerOf } from '../reader-of.js';
import { groundOf, type Ground } from './ground.js';

/** A wrong value and what takes its place. */
export interface CorrectionRequest {
  readonly factId: string;
  /** `null`: there is none, such as no such relation. */
  readonly value: Fact['value'];
  readonly reason: string;
  /** The agency whose document says so, and the document. */
  readonly authority: string;
  readonly document: string;
  readonly ground: Ground;
}

/** A correction as it was proposed and as it stands. */
export interface CorrectionRecord {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly factId: string;
  readonly attribute: FactAttribute;
  readonly otherName: string | null;
  readonly before: Fact['value'];
  readonly value: Fact['value'];
  readonly reason: string;
  readonly authority: string;
  readonly document: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposedUnit: string;
  readonly proposedAt: string;
  readonly decision: 'approved' | 'rejected' | 'withdrawn' | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
}

const READ = `select c.id, c.person_id as "personId", p.full_name as "personName", c.fact_id as "factId", f.attribute, r.full_name as "otherName", f.value as before, c.value, c.reason, c.authority, c.document,
    c.proposed_by as "proposedBy", o.full_name as "proposedByName", c.proposed_unit as "proposedUnit", c.proposed_at as "proposedAt", c.decision, d.full_name as "decidedByName", c.decided_at as "decidedAt", c.decision_reason as "decisionReason"
  from fact_correction c join person p on p.id = c.person_id join person_fact f on f.id = c.fact_id left join person r on r.id = f.other_id
    join officer o on o.id = c.proposed_by left join officer d on d.id = c.decided_by`;

/** The corrections of somebody's values, the latest first. */
export function readCorrections(tx: Transaction, personId: string): Promise<CorrectionRecord[]> {
  return tx.rows<CorrectionRecord>(`${READ} where c.person_id = $1 order by c.proposed_at desc, c.id desc`, [personId]);
}

/** Corrects values on file: an officer of civil status proposes, on the authority of a document; another one decides. */
@Injectable()
export class FactCorrections {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationService,
    private readonly persons: PersonsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Proposes another value for a fact; nothing changes until a second officer approves it.
   * @throws DomainError permission.missing, look.reason-needed, look.expired, not-found, request.invalid, fact.corrected, fact.correction-open, person.number-taken
   */
  async propose(principal: OfficerPrincipal, personId: string, request: CorrectionRequest): Promise<string> {
    const unitId = await this.civilStatusUnit(principal);
    const id = newId();
    await this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      await groundOf(tx, principal, personId, request.ground, this.clock);
      const fact = await tx.one<{ attribute: FactAttribute; corrected: boolean }>(
        'select attribute, exists (select from person_fact c where c.corrects = f.id) as corrected from person_fact f where f.id = $1 and f.person_id = $2', [request.factId, personId]);
      if (fact.corrected) throw new DomainError('fact.corrected');
      await this.check(tx, personId, fact.attribute, request.value);
      const added = await tx.execute(
        `insert into fact_correction (id, person_id, fact_id, value, reason, authority, document, proposed_by, proposed_unit, proposed_at)
         values ($1, $2, $3, nullif($4::jsonb, 'null'), $5, $6, $7, $8, $9, $10) on conflict (fact_id) where decision is null do nothing`,
        [id, personId, request.factId, JSON.stringify(tidy(request.value)), said(request.reason, 'reason'), said(request.authority, 'authority'), said(request.document, 'document'), principal.officerId, unitId, this.clock.now().toString()]);
      if (added === 0) throw new DomainError('fact.correction-open');
    });
    return id;
  }

  /** The same from what was typed: an address is one line, and a death without a day is `true`. */
  async proposeText(principal: OfficerPrincipal, personId: string, request: Omit<CorrectionRequest, 'value'> & { readonly value: string | null }): Promise<string> {
    const { value: text } = request;
    const fact = await this.database.transaction(toDatabasePrincipal(principal), (tx) => tx.one<{ attribute: FactAttribute }>('select attribute from person_fact where id = $1', [request.factId]));
    const value = fact.attribute === 'permanentAddress' && text !== null ? { text: text.normalize('NFC').trim() } : fact.attribute === 'death' && text === 'true' ? true : text;
    return this.propose(principal, personId, { ...request, value });
  }

  /** The corrections that wait, in the units an officer decides for and proposes in. Whoever reads them has looked at the people they are about. */
  list(principal: OfficerPrincipal): Promise<CorrectionRecord[]> {
    const units = unitsWith(principal, 'person.approve-correction');
    if (units.length === 0) requirePermission(principal, 'person.correct');
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const rows = await tx.rows<CorrectionRecord>(`${READ} where c.decision is null and (c.proposed_unit = any ($1) or c.proposed_by = $2) order by c.proposed_at, c.id`, [units, principal.officerId]);
      await this.persons.logLook(tx, [...new Set(rows.map(({ personId }) => personId))], { reader: readerOf(principal), purpose: 'Duyệt đề xuất đính chính dữ liệu' }, ['identity']);
      return rows;
    });
  }

  /** From now on the new value is what is shown and offered. @throws DomainError not-found, permission.missing, fact.correction-own, fact.correction-decided, fact.corrected, person.number-taken */
  approve(principal: OfficerPrincipal, id: string): Promise<void> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const open = await this.lockOpen(tx, principal, id);
      await this.check(tx, open.personId, open.attribute, open.value);
      await tx.execute(`update fact_correction set decision = 'approved', decided_by = $2, decided_at = $3 where id = $1`, [id, principal.officerId, this.clock.now().toString()]);
      const { factId, value, reason, document, authority, proposedBy } = open;
      await this.persons.correctFact(tx, { factId, value, reason: `${reason} (${document})`, origin: { source: 'correction', authority, officerId: proposedBy } });
    });
  }

  /** A second officer does not agree, or who proposed it takes it back. @throws DomainError not-found, permission.missing, fact.correction-decided, reason.required */
  reject(principal: OfficerPrincipal, id: string, reason: string): Promise<void> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const own = await tx.one<{ proposed_by: string; decision: string | null }>('select proposed_by, decision from fact_correction where id = $1', [id]);
      const isOwn = own.proposed_by === principal.officerId;
      if (isOwn && own.decision !== null) throw new DomainError('fact.correction-decided');
      if (!isOwn) await this.lockOpen(tx, principal, id);
      if (!isOwn && reason.trim() === '') throw new DomainError('reason.required');
      await tx.execute('update fact_correction set decision = $2, decided_by = $3, decided_at = $4, decision_reason = $5 where id = $1 and decision is null',
        [id, isOwn ? 'withdrawn' : 'rejected', principal.officerId, this.clock.now().toString(), reason.trim() || null]);
    });
  }

  private async lockOpen(tx: Transaction, principal: OfficerPrincipal, id: string): Promise<CorrectionRecord> {
    await tx.one('select 1 from fact_correction where id = $1', [id]);
    const found = await tx.one<CorrectionRecord>(`${READ} where c.id = $1`, [id]);
    if (found.proposedBy === principal.officerId) throw new DomainError('fact.correction-own');
    requirePermission(principal, 'person.approve-correction', { unitId: found.proposedUnit });
    const { decision } = await tx.one<{ decision: string | null }>('select decision from fact_correction where id = $1 for update', [id]);
    if (decision !== null) throw new DomainError('fact.correction-decided');
    return found;
  }

  /** A value is judged like everywhere; a relation is only said not to be. */
  private async check(tx: Transaction, personId: string, attribute: FactAttribute, value: Fact['value']): Promise<void> {
    if (attribute === 'father' || attribute === 'mother' || attribute === 'spouse') {
      if (value !== null) throw new DomainError('request.invalid', { fields: [{ pointer: '/value', vi: 'Quan hệ chỉ có thể được ghi là không đúng; quan hệ mới đến từ hồ sơ hộ tịch.', en: 'A relation can only be said not to be; a new one comes from a civil-status dossier.' }] });
      return;
    }
    const fault = faultOf(attribute satisfies OwnAttribute, value as never, localDate(this.clock.now()));
    if (fault) throw new DomainError('request.invalid', { fields: [{ pointer: '/value', ...fault }] });
    if (attribute !== 'personalId' || typeof value !== 'string') return;
    const holder = await this.persons.findHolder(tx, value);
    if (holder !== undefined && holder !== personId) throw new DomainError('person.number-taken', { facts: { personId: holder } });
  }

  /** The officer's unit that keeps the civil status. */
  private async civilStatusUnit(principal: OfficerPrincipal): Promise<string> {
    const units = await Promise.all(unitsWith(principal, 'person.correct').map((id) => this.organisation.findUnit(id)));
    const unit = units.find((each) => each?.functions.includes('justice'));
    if (unit === undefined) throw new DomainError('permission.missing', { params: { permission: CORRECTING }, facts: { permission: 'person.correct' } });
    return unit.id;
  }
}

const CORRECTING = { vi: 'Đính chính dữ liệu (bộ phận hộ tịch)', en: 'Correct data on file (civil status)' };

function said(text: string, name: string): string {
  const tidied = text.trim();
  if (tidied === '') throw new DomainError('request.invalid', { fields: [{ pointer: `/${name}`, vi: 'Không được để trống.', en: 'Must not be empty.' }] });
  return tidied;
}

/** A text without blanks at its ends; an address keeps its shape. */
const tidy = (value: Fact['value']): Fact['value'] => (typeof value === 'string' ? value.normalize('NFC').trim() : value);
