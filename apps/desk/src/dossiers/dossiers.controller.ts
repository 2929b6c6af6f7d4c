import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { amountInWords } from '@app/documents';
import { componentPages, Acts, CLOCK, DossierWorld, PapersService, drawingView, findCommunes, findDossiers, findOfficers, getDossier, isPaperForm, listDossiers, officerView, previewExtension, previewVersionMove } from '@app/dossiers';
import { DomainError, formatDong, type Clock } from '@app/kernel';
import { FileStore } from '@app/storage';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import type { DeskRequest } from '../http/desk-request.js';
import { IdPipe } from '../http/id.pipe.js';
import { receiveFile } from '../http/receive-file.js';
import { AnswersDrawing, drawingLanguage, sendDrawing } from '../http/send-drawing.js';
import { sendFile } from '../http/send-file.js';
import { ActDto, AmountQuery, DossierListQuery, ExtensionPreviewQuery, FindDossiersDto, FindOfficersDto, FindUnitsQuery } from './act.dto.js';
import { DossierDto, FileDto, ReprintDto, UnitDto } from './dossier.dto.js';
import { DossierListDto } from './list.dto.js';
import { VersionMoveDto, VersionMoveQuery } from './version.dto.js';
import { AmountDto, ExtensionPreviewDto, OfficerChoiceDto } from './records.dto.js';

/** Dossiers for officers: lists, the page, the acts, the papers. Every read is bounded by row security. */
@ApiTags('dossiers')
@Officers()
@Controller('api/dossiers')
export class DossiersController {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly acts: Acts,
    private readonly papers: PapersService,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  list(@Query() query: DossierListQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DossierListDto> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => listDossiers(tx, this.world, principal, query, this.clock.now()));
  }

  /** By name, number or code: in the body, since none of them may stand in an address. */
  @Post('find')
  @HttpCode(200)
  find(@Body() { text }: FindDossiersDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DossierListDto> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => findDossiers(tx, this.world, principal, text, this.clock.now()));
  }

  /** A sum as papers write it out, so that a clerk sees a slip of the keyboard before it is printed. */
  @Get('amount-in-words')
  amountInWords(@Query() { amount }: AmountQuery): AmountDto {
    return { figures: { vi: formatDong(amount, 'vi'), en: formatDong(amount, 'en') }, words: amountInWords(amount) };
  }

  @Get(':id')
  get(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DossierDto> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => officerView(tx, this.world, principal, id, this.clock.now()));
  }

  /** The process of the dossier as SVG, with where it is and the way it went. */
  @Get(':id/process.svg')
  @AnswersDrawing()
  async drawing(@Param('id', IdPipe) id: string, @Query('lang') lang: string | undefined, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    await sendDrawing(reply, await this.database.transaction(toDatabasePrincipal(principal), (tx) => drawingView(tx, this.world, id, drawingLanguage(lang), this.clock.now())));
  }

  /** One act; which ones are possible is said by the dossier's `acts`. Answers the dossier as it is afterwards. */
  @Post(':id/acts')
  @HttpCode(200)
  async act(@Param('id', IdPipe) id: string, @Body() body: ActDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DossierDto> {
    const { commandId, expectedVersion, event, ...data } = body;
    await this.acts.act({ id: commandId, dossierId: id, expectedVersion, event, data }, principal);
    return this.get(id, principal);
  }

  /** The date an extension would give: derived as the act derives it, never typed. */
  @Get(':id/extension-preview')
  previewExtension(@Param('id', IdPipe) id: string, @Query() { days }: ExtensionPreviewQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ExtensionPreviewDto> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => previewExtension(tx, this.world, id, days, this.clock.now()));
  }

  /** What moving it to another version of its procedure would change; nothing is written. */
  @Get(':id/version-move')
  previewVersionMove(@Param('id', IdPipe) id: string, @Query() { to }: VersionMoveQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<VersionMoveDto> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => previewVersionMove(tx, this.world, id, to, this.clock.now()));
  }

  /** The communes it may be re-routed to. */
  @Get(':id/communes')
  communes(@Param('id', IdPipe) id: string, @Query() { text = '' }: FindUnitsQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitDto[]> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => findCommunes(tx, this.world, id, text));
  }

  /** The officers who may be called in; names are searched through POST, never in an address. */
  @Post(':id/officers')
  @HttpCode(200)
  officers(@Param('id', IdPipe) id: string, @Body() { text }: FindOfficersDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<OfficerChoiceDto[]> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => findOfficers(tx, this.world, id, text, this.clock.now()));
  }

  /** The newest paper of a form, rendered now when its turn has not come yet. */
  @Get(':id/papers/form/:form.pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async paperOfForm(@Param('id', IdPipe) id: string, @Param('form') form: string, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    if (!isPaperForm(form)) throw new DomainError('not-found');
    const paper = await this.papers.onRequest(principal, id, form);
    await sendFile(reply, { name: `${form}.pdf`, mediaType: 'application/pdf', size: paper.bytes.length }, paper.bytes);
  }

  @Get(':id/papers/:paperId.pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async paper(@Param('id', IdPipe) id: string, @Param('paperId', IdPipe) paperId: string, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const paper = await this.papers.open(principal, id, paperId);
    await sendFile(reply, { name: `${paper.form}.pdf`, mediaType: 'application/pdf', size: paper.bytes.length }, paper.bytes);
  }

  /** Prints an issued paper once more; the reprint is a paper of its own, marked on each page and counted. */
  @Post(':id/papers/:paperId/reprints')
  async reprint(@Param('id', IdPipe) id: string, @Param('paperId', IdPipe) paperId: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ReprintDto> {
    return { paperId: await this.papers.reprint(principal, id, paperId) };
  }

  @Get(':id/files/:fileId')
  @ApiOkResponse({ content: { 'application/octet-stream': {} } })
  async file(@Param('id', IdPipe) id: string, @Param('fileId', IdPipe) fileId: string, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    await this.database.transaction(toDatabasePrincipal(principal), (tx) => getDossier(tx, id));
    const { file, stream } = await this.files.open(toDatabasePrincipal(principal), fileId);
    await sendFile(reply, file, stream);
  }

  /** `handover`: the slip of the last handover; `fee`: the confirmation that the fee was paid. Laid out when asked for, and not issued. */
  @Get(':id/slips/:slip.pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async slip(@Param('id', IdPipe) id: string, @Param('slip') slip: string, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.papers.slip(principal, id, slip);
    await sendFile(reply, { name: `${slip}.pdf`, mediaType: 'application/pdf', size: bytes.length }, bytes);
  }

  /** The pictures of one paper as pages of one PDF, in the order they were taken in. */
  @Get(':id/components/:key/pages.pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async pages(@Param('id', IdPipe) id: string, @Param('key') key: string, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await componentPages({ database: this.database, files: this.files }, principal, id, key);
    await sendFile(reply, { name: `${key}.pdf`, mediaType: 'application/pdf', size: bytes.length }, bytes);
  }

  /** A scan for a component, attached when the act that needs it is done. */
  @Post(':id/files')
  @ApiConsumes('multipart/form-data')
  async attach(@Param('id', IdPipe) id: string, @Query('component') component: string, @Req() request: DeskRequest, @CurrentPrincipal() principal: OfficerPrincipal): Promise<FileDto> {
    await this.database.transaction(toDatabasePrincipal(principal), (tx) => getDossier(tx, id));
    const { name, content } = await receiveFile(request);
    const file = await this.files.put(toDatabasePrincipal(principal), {
      name, content, draftId: id, componentKey: component, uploadedBy: { kind: 'officer', id: principal.officerId },
    });
    return { ...file, uploadedAt: file.createdAt };
  }
}
