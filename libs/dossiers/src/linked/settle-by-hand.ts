import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, toDatabasePrincipal, type CitizenPrincipal, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database } from '@app/database';
import { DomainError, type Clock } from '@app/kernel';
import { CLOCK } from '../clock-token.js';
import { LaneNudge } from '../effects/lane-nudge.js';
import { lockMembers, readFiling, readGroup } from './linked-rows.js';
import { MakeMember } from './make-member.js';
import { readEnds } from './member-ends.js';
import { callOff } from './pass-on.js';

/** What people decide about members that wait, or can no longer wait. */
@Injectable()
export class SettleByHand {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly members: MakeMember,
    private readonly nudge: LaneNudge,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The person wants a procedure of the group no more that has not begun; one that has is withdrawn as any dossier.
   * @throws DomainError not-found, linked.not-waiting
   */
  async callOff(principal: CitizenPrincipal, groupId: string, key: string): Promise<void> {
    await this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const row = (await lockMembers(tx, groupId)).find((each) => each.key === key);
      if (row === undefined) throw new DomainError('not-found');
      await callOff(tx, row, 'by-citizen', null, this.clock.now());
    });
  }

  /**
   * The receiving centre files a member that was called off: the person has brought another paper in the place of the result.
   * @returns the dossier's id; a repeat gets the same one
   * @throws DomainError not-found, permission.missing, linked.not-called-off
   */
  async file(principal: OfficerPrincipal, groupId: string, key: string): Promise<string> {
    const id = await this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const rows = await lockMembers(tx, groupId);
      const row = rows.find((each) => each.key === key);
      if (row === undefined) throw new DomainError('not-found');
      const group = await readGroup(tx, groupId);
      requirePermission(principal, 'dossier.file', { procedureCode: row.procedure_code, unitId: group.receiving_unit });
      if (row.state === 'started' && row.by_hand) return row.dossier_id;
      if (row.state !== 'called-off') throw new DomainError('linked.not-called-off');
      const linked = this.catalogue.getGroup(group.group_code, group.group_version);
      const ends = await readEnds(tx, rows);
      const results = Object.fromEntries([...ends].flatMap(([each, end]) => (end.kind === 'result' ? [[each, end]] : [])));
      const now = this.clock.now();
      await this.members.make(tx, { group, linked, filed: await readFiling(tx, groupId), row, event: 'file', data: {}, results, draftId: groupId }, principal, now);
      await tx.execute("update linked_member set state = 'started', settled_at = $3, by_hand = true where group_id = $1 and key = $2", [groupId, key, now.toString()]);
      return row.dossier_id;
    });
    this.nudge.wake();
    return id;
  }
}
