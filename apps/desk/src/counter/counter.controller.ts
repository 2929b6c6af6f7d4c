import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database } from '@app/database';
import { AssessIntake, CLOCK, Drafts, Intake, feeView, readerOf } from '@app/dossiers';
import type { AssessedFee } from '@app/fees';
import { DomainError, localDate, localTime, type Clock, type Localized } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import { PersonsService, SubjectsService } from '@app/persons';
import { FileStore } from '@app/storage';
import { SaveDraftDto, DraftDto } from '../citizen/citizen.dto.js';
import { draftDto } from '../citizen/draft-dto.js';
import { FileDto } from '../dossiers/dossier.dto.js';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import type { DeskRequest } from '../http/desk-request.js';
import { IdPipe } from '../http/id.pipe.js';
import { receiveFile } from '../http/receive-file.js';
import { AssessDto, AssessmentDto, IntakeDto, IntakeResultDto, OpenOrganisationDto, OpenPersonDto, OrganisationDto, OrganisationRowDto, OrganisationSearchDto, PersonDto, PersonRowDto, PersonSearchDto } from './counter.dto.js';
import { assessmentDto } from './assessment-dto.js';
import { organisationDto, organisationRowDto } from './organisation-dto.js';
import { personDto, personRowDto } from './person-dto.js';
import { readOpenDossiers } from './open-dossiers.js';

/** The counter: find the person, assess what was typed, receive, ask for more or refuse. */
@ApiTags('counter')
@Officers()
@Controller('api/counter')
export class CounterController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    private readonly persons: PersonsService,
    private readonly subjects: SubjectsService,
    private readonly assessIntake: AssessIntake,
    private readonly intake: Intake,
    private readonly drafts: Drafts,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who is before the counter: by number, phone or name, the commune's own people first. Everyone listed finds it in their own log. */
  @Post('persons/search')
  @HttpCode(200)
  async search(@Body() { text }: PersonSearchDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<PersonRowDto[]> {
    requirePermission(principal, 'person.search');
    const nearCommune = await this.nearCommune(principal);
    const hits = await this.database.transaction(toDatabasePrincipal(principal), (tx) =>
      this.persons.search(tx, { text, reader: readerOf(principal), purpose: 'Tìm người nộp hồ sơ tại quầy', limit: 20, nearCommune }));
    return hits.map(personRowDto);
  }

  /** A person with family, papers on file and open dossiers; the look is logged with its purpose. */
  @Post('persons/open')
  @HttpCode(200)
  async open(@Body() { personId, procedureCode }: OpenPersonDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<PersonDto> {
    requirePermission(principal, 'person.search');
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const file = await this.persons.getPerson(tx, personId, { reader: readerOf(principal), purpose: 'Tiếp nhận hồ sơ tại quầy', ...(procedureCode && { procedureCode }) });
      const today = localDate(this.clock.now());
      return personDto(file, await readOpenDossiers(tx, this.catalogue, personId), await this.subjects.organisationsOf(tx, personId, today), await this.subjects.belongingOf(tx, personId), today);
    });
  }

  /** Organisations by code or name, those of the commune first. */
  @Post('organisations/search')
  @HttpCode(200)
  async searchOrganisations(@Body() { text }: OrganisationSearchDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<OrganisationRowDto[]> {
    requirePermission(principal, 'person.search');
    const nearCommune = await this.nearCommune(principal);
    const hits = await this.database.transaction(toDatabasePrincipal(principal), (tx) => this.subjects.searchOrganisations(tx, { text, ...(nearCommune && { nearCommune }) }));
    return hits.map(organisationRowDto);
  }

  /** An organisation and who holds which role in it today; whoever is named finds the look in their own log. */
  @Post('organisations/open')
  @HttpCode(200)
  async openOrganisation(@Body() { organisationId, procedureCode }: OpenOrganisationDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<OrganisationDto> {
    requirePermission(principal, 'person.search');
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => organisationDto(await this.subjects.getOrganisation(
      tx, organisationId, localDate(this.clock.now()), { reader: readerOf(principal), purpose: 'Tiếp nhận hồ sơ của tổ chức tại quầy', ...(procedureCode && { procedureCode }) })));
  }

  /** Fields, papers, reuse offers, fee and promise date that follow from what was typed so far. */
  @Post('assess')
  @HttpCode(200)
  async assess(@Body() body: AssessDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<AssessmentDto> {
    const communeId = await this.communeOf(principal);
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => assessmentDto(await this.assessIntake.assess(tx, {
      procedureCode: body.procedureCode,
      communeId,
      declaration: body.declaration,
      channel: body.channel ?? 'counter',
      byOwner: body.filedByAnother !== true,
      ...(body.filerGround === undefined ? {} : { filer: { ground: body.filerGround, ...(body.filerId && { personId: body.filerId }) } }),
      ...(body.caseId === undefined ? {} : { caseId: body.caseId }),
      ...(body.competentCommuneId === undefined ? {} : { competentCommuneId: body.competentCommuneId }),
      ...(body.ownerId === undefined ? {} : {
        owner: { personId: body.ownerId, ...(body.organisationId && { organisationId: body.organisationId }), look: { reader: readerOf(principal), purpose: 'Đề nghị dùng lại dữ liệu cho tờ khai', procedureCode: body.procedureCode } },
      }),
    }), localDate(this.clock.now())));
  }

  /** Files the dossier and does the clerk's first act in one transaction. */
  @Post('intake')
  @HttpCode(200)
  async receive(@Body() body: IntakeDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<IntakeResultDto> {
    const here = await this.communeOf(principal);
    const helps = body.outcome === 'file' && body.receivingCommuneId !== undefined && body.receivingCommuneId !== here;
    const communeId = helps ? (body.receivingCommuneId ?? here) : here;
    const { commandId, dossierId, outcome, procedureCode, ownerId, declaration, offers, delivery, phone } = body;
    const answer = await this.intake.atCounter(principal, {
      commandId, dossierId, outcome, procedureCode, ownerId, declaration, offers, delivery, communeId, draftId: dossierId,
      components: body.components,
      ...(phone === undefined ? {} : { phone }),
      ...(body.organisationId === undefined ? {} : { organisationId: body.organisationId }),
      ...(body.competentCommuneId === undefined ? {} : { competentCommuneId: body.competentCommuneId }),
      ...(body.collectCommuneId === undefined ? {} : { collectCommuneId: body.collectCommuneId }),
      ...(helps ? { helpUnitId: unitsWith(principal, 'dossier.file')[0] ?? here } : {}),
      ...(body.filerId === undefined || body.filerId === ownerId || body.organisationId !== undefined ? {} : { filer: { personId: body.filerId, ground: body.filerGround ?? 'authorised' } }),
      data: {
        ...(body.reason === undefined ? {} : { reason: body.reason }),
        ...(body.note === undefined ? {} : { note: body.note }),
        ...(body.items === undefined ? {} : { items: body.items }),
        ...(outcome === 'receive' && body.feePaid ? { feePaid: true } : {}),
      },
    });
    return this.result(principal, answer, outcome);
  }

  /** A scan for an intake that is not filed yet. */
  @Post('files')
  @ApiConsumes('multipart/form-data')
  async attach(@Query('draft', IdPipe) draftId: string, @Query('component') componentKey: string, @Req() request: DeskRequest, @CurrentPrincipal() principal: OfficerPrincipal): Promise<FileDto> {
    requirePermission(principal, 'dossier.file');
    const { name, content } = await receiveFile(request);
    const file = await this.files.put(toDatabasePrincipal(principal), { name, content, draftId, componentKey, uploadedBy: { kind: 'officer', id: principal.officerId } });
    return { ...file, uploadedAt: file.createdAt };
  }

  /** Intakes parked or cut off. */
  @Get('drafts')
  async listDrafts(@CurrentPrincipal() principal: OfficerPrincipal): Promise<DraftDto[]> {
    requirePermission(principal, 'dossier.file');
    return (await this.drafts.list(principal)).map((draft) => draftDto(draft, this.catalogue));
  }

  @Put('drafts/:id')
  async saveDraft(@Param('id', IdPipe) id: string, @Body() { procedureCode, data }: SaveDraftDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DraftDto> {
    requirePermission(principal, 'dossier.file');
    return draftDto(await this.drafts.save(principal, id, procedureCode, data), this.catalogue);
  }

  @Delete('drafts/:id')
  @HttpCode(204)
  async removeDraft(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    requirePermission(principal, 'dossier.file');
    await this.drafts.remove(principal, id);
  }

  /** The code of the commune whose people a search shows first. */
  private async nearCommune(principal: OfficerPrincipal): Promise<string | undefined> {
    const line = await this.organisation.lineOf(principal.posts[0]?.unitId ?? '');
    return line.find((unit) => unit.kind === 'commune')?.placeCode ?? undefined;
  }

  /** The commune whose centre this clerk receives for; at the province's own centre the province. */
  private async communeOf(principal: OfficerPrincipal): Promise<string> {
    const [centre] = unitsWith(principal, 'dossier.file');
    if (centre === undefined) {
      requirePermission(principal, 'dossier.file');
      throw new DomainError('permission.missing', { params: { permission: 'Nhập hồ sơ tại quầy' } });
    }
    const line = await this.organisation.lineOf(centre);
    const commune = line.find((unit) => unit.kind === 'commune') ?? line.find((unit) => unit.kind === 'province');
    if (commune === undefined) throw new DomainError('permission.missing', { params: { permission: { vi: 'Nhập hồ sơ tại quầy', en: 'Enter dossiers at the counter' } } });
    return commune.id;
  }

  private async result(principal: OfficerPrincipal, answer: Awaited<ReturnType<Intake['atCounter']>>, outcome: IntakeDto['outcome']): Promise<IntakeResultDto> {
    const row = await this.database.transaction(toDatabasePrincipal(principal), (tx) =>
      tx.one<{ due_at: string | null; fee: AssessedFee; fee_paid: boolean; entries: string[] }>(
        `select due_at, fee, fee_paid, array(select label from issued_number n where n.dossier_id = d.id and n.series like 'register:%' order by n.entry) as entries from dossier d where id = $1`, [answer.dossierId]));
    const form = { receive: 'receipt', requestSupplement: 'supplement-request', refuseReceipt: 'refusal', file: undefined }[outcome];
    return {
      dossierId: answer.dossierId,
      code: answer.code ?? answer.filingNumber,
      secret: answer.secret,
      received: answer.code !== null,
      ...(row.due_at === null ? {} : { dueAt: row.due_at }),
      sentence: sentence(outcome, row.due_at, answer.code ?? answer.filingNumber),
      ...(form === undefined ? {} : { paperUrl: `/api/dossiers/${answer.dossierId}/papers/form/${form}.pdf` }),
      fee: feeView(row.fee, row.fee_paid),
      ...(row.entries.length === 0 ? {} : { entries: row.entries, entriesUrl: `/api/dossiers/${answer.dossierId}/papers/form/certification.pdf` }),
      ...('groupId' in answer ? { groupId: answer.groupId } : {}),
    };
  }
}

/** One sentence the clerk reads aloud. */
function sentence(outcome: IntakeDto['outcome'], dueAt: string | null, code: string): Localized {
  if (outcome === 'refuseReceipt') return { vi: 'Hồ sơ không được tiếp nhận; lý do ghi trên phiếu từ chối.', en: 'The dossier was not received; the reason is on the slip.' };
  if (outcome === 'file') {
    return { vi: `Đã giúp nộp trực tuyến, số nộp ${code}. Trung tâm nơi nhận sẽ kiểm tra và trả lời trong 8 giờ làm việc.`, en: `Filed online with our help, number ${code}. The centre it went to answers within 8 working hours.` };
  }
  if (outcome === 'receive' && dueAt === null) {
    return { vi: `Thời hạn được tính từ khi cơ quan có thẩm quyền nhận hồ sơ; ngày hẹn sẽ được thông báo, mã hồ sơ ${code}.`, en: `The time counts from when the competent agency gets the dossier; the date will be announced, code ${code}.` };
  }
  if (outcome === 'requestSupplement' || dueAt === null) {
    return { vi: `Đề nghị bổ sung đủ các mục ghi trên phiếu, rồi mang phiếu số ${code} quay lại quầy hoặc nộp trực tuyến.`, en: `Please supply everything on the slip ${code}, here or online.` };
  }
  const at = Temporal.Instant.from(dueAt);
  const [year, month, day] = localDate(at).split('-');
  return { vi: `Mời nhận kết quả lúc ${localTime(at)} ngày ${day}/${month}/${year}, mã hồ sơ ${code}.`, en: `Please collect the result at ${localTime(at)} on ${day}/${month}/${year}, code ${code}.` };
}
