import { Inject, Injectable } from '@nestjs/common';
import { toDatabasePrincipal, type Principal } from '@app/access';
import { CatalogueService, fillMember, membersAsked, requiredComponents, validateDeclaration, waitsFor, type Declaration, type GroupMember, type LinkedGroup } from '@app/catalogue';
import { Database, type Transaction } from '@app/database';
import { DomainError, localDate, newId, newSecret, type Clock } from '@app/kernel';
import { recordFetched } from '@app/persons';
import { CLOCK } from '../clock-token.js';
import { filingNumber } from '../numbers/codes.js';
import { asReusedCommand, findAnswer, rememberCommand } from '../commands.js';
import type { SuppliedComponent } from '../act-command.js';
import { DossierWorld } from '../dossier-world.js';
import { LaneNudge } from '../effects/lane-nudge.js';
import { commandBody, type Filing, type FilingAnswer } from '../file-dossier.js';
import { writeScore } from '../once-only/keep-score.js';
import { scoreOf, type ScoredPaper } from '../once-only/score.js';
import { readFiling, readGroup, lockMembers, type MemberRow, type StoredFiling } from './linked-rows.js';
import { asAsked, MakeMember } from './make-member.js';
import type { LinkedTerms } from './terms.js';

/** The answer of a linked filing: that of its first dossier, and the group. */
export interface GroupAnswer extends FilingAnswer {
  readonly groupId: string;
}

/** Files a linked group: one filing, and in the same transaction the dossiers of the members that can begin. */
@Injectable()
export class FileGroup {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly world: DossierWorld,
    private readonly members: MakeMember,
    private readonly nudge: LaneNudge,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param filing as for one procedure; its `dossierId` is the group's id
   * @returns the answer; a repeat of the same command gets the first one
   * @throws DomainError declaration.invalid, components.missing, permission.missing, command.reused, linked.receive-whole
   */
  async file(linked: LinkedGroup, asked: Filing, principal: Principal): Promise<GroupAnswer> {
    const filing = await this.world.standing(asked);
    if (filing.event !== 'file' && filing.event !== 'receive') throw new DomainError('linked.receive-whole');
    const now = this.clock.now();
    const today = localDate(now);
    const assessed = validateDeclaration(linked, filing.declaration, today);
    if (assessed.faults.length > 0) throw new DomainError('declaration.invalid', { fields: assessed.faults });
    const members = membersAsked(linked, assessed.declaration);
    this.checkMembers(members, assessed.declaration, today);
    const body = commandBody(asked);
    const answer = await asReusedCommand(this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const known = await findAnswer(tx, filing.commandId, body, principal);
      if (known) return known;
      const rows = await this.insert(tx, linked, members, assessed.declaration, filing, principal, now);
      if (rows === undefined) return await this.answerOfTwin(tx, filing, body, principal);
      const first = await this.begin(tx, linked, rows, filing, principal, now);
      const made: GroupAnswer = { ...first, groupId: filing.dossierId };
      await rememberCommand(tx, { id: filing.commandId, body }, principal, made, now.toString());
      return made;
    }));
    this.nudge.wake();
    return answer as GroupAnswer;
  }

  private async answerOfTwin(tx: Transaction, { commandId }: Filing, body: unknown, principal: Principal): Promise<FilingAnswer> {
    const known = await findAnswer(tx, commandId, body, principal);
    if (known === undefined) throw new DomainError('command.reused');
    return known as FilingAnswer;
  }

  /** What the form of a member does not take is told at the question of the group, before anything is filed. */
  private checkMembers(members: readonly GroupMember[], declaration: Declaration, today: string): void {
    const faults = members.flatMap((member) => {
      const filled = fillMember(member, declaration);
      return validateDeclaration(this.catalogue.getReceivable(member.procedure, today), filled.declaration, today).faults
        .filter(({ pointer }) => !isFromResult(member, pointer.slice(1)))
        .map((fault) => asAsked(fault, filled));
    });
    if (faults.length > 0) throw new DomainError('declaration.invalid', { fields: faults });
  }

  /** The group with what was declared and its members; nothing when that id exists already. */
  private async insert(
    tx: Transaction, linked: LinkedGroup, members: readonly GroupMember[], declaration: Declaration, filing: Filing, principal: Principal, now: Temporal.Instant,
  ): Promise<readonly MemberRow[] | undefined> {
    const [first] = members;
    const centre = await this.world.unitAt(this.catalogue.getReceivable(first!.procedure, localDate(now)).process.receive.unit, filing.communeId);
    const inserted = await tx.execute(
      `insert into linked_group (id, filing_number, group_code, group_version, channel, commune, receiving_unit, owner_person, filer_person, filed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
      [filing.dossierId, filingNumber(filing.communeId, now, newSecret()), linked.code, linked.version, filing.channel, filing.communeId, centre.id, filing.owner.personId,
        filing.filer?.person.personId ?? null, now.toString()]);
    if (inserted === 0) return undefined;
    const stored: StoredFiling = {
      delivery: filing.delivery, owner: filing.owner, assisted: principal.kind === 'officer', paperDigests: Object.fromEntries(filing.paperDigests),
      ...(filing.filer === undefined ? {} : { filer: filing.filer }),
      ...(filing.offeredPapers === undefined ? {} : { offeredPapers: filing.offeredPapers }),
      ...(filing.competentCommuneId === undefined ? {} : { competentCommuneId: filing.competentCommuneId }),
    };
    await tx.execute('insert into linked_filing (group_id, declaration, origins, filing) values ($1, $2, $3, $4)',
      [filing.dossierId, JSON.stringify(declaration), JSON.stringify(filing.origins), JSON.stringify(stored)]);
    await recordFetched(tx, filing.fetchedPapers ?? []);
    await writeScore(tx, { groupId: filing.dossierId }, scoreOf(linked, declaration, filing.origins, papersOf(linked, members, declaration, filing)));
    const rows = await this.insertMembers(tx, linked, members, filing, now);
    await this.keepWaitingFiles(tx, rows.filter(({ state }) => state === 'waiting'), filing);
    return rows;
  }

  private async insertMembers(tx: Transaction, { group }: LinkedGroup, members: readonly GroupMember[], filing: Filing, now: Temporal.Instant): Promise<readonly MemberRow[]> {
    const used = new Set<string>();
    for (const [position, member] of members.entries()) {
      const waits = waitsFor(member).length > 0;
      const terms: LinkedTerms = {
        supplement: group.supplement.within, acknowledge: group.acknowledge.within, ...(member.timeLimit === undefined ? {} : { timeLimit: member.timeLimit }),
      };
      await tx.execute(
        `insert into linked_member (group_id, key, position, dossier_id, procedure_code, procedure_version, terms, supplied, state, settled_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [filing.dossierId, member.key, position, newId(), member.procedure, this.catalogue.getReceivable(member.procedure, localDate(now)).version, JSON.stringify(terms),
          JSON.stringify(await suppliedTo(tx, member, filing, used)), waits ? 'waiting' : 'started', waits ? null : now.toString()]);
    }
    return lockMembers(tx, filing.dossierId);
  }

  /** Files of a member that waits are kept with the group, as a draft's are with the draft: seen by the person and the centre. */
  private async keepWaitingFiles(tx: Transaction, waiting: readonly MemberRow[], { dossierId: groupId, draftId }: Filing): Promise<void> {
    const ids = waiting.flatMap(({ supplied }) => supplied.flatMap(({ fileIds = [] }) => fileIds));
    if (ids.length === 0) return;
    const kept = await tx.execute('update file set draft_id = $2 where id = any ($1) and dossier_id is null and draft_id = $3', [ids, groupId, draftId ?? groupId]);
    if (kept !== ids.length) throw new DomainError('not-found');
  }

  /** The dossiers that can begin now; the answer is that of the first. */
  private async begin(tx: Transaction, linked: LinkedGroup, rows: readonly MemberRow[], filing: Filing, principal: Principal, now: Temporal.Instant): Promise<FilingAnswer> {
    const [group, filed] = [await readGroup(tx, filing.dossierId), await readFiling(tx, filing.dossierId)];
    const answers: FilingAnswer[] = [];
    for (const row of rows.filter(({ state }) => state === 'started')) {
      answers.push(await this.members.make(tx, {
        group, linked, filed, row, event: filing.event, data: filing.data, commandId: filing.commandId, results: {},
        ...(filing.draftId === undefined ? {} : { draftId: filing.draftId }),
      }, principal, now));
    }
    const [first] = answers;
    if (first === undefined) throw new Error(`no member of the group ${linked.code} can begin`);
    return first;
  }
}

/** What the group needed: its own papers, and those that its members make for one another, which nobody is asked for. */
function papersOf(linked: LinkedGroup, members: readonly GroupMember[], declaration: Declaration, { components, offeredPapers = [] }: Filing): ScoredPaper[] {
  const fromFile = new Set(components.flatMap(({ key, paperOnFileId }) => (paperOnFileId === undefined ? [] : [key])));
  return [
    ...requiredComponents(linked, declaration).map(({ key, required }) => ({ required, origin: fromFile.has(key) ? 'on-file' : 'brought', offered: offeredPapers.includes(key) })),
    ...members.flatMap(({ needs }) => needs.map(() => ({ required: true, origin: 'linked', offered: false }))),
  ];
}

/** Whether an answer comes from the result of another member, which is not there yet. */
function isFromResult(member: GroupMember, field: string): boolean {
  const filling = member.declaration[field];
  return (filling === undefined ? [] : [filling].flat()).some((each) => 'from' in each && each.from.startsWith('/results/'));
}

/** The papers of the group that serve a member. A file that serves two of them is recorded for each; its content lies there once. */
async function suppliedTo(tx: Transaction, { components }: GroupMember, { components: brought, draftId }: Filing, used: Set<string>): Promise<SuppliedComponent[]> {
  const supplied: SuppliedComponent[] = [];
  for (const [there, here] of Object.entries(components)) {
    const given = brought.find(({ key }) => key === here);
    if (given === undefined) continue;
    const fileIds: string[] = [];
    for (const id of given.fileIds ?? []) fileIds.push(used.has(id) ? await copyFile(tx, id, draftId) : id);
    for (const id of given.fileIds ?? []) used.add(id);
    supplied.push({ ...given, key: there, ...(given.fileIds === undefined ? {} : { fileIds }) });
  }
  return supplied;
}

async function copyFile(tx: Transaction, id: string, draftId: string | undefined): Promise<string> {
  const copy = newId();
  const copied = await tx.execute(
    `insert into file (id, sha256, size, media_type, name, created_at, uploaded_by_kind, uploaded_by, draft_id, component_key)
     select $2, sha256, size, media_type, name, created_at, uploaded_by_kind, uploaded_by, $3, component_key from file where id = $1`, [id, copy, draftId ?? null]);
  if (copied !== 1) throw new DomainError('not-found');
  return copy;
}
