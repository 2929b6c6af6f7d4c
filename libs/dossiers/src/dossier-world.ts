import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@app/calendar';
import type { Transaction } from '@app/database';
import { DomainError, localDate } from '@app/kernel';
import { CatalogueService, procedureAt, type EffectiveProcedure, type LinkedGroup, type Place, type NonBoundaryRule, type Procedure } from '@app/catalogue';
import { AuthorityBook, OrganisationService, type Unit } from '@app/organisation';
import { SigningKeys, type KeyOwner } from '@app/signing';
import { Contents } from '@app/storage';
import { MachineCache, type DossierMachine } from '@app/workflow';
import { authorityInForce, settledAuthority, usualAuthority, type AuthorityRow } from './authority.js';
import type { DossierAuthority } from './dossier-authority.js';

const EVERY_UNIT = 10_000;

/** The communes and the unit a filing names. */
export interface FilingPlaces {
  readonly communeId: string;
  readonly competentCommuneId?: string;
  readonly collectCommuneId?: string;
  readonly helpUnitId?: string;
}

/** A procedure as it is decided for one dossier, with its machine. */
export interface DossierProcedure {
  readonly procedure: Procedure;
  readonly machine: DossierMachine;
  readonly authority: DossierAuthority;
  /** Why the dossier cannot be received as the rules of authority stand. */
  readonly refusal?: DomainError;
}

/** What acts and views ask of the rest of the house: procedures with their machines, units, calendars. Holds no request data. */
@Injectable()
export class DossierWorld {
  private readonly machines = new MachineCache();

  constructor(
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    private readonly contents: Contents,
    private readonly authorities: AuthorityBook,
    private readonly keys: SigningKeys,
  ) {}

  /** Whether an officer or a unit has a key that holds at that moment. */
  holdsKey(tx: Transaction, owner: KeyOwner, at: Temporal.Instant): Promise<boolean> {
    return this.keys.holdsKey(tx, owner, at);
  }

  /** A complete procedure as those decide who usually do, and its machine. @throws DomainError procedure.version-missing */
  async procedure(code: string, version: number): Promise<DossierProcedure> {
    const procedure = await this.catalogue.getVersion(code, version);
    return this.at(procedure, usualAuthority(procedure));
  }

  /**
   * The procedure of a dossier at the version it began with, as those decide who are competent for it: by the authority frozen
   * at its receipt, before that by the rule in force.
   * @throws DomainError procedure.version-missing
   */
  async procedureOf(tx: Transaction, dossier: AuthorityRow, now: Temporal.Instant): Promise<DossierProcedure> {
    const procedure = await this.catalogue.getVersion(dossier.procedure_code, dossier.procedure_version);
    const settled = settledAuthority(dossier, procedure);
    if (settled !== undefined) return this.at(procedure, settled);
    const [rules, line] = await Promise.all([this.authorities.inForce(tx), this.organisation.lineOf(dossier.competent_commune)]);
    const { authority, refusal } = await authorityInForce(tx, rules, procedure, dossier.id, line.map(({ id }) => id), localDate(now));
    return { ...this.at(procedure, authority), ...(refusal && { refusal }) };
  }

  private at(procedure: Procedure, authority: DossierAuthority): DossierProcedure {
    const machine = this.machines.get(procedure.code, procedure.version, authority, () => procedure.process);
    return { procedure: procedureAt(procedure, authority, machine.process), machine, authority };
  }

  /** The version of a linked group that was filed. @throws DomainError procedure.version-missing */
  linkedGroup(code: string, version: number): LinkedGroup {
    return this.catalogue.getGroup(code, version);
  }

  /** Province and commune of a unit, by which local rules are found. */
  async placeOf(unitId: string): Promise<Place> {
    return placeIn(await this.organisation.lineOf(unitId));
  }

  /** The province of this desk, where all its centres lie in one; nothing where they do not. For questions that name no commune. */
  async homePlace(): Promise<Place> {
    let home: string | undefined;
    for (const { id } of await this.organisation.findUnits({ kind: 'centre', limit: EVERY_UNIT })) {
      const { province } = await this.placeOf(id);
      if (province === undefined || (home !== undefined && province !== home)) return {};
      home = province;
    }
    return home === undefined ? {} : { province: home };
  }

  /** A national version as it holds in a commune on a local day: limits, fees and ways of filing are taken from here. */
  async effective(procedure: Procedure, communeId: string, day: string): Promise<EffectiveProcedure> {
    return this.catalogue.effective(procedure, await this.placeOf(communeId), day);
  }

  /** What the list of a province says of a procedure on a day; nothing where no centre receives it for another commune. */
  nonBoundaryRule(province: string, code: string, day: string): NonBoundaryRule | undefined {
    return this.catalogue.nonBoundaryRule(province, code, day);
  }

  /** The published versions after one, newest first, whether in force yet or not. */
  versionsAfter(code: string, version: number): readonly Procedure[] {
    return this.catalogue.find(code)?.versions.filter((each) => each.version > version) ?? [];
  }

  /** The unit a process path means, seen from a unit or commune. */
  unitAt(path: string, seenFrom: string): Promise<Unit> {
    return this.organisation.resolveUnit(path, seenFrom);
  }

  /** The province a unit belongs to; the unit itself where it is one. */
  async provinceOf(unitId: string): Promise<string> {
    return (await this.organisation.lineOf(unitId)).find(({ kind }) => kind === 'province')?.id ?? unitId;
  }

  /** The communes with a desk of their own in the province of a unit. */
  async communesWithDesk(unitId: string): Promise<Unit[]> {
    const [communes, centres] = await Promise.all([
      this.organisation.findUnits({ kind: 'commune', limit: EVERY_UNIT, parentId: await this.provinceOf(unitId) }),
      this.organisation.findUnits({ kind: 'centre', limit: EVERY_UNIT }),
    ]);
    const withDesk = new Set(centres.map((centre) => centre.parentId));
    return communes.filter(({ id }) => withDesk.has(id));
  }

  /**
   * The counter that receives: the centre of a commune, or the province's own, which receives for the communes below it
   * (Decree 118/2025 Art. 14(4)).
   */
  async counterAt(path: string, seenFrom: string): Promise<Unit> {
    const line = await this.organisation.lineOf(seenFrom);
    const isAbove = path.startsWith('commune/') && !line.some(({ kind }) => kind === 'commune');
    return this.organisation.resolveUnit(isAbove ? path.replace(/^commune/u, 'province') : path, seenFrom);
  }

  /** The communes of a filing as they stand now: what was written for one that has ended goes to the unit that followed it. */
  async standing<Places extends FilingPlaces>(places: Places): Promise<Places> {
    const { communeId, competentCommuneId, collectCommuneId, helpUnitId } = places;
    const next = async (id: string): Promise<string> => ((await this.organisation.findUnit(id)) === undefined ? id : (await this.organisation.successorOf(id)).id);
    return {
      ...places, communeId: await next(communeId),
      ...(competentCommuneId !== undefined && { competentCommuneId: await next(competentCommuneId) }),
      ...(collectCommuneId !== undefined && { collectCommuneId: await next(collectCommuneId) }),
      ...(helpUnitId !== undefined && { helpUnitId: await next(helpUnitId) }),
    };
  }

  /** Reads units anew where another process has changed them and a dossier names one unknown here. */
  async catchUpWith(tx: Transaction, unitIds: ReadonlyArray<string | null>): Promise<void> {
    if (!(await this.organisation.knows(unitIds.filter((id) => id !== null)))) await this.organisation.catchUp(tx);
  }

  /** Has the units be those of this transaction. */
  catchUp(tx: Transaction): Promise<void> {
    return this.organisation.catchUp(tx);
  }

  /**
   * The unit a process path means in the commune a re-route goes to.
   * @throws DomainError reroute.commune-unknown for what is no commune; unit.succeeded for one that has ended, naming the one that followed
   */
  async unitElsewhere(path: string, communeId: string | null): Promise<Unit> {
    const commune = communeId === null ? undefined : await this.organisation.findUnit(communeId);
    if (commune?.kind !== 'commune') throw new DomainError('reroute.commune-unknown');
    if (commune.successorId !== null) throw new DomainError('unit.succeeded', { params: { unit: commune.shortName, successor: (await this.organisation.successorOf(commune.id)).shortName } });
    return this.organisation.resolveUnit(path, commune.id);
  }

  unit(id: string): Promise<Unit> {
    return this.organisation.getUnit(id);
  }

  /** The unit and those above it, the nearest first. */
  lineOf(unitId: string): Promise<Unit[]> {
    return this.organisation.lineOf(unitId);
  }

  /** The other communes of the same province that have a desk of their own, by any part of their name. */
  async communesBeside(communeId: string, text: string): Promise<Unit[]> {
    const { parentId } = await this.organisation.getUnit(communeId);
    const [communes, centres] = await Promise.all([
      this.organisation.findUnits({ kind: 'commune', text, limit: EVERY_UNIT, ...(parentId === null ? {} : { parentId }) }),
      this.organisation.findUnits({ kind: 'centre', limit: EVERY_UNIT }),
    ]);
    const withDesk = new Set(centres.map((centre) => centre.parentId));
    return communes.filter(({ id }) => id !== communeId && withDesk.has(id));
  }

  /** Whether a stored file or paper is still, byte for byte, what its digest says. */
  isIntact(sha256: string): Promise<boolean> {
    return this.contents.isIntact(sha256);
  }

  /** @param tx where a date is to be stored: then the calendar is the one in force at that moment, whichever process changed it */
  calendarOf(unitId: string, tx?: Transaction): Promise<WorkingCalendar> {
    return this.organisation.unitCalendar(unitId, tx);
  }
}

/** Province and commune among a unit and those above it. */
export function placeIn(line: readonly Unit[]): Place {
  const province = line.find(({ kind }) => kind === 'province')?.id;
  const commune = line.find(({ kind }) => kind === 'commune')?.id;
  return { ...(province !== undefined && { province }), ...(commune !== undefined && { commune }) };
}
