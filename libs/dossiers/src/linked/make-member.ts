import { Injectable } from '@nestjs/common';
import { CatalogueService, fillMember, validateDeclaration, type FieldFault, type FilledDeclaration, type GroupMember, type LinkedGroup, type MemberResult } from '@app/catalogue';
import type { Principal } from '@app/access';
import type { Transaction } from '@app/database';
import { DomainError, localDate, newId } from '@app/kernel';
import { listBegunUnitChanges } from '@app/organisation';
import type { ActData } from '../act-command.js';
import type { Origin } from '../declaration.js';
import { DossierWorld } from '../dossier-world.js';
import { FileDossier, type Filing, type FilingAnswer } from '../file-dossier.js';
import { unitAfter } from '../succession/plan-succession.js';
import type { FilingRow, GroupRow, MemberRow } from './linked-rows.js';

/** One member whose turn has come. */
export interface Turn {
  readonly group: GroupRow;
  readonly linked: LinkedGroup;
  readonly filed: FilingRow;
  readonly row: MemberRow;
  readonly event: Filing['event'];
  readonly data: ActData;
  readonly draftId?: string;
  readonly commandId?: string;
  /** Results of other members by now. */
  readonly results: Readonly<Record<string, MemberResult & { readonly sha256: string }>>;
}

/** Makes the dossier of a member as any dossier is made: its own code, clock, papers and result. */
@Injectable()
export class MakeMember {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly world: DossierWorld,
    private readonly fileDossier: FileDossier,
  ) {}

  /** @throws DomainError declaration.invalid, permission.missing, and what its first act refuses */
  async make(tx: Transaction, turn: Turn, principal: Principal, now: Temporal.Instant): Promise<FilingAnswer> {
    const { group, linked, filed, row, results } = turn;
    const member = memberOf(linked, row.key);
    const procedure = await this.catalogue.getVersion(row.procedure_code, row.procedure_version);
    const filled = fillMember(member, filed.declaration, results);
    const { declaration, faults } = validateDeclaration(procedure, filled.declaration, localDate(now));
    // What only a result could have filled is left to the clerk where the member goes on by hand.
    const wrong = faults.filter(({ pointer }) => Object.hasOwn(filled.askedAs, pointer));
    if (wrong.length > 0) throw new DomainError('declaration.invalid', { fields: wrong.map((fault) => asAsked(fault, filled)) });
    const { communeId, competentCommuneId } = await this.world.standing(await this.placesOf(tx, turn, principal));
    const centre = await this.world.unitAt(procedure.process.receive.unit, communeId);
    this.fileDossier.mayFile(principal, procedure, centre.id);
    const made = await this.fileDossier.make(tx, {
      procedure, declaration, centre, now, principal, remember: async () => undefined,
      filing: {
        ...filed.filing, commandId: turn.commandId ?? newId(), dossierId: row.dossier_id, procedureCode: procedure.code, channel: group.channel, communeId,
        ...(competentCommuneId !== undefined && { competentCommuneId }),
        declaration, origins: originsOf(filled, filed.origins, results), components: row.supplied,
        paperDigests: new Map(Object.entries(filed.filing.paperDigests)), linkedGroup: group.id, event: turn.event, data: turn.data,
        offeredPapers: Object.entries(member.components).filter(([, here]) => filed.filing.offeredPapers?.includes(here)).map(([there]) => there),
        passed: new Map(member.needs.flatMap(({ component, from }) => (results[from] === undefined ? [] : [[component, results[from].sha256]]))),
        ...(turn.draftId === undefined ? {} : { draftId: turn.draftId }),
      },
    });
    if (made === undefined) throw new Error(`the dossier of member ${row.key} of group ${group.id} is there already`);
    return made;
  }

  /**
   * Where a member is filed: where the group was, or where a dossier of its kind has gone since, had it begun by then. Whoever files it by
   * hand files it with the unit the group is at, which is their own.
   */
  private async placesOf(tx: Transaction, { group, filed, row }: Turn, principal: Principal): Promise<Pick<Filing, 'communeId' | 'competentCommuneId'>> {
    const { owner, competentCommuneId } = filed.filing;
    const changes = principal.kind === 'system' ? await listBegunUnitChanges(tx, Temporal.Instant.from(group.filed_at)) : [];
    const facts = { procedure_code: row.procedure_code, code: null, filing_number: group.filing_number, owner_address: owner.address };
    const places = { communeId: unitAfter(changes, group.commune, facts), ...(competentCommuneId !== undefined && { competentCommuneId: unitAfter(changes, competentCommuneId, facts) }) };
    await this.world.catchUpWith(tx, [places.communeId]);
    return places;
  }
}

/** A member of a group's version; what was filed with it stays in it. */
export function memberOf({ code, group }: LinkedGroup, key: string): GroupMember {
  const member = group.members.find((each) => each.key === key);
  if (member === undefined) throw new Error(`the group ${code} has no member ${key}`);
  return member;
}

/** A fault of a member's form, at the question the person was asked. */
export function asAsked(fault: FieldFault, { askedAs }: FilledDeclaration): FieldFault {
  return { ...fault, pointer: askedAs[fault.pointer] ?? fault.pointer };
}

/** Each answer keeps where the group had it from; what came from a result names that result. */
function originsOf({ declaration, askedAs }: FilledDeclaration, origins: FilingRow['origins'], results: Turn['results']): Record<string, Origin> {
  return Object.fromEntries(Object.keys(declaration).map((name): [string, Origin] => {
    const asked = askedAs[`/${name}`];
    if (asked !== undefined) return [`/${name}`, origins[asked] ?? { origin: 'citizen' }];
    const result = Object.values(results).find((each) => each.number === declaration[name] || each.issuedOn === declaration[name] || each.code === declaration[name]);
    if (result === undefined) return [`/${name}`, { origin: 'citizen' }];
    return [`/${name}`, { origin: 'paper', source: { vi: `Kết quả liên thông số ${result.number}`, en: `Result ${result.number} of the linked group` }, asOf: result.issuedOn, digest: result.sha256 }];
  }));
}
