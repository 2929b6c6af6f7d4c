import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { DomainError, type Localized, type ProblemCode } from '@app/kernel';
import { isEventType, ruleOf } from '@app/workflow';
import type { ActData } from './act-command.js';
import { Acts } from './acts.js';
import { isForMany } from './for-many.js';

/** The same act on one of many. */
export interface OneOfMany {
  readonly dossierId: string;
  readonly commandId: string;
  readonly expectedVersion: number;
}

/** What became of one: its version after the act, or why not. */
export type Outcome =
  | { readonly dossierId: string; readonly done: true; readonly version: number }
  | ({ readonly dossierId: string; readonly done: false; readonly code: ProblemCode } & Localized);

/** Does one act on many dossiers: each in its own transaction, judged as if it came alone. One failure stops no other. */
@Injectable()
export class ActOnMany {
  constructor(private readonly acts: Acts) {}

  /** @throws DomainError batch.not-for-many for an act that must be done case by case */
  async act(event: string, items: readonly OneOfMany[], data: ActData, principal: Principal): Promise<Outcome[]> {
    if (!isEventType(event) || !isForMany(ruleOf(event).data)) throw new DomainError('batch.not-for-many', { params: { event: isEventType(event) ? ruleOf(event).label.vi : event } });
    const outcomes: Outcome[] = [];
    for (const { dossierId, commandId, expectedVersion } of items) {
      outcomes.push(await this.one(dossierId, { id: commandId, dossierId, expectedVersion, event, data }, principal));
    }
    return outcomes;
  }

  private async one(dossierId: string, command: Parameters<Acts['act']>[0], principal: Principal): Promise<Outcome> {
    try {
      const { version } = await this.acts.act(command, principal);
      return { dossierId, done: true, version };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { dossierId, done: false, code: error.code, vi: error.sentence('vi'), en: error.sentence('en') };
    }
  }
}
