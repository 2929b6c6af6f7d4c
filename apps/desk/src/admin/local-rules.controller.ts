import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { OfficerPrincipal } from '@app/access';
import { LocalRuleAdministration } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { sendFile } from '../http/send-file.js';
import { EndLocalRuleDto, LocalRuleDto, LocalRulePreviewDto, LocalRulesDto, LocalRulesQueryDto, ProposeLocalRuleDto, RejectLocalRuleDto } from './local-rules.dto.js';
import { LocalRuleWords } from './to-local-rule-dto.js';

/** The rules of provinces and communes by two persons: what is in force, what somebody wants, what it changes, and what a new national version puts in question. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/local-rules')
export class LocalRulesController {
  constructor(
    private readonly rules: LocalRuleAdministration,
    private readonly words: LocalRuleWords,
  ) {}

  @Get()
  async list(@Query() { unit }: LocalRulesQueryDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LocalRulesDto> {
    const records = await this.rules.records(principal, unit);
    const conflicts = await this.rules.conflicts(principal, unit);
    return { records: records.map((record) => this.words.ruleDto(record, principal)), conflicts: await Promise.all(conflicts.map((conflict) => this.words.conflictDto(conflict))) };
  }

  /** The rules of a province and its communes as one file, for the command `import-overlay`. */
  @Get('export')
  @ApiOkResponse({ content: { 'application/json': {} } })
  async export(@Query() { unit }: LocalRulesQueryDto, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const bytes = Buffer.from(await this.rules.exportFile(principal, unit));
    await sendFile(reply, { name: `quy-dinh-${unit}.json`, mediaType: 'application/json', size: bytes.length }, bytes, 'attachment');
  }

  @Post()
  async propose(@Body() body: ProposeLocalRuleDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LocalRuleDto> {
    return this.words.ruleDto(await this.rules.propose(principal, body), principal);
  }

  /** A record, and every value it would change. */
  @Get(':id')
  async preview(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LocalRulePreviewDto> {
    return this.words.previewDto(await this.rules.preview(principal, id), principal);
  }

  /** Puts it in force from its day on. Never by who proposed it. */
  @Post(':id/approve')
  @HttpCode(200)
  async approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LocalRuleDto> {
    return this.words.ruleDto(await this.rules.approve(principal, id), principal);
  }

  @Post(':id/reject')
  @HttpCode(200)
  async reject(@Param('id', IdPipe) id: string, @Body() { reason }: RejectLocalRuleDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LocalRuleDto> {
    return this.words.ruleDto(await this.rules.reject(principal, id, reason), principal);
  }

  /** Proposes that a rule ends. */
  @Post(':id/end')
  async end(@Param('id', IdPipe) id: string, @Body() body: EndLocalRuleDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LocalRuleDto> {
    return this.words.ruleDto(await this.rules.end(principal, id, body), principal);
  }

  /** Proposes the reverse of a record in force. */
  @Post(':id/undo')
  async undo(@Param('id', IdPipe) id: string, @Body() body: EndLocalRuleDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LocalRuleDto> {
    return this.words.ruleDto(await this.rules.undo(principal, id, body), principal);
  }
}
