import { Inject, Injectable } from '@nestjs/common';
import { toDatabasePrincipal, type CitizenPrincipal } from '@app/access';
import { CatalogueService, headingOf } from '@app/catalogue';
import { Database, type Transaction } from '@app/database';
import { DomainError, localDate, type Clock, type Localized } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import { paperStateOn, PersonsService, sourceOf, SubjectsService, type Assurance, type OwnAttribute, type PaperOnFile, type PaperState, type Reached } from '@app/persons';
import { CLOCK } from '../clock-token.js';
import { DossierWorld } from '../dossier-world.js';
import { readerOf } from '../reader-of.js';
import { unitView } from '../views/unit-view.js';
import { belongingView, type HouseholdView, type RoleView } from './belonging.js';
import { familyOf, type RelativeView } from './family.js';
import { lookView, type LookView } from './looks.js';
import { CORRECTED_BY, linkOf, valuesOf, type CorrectionView, type DossierCodes, type DossierLink, type ValueView } from './values.js';

/** A paper on file as its owner reads it: what and until when, not what stands in it. */
export interface OwnPaperView {
  readonly id: string;
  readonly name: Localized;
  readonly number?: string;
  readonly issuer?: string;
  readonly issuedOn?: string;
  readonly validUntil?: string;
  readonly state: PaperState;
  readonly assurance: Assurance;
  readonly source: Localized;
  readonly asOf: string;
  readonly dossier?: DossierLink;
}

/** What is on file about a person, as they read it. */
export interface MyDataView {
  readonly personId: string;
  /** Whose file it is to whoever reads it. */
  readonly as: Reached['as'];
  readonly values: readonly ValueView[];
  readonly family: readonly RelativeView[];
  readonly papers: readonly OwnPaperView[];
  readonly household?: HouseholdView;
  /** In organisations. */
  readonly roles: readonly RoleView[];
}

/** Who looked at it. */
export interface LooksView {
  readonly looks: readonly LookView[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly months: ReadonlyArray<{ readonly month: string; readonly count: number }>;
}

export interface LooksQuestion {
  /** A minor child; oneself when left out. */
  readonly of?: string;
  /** Local month, `YYYY-MM`. */
  readonly month?: string;
  /** From 1. */
  readonly page: number;
  readonly withOwn: boolean;
}

const PAGE = 20;

/** In the words the log keeps. */
const PURPOSES: Readonly<Record<Reached['as'], string>> = { self: 'Xem dữ liệu của chính mình', parent: 'Cha, mẹ xem dữ liệu của con chưa thành niên' };

/**
 * What a person may know about the data on file about them and about their minor children: values with their history, family, papers,
 * and who looked. Officers and other people are never named.
 */
@Injectable()
export class MyData {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly subjects: SubjectsService,
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everything on file about oneself, or about a minor child. @throws DomainError person.unknown for anybody else */
  async read(principal: CitizenPrincipal, of?: string): Promise<MyDataView> {
    const today = localDate(this.clock.now());
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const { personId, as } = await this.reach(tx, principal, of);
      const { family, papers, facts } = await this.persons.ownFile(tx, personId, { reader: readerOf(principal), purpose: PURPOSES[as] });
      const belonging = await this.subjects.belongingOf(tx, personId);
      const codes = await this.codesOf(tx, [...facts, ...papers, ...family, ...belonging.roles, ...(belonging.household ? [belonging.household] : [])].flatMap(({ dossierId }) => dossierId ?? []));
      return {
        personId, as, values: valuesOf(facts, codes, (attribute) => this.correctionOf(attribute, today)),
        family: familyOf(family, codes, today), papers: papers.map((paper) => paperView(paper, codes, today)),
        ...belongingView(belonging, codes),
      };
    });
  }

  /** Who looked, the latest first. What the law puts off is not among it until its day. @throws DomainError person.unknown for anybody else */
  async looks(principal: CitizenPrincipal, { of, month, page, withOwn }: LooksQuestion): Promise<LooksView> {
    const now = this.clock.now();
    const today = localDate(now);
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const { personId } = await this.reach(tx, principal, of);
      const { entries, total, months } = await this.persons.readLogOf(tx, personId, { now, withOwn, offset: (page - 1) * PAGE, limit: PAGE, ...(month === undefined ? {} : { month }) });
      const codes = await this.codesOf(tx, entries.flatMap(({ dossierId }) => dossierId ?? []));
      const unitIds = [...new Set(entries.flatMap(({ unitId }) => unitId ?? []))];
      const units = new Map(await Promise.all(unitIds.map(async (id): Promise<[string, string]> => [id, await this.nameOf(id)])));
      const procedures = new Map(entries.flatMap(({ procedureCode }) => {
        const entry = procedureCode === null ? undefined : this.catalogue.find(procedureCode);
        return entry === undefined ? [] : [[entry.code, headingOf(entry, today).name] as const];
      }));
      return { looks: entries.map((entry) => lookView(entry, units, procedures, codes)), total, page, pages: Math.max(1, Math.ceil(total / PAGE)), months };
    });
  }

  private reach(tx: Transaction, principal: CitizenPrincipal, of: string | undefined): Promise<Reached> {
    const now = this.clock.now();
    return this.persons.reachFile(tx, { readerId: principal.personId, now, today: localDate(now), ...(of === undefined ? {} : { of }) });
  }

  /** The codes of dossiers that a file speaks of. Which of them are one's own the walls say; a code alone tells nothing of anybody. */
  private async codesOf(tx: Transaction, ids: readonly string[]): Promise<DossierCodes> {
    const named = [...new Set(ids)];
    if (named.length === 0) return new Map();
    const rows = await tx.rows<{ id: string; code: string; isOwn: boolean }>(
      'select id, code, exists (select from dossier d where d.id = named.id) as "isOwn" from dossier_codes($1::uuid[]) as named', [named]);
    return new Map(rows.map(({ id, code, isOwn }) => [id, { code, isOwn }]));
  }

  /** A unit that is no more, or was never one of ours, is told by what the log has. */
  private async nameOf(unitId: string): Promise<string> {
    return (await this.organisation.findUnit(unitId)) === undefined ? unitId : (await unitView(this.world, unitId)).name;
  }

  private correctionOf(attribute: OwnAttribute, today: string): CorrectionView | undefined {
    const code = CORRECTED_BY[attribute];
    const entry = code === undefined ? undefined : this.catalogue.find(code);
    return entry && { procedureCode: entry.code, procedureName: headingOf(entry, today).name, isReceivable: this.isReceivable(entry.code, today) };
  }

  private isReceivable(code: string, today: string): boolean {
    try {
      return this.catalogue.getReceivable(code, today) !== undefined;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

function paperView(paper: PaperOnFile, codes: DossierCodes, today: string): OwnPaperView {
  const { id, name, number, issuer, issuedOn, acceptedOn, validUntil, assurance } = paper;
  const dossier = linkOf(paper.dossierId, codes);
  return {
    id, name, state: paperStateOn(paper, today), assurance, source: sourceOf(paper), asOf: issuedOn ?? acceptedOn ?? '',
    ...(number === null ? {} : { number }), ...(issuer === null ? {} : { issuer }), ...(issuedOn === null ? {} : { issuedOn }), ...(validUntil === null ? {} : { validUntil }),
    ...(dossier === undefined ? {} : { dossier }),
  };
}
