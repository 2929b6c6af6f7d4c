import { Inject, Injectable, Logger } from '@nestjs/common';
import { CatalogueService } from '@app/catalogue';
import { Database, SYSTEM, whileNoBackUp } from '@app/database';
import { CLOCK, DossierWorld } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Contents } from '@app/storage';
import type { ExportRow } from './export-rows.js';
import { countRegister, readRegister } from './read-register.js';
import { REGISTER_TITLES, type RegisterRow } from './register.js';
import { writeBook } from './write-book.js';
import { writeXlsx } from './write-xlsx.js';

/** So many lines are read at once: progress is seen, and nobody waits for a long statement. */
const BATCH = 1_000;

/** How long a file is kept. */
const KEPT_HOURS = 24;

/** Writes the files of registers that were ordered. With several workers each is written by one; what one left half done another takes up. */
@Injectable()
export class RegisterExports {
  private readonly log = new Logger(RegisterExports.name);

  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly catalogue: CatalogueService,
    private readonly persons: PersonsService,
    private readonly contents: Contents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes whatever waits, and takes away what was kept for a day. */
  async work(): Promise<void> {
    for (let row = await this.claim(); row !== undefined; row = await this.claim()) await this.write(row);
    await this.forgetOld();
  }

  private claim(): Promise<ExportRow | undefined> {
    return this.database.transaction(SYSTEM, (tx) => tx.maybeOne<ExportRow>(
      `update register_export set state = 'running', rows_done = 0, leased_until = now() + interval '5 minutes'
        where id = (select id from register_export where state = 'waiting' or (state = 'running' and leased_until < now()) order by asked_at limit 1 for update skip locked)
       returning *`));
  }

  private async write(row: ExportRow): Promise<void> {
    try {
      const bytes = row.format === 'xlsx' ? await this.workbook(row) : await writeBook(row, await this.keeper(row), this.lines(row));
      const sha256 = await this.contents.keep(bytes);
      await this.database.transaction(SYSTEM, (tx) => tx.execute(
        `update register_export set state = 'done', sha256 = $2, size = $3, finished_at = $4 where id = $1`, [row.id, sha256, bytes.length, this.clock.now().toString()]));
    } catch (error) {
      this.log.error({ msg: 'a register could not be exported', export: row.id, cause: error instanceof Error ? error.message : String(error) });
      await this.database.transaction(SYSTEM, (tx) => tx.execute(`update register_export set state = 'failed' where id = $1`, [row.id]));
    }
  }

  /** Who keeps the book, as its head names it. */
  private async keeper({ query, asked_unit: asked }: ExportRow): Promise<{ superior?: string; agency: string; place: string }> {
    const [unit, superior] = await this.world.lineOf(query.unit ?? asked);
    if (unit === undefined) throw new Error(`there is no unit ${query.unit ?? asked}`);
    return { agency: unit.name.vi, place: unit.placeName ?? superior?.placeName ?? '', ...(superior === undefined ? {} : { superior: superior.name.vi }) };
  }

  private async workbook(row: ExportRow): Promise<Uint8Array> {
    const rows: RegisterRow[] = [];
    for await (const line of this.lines(row)) rows.push(line);
    const chunks: Uint8Array[] = [];
    for await (const chunk of await writeXlsx(row.register, rows, row.language)) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  }

  /**
   * The lines in batches, each in a transaction of its own that also logs the people it names and the progress. All are read as things
   * stood when the file was ordered, so that no line comes twice or is passed over while work goes on.
   */
  private async *lines(row: ExportRow): AsyncGenerator<RegisterRow> {
    const { register, units, query } = row;
    const now = Temporal.Instant.from(row.asked_at);
    const told = new Set<string>();
    const look = { reader: { kind: 'officer' as const, officerId: row.asked_by, unitId: row.asked_unit, role: row.asked_role }, purpose: `Xuất ${REGISTER_TITLES[register].vi.toLowerCase()}: ${row.purpose}` };
    for (let offset = 0, total = 1; offset < total; offset += BATCH) {
      const rows = await this.database.transaction(SYSTEM, async (tx) => {
        const reader = { tx, world: this.world, catalogue: this.catalogue, units, now };
        if (offset === 0) total = await countRegister(register, query, reader);
        const batch = await readRegister(register, query, reader, { offset, limit: BATCH });
        const fresh = [...new Set(batch.flatMap(({ personId }) => personId ?? []))].filter((id) => !told.has(id));
        fresh.forEach((id) => told.add(id));
        await this.persons.logLook(tx, fresh, look, ['listed']);
        await tx.execute(`update register_export set rows_total = $2, rows_done = $3, leased_until = now() + interval '5 minutes' where id = $1`, [row.id, total, Math.min(total, offset + BATCH)]);
        return batch;
      });
      yield* rows;
    }
  }

  private forgetOld(): Promise<void> {
    return whileNoBackUp(this.database, () => this.forgetBefore(this.clock.now().subtract({ hours: KEPT_HOURS }).toString()));
  }

  private async forgetBefore(before: string): Promise<void> {
    const old = await this.database.transaction(SYSTEM, async (tx) => {
      const rows = await tx.rows<{ id: string; sha256: string }>(`select id, sha256 from register_export where state = 'done' and finished_at < $1 for update skip locked`, [before]);
      await tx.execute(`update register_export set state = 'gone', sha256 = null, size = null where id = any ($1)`, [rows.map(({ id }) => id)]);
      return rows;
    });
    for (const { sha256 } of old) await this.contents.forget(sha256);
  }
}

