import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { toDatabasePrincipal, type CitizenPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database } from '@app/database';
import { Acts, AssessIntake, CLOCK, DossierWorld, Drafts, Intake, PapersService, answerBy, citizenDossiers, citizenView, getDossier, readerOf, unitView } from '@app/dossiers';
import { DomainError, localDate, type Clock } from '@app/kernel';
import { maskPersonalId, PersonsService, SubjectsService } from '@app/persons';
import { OrganisationService } from '@app/organisation';
import { FileStore } from '@app/storage';
import { AssessDto, AssessmentDto } from '../counter/counter.dto.js';
import { assessmentDto } from '../counter/assessment-dto.js';
import { actsForDto } from '../counter/organisation-dto.js';
import { FileDto } from '../dossiers/dossier.dto.js';
import { Citizens } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import type { DeskRequest } from '../http/desk-request.js';
import { IdPipe } from '../http/id.pipe.js';
import { receiveFile } from '../http/receive-file.js';
import { sendFile } from '../http/send-file.js';
import { CitizenActDto, CitizenDossierDto, CitizenDossierRowDto, CitizenMeDto, DraftDto, FileDossierDto, FiledDto, SaveDraftDto, SupplyDto } from './citizen.dto.js';
import { draftDto } from './draft-dto.js';

/** The citizen's own matters: drafts, filing, following, supplying, reading the result. */
@ApiTags('citizen')
@Citizens()
@Controller('api/citizen')
export class CitizenController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    private readonly persons: PersonsService,
    private readonly subjects: SubjectsService,
    private readonly world: DossierWorld,
    private readonly acts: Acts,
    private readonly assessIntake: AssessIntake,
    private readonly intake: Intake,
    private readonly drafts: Drafts,
    private readonly papers: PapersService,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('me')
  async me(@CurrentPrincipal() principal: CitizenPrincipal): Promise<CitizenMeDto> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const { person } = await this.persons.getPerson(tx, principal.personId, { reader: readerOf(principal), purpose: 'Xem dữ liệu của chính mình' });
      return {
        fullName: person.fullName,
        maskedPersonalId: person.personalId === null ? '' : maskPersonalId(person.personalId),
        birthDate: person.birthDate ?? '',
        address: person.permanentAddress?.text ?? '',
        ...(person.phone === null ? {} : { phone: person.phone }),
        ...(person.permanentAddress?.communeCode === undefined ? {} : { communeId: `c${person.permanentAddress.communeCode}` }),
        actsFor: (await this.subjects.organisationsOf(tx, principal.personId, localDate(this.clock.now()))).map(actsForDto),
      };
    });
  }

  @Get('dossiers')
  list(@CurrentPrincipal() principal: CitizenPrincipal): Promise<CitizenDossierRowDto[]> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => citizenDossiers(tx, this.world, this.clock.now()));
  }

  @Get('dossiers/:id')
  get(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: CitizenPrincipal): Promise<CitizenDossierDto> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => citizenView(tx, this.world, principal, id, this.clock.now()));
  }

  @Post('assess')
  @HttpCode(200)
  async assess(@Body() body: AssessDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<AssessmentDto> {
    const communeId = body.communeId ?? (await this.communeOf(principal));
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => assessmentDto(await this.assessIntake.assess(tx, {
      procedureCode: body.procedureCode, communeId, declaration: body.declaration, channel: 'online', byOwner: true,
      ...(body.caseId === undefined ? {} : { caseId: body.caseId }),
      ...(body.competentCommuneId === undefined ? {} : { competentCommuneId: body.competentCommuneId }),
      owner: { personId: principal.personId, ...(body.organisationId && { organisationId: body.organisationId }), look: { reader: readerOf(principal), purpose: 'Tự xem dữ liệu để điền tờ khai', procedureCode: body.procedureCode } },
    }), localDate(this.clock.now())));
  }

  /** Files the dossier. The code and the appointed date come with receipt, and are announced then. */
  @Post('dossiers')
  @HttpCode(201)
  async file(@Body() body: FileDossierDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<FiledDto> {
    const { commandId, dossierId, procedureCode, declaration, offers, delivery } = body;
    const communeId = body.communeId ?? (await this.communeOf(principal));
    const answer = await this.intake.online(principal, {
      commandId, dossierId, procedureCode, communeId, declaration, offers, delivery, components: body.components,
      ...(body.competentCommuneId === undefined ? {} : { competentCommuneId: body.competentCommuneId }),
      ...(body.organisationId === undefined ? {} : { organisationId: body.organisationId }),
      ...(body.draftId === undefined ? {} : { draftId: body.draftId }),
      ...(body.phone === undefined ? {} : { phone: body.phone }),
      ...(body.email === undefined ? {} : { email: body.email }),
    });
    const dossier = await this.database.transaction(toDatabasePrincipal(principal), (tx) => getDossier(tx, answer.dossierId));
    return {
      dossierId: answer.dossierId,
      filingNumber: answer.filingNumber,
      filedAt: dossier.filed_at,
      secret: answer.secret,
      centre: await unitView(this.world, dossier.receiving_unit),
      answerBy: await answerBy(this.world, dossier),
      ...('groupId' in answer ? { groupId: answer.groupId } : {}),
    };
  }

  @Post('dossiers/:id/supply')
  @HttpCode(200)
  async supply(@Param('id', IdPipe) id: string, @Body() { commandId, answers, components, note }: SupplyDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<CitizenDossierDto> {
    await this.acts.act({
      id: commandId, dossierId: id, expectedVersion: null, event: 'supply',
      data: { components, ...(answers === undefined ? {} : { answers }), ...(note === undefined ? {} : { note }) },
    }, principal);
    return this.get(id, principal);
  }

  /** Asking to withdraw, confirming a draft or objecting to it; which of them is possible is said by the dossier's `acts`. */
  @Post('dossiers/:id/acts')
  @HttpCode(200)
  async act(@Param('id', IdPipe) id: string, @Body() { commandId, event, note }: CitizenActDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<CitizenDossierDto> {
    await this.acts.act({ id: commandId, dossierId: id, expectedVersion: null, event, data: note === undefined ? {} : { note } }, principal);
    return this.get(id, principal);
  }

  @Get('dossiers/:id/papers/:paperId.pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async paper(@Param('id', IdPipe) id: string, @Param('paperId', IdPipe) paperId: string, @CurrentPrincipal() principal: CitizenPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const paper = await this.papers.open(principal, id, paperId);
    await sendFile(reply, { name: `${paper.form}.pdf`, mediaType: 'application/pdf', size: paper.bytes.length }, paper.bytes);
  }

  @Get('drafts')
  async listDrafts(@CurrentPrincipal() principal: CitizenPrincipal): Promise<DraftDto[]> {
    return (await this.drafts.list(principal)).map((draft) => draftDto(draft, this.catalogue));
  }

  @Get('drafts/:id')
  async getDraft(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: CitizenPrincipal): Promise<DraftDto> {
    return draftDto(await this.drafts.get(principal, id), this.catalogue);
  }

  @Put('drafts/:id')
  async saveDraft(@Param('id', IdPipe) id: string, @Body() { procedureCode, data }: SaveDraftDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<DraftDto> {
    return draftDto(await this.drafts.save(principal, id, procedureCode, data), this.catalogue);
  }

  @Delete('drafts/:id')
  @HttpCode(204)
  async removeDraft(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: CitizenPrincipal): Promise<void> {
    await this.drafts.remove(principal, id);
  }

  /** A file for a draft, or for a supplement of a dossier that is the citizen's own. */
  @Post('files')
  @ApiConsumes('multipart/form-data')
  async attach(
    @Query('component') componentKey: string, @Req() request: DeskRequest, @CurrentPrincipal() principal: CitizenPrincipal,
    @Query('draft') draftId?: string, @Query('dossier') dossierId?: string,
  ): Promise<FileDto> {
    const belongsTo = new IdPipe().transform(draftId ?? dossierId ?? '');
    if (dossierId !== undefined) await this.database.transaction(toDatabasePrincipal(principal), (tx) => getDossier(tx, belongsTo));
    const { name, content } = await receiveFile(request);
    // Until the act that hands it in, a file for a supplement waits like one of a draft: nothing changes a dossier but an act.
    const file = await this.files.put(toDatabasePrincipal(principal), { name, content, draftId: belongsTo, componentKey, uploadedBy: { kind: 'citizen', id: principal.personId } });
    return { ...file, uploadedAt: file.createdAt };
  }

  @Get('files/:id')
  @ApiOkResponse({ content: { 'application/octet-stream': {} } })
  async openFile(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: CitizenPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const { file, stream } = await this.files.open(toDatabasePrincipal(principal), id);
    await sendFile(reply, file, stream);
  }

  @Delete('files/:id')
  @HttpCode(204)
  async removeFile(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: CitizenPrincipal): Promise<void> {
    await this.database.transaction(toDatabasePrincipal(principal), (tx) => this.files.removeFromDraft(tx, id));
  }

  /** The commune of the permanent address, if its centre receives here. */
  private async communeOf(principal: CitizenPrincipal): Promise<string> {
    const { communeId } = await this.me(principal);
    if (communeId !== undefined && (await this.organisation.findUnit(`${communeId}.centre`))) return communeId;
    const [centre] = await this.organisation.findUnits({ kind: 'centre', limit: 1 });
    if (centre?.parentId == null) throw new DomainError('not-found');
    return centre.parentId;
  }
}
