import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, type OfficerPrincipal } from '@app/access';
import { LookUps } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { AskSourceDto, LookUpDto, SourceCaseDto, SourceDto } from './sources.dto.js';
import { lookUpDto, sourceDto } from './to-source-dto.js';

/** National sources, asked for a draft or dossier in hand and for nothing else. */
@ApiTags('sources')
@Officers()
@Controller('api/sources')
export class SourcesController {
  constructor(private readonly lookUps: LookUps) {}

  /** The sources that could answer fields of the declaration, and how they were asked before. */
  @Post()
  @HttpCode(200)
  async list(@Body() { caseId, procedureCode, personId, declaration }: SourceCaseDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<SourceDto[]> {
    requirePermission(principal, 'person.search');
    return (await this.lookUps.list(principal, { caseId, procedureCode, personId, declaration })).map(sourceDto);
  }

  /** Asks one source, waits about two seconds at most, and says how it ended. An answer is offered, never applied. */
  @Post('ask')
  @HttpCode(200)
  async ask(@Body() { caseId, procedureCode, personId, declaration, queryId, source, purpose, agreed }: AskSourceDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LookUpDto> {
    requirePermission(principal, 'person.search');
    return lookUpDto(await this.lookUps.ask(principal, { caseId, procedureCode, personId, declaration, queryId, source, purpose, agreed }));
  }
}
