import { Inject, Injectable } from '@nestjs/common';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database, type Transaction } from '@app/database';
import { DomainError, localDate, type Clock } from '@app/kernel';
import { PersonsService, type DoubtAct, type DoubtDecision } from '@app/persons';
import { CLOCK } from '../clock-token.js';
import { DoubtOffice } from './doubt-office.js';

/** Doubts about data on file, settled by the civil-status office of the commune concerned; a merger by two of its officers. */
@Injectable()
export class DoubtDecisions {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly office: DoubtOffice,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  decide(principal: OfficerPrincipal, doubtId: string, decision: DoubtDecision, reason: string): Promise<void> {
    return this.run(principal, doubtId, reason, (tx, act) => this.persons.decideDoubt(tx, decision, act));
  }

  approve(principal: OfficerPrincipal, doubtId: string): Promise<void> {
    return this.run(principal, doubtId, '', async (tx, act) => void (await this.persons.approveMerger(tx, act)));
  }

  decline(principal: OfficerPrincipal, doubtId: string, reason: string): Promise<void> {
    return this.run(principal, doubtId, reason, (tx, act) => this.persons.declineMerger(tx, act));
  }

  undo(principal: OfficerPrincipal, doubtId: string, reason: string): Promise<void> {
    return this.run(principal, doubtId, reason, (tx, act) => this.persons.undoMerger(tx, act));
  }

  private run(principal: OfficerPrincipal, doubtId: string, reason: string, work: (tx: Transaction, act: DoubtAct) => Promise<void>): Promise<void> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const doubt = await this.persons.findDoubt(tx, doubtId);
      if (doubt === undefined) throw new DomainError('not-found');
      const office = await this.office.require(principal, doubt.communes);
      const now = this.clock.now();
      await work(tx, { doubtId, officerId: principal.officerId, authority: office.name.vi, reason, at: now.toString(), on: localDate(now) });
    });
  }
}
