import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, SYSTEM, type Transaction } from '@app/database';
import { DomainError } from '@app/kernel';
import { EFFECT_DEEDS, type Completion, type EffectDeeds, type EffectRow } from './effect-row.js';
import { LaneNudge } from './lane-nudge.js';

/** How a runner works its lanes. */
export interface LaneRules {
  /** Lanes worked at once. */
  readonly width: number;
  /** A lane whose runner died is free again after this long. */
  readonly leaseSeconds: number;
  /** How often it looks without being nudged, for lanes of other processes and those whose back-off is over. */
  readonly pollMs: number;
  /** After so many failures the lane is parked where an operator sees it. */
  readonly tries: number;
}

export const DEFAULT_LANE_RULES: LaneRules = { width: 4, leaseSeconds: 30, pollMs: 1000, tries: 8 };
export const LANE_RULES = Symbol('lane rules');

/**
 * Runs the effects of dossiers. A dossier's effects are a lane: claimed with a lease, run by sequence, stopped at the
 * first failure and tried again later; lanes run beside each other. A runner killed anywhere loses nothing, and
 * does nothing twice, because a deed ends in the transaction that marks its effect as done.
 */
@Injectable()
export class LaneRunner implements BeforeApplicationShutdown {
  private readonly log = new Logger(LaneRunner.name);
  private stopping = false;
  private loop: Promise<void> | undefined;
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly nudge: LaneNudge,
    @Inject(EFFECT_DEEDS) private readonly deeds: EffectDeeds,
    @Inject(LANE_RULES) private readonly rules: LaneRules,
  ) {}

  /** Begins to look for lanes until {@link stop}. */
  start(): void {
    this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.loop;
  }

  /** Before the connections go, which `onApplicationShutdown` closes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** Works until no lane is ready: for commands, seeds and tests. */
  async drain(): Promise<void> {
    while ((await this.runReady()) > 0);
  }

  private async run(): Promise<void> {
    const unsubscribe = this.nudge.onWake(() => this.wake());
    while (!this.stopping) {
      const worked = await this.runReady().catch((error: unknown) => {
        this.log.error({ msg: 'the lanes could not be read', error: sentenceOf(error) });
        return 0;
      });
      if (worked === 0 && !this.stopping) await this.rest();
    }
    unsubscribe();
  }

  private async rest(): Promise<void> {
    const timer = new AbortController();
    await Promise.race([
      pause(this.rules.pollMs, undefined, { signal: timer.signal }).catch(() => undefined),
      new Promise<void>((resolve) => (this.wake = resolve)),
    ]);
    timer.abort();
  }

  /** Claims the lanes that are ready and works them side by side; answers how many there were. */
  private async runReady(): Promise<number> {
    const lease = randomUUID();
    const lanes = await this.database.transaction(SYSTEM, (tx) => tx.rows<{ dossier_id: string }>(
      `update lane set lease = $1, leased_until = now() + make_interval(secs => $2)
        where dossier_id in (
          select dossier_id from lane where not parked and ready_at <= now() and (leased_until is null or leased_until < now())
           order by ready_at limit $3 for update skip locked)
        returning dossier_id`, [lease, this.rules.leaseSeconds, this.rules.width]));
    await Promise.all(lanes.map((lane) => this.runLane(lane.dossier_id, lease)));
    return lanes.length;
  }

  private async runLane(dossierId: string, lease: string): Promise<void> {
    for (;;) {
      const effect = await this.database.transaction(SYSTEM, (tx) => this.nextEffect(tx, dossierId, lease));
      if (effect === undefined) return;
      try {
        const complete = await this.carryOut(effect);
        const held = await this.database.transaction(SYSTEM, (tx) => this.complete(tx, effect, lease, complete));
        if (!held) return;
      } catch (error) {
        await this.putBack(effect, lease, error);
        return;
      }
    }
  }

  /** The next effect of a lane this runner still holds; an empty lane is dropped. */
  private async nextEffect(tx: Transaction, dossierId: string, lease: string): Promise<EffectRow | undefined> {
    // The lane is locked before the effects are read: an act that adds one holds this lock until it has committed.
    const held = await holdLane(tx, dossierId, lease, this.rules.leaseSeconds);
    if (!held || this.stopping) {
      if (held) await tx.execute('update lane set lease = null, leased_until = null where dossier_id = $1', [dossierId]);
      return undefined;
    }
    const effect = await tx.maybeOne<EffectRow>(
      'select id, dossier_id, seq, n, kind, params from effect where dossier_id = $1 and done_at is null order by seq, n limit 1', [dossierId]);
    if (effect === undefined) await tx.execute('delete from lane where dossier_id = $1', [dossierId]);
    return effect;
  }

  private carryOut(effect: EffectRow): Promise<Completion> {
    const deed = this.deeds[effect.kind] as (effect: EffectRow) => Promise<Completion>;
    return deed(effect);
  }

  /** Ends an effect in one transaction with its completion; false when the lease was lost meanwhile: then nothing is done. */
  private async complete(tx: Transaction, effect: EffectRow, lease: string, complete: Completion): Promise<boolean> {
    if (!(await holdLane(tx, effect.dossier_id, lease, this.rules.leaseSeconds))) return false;
    await complete(tx);
    await tx.execute('update effect set done_at = now() where id = $1 and done_at is null', [effect.id]);
    await tx.execute('update lane set tries = 0, last_error = null where dossier_id = $1', [effect.dossier_id]);
    return true;
  }

  /** Back-off with jitter and a ceiling; then the lane is parked, with the code of what failed and nothing personal. */
  private async putBack(effect: EffectRow, lease: string, error: unknown): Promise<void> {
    const sentence = sentenceOf(error);
    this.log.warn({ msg: 'an effect failed', effect: effect.kind, dossier: effect.dossier_id, seq: effect.seq, error: sentence });
    await this.database.transaction(SYSTEM, (tx) => tx.execute(
      `update lane set lease = null, leased_until = null, tries = tries + 1, last_error = $3, parked = tries + 1 >= $4,
         ready_at = now() + make_interval(secs => least(600, power(2, tries)) * (0.75 + random() / 2))
       where dossier_id = $1 and lease = $2`, [effect.dossier_id, lease, sentence, this.rules.tries]));
  }
}

async function holdLane(tx: Transaction, dossierId: string, lease: string, leaseSeconds: number): Promise<boolean> {
  return (await tx.execute(
    'update lane set leased_until = now() + make_interval(secs => $3) where dossier_id = $1 and lease = $2', [dossierId, lease, leaseSeconds])) === 1;
}

/** What failed, without values: stored error texts hold no personal data. */
function sentenceOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (error instanceof Error) return `${error.name}: ${(error as { code?: string }).code ?? error.message.slice(0, 200)}`;
  return 'unknown';
}
