import { Inject, Injectable } from '@nestjs/common';
import { toDatabasePrincipal, type CitizenPrincipal, type OfficerPrincipal } from '@app/access';
import { CatalogueService, type Declaration, type LinkedGroup, type Procedure } from '@app/catalogue';
import { Database, type Transaction } from '@app/database';
import { DomainError, localDate, type Clock } from '@app/kernel';
import { PersonsService, SubjectsService, satisfyingPapers, type Look, type PersonOnFile } from '@app/persons';
import type { ActData, SuppliedComponent } from '../act-command.js';
import { CLOCK } from '../clock-token.js';
import { DossierWorld } from '../dossier-world.js';
import { FileGroup, type GroupAnswer } from '../linked/file-group.js';
import { FileDossier, type FiledPerson, type Filing, type FilingAnswer } from '../file-dossier.js';
import { pairPapers } from '../pair-papers.js';
import { readerOf } from '../reader-of.js';
import { decidedIn } from './assess-intake.js';
import { originsOf, type AnsweredOffer, type Known } from './origins.js';
import { readOwner, type FormOwnerOnFile } from './owner-on-file.js';
import { keptAnswers } from '../sources/query-rows.js';
import { withSourcePapers } from '../sources/source-papers.js';

/** What counter and citizen send alike. */
export interface IntakeRequest {
  readonly commandId: string;
  readonly dossierId: string;
  readonly procedureCode: string;
  readonly communeId: string;
  /** The commune whose offices decide, where that is another one. */
  readonly competentCommuneId?: string;
  /** The commune at whose centre the result is collected. */
  readonly collectCommuneId?: string;
  readonly declaration: Declaration;
  readonly offers: readonly AnsweredOffer[];
  readonly components: readonly SuppliedComponent[];
  readonly delivery: 'counter' | 'post' | 'electronic';
  readonly phone?: string;
  readonly email?: string;
  readonly draftId?: string;
  /** The organisation that owns it; whoever files then acts for it. */
  readonly organisationId?: string;
}

/** What a filing is made from: who owns it, and what is on file for the form. */
type KnownOwner = FormOwnerOnFile & Known;

/** An intake at the counter: who owns it, who brought it, and what the clerk does with it. */
export interface CounterIntake extends IntakeRequest {
  /** Where an organisation owns it, whoever acts for it. */
  readonly ownerId: string;
  readonly filer?: { readonly personId: string; readonly ground: string };
  readonly outcome: 'receive' | 'requestSupplement' | 'refuseReceipt' | 'file';
  /** With `file`: the clerk helps the person to file online with another centre; here is where that is done. */
  readonly helpUnitId?: string;
  readonly data: ActData;
}

/** Turns what a screen sends into a filing: persons frozen, offers checked against the data on file, papers with their digests. */
@Injectable()
export class Intake {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    readonly persons: PersonsService,
    readonly subjects: SubjectsService,
    private readonly fileDossier: FileDossier,
    private readonly world: DossierWorld,
    private readonly fileGroup: FileGroup,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * At the counter the person stays the applicant; the clerk is recorded as the one who helped. @throws DomainError organisation.no-role, organisation.not-owner
   */
  async atCounter(principal: OfficerPrincipal, request: CounterIntake): Promise<FilingAnswer | GroupAnswer> {
    const look = this.look(principal, request, 'Tiếp nhận hồ sơ tại quầy');
    const { known, filer } = await this.database.transaction(toDatabasePrincipal(principal), async (tx) => ({
      known: await this.known(tx, request, request.ownerId, look),
      filer: request.filer && (await this.persons.getPerson(tx, request.filer.personId, look)),
    }));
    const helped = request.outcome === 'file' && request.helpUnitId !== undefined;
    const filed = { byOwner: request.filer === undefined, ...(request.filer && filer && { filer: { ground: request.filer.ground, person: filer.person } }) };
    const filing = { ...(await this.filing(request, { ...known, ...filed }, helped ? 'online' : 'counter', 'clerk', request.outcome, request.data)), ...(helped ? { helpUnitId: request.helpUnitId } : {}) };
    return this.file(
      filer && request.filer ? { ...filing, filer: { person: frozen(filer, {}), ground: request.filer.ground } } : filing, principal);
  }

  /** Online the citizen files for themselves, or for an organisation in a role recorded today. @throws DomainError organisation.no-role, organisation.not-owner */
  async online(principal: CitizenPrincipal, request: IntakeRequest): Promise<FilingAnswer | GroupAnswer> {
    const look = this.look(principal, request, request.organisationId === undefined ? 'Tự nộp hồ sơ trực tuyến' : 'Nộp hồ sơ trực tuyến thay cho tổ chức');
    const known = { ...(await this.database.transaction(toDatabasePrincipal(principal), (tx) => this.known(tx, request, principal.personId, look))), byOwner: true };
    return this.file(await this.filing(request, known, 'online', 'citizen', 'file', {}), principal);
  }

  /** What is on file for the form; what national sources answered was asked about a person, and is no organisation's. */
  private async known(tx: Transaction, request: IntakeRequest, personId: string, look: Look): Promise<KnownOwner> {
    const today = localDate(this.clock.now());
    const { organisationId } = request;
    const form = this.formOf(request, today);
    const owner = await readOwner(tx, this, form, request.declaration, { personId, look, ...(organisationId === undefined ? {} : { organisationId }) }, today);
    return { ...owner, answers: organisationId === undefined ? await keptAnswers(tx, request.draftId ?? request.dossierId, personId) : [] };
  }

  private formOf({ procedureCode }: IntakeRequest, today: string): LinkedGroup | Procedure {
    return this.catalogue.groupInForce(procedureCode, today) ?? this.catalogue.getReceivable(procedureCode, today);
  }

  /** The code of a linked group makes a group with its dossiers, any other code one dossier. */
  private file(filing: Filing, principal: OfficerPrincipal | CitizenPrincipal): Promise<FilingAnswer | GroupAnswer> {
    const linked = this.catalogue.groupInForce(filing.procedureCode, localDate(this.clock.now()));
    return linked === undefined ? this.fileDossier.file(filing, principal) : this.fileGroup.file(linked, filing, principal);
  }

  private look(principal: OfficerPrincipal | CitizenPrincipal, request: IntakeRequest, purpose: string): Look {
    return { reader: readerOf(principal), purpose, procedureCode: request.procedureCode, dossierId: request.dossierId };
  }

  /** @throws DomainError non-boundary.not-listed where the province's list does not let this centre receive for another commune */
  private async mayReceiveFor({ procedureCode: code, communeId, competentCommuneId }: IntakeRequest, today: string): Promise<void> {
    if (competentCommuneId === undefined || competentCommuneId === communeId) return;
    if (this.world.nonBoundaryRule(await this.world.provinceOf(communeId), code, today) === undefined) throw new DomainError('non-boundary.not-listed', { params: { code } });
  }

  private async filing(request: IntakeRequest, known: KnownOwner, channel: Filing['channel'], by: 'citizen' | 'clerk', event: Filing['event'], data: ActData): Promise<Filing> {
    const today = localDate(this.clock.now());
    await this.mayReceiveFor(request, today);
    const form = this.formOf(request, today);
    const file = withSourcePapers(known.file, form, known.answers);
    const digests = pairPapers(form.components, request.components, file.papers, today);
    const fetched = file.papers.filter((paper) => digests.has(paper.id) && !known.file.papers.includes(paper));
    return {
      commandId: request.commandId,
      dossierId: request.dossierId,
      procedureCode: request.procedureCode,
      channel,
      delivery: request.delivery,
      communeId: request.communeId,
      ...(request.competentCommuneId === undefined ? {} : { competentCommuneId: request.competentCommuneId }),
      ...(request.collectCommuneId === undefined || request.delivery !== 'counter' ? {} : { collectCommuneId: request.collectCommuneId }),
      ...ownersOf(known, { phone: request.phone, email: request.email }),
      declaration: request.declaration,
      origins: originsOf(form, request.declaration, request.offers, { ...known, communeId: decidedIn(request) }, today, by),
      components: request.components,
      paperDigests: digests,
      ...(fetched.length === 0 ? {} : { fetchedPapers: fetched }),
      offeredPapers: satisfyingPapers(file, form.components, today).filter(({ papers }) => papers.length > 0).map(({ key }) => key),
      ...(request.draftId === undefined ? {} : { draftId: request.draftId }),
      event,
      data,
    };
  }
}

/** A person owns it, or an organisation through a person who acts for it. */
function ownersOf({ file, acting }: KnownOwner, contact: { phone?: string; email?: string }): Pick<Filing, 'owner' | 'onBehalfOf'> {
  if (acting !== undefined) {
    const { organisation: { id: organisationId, name, code, phone, address } } = acting.organisation;
    return {
      owner: frozen(acting.person, contact),
      onBehalfOf: { role: acting.role.role, organisation: { organisationId, name, code, phone: contact.phone ?? phone, email: contact.email ?? null, address: address?.text ?? '' } },
    };
  }
  if ('organisation' in file) throw new Error('an organisation acts through a person');
  return { owner: frozen(file, contact) };
}

/** The person as the dossier keeps them, with the contacts given for this matter. */
function frozen({ person }: PersonOnFile, contact: { phone?: string; email?: string }): FiledPerson {
  return {
    personId: person.id,
    fullName: person.fullName,
    personalId: person.personalId,
    phone: contact.phone ?? person.phone,
    email: contact.email ?? person.email,
    address: person.permanentAddress?.text ?? '',
  };
}
