import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Procedure } from '@app/catalogue';
import { SYSTEM, type Database, type Transaction } from '@app/database';
import { OrganisationService } from '@app/organisation';
import { describe, MachineCache, type DossierMachine, type Stored } from '@app/workflow';
import { usualAuthority } from './authority.js';
import type { DossierAuthority } from './dossier-authority.js';
import { checkClock } from './check-clock.js';
import type { ClockEntry } from './clock-ledger.js';
import { clockUnit, type DossierRow } from './dossier-row.js';
import { checkChain, type JournalBody, type JournalFault, type JournalRow } from './journal.js';
import { replayJournal, type ReplayedVersion } from './replay-journal.js';

/** The outcome of a check of all journals. */
export interface JournalReport {
  readonly dossiers: number;
  readonly rows: number;
  readonly faults: readonly JournalFault[];
}

/** How many dossiers are read together. */
const BATCH = 200;

/**
 * Checks every dossier, a batch at a time, and names each fault: first the chain of its journal; where that is sound,
 * whether the journal, replayed, gives the dossier's row, and its clock the promise date.
 */
export async function verifyJournal(database: Database): Promise<JournalReport> {
  const check = new DossierCheck(database);
  const faults: JournalFault[] = [];
  let dossiers = 0;
  let rows = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const from = after;
    const batch = await database.transaction(SYSTEM, async (tx) => {
      const heads = await tx.rows<Head>(READ, [from, BATCH]);
      for (const head of heads) faults.push(...(await check.of(tx, head)));
      return heads;
    });
    if (batch.length === 0) return { dossiers, rows, faults };
    dossiers += batch.length;
    rows += batch.reduce((sum, { lines }) => sum + lines.length, 0);
    after = batch.at(-1)!.id;
  }
}

interface Head extends DossierRow {
  readonly lines: ReadonlyArray<JournalRow & { readonly salt: string | null; readonly detail: unknown }>;
  readonly ledger: readonly ClockEntry[];
  readonly calendar_change_pending: boolean;
  readonly calendar_changed_at: string | null;
}

/** Row, journal and clock in one statement: one moment, so that an act in between makes no fault. */
const READ = `
  select d.*,
         coalesce((select json_agg(json_build_object('seq', j.seq, 'at', j.at, 'event', j.event, 'body', j.body, 'previous_hash', j.previous_hash,
                                                     'hash', j.hash, 'salt', a.salt, 'detail', a.data) order by j.seq)
                     from journal j left join act_detail a using (dossier_id, seq) where j.dossier_id = d.id), '[]') as lines,
         coalesce((select json_agg(json_build_object('seq', c.seq, 'kind', c.kind, 'at', c.at, 'cause', c.cause, 'basis', c.basis,
                                                     'source', c.source, 'amount', c.amount) order by c.seq, c.at)
                     from clock_entry c where c.dossier_id = d.id), '[]') as ledger,
         exists (select from deadline l where l.dossier_id = d.id and l.event = 'calendarChanged' and l.state = 'armed') as calendar_change_pending,
         (select max(approved_at) from calendar_change) as calendar_changed_at
    from dossier d where d.id > $1 order by d.id limit $2`;

/** Checks one dossier after the other; keeps the machines it met. */
class DossierCheck {
  private readonly machines = new MachineCache();
  private readonly procedures = new Map<string, Procedure | undefined>();
  private readonly organisation: OrganisationService;

  constructor(database: Database) {
    this.organisation = new OrganisationService(database);
  }

  async of(tx: Transaction, head: Head): Promise<JournalFault[]> {
    // The desk serves beside this; no dossier may keep it waiting for the next.
    await nextTurn();
    const broken = checkChain(head, head.lines);
    // A journal that is not sound can vouch for nothing.
    if (broken.length > 0) return broken;
    const bodies = head.lines.map(({ body }) => JSON.parse(body) as JournalBody);
    const authority = bodies.find((body) => body.authority !== undefined)?.authority;
    const versions = new Map<number, ReplayedVersion>();
    for (const version of new Set([...bodies.map(({ procedure }) => procedure.version), head.procedure_version])) {
      const found = await this.versionOf(tx, head.procedure_code, version, authority);
      if (found === undefined) return [{ dossier: head.id, seq: 1, fault: `version ${version} of procedure ${head.procedure_code} is missing` }];
      versions.set(version, found);
    }
    const { machine } = versions.get(head.procedure_version)!;
    const changed = replayJournal(versions, head, bodies);
    if (changed.length > 0) return changed;
    return [...(await this.checkHolder(head, machine)), ...checkClock({
      row: head, bodies, ledger: head.ledger, calendar: await this.organisation.unitCalendar(clockUnit(head), tx),
      calendarChangedAt: head.calendar_changed_at, calendarChangePending: head.calendar_change_pending,
    })];
  }

  /** Of an open dossier the holder must be whom its state names, seen from where it was received or from where it is decided. */
  private async checkHolder(head: Head, machine: DossierMachine): Promise<JournalFault[]> {
    if (!head.is_open) return [];
    const path = describe(machine, { value: head.value, context: head.context } as Stored).holder;
    if (path === machine.process.receive.unit && [head.receiving_unit, head.collect_unit].includes(head.holder_unit)) return [];
    const units = await Promise.all([head.receiving_unit, head.competent_commune].map((unit) => this.organisation.resolveUnit(path, unit).then(({ id }) => id, () => undefined)));
    return units.includes(head.holder_unit) ? [] : [{ dossier: head.id, seq: head.version, fault: `the dossier is held by ${head.holder_unit}, but its state belongs to ${path}` }];
  }

  /** A version and its machine, for the authority the receipt named; before receipt all are alike. */
  private async versionOf(tx: Transaction, code: string, version: number, authority: DossierAuthority | undefined): Promise<ReplayedVersion | undefined> {
    const key = `${code} ${version}`;
    if (!this.procedures.has(key)) {
      const row = await tx.maybeOne<{ document: string }>(`select document from procedure_version where code = $1 and version = $2 and state = 'published'`, [code, version]);
      this.procedures.set(key, row && (JSON.parse(row.document) as Procedure));
    }
    const procedure = this.procedures.get(key);
    return procedure && { procedure, machine: this.machines.get(code, version, authority ?? usualAuthority(procedure), () => procedure.process) };
  }
}
