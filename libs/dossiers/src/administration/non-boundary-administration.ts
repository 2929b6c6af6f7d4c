import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, type OfficerPrincipal } from '@app/access';
import {
  approveNonBoundary, CatalogueService, compareNonBoundary, getNonBoundaryRecord, listNonBoundaryRecords, lockOpenNonBoundary, nonBoundaryListOn, proposeNonBoundaryList, readNonBoundaryLists, rejectNonBoundary,
  type NonBoundaryDifference, type NonBoundaryRecord, type ProposedNonBoundaryList,
} from '@app/catalogue';
import { Database, SYSTEM } from '@app/database';
import { DomainError, localDate, type Clock, type Localized } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import { CLOCK } from '../clock-token.js';
import { requirePermissionAt } from './permission-at.js';

/** A list, what it changes on its first day, and how many dossiers in hand it leaves as they are. */
export interface NonBoundaryPreview {
  readonly list: NonBoundaryRecord;
  readonly differences: NonBoundaryDifference[];
  /** Open dossiers received for another commune, of procedures that are no longer on the list. */
  readonly kept: number;
}

/** The lists of non-boundary receipt of a province, by two persons: a whole list takes the place of the one before from its day on. */
@Injectable()
export class NonBoundaryAdministration {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every list of a province, and which one holds today. @throws DomainError permission.missing */
  async records(principal: OfficerPrincipal, unitId: string): Promise<{ readonly records: NonBoundaryRecord[]; readonly inForce?: string }> {
    requireSome(principal);
    const records = await this.database.transaction(SYSTEM, (tx) => listNonBoundaryRecords(tx, unitId));
    const today = nonBoundaryListOn(this.catalogue.nonBoundaryLists, unitId, localDate(this.clock.now()));
    return { records, ...(today !== undefined && { inForce: today.id }) };
  }

  /** What a list says otherwise than the one before its first day. @throws DomainError permission.missing, not-found */
  async preview(principal: OfficerPrincipal, id: string): Promise<NonBoundaryPreview> {
    requireSome(principal);
    return this.database.transaction(SYSTEM, async (tx) => {
      const list = await getNonBoundaryRecord(tx, id);
      const others = (await readNonBoundaryLists(tx)).filter((each) => each.id !== id);
      const differences = compareNonBoundary(nonBoundaryListOn(others, list.unitId, list.from)?.procedures ?? [], list.procedures);
      const gone = differences.filter(({ after }) => after === undefined).map(({ code }) => code);
      const { count } = await tx.one<{ count: number }>(
        `select count(*)::int as count from dossier d join unit u on u.id = d.commune where d.is_open and d.commune <> d.competent_commune and u.parent_id = $1 and d.procedure_code = any ($2)`, [list.unitId, gone]);
      return { list, differences, kept: count };
    });
  }

  /** Puts a list on record; nothing changes until another person approves it. @throws DomainError permission.missing, not-found, local-rule.layer, local-rule.faulty, local-rule.date-passed */
  async propose(principal: OfficerPrincipal, wish: ProposedNonBoundaryList): Promise<NonBoundaryRecord> {
    requirePermissionAt(principal, 'local-rule.propose', wish.unitId);
    if ((await this.organisation.getUnit(wish.unitId)).kind !== 'province') throw new DomainError('local-rule.layer');
    this.check(wish);
    return this.database.transaction(SYSTEM, (tx) => proposeNonBoundaryList(tx, wish, this.editing(principal)));
  }

  /** Puts a list in force from its day on. What is received already stays where it is. @throws DomainError permission.missing, permission.four-eyes, local-rule.decided, local-rule.date-passed */
  async approve(principal: OfficerPrincipal, id: string): Promise<NonBoundaryRecord> {
    const approved = await this.database.transaction(SYSTEM, async (tx) => {
      const record = await lockOpenNonBoundary(tx, id);
      requirePermissionAt(principal, 'local-rule.approve', record.unitId);
      return approveNonBoundary(tx, record, this.editing(principal));
    });
    await this.catalogue.refresh();
    return approved;
  }

  /** Sends a proposal back with a reason; its author takes it back the same way. @throws DomainError permission.missing, local-rule.decided */
  reject(principal: OfficerPrincipal, id: string, reason: string): Promise<NonBoundaryRecord> {
    return this.database.transaction(SYSTEM, async (tx) => {
      const record = await lockOpenNonBoundary(tx, id);
      if (record.proposedBy !== principal.officerId) requirePermissionAt(principal, 'local-rule.approve', record.unitId);
      return rejectNonBoundary(tx, record, reason, this.editing(principal));
    });
  }

  /** Each procedure once, and one that is received here at all: a skeleton is only referred to. */
  private check({ procedures, from, until }: ProposedNonBoundaryList): void {
    const codes = procedures.map(({ code }) => code);
    const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index);
    if (twice >= 0) throw faulty(`/procedures/${twice}/code`, { vi: `Thủ tục ${codes[twice]!} được nêu hai lần.`, en: `Procedure ${codes[twice]!} is named twice.` });
    const unknown = codes.findIndex((code) => (this.catalogue.find(code)?.versions.length ?? 0) === 0);
    if (unknown >= 0) throw faulty(`/procedures/${unknown}/code`, { vi: `Thủ tục ${codes[unknown]!} chưa được công bố đầy đủ ở đây.`, en: `Procedure ${codes[unknown]!} has no published version here.` });
    if (until !== undefined && until < from) throw faulty('/until', { vi: 'Ngày kết thúc đứng trước ngày bắt đầu.', en: 'The last day is before the first.' });
  }

  private editing(principal: OfficerPrincipal) {
    return { officerId: principal.officerId, now: this.clock.now() };
  }
}

function faulty(pointer: string, fault: Localized): DomainError {
  return new DomainError('local-rule.faulty', { params: { fault }, fields: [{ pointer, ...fault }] });
}

/** Whether somebody has to do with the rules of provinces at all. */
function requireSome(principal: OfficerPrincipal): void {
  if (!principal.permissions.has('local-rule.propose')) requirePermission(principal, 'local-rule.approve');
}
