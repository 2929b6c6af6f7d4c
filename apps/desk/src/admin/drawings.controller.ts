import { Controller, Get, Param, ParseIntPipe, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { requirePermission, toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { CatalogueService, getDraft, usualLevel, type Procedure } from '@app/catalogue';
import { Database } from '@app/database';
import { drawSvg, levelsOf, processAt } from '@app/workflow';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { AnswersDrawing, drawingLanguage, sendDrawing } from '../http/send-drawing.js';
import { CheckDraft } from './check-draft.js';

/** The processes of procedures as pictures: of each version, and of what is being written, so that they can be laid side by side. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/procedures')
export class DrawingsController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly check: CheckDraft,
  ) {}

  /** The process of a version as SVG. @throws DomainError procedure.version-missing */
  @Get(':code/versions/:version/process.svg')
  @AnswersDrawing()
  async version(
    @Param('code') code: string, @Param('version', ParseIntPipe) version: number, @Query('lang') lang: string | undefined, @Query('level') level: string | undefined,
    @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply,
  ): Promise<void> {
    requirePermission(principal, 'admin.read');
    await sendDrawing(reply, drawn(await this.catalogue.getVersion(code, version), drawingLanguage(lang), level));
  }

  /** The process of the working copy as SVG, once it has no fault. @throws DomainError procedure.faulty */
  @Get(':code/draft/process.svg')
  @AnswersDrawing()
  async draft(@Param('code') code: string, @Query('lang') lang: string | undefined, @Query('level') level: string | undefined, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    requirePermission(principal, 'procedure.edit', { procedureCode: code });
    const draft = await this.database.transaction(toDatabasePrincipal(principal), (tx) => getDraft(tx, code));
    await sendDrawing(reply, drawn(this.check.triable(draft), drawingLanguage(lang), level));
  }
}

/** The way at a level; where none is asked for, or the process has none there, the usual one. */
function drawn(procedure: Procedure, language: 'vi' | 'en', wanted: string | undefined): string {
  const level = levelsOf(procedure.process).find((each) => each === wanted) ?? usualLevel(procedure);
  return drawSvg(processAt(procedure.process, { level }), { language, title: procedure.name });
}
