import { Inject, Injectable } from '@nestjs/common';
import { toDatabasePrincipal, type Principal } from '@app/access';
import { Database } from '@app/database';
import { DomainError, type Clock } from '@app/kernel';
import { FileStore, type StoredFile } from '@app/storage';
import { CLOCK } from './clock-token.js';
import { principalKey } from './act-command.js';

/** What somebody has typed and not yet filed: no dossier, its own table, seen by its owner alone. */
export interface Draft {
  readonly id: string;
  readonly procedureCode: string;
  readonly data: Record<string, unknown>;
  readonly savedAt: string;
  /** Uploaded files by component. */
  readonly files: Record<string, StoredFile[]>;
}

interface DraftRow {
  id: string;
  procedure_code: string;
  data: Record<string, unknown>;
  saved_at: string;
}

/** Keeps drafts, so that a reload, a cut line or an expired session loses nothing. */
@Injectable()
export class Drafts {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Saves a draft under an id the client made. @throws DomainError not-found when the id is somebody else's */
  async save(principal: Principal, id: string, procedureCode: string, data: Record<string, unknown>): Promise<Draft> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const saved = await tx.maybeOne<DraftRow>('update draft set procedure_code = $2, data = $3, saved_at = $4 where id = $1 returning *',
        [id, procedureCode, JSON.stringify(data), this.clock.now().toString()]);
      if (saved) return this.withFiles(tx, saved);
      const [inserted] = await tx.rows<{ id: string }>(
        'insert into draft (id, owner, procedure_code, data, saved_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing returning id',
        [id, principalKey(principal), procedureCode, JSON.stringify(data), this.clock.now().toString()]);
      if (!inserted) throw new DomainError('not-found');
      return this.withFiles(tx, await tx.one<DraftRow>('select * from draft where id = $1', [id]));
    });
  }

  async list(principal: Principal): Promise<Draft[]> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const rows = await tx.rows<DraftRow>('select * from draft order by saved_at desc limit 20');
      return Promise.all(rows.map((row) => this.withFiles(tx, row)));
    });
  }

  /** @throws DomainError not-found */
  async get(principal: Principal, id: string): Promise<Draft> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => this.withFiles(tx, await tx.one<DraftRow>('select * from draft where id = $1', [id])));
  }

  /** Throws a draft away with its files. */
  async remove(principal: Principal, id: string): Promise<void> {
    await this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      await tx.execute('delete from file where draft_id = $1 and dossier_id is null', [id]);
      await tx.execute('delete from draft where id = $1', [id]);
    });
  }

  private async withFiles(tx: Parameters<Parameters<Database['transaction']>[1]>[0], row: DraftRow): Promise<Draft> {
    const files = Object.groupBy(await this.files.ofDraft(tx, row.id), (file) => file.componentKey ?? '');
    return { id: row.id, procedureCode: row.procedure_code, data: row.data, savedAt: row.saved_at, files: files as Record<string, StoredFile[]> };
  }
}
