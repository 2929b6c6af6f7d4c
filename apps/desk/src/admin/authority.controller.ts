import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { AuthorityAdministration } from '@app/dossiers';
import { DomainError } from '@app/kernel';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { changeDto, effectDto, recordDto, scopeOf } from './to-authority-dto.js';
import {
  AuthorityChangeDto, AuthorityMatterDto, AuthorityPreviewDto, AuthorityRecordDto, EndAuthorityRuleDto, ProposeAuthorityRuleDto, RejectAuthorityChangeDto,
} from './authority.dto.js';

/** Who decides what, by two persons: the rules on record, what somebody wants changed, which dossiers that touches. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/authority')
export class AuthorityController {
  constructor(private readonly authority: AuthorityAdministration) {}

  /** Every rule: in force, to come, lapsed. */
  @Get('rules')
  async rules(@CurrentPrincipal() principal: OfficerPrincipal): Promise<AuthorityRecordDto[]> {
    return (await this.authority.rules(principal)).map(recordDto);
  }

  /** The procedures a rule may be about, with their cases and fields. */
  @Get('matters')
  matters(@CurrentPrincipal() principal: OfficerPrincipal): AuthorityMatterDto[] {
    return this.authority.matters(principal).map(({ levels, cases, ...matter }) => ({ ...matter, levels: [...levels], cases: [...cases] }));
  }

  @Get('changes')
  async changes(@CurrentPrincipal() principal: OfficerPrincipal): Promise<AuthorityChangeDto[]> {
    return (await this.authority.changes(principal)).map((change) => changeDto(change, principal));
  }

  /** Proposes a rule; it decides nothing until another person approves it. */
  @Post('rules')
  async propose(@Body() rule: ProposeAuthorityRuleDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<AuthorityChangeDto> {
    const { unitId, level, office, from, until, basis, provenance } = rule;
    const scope = scopeOf(rule);
    if (scope === undefined) throw new DomainError('request.invalid', { fields: [{ pointer: '/procedureCode', vi: 'Hãy chọn một thủ tục hoặc một lĩnh vực.', en: 'Choose a procedure or a field.' }] });
    const body = { scope, unitId, level, from, basis: { ...basis }, provenance, ...(office !== undefined && { office }), ...(until !== undefined && { until }) };
    return changeDto(await this.authority.propose(principal, body), principal);
  }

  /** Proposes that a rule ends on a day; what stood before it then applies again. */
  @Post('rules/:id/end')
  async end(@Param('id', IdPipe) id: string, @Body() { until, document }: EndAuthorityRuleDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<AuthorityChangeDto> {
    return changeDto(await this.authority.proposeEnd(principal, id, until, document), principal);
  }

  /** A change with what it would do, before anything is changed. */
  @Get('changes/:id')
  async preview(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<AuthorityPreviewDto> {
    const { change, effect } = await this.authority.preview(principal, id);
    return { change: changeDto(change, principal), ...(effect && { effect: effectDto(effect) }) };
  }

  /** Puts it in force. Never by who proposed it. */
  @Post('changes/:id/approve')
  @HttpCode(200)
  async approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<AuthorityChangeDto> {
    return changeDto(await this.authority.approve(principal, id), principal);
  }

  @Post('changes/:id/reject')
  @HttpCode(200)
  async reject(@Param('id', IdPipe) id: string, @Body() { reason }: RejectAuthorityChangeDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<AuthorityChangeDto> {
    return changeDto(await this.authority.reject(principal, id, reason), principal);
  }
}
