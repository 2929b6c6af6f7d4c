import { readFileSync } from 'node:fs';
import { dataPath, DomainError } from '@app/kernel';
import { describeEntry, type Guidance } from './describe.js';
import { findVersionInForce, getReceivable, headingOf, type CatalogueEntry } from './entry.js';
import type { Procedure, Skeleton } from './procedure.js';
import { SearchIndex, type PlainWords } from './search-index.js';

/** The whole catalogue in memory, as of one moment: immutable, indexed for search. */
export class Catalogue {
  private readonly entries: ReadonlyMap<string, CatalogueEntry>;
  private readonly index: SearchIndex;

  /** @param today local day, `YYYY-MM-DD`: a procedure is found by the name it has then. */
  constructor(procedures: readonly Procedure[], skeletons: readonly Skeleton[], today: string) {
    const entries = new Map<string, CatalogueEntry>(skeletons.map((skeleton) => [skeleton.code, { code: skeleton.code, skeleton, versions: [] }]));
    for (const procedure of procedures) {
      const entry = entries.get(procedure.code) ?? { code: procedure.code, versions: [] };
      entries.set(procedure.code, { ...entry, versions: [...entry.versions, procedure].sort((a, b) => b.version - a.version) });
    }
    this.entries = entries;
    this.index = new SearchIndex([...entries.values()].map((entry) => [entry, headingOf(entry, today)]), plainWords());
  }

  get size(): number {
    return this.entries.size;
  }

  /** Every entry, by code. */
  all(): CatalogueEntry[] {
    return [...this.entries.values()].sort((a, b) => a.code.localeCompare(b.code));
  }

  /** The best entries for a query (name with or without accents, code, field, initials), best first. */
  search(query: string, { limit = 20 }: { readonly limit?: number } = {}): CatalogueEntry[] {
    return this.index.search(query, limit);
  }

  find(code: string): CatalogueEntry | undefined {
    return this.entries.get(code);
  }

  /** @throws DomainError procedure.unknown */
  get(code: string): CatalogueEntry {
    const entry = this.find(code);
    if (!entry) throw new DomainError('procedure.unknown', { params: { code } });
    return entry;
  }

  findVersion(code: string, version: number): Procedure | undefined {
    return this.find(code)?.versions.find((candidate) => candidate.version === version);
  }

  /** The version a dossier received on this local day follows; nothing when none is in force. */
  versionInForce(code: string, day: string): Procedure | undefined {
    const entry = this.find(code);
    return entry && findVersionInForce(entry, day);
  }

  /** Guidance on a procedure, complete or not. @throws DomainError procedure.unknown */
  describe(code: string, day: string): Guidance {
    return describeEntry(this.get(code), day);
  }

  /**
   * The version to receive by on a local day.
   * @throws DomainError procedure.unknown, procedure.referred, procedure.not-receivable
   */
  getReceivable(code: string, day: string): Procedure {
    return getReceivable(this.get(code), day);
  }
}

function plainWords(): readonly PlainWords[] {
  return JSON.parse(readFileSync(dataPath('libs/catalogue/data/plain-words.json'), 'utf8')) as PlainWords[];
}
