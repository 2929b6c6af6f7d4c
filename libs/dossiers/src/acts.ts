import { Inject, Injectable } from '@nestjs/common';
import { toDatabasePrincipal, type Principal } from '@app/access';
import { Database, type Transaction } from '@app/database';
import { DomainError, type Clock } from '@app/kernel';
import { applyAct } from './apply-act.js';
import type { ActAnswer, ActCommand } from './act-command.js';
import { asReusedCommand, findAnswer, rememberCommand } from './commands.js';
import { lockDossier } from './dossier-row.js';
import { DossierWorld } from './dossier-world.js';
import { CLOCK } from './clock-token.js';
import { LaneNudge } from './effects/lane-nudge.js';

/** The name under which the sweeper acts. */
export const DEADLINE = 'deadline';

/** Changes dossiers: one act, one transaction. */
@Injectable()
export class Acts {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly nudge: LaneNudge,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Does one act on a dossier. In this order: visible → known command → may → version → can → transition → journal →
   * effects → counters → commit.
   * @returns the answer; a repeat of the same command gets the first one
   * @throws DomainError not-found, command.reused, act.unknown, permission.missing, act.stale, act.impossible, and what the act's data lacks
   */
  async act(command: ActCommand, principal: Principal): Promise<ActAnswer> {
    const answer = await asReusedCommand(this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const body = { dossier: command.dossierId, event: command.event, data: command.data, expectedVersion: command.expectedVersion };
      // Sent together, answered in order: the command is looked up under the lock.
      const [dossier, known] = await Promise.all([lockDossier(tx, command.dossierId), findAnswer(tx, command.id, body, principal)]);
      if (known) return known;
      if (principal.kind === 'system' && principal.name === DEADLINE) await fall(tx, command);
      const now = this.clock.now();
      return applyAct({
        tx, world: this.world, principal, now, dossier, event: command.event, data: command.data, commandId: command.id,
        expectedVersion: command.expectedVersion,
        remember: (answer) => rememberCommand(tx, { id: command.id, body }, principal, answer, now.toString()),
      });
    }));
    this.nudge.wake();
    return answer;
  }
}

/**
 * Marks the deadline as fallen in the transaction of the act it becomes: a sweeper killed afterwards leaves nothing to note.
 * One that was cancelled between being found due and the lock must not fall: what it waited for has come, and a later one of
 * the same kind may be armed by now.
 * @throws DomainError act.impossible
 */
async function fall(tx: Transaction, { id, event }: ActCommand): Promise<void> {
  const armed = await tx.maybeOne(`update deadline set state = 'fired', last_error = null where id = $1 and state = 'armed' returning 1`, [id]);
  if (armed === undefined) throw new DomainError('act.impossible', { params: { event, state: 'deadline cancelled' } });
}
