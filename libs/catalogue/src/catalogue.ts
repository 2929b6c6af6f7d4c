import { readFileSync } from 'node:fs';
import { dataPath, DomainError } from '@app/kernel';
import { describeEntry, type Guidance } from './describe.js';
import { findGroupInForce, findVersionInForce, getReceivable, headingOf, type CatalogueEntry } from './entry.js';
import { isLinkedGroup, type LinkedGroup } from './linked/linked-group.js';
import { effectiveProcedure, type EffectiveProcedure } from './local/effective-procedure.js';
import type { LocalRule, Place } from './local/local-rule.js';
import { rulesInForce } from './local/rules-in-force.js';
import type { Procedure, Skeleton } from './procedure.js';
import { SearchIndex, type PlainWords } from './search-index.js';

/** The whole catalogue in memory, as of one moment: immutable, indexed for search. */
export class Catalogue {
  private readonly entries: ReadonlyMap<string, CatalogueEntry>;
  private readonly index: SearchIndex;
  private readonly rules: ReadonlyMap<string, readonly LocalRule[]>;

  /**
   * @param today local day, `YYYY-MM-DD`: a procedure is found by the name it has then
   * @param rules the approved rules of provinces and communes
   */
  constructor(procedures: ReadonlyArray<Procedure | LinkedGroup>, skeletons: readonly Skeleton[], today: string, rules: readonly LocalRule[] = []) {
    this.rules = Map.groupBy(rules, ({ code }) => code);
    const entries = new Map<string, CatalogueEntry>(skeletons.map((skeleton) => [skeleton.code, { code: skeleton.code, skeleton, versions: [] }]));
    for (const procedure of procedures) {
      const entry = entries.get(procedure.code) ?? { code: procedure.code, versions: [] };
      entries.set(procedure.code, isLinkedGroup(procedure)
        ? { ...entry, groups: newestFirst([...(entry.groups ?? []), procedure]) }
        : { ...entry, versions: newestFirst([...entry.versions, procedure]) });
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

  /** The linked group of a code in force on a local day; nothing where the code is no group's. */
  groupInForce(code: string, day: string): LinkedGroup | undefined {
    const entry = this.find(code);
    return entry && findGroupInForce(entry, day);
  }

  findGroup(code: string, version: number): LinkedGroup | undefined {
    return this.find(code)?.groups?.find((candidate) => candidate.version === version);
  }

  /** Every approved rule of provinces and communes for a procedure, past and future ones too. */
  localRules(code: string): readonly LocalRule[] {
    return this.rules.get(code) ?? [];
  }

  /** A national version with the rules of a place over it, as it holds on a day. */
  effective(national: Procedure, place: Place, day: string): EffectiveProcedure {
    return effectiveProcedure(national, this.localRules(national.code), place, day);
  }

  /** Guidance on a procedure at a place, complete or not. @throws DomainError procedure.unknown */
  describe(code: string, day: string, place: Place = {}): Guidance {
    return describeEntry(this.get(code), day, rulesInForce(this.localRules(code), place, day), place, (member) => {
      const entry = this.find(member);
      return entry && findVersionInForce(entry, day);
    });
  }

  /**
   * The version to receive by on a local day: the national document, before the rules of the place.
   * @throws DomainError procedure.unknown, procedure.referred, procedure.not-receivable
   */
  getReceivable(code: string, day: string, place: Place = {}): Procedure {
    return getReceivable(this.get(code), day, rulesInForce(this.localRules(code), place, day));
  }
}

function newestFirst<Version extends { readonly version: number }>(versions: readonly Version[]): Version[] {
  return versions.toSorted((a, b) => b.version - a.version);
}

function plainWords(): readonly PlainWords[] {
  return JSON.parse(readFileSync(dataPath('libs/catalogue/data/plain-words.json'), 'utf8')) as PlainWords[];
}
