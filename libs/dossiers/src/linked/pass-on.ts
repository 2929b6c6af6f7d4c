import { Inject, Injectable } from '@nestjs/common';
import { systemPrincipal } from '@app/access';
import { CatalogueService, type GroupMember, type LinkedGroup } from '@app/catalogue';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { DomainError, newId, type Clock, type Localized } from '@app/kernel';
import { NotificationsService } from '@app/notifications';
import { Contents } from '@app/storage';
import { CLOCK } from '../clock-token.js';
import type { EffectDeed } from '../effects/effect-row.js';
import { lockMembers, readFiling, readGroup, type CalledOff, type MemberRow } from './linked-rows.js';
import { MakeMember, memberOf } from './make-member.js';
import { readEnds, type MemberEnd } from './member-ends.js';
import { LINKED } from './linked-name.js';

/**
 * What one dossier of a linked group means to the others: who waited for its result begins with it as a paper of its own, and
 * who can no longer get it is called off. Never inside a request: an effect of the act, done once, within seconds of it
 * (Decree 63/2024: within ten minutes). One that fails undoes no other.
 */
@Injectable()
export class PassOn {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly contents: Contents,
    private readonly members: MakeMember,
    private readonly notifications: NotificationsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  readonly deed: EffectDeed<'passOn'> = async ({ id, dossier_id: dossierId }) => {
    const papers = await this.database.transaction(SYSTEM, (tx) => tx.rows<{ sha256: string }>("select sha256 from paper where dossier_id = $1 and form = 'result'", [dossierId]));
    // What is passed on is what was issued: the stored bytes must have the digest of the paper.
    for (const { sha256 } of papers) if (!(await this.contents.isIntact(sha256))) throw new DomainError('file.damaged');
    return (tx) => this.settle(tx, dossierId, id);
  };

  private async settle(tx: Transaction, dossierId: string, effectId: string): Promise<void> {
    const { group_id: groupId } = await tx.one<{ group_id: string }>('select group_id from linked_member where dossier_id = $1', [dossierId]);
    const rows = await lockMembers(tx, groupId);
    const group = await readGroup(tx, groupId);
    const linked = this.catalogue.getGroup(group.group_code, group.group_version);
    const ends = await readEnds(tx, rows);
    const calledOff: MemberRow[] = [];
    // A member called off may be what another one needs: the order of the group settles both in one pass.
    for (const row of rows.filter(({ state }) => state === 'waiting')) {
      const turn = turnOf(memberOf(linked, row.key), ends);
      if (turn === 'now') await this.begin(tx, linked, row, ends);
      else if (turn !== 'later') {
        await callOff(tx, row, turn.cause, turn.by, this.clock.now());
        ends.set(row.key, { kind: 'failed', cause: 'called-off' });
        calledOff.push(row);
      }
    }
    if (calledOff.length > 0) await this.tell(tx, dossierId, effectId, calledOff);
  }

  private async begin(tx: Transaction, linked: LinkedGroup, row: MemberRow, ends: ReadonlyMap<string, MemberEnd>): Promise<void> {
    const now = this.clock.now();
    const group = await readGroup(tx, row.group_id);
    const results = Object.fromEntries([...ends].flatMap(([key, end]) => (end.kind === 'result' ? [[key, end]] : [])));
    await this.members.make(tx, { group, linked, filed: await readFiling(tx, row.group_id), row, event: 'file', data: {}, results, draftId: row.group_id }, systemPrincipal(LINKED), now);
    for (const { component, from } of memberOf(linked, row.key).needs) {
      const end = ends.get(from);
      if (end?.kind === 'result') await this.passPaper(tx, row, component, from, end, now);
    }
    await tx.execute("update linked_member set state = 'started', settled_at = $3 where group_id = $1 and key = $2", [row.group_id, row.key, now.toString()]);
  }

  /** The result lies with the next dossier as a file of its paper: the same content, named by the same digest. */
  private async passPaper(tx: Transaction, row: MemberRow, component: string, from: string, end: Extract<MemberEnd, { kind: 'result' }>, now: Temporal.Instant): Promise<void> {
    await tx.execute(
      `insert into file (id, sha256, size, media_type, name, created_at, uploaded_by_kind, dossier_id, component_key) values ($1, $2, $3, 'application/pdf', $4, $5, 'system', $6, $7)`,
      [newId(), end.sha256, end.size, `${end.title.vi.normalize('NFC')}.pdf`, now.toString(), row.dossier_id, component]);
    await tx.execute(
      'insert into linked_passing (group_id, from_key, to_key, component, paper_id, sha256, issued_at, passed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [row.group_id, from, row.key, component, end.paperId, end.sha256, end.issuedAt, now.toString()]);
  }

  /** The person is told which procedures cannot go on, and that they may be filed with another paper. */
  private async tell(tx: Transaction, dossierId: string, effectId: string, rows: readonly MemberRow[]): Promise<void> {
    const names = await Promise.all(rows.map(async (row) => (await this.catalogue.getVersion(row.procedure_code, row.procedure_version)).name));
    const list = (language: keyof Localized): string => names.map((name) => name[language]).join('; ');
    const { person_id: personId } = await tx.one<{ person_id: string }>("select person_id from dossier_person where dossier_id = $1 and role = 'owner'", [dossierId]);
    await this.notifications.keep(tx, {
      effectId, dossierId, personId, at: this.clock.now().toString(),
      text: {
        vi: `Chưa thực hiện được các thủ tục liên thông sau vì thiếu kết quả của hồ sơ này: ${list('vi')}. Các thủ tục khác vẫn tiếp tục; khi có giấy tờ thay thế, đề nghị liên hệ Trung tâm.`,
        en: `These linked procedures cannot begin without the result of this dossier: ${list('en')}. The others go on; with another paper in its place, please contact the centre.`,
      },
    });
  }
}

/** Whether a member begins, waits, or can no longer begin, and by whom. */
function turnOf({ needs, after }: GroupMember, ends: ReadonlyMap<string, MemberEnd>): 'now' | 'later' | { readonly cause: CalledOff; readonly by: string } {
  for (const { from } of needs) {
    const end = ends.get(from);
    if (end?.kind === 'failed') return { cause: end.cause, by: from };
  }
  return needs.every(({ from }) => ends.get(from)?.kind === 'result') && after.every((key) => (ends.get(key)?.kind ?? 'open') !== 'open') ? 'now' : 'later';
}

export async function callOff(tx: Transaction, row: MemberRow, cause: CalledOff, by: string | null, now: Temporal.Instant): Promise<void> {
  const changed = await tx.execute(
    "update linked_member set state = 'called-off', settled_at = $3, cause = $4, cause_member = $5 where group_id = $1 and key = $2 and state = 'waiting'",
    [row.group_id, row.key, now.toString(), cause, by]);
  if (changed !== 1) throw new DomainError('linked.not-waiting');
}
