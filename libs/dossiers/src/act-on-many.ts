import { Injectable } from '@nestjs/common';
import { toDatabasePrincipal, type Principal } from '@app/access';
import { Database } from '@app/database';
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

/** What became of one: its version after the act; or why not, and the version it has, if the person still sees it. */
export type Outcome =
  | { readonly dossierId: string; readonly done: true; readonly version: number }
  | ({ readonly dossierId: string; readonly done: false; readonly code: ProblemCode; readonly version?: number } & Localized);

/** Does one act on many dossiers: each in its own transaction, judged as if it came alone. One failure stops no other. */
@Injectable()
export class ActOnMany {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  /** @throws DomainError batch.not-for-many for an act that must be done case by case */
  async act(event: string, items: readonly OneOfMany[], data: ActData, principal: Principal): Promise<Outcome[]> {
    if (!isEventType(event) || !isForMany(ruleOf(event).data)) throw new DomainError('batch.not-for-many', { params: { event: isEventType(event) ? ruleOf(event).label : event } });
    const outcomes: Outcome[] = [];
    for (const { dossierId, commandId, expectedVersion } of items) {
      outcomes.push(await this.one(dossierId, { id: commandId, dossierId, expectedVersion, event, data }, principal));
    }
    return this.withVersions(outcomes, principal);
  }

  /** Those that were not done tell where they stand now: what was told of them may be acted on, without reading the list again. */
  private async withVersions(outcomes: readonly Outcome[], principal: Principal): Promise<Outcome[]> {
    const failed = outcomes.filter(({ done }) => !done).map(({ dossierId }) => dossierId);
    if (failed.length === 0) return [...outcomes];
    const rows = await this.database.transaction(toDatabasePrincipal(principal), (tx) =>
      tx.rows<{ id: string; version: number }>('select id, version from dossier where id = any ($1::uuid[])', [failed]));
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    return outcomes.map((outcome) => {
      const version = versions.get(outcome.dossierId);
      return version === undefined ? outcome : { ...outcome, version };
    });
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
