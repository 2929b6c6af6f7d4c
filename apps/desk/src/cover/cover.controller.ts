import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OfficerDirectory, type OfficerPrincipal } from '@app/access';
import { AbsenceAdministration, DelegationAdministration } from '@app/dossiers';
import type { Delegation } from '@app/organisation';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { CoverDto, DelegationDto, ProposeDelegationDto, RejectDelegationDto } from './cover.dto.js';
import { CoverView } from './cover-view.js';

/** Who covers whom in the units one answers for, and the signatures passed on by a document: proposed by one, approved by another. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/cover')
export class CoverController {
  constructor(
    private readonly absences: AbsenceAdministration,
    private readonly delegations: DelegationAdministration,
    private readonly officers: OfficerDirectory,
    private readonly view: CoverView,
  ) {}

  @Get()
  async cover(@CurrentPrincipal() principal: OfficerPrincipal): Promise<CoverDto> {
    const { absences, colleagues, singleSigners, alarms } = await this.absences.cover(principal);
    const delegations = await this.delegations.list(principal);
    return {
      officerId: principal.officerId,
      absences: await Promise.all(absences.map((each) => this.view.absence(each, principal))),
      delegations: await Promise.all(delegations.map((each) => this.view.delegation(each, principal))),
      singleSigners: await Promise.all(singleSigners.map((each) => this.view.singleSigner(each))),
      alarms: await Promise.all(alarms.map((each) => this.view.laneAlarm(each))),
      colleagues: await Promise.all(colleagues.map((each) => this.view.colleague(each, principal))),
    };
  }

  @Post('delegations')
  async propose(@Body() { from, to, ...rest }: ProposeDelegationDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DelegationDto> {
    const proposed = await this.delegations.propose(principal, { ...rest, from: Temporal.Instant.from(from), to: Temporal.Instant.from(to) });
    return this.view.delegation(proposed, principal);
  }

  /** From its beginning on the delegate signs. Never by who proposed it or the delegate. */
  @Post('delegations/:id/approve')
  @HttpCode(200)
  async approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DelegationDto> {
    return this.told(await this.delegations.approve(principal, id), principal);
  }

  @Post('delegations/:id/reject')
  @HttpCode(200)
  async reject(@Param('id', IdPipe) id: string, @Body() { reason }: RejectDelegationDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DelegationDto> {
    return this.told(await this.delegations.reject(principal, id, reason), principal);
  }

  @Post('delegations/:id/end')
  @HttpCode(200)
  async end(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DelegationDto> {
    return this.told(await this.delegations.end(principal, id), principal);
  }

  private told(delegation: Delegation, principal: OfficerPrincipal): Promise<DelegationDto> {
    this.officers.forget(delegation.delegateId);
    return this.view.delegation(delegation, principal);
  }
}
