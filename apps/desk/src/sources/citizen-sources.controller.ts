import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CitizenPrincipal } from '@app/access';
import { LookUps } from '@app/dossiers';
import { Citizens } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { AskOwnSourceDto, LookUpDto, OwnSourceCaseDto, SourceDto } from './sources.dto.js';
import { lookUpDto, sourceDto } from './to-source-dto.js';

/** National sources, asked by people about themselves for their own draft. */
@ApiTags('sources')
@Citizens()
@Controller('api/citizen/sources')
export class CitizenSourcesController {
  constructor(private readonly lookUps: LookUps) {}

  @Post()
  @HttpCode(200)
  async list(@Body() { caseId, procedureCode, declaration }: OwnSourceCaseDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<SourceDto[]> {
    const { personId } = principal;
    return (await this.lookUps.list(principal, { caseId, procedureCode, personId, declaration })).map(sourceDto);
  }

  @Post('ask')
  @HttpCode(200)
  async ask(@Body() { caseId, procedureCode, declaration, queryId, source, agreed }: AskOwnSourceDto, @CurrentPrincipal() principal: CitizenPrincipal): Promise<LookUpDto> {
    const { personId } = principal;
    return lookUpDto(await this.lookUps.ask(principal, { caseId, procedureCode, personId, declaration, queryId, source, agreed, purpose: 'own-filing' }));
  }
}
