import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DomainError, localDate, StartError, systemClock } from '@app/kernel';
import { Database, PUBLIC, type Transaction } from '@app/database';
import { Catalogue } from './catalogue.js';
import type { Guidance } from './describe.js';
import type { CatalogueEntry } from './entry.js';
import type { EffectiveProcedure } from './local/effective-procedure.js';
import type { Place } from './local/local-rule.js';
import { readLocalRules } from './local/local-rule-records.js';
import { isLinkedGroup, type LinkedGroup } from './linked/linked-group.js';
import { nonBoundaryRule, type NonBoundaryList, type NonBoundaryRule } from './non-boundary/non-boundary-list.js';
import { readNonBoundaryLists } from './non-boundary/non-boundary-records.js';
import type { Procedure, Skeleton } from './procedure.js';
import { publishProcedure, type StoredVersion } from './publish.js';

interface VersionRow {
  readonly state: 'skeleton' | 'published';
  readonly document: string;
  /** Last day in force of a version that was ended later. */
  readonly last_day: string | null;
}

const READ = `SELECT v.state, v.document, e.last_day::text AS last_day FROM procedure_version v LEFT JOIN procedure_end e USING (code, version)`;

/** How often a process asks whether another one has published. A version is published days before it takes effect. */
const ASK_AGAIN_MS = 5_000;

/** A short text that differs whenever a version was stored or ended, a local rule or a list of non-boundary receipt was approved, or a new day began (by which names are chosen). */
const STAMP = `SELECT (SELECT count(*) || ' ' || md5(string_agg(code || ' ' || version || ' ' || digest, ',' ORDER BY code, version)) FROM procedure_version)
  || ' ' || (SELECT count(*) FROM procedure_end) || ' ' || (SELECT count(*) FROM local_rule WHERE outcome = 'approved')
  || ' ' || (SELECT count(*) FROM non_boundary_list WHERE outcome = 'approved') AS stamp`;

/**
 * The catalogue of the running program: read from the database at start and held in memory, since every act asks for
 * the version its dossier follows. What another process publishes shows here within seconds, without a restart. Days
 * are local calendar days, `YYYY-MM-DD`.
 */
@Injectable()
export class CatalogueService implements OnModuleInit, OnModuleDestroy {
  private current: Catalogue | undefined;
  private lists: readonly NonBoundaryList[] = [];
  private stamp = '';
  private timer: ReturnType<typeof setInterval> | undefined;
  private asking: Promise<void> = Promise.resolve();
  /** Parsed once, so that what is compiled for a version is found again after a refresh. */
  private readonly parsed = new Map<string, Procedure | LinkedGroup>();

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      // A database that is away for a moment is asked again the next time; until then the catalogue in memory serves.
      this.asking = this.refreshIfChanged().then(() => undefined, () => undefined);
    }, ASK_AGAIN_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.asking;
  }

  /**
   * Reads the catalogue again; call it after the transaction of a publication has committed.
   * @throws StartError when the table is empty
   */
  async refresh(): Promise<void> {
    const [{ stamp }, rows, rules, lists] = await this.database.transaction(PUBLIC, (tx) =>
      Promise.all([tx.one<{ stamp: string }>(STAMP), tx.rows<VersionRow>(`${READ} ORDER BY code, version`), readLocalRules(tx), readNonBoundaryLists(tx)]));
    if (rows.length === 0) throw new StartError('The catalogue is empty: import it first (npm run -s admin -- import-catalogue).');
    const published = rows.filter(({ state }) => state === 'published').map((row) => this.parse(row));
    const skeletons = rows.filter(({ state }) => state === 'skeleton').map(({ document }) => JSON.parse(document) as Skeleton);
    const today = localDate(systemClock.now());
    this.current = new Catalogue(published, skeletons, today, rules);
    this.lists = lists;
    this.stamp = `${stamp} ${today}`;
  }

  /** Reads the catalogue again if it has changed; answers whether it had. */
  async refreshIfChanged(): Promise<boolean> {
    const { stamp } = await this.database.transaction(PUBLIC, (tx) => tx.one<{ stamp: string }>(STAMP));
    if (`${stamp} ${localDate(systemClock.now())}` === this.stamp) return false;
    await this.refresh();
    return true;
  }

  /** The catalogue in memory. */
  get catalogue(): Catalogue {
    if (!this.current) throw new Error('the catalogue is asked before it was read; await refresh() first');
    return this.current;
  }

  /** The best entries for a query: name with or without accents, code, field or initials. In memory, some 2 ms. */
  search(query: string, options: { readonly limit?: number } = {}): CatalogueEntry[] {
    return this.catalogue.search(query, options);
  }

  find(code: string): CatalogueEntry | undefined {
    return this.catalogue.find(code);
  }

  /**
   * The version a dossier follows. One that another process published meanwhile is read from the database.
   * @throws DomainError procedure.version-missing
   */
  async getVersion(code: string, version: number): Promise<Procedure> {
    const known = this.catalogue.findVersion(code, version) ?? (await this.readVersion(code, version));
    if (!known) throw new DomainError('procedure.version-missing', { params: { code, version } });
    return known;
  }

  /** The version in force on a day; nothing when none is. */
  versionInForce(code: string, day: string): Procedure | undefined {
    return this.catalogue.versionInForce(code, day);
  }

  /** The linked group of a code in force on a day; nothing where the code is no group's. */
  groupInForce(code: string, day: string): LinkedGroup | undefined {
    return this.catalogue.groupInForce(code, day);
  }

  /** The version of a linked group that a filing followed. @throws DomainError procedure.version-missing */
  getGroup(code: string, version: number): LinkedGroup {
    const group = this.catalogue.findGroup(code, version);
    if (!group) throw new DomainError('procedure.version-missing', { params: { code, version } });
    return group;
  }

  /** The lists of non-boundary receipt of every province, in the order they were decided. */
  get nonBoundaryLists(): readonly NonBoundaryList[] {
    return this.lists;
  }

  /** What the published list of a province says of a procedure on a day (Decree 118/2025 Art. 14(4)); nothing where it is not on it. */
  nonBoundaryRule(province: string, code: string, day: string): NonBoundaryRule | undefined {
    return nonBoundaryRule(this.lists, province, code, day);
  }

  /** @throws DomainError procedure.unknown */
  describe(code: string, day: string, place: Place = {}): Guidance {
    return this.catalogue.describe(code, day, place);
  }

  /** A national version with the rules of a place over it, as it holds on a day: what limits, fees and ways of filing are taken from. */
  effective(national: Procedure, place: Place, day: string): EffectiveProcedure {
    return this.catalogue.effective(national, place, day);
  }

  /**
   * The version to receive by on a day.
   * @throws DomainError procedure.unknown, procedure.referred, procedure.not-receivable
   */
  getReceivable(code: string, day: string, place: Place = {}): Procedure {
    return this.catalogue.getReceivable(code, day, place);
  }

  /**
   * Checks a document and stores it as a new immutable version; {@link refresh} once the transaction has committed.
   * @throws DomainError procedure.faulty, naming the part that is missing or wrong
   */
  publish(tx: Transaction, document: unknown): Promise<StoredVersion> {
    return publishProcedure(tx, document);
  }

  private async readVersion(code: string, version: number): Promise<Procedure | undefined> {
    const row = await this.database.transaction(PUBLIC, (tx) =>
      tx.maybeOne<VersionRow>(`${READ} WHERE code = $1 AND version = $2 AND state = 'published'`, [code, version]),
    );
    const found = row && this.parse(row);
    return found === undefined || isLinkedGroup(found) ? undefined : found;
  }

  private parse({ document, last_day: lastDay }: VersionRow): Procedure | LinkedGroup {
    const fresh = JSON.parse(document) as Procedure | LinkedGroup;
    const key = `${fresh.code} ${fresh.version}`;
    const known = this.parsed.get(key) ?? fresh;
    this.parsed.set(key, known);
    // The stored document never changes; that it was ended stands beside it.
    return lastDay === null ? known : { ...known, effective: { ...known.effective, until: lastDay } };
  }
}
