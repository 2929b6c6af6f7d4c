import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database } from '@app/database';
import { CLOCK, DossierWorld, readerOf } from '@app/dossiers';
import { DomainError, newId, type Clock } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Contents } from '@app/storage';
import type { RegisterPart } from './chosen-numbers.js';
import type { ExportOptions, ExportRow, RegisterExport } from './export-rows.js';
import { countRegister, readRegister } from './read-register.js';
import { REGISTER_TITLES, type RegisterName, type RegisterQuery, type RegisterRow } from './register.js';

/** A page of a register. */
export interface RegisterPage {
  readonly total: number;
  readonly rows: readonly RegisterRow[];
}

/** The name of the job that writes exports. */
export const EXPORT_JOB = 'export-registers';

/** Reads registers, and orders files of them. Each look at the people they name is logged with its purpose. */
@Injectable()
export class Registers {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly catalogue: CatalogueService,
    private readonly persons: PersonsService,
    private readonly contents: Contents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The units whose books an officer may read. @throws DomainError permission.missing */
  unitsOf(principal: OfficerPrincipal): readonly string[] {
    requirePermission(principal, 'register.read');
    return unitsWith(principal, 'register.read');
  }

  /** A page of a register as it is, or as it stood on a past day. @throws DomainError permission.missing */
  page(principal: OfficerPrincipal, name: RegisterName, query: RegisterQuery, part: RegisterPart): Promise<RegisterPage> {
    const units = this.unitsOf(principal);
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const reader = { tx, world: this.world, catalogue: this.catalogue, units, now: this.clock.now() };
      const [total, rows] = await Promise.all([countRegister(name, query, reader), readRegister(name, query, reader, part)]);
      const people = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
      await this.persons.logLook(tx, people, { reader: readerOf(principal), purpose: `Xem ${REGISTER_TITLES[name].vi.toLowerCase()}` }, ['listed']);
      return { total, rows };
    });
  }

  /**
   * Orders a file of a register; a worker writes it and keeps it for a day.
   * @throws DomainError permission.missing, reason.required, not-found (a unit whose books are not the reader's)
   */
  async order(principal: OfficerPrincipal, name: RegisterName, query: RegisterQuery, { format, language, purpose }: ExportOptions): Promise<RegisterExport> {
    const units = this.unitsOf(principal).filter((each) => query.unit === undefined || each === query.unit);
    if (units.length === 0) throw new DomainError('not-found');
    if (purpose.trim() === '') throw new DomainError('reason.required');
    const reader = readerOf(principal);
    if (reader.kind !== 'officer') throw new DomainError('not-found');
    const id = newId();
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      await tx.execute(
        `insert into register_export (id, register, query, units, format, language, purpose, asked_by, asked_unit, asked_role, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [id, name, JSON.stringify(query), units, format, language, purpose.trim(), principal.officerId, reader.unitId, reader.role, this.clock.now().toString()]);
      await tx.execute('select app_add_job($1, $2)', [EXPORT_JOB, JSON.stringify({ id })]);
      return view(await tx.one<ExportRow>('select * from register_export where id = $1', [id]));
    });
  }

  /** What an officer has ordered, the latest first. */
  exports(principal: OfficerPrincipal): Promise<RegisterExport[]> {
    this.unitsOf(principal);
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) =>
      (await tx.rows<ExportRow>(`select * from register_export where asked_by = $1 and state <> 'gone' order by asked_at desc, id desc limit 20`, [principal.officerId])).map(view));
  }

  /** How far an export is. @throws DomainError not-found */
  export(principal: OfficerPrincipal, id: string): Promise<RegisterExport> {
    return this.row(principal, id).then(view);
  }

  /** The file of an export, for whoever ordered it and may still read the register. @throws DomainError not-found, permission.missing */
  async file(principal: OfficerPrincipal, id: string): Promise<{ name: string; mediaType: string; size: number; content: Readable }> {
    this.unitsOf(principal);
    const { register, format, query, sha256, size } = await this.row(principal, id);
    if (sha256 === null || size === null) throw new DomainError('not-found');
    return { name: `${FILE_NAMES[register]}-${query.from}-${query.to}.${format}`, mediaType: MEDIA_TYPES[format], size, content: await this.contents.open(sha256) };
  }

  private row(principal: OfficerPrincipal, id: string): Promise<ExportRow> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const found = await tx.maybeOne<ExportRow>('select * from register_export where id = $1', [id]);
      if (found === undefined) throw new DomainError('not-found');
      return found;
    });
  }
}

const FILE_NAMES: Readonly<Record<RegisterName, string>> = { dossiers: 'so-theo-doi-ho-so', outgoing: 'so-van-ban-di', 'certified-copies': 'so-chung-thuc-ban-sao', extracts: 'so-cap-trich-luc' };
const MEDIA_TYPES = { pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

function view(row: ExportRow): RegisterExport {
  const { id, register, query, format, language, purpose, asked_at: askedAt, state, rows_done: rowsDone, rows_total: rowsTotal, size } = row;
  return { id, register, title: REGISTER_TITLES[register], query, format, language, purpose, askedAt, state, rowsDone, rowsTotal, size };
}
