import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { FactCorrections, OutsideLooks } from '@app/dossiers';
import { OrganisationService } from '@app/organisation';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { AcknowledgeLookDto, FactCorrectionDto, OutsideLookDto, RejectCorrectionDto, WaitingLooksDto } from './person-page.dto.js';
import { correctionDto, outsideLookDto } from './to-person-page-dto.js';

/** What heads answer for: looks outside dossiers, and corrections of data on file. */
@ApiTags('persons')
@Officers()
@Controller('api/person-oversight')
export class OversightController {
  constructor(
    private readonly looks: OutsideLooks,
    private readonly corrections: FactCorrections,
    private readonly organisation: OrganisationService,
  ) {}

  /** The looks outside dossiers of my units, those nobody has read first, and my own. */
  @Get('looks')
  async listLooks(@CurrentPrincipal() principal: OfficerPrincipal): Promise<OutsideLookDto[]> {
    const looks = await this.looks.list(principal);
    return Promise.all(looks.map(async (look) => outsideLookDto(look, (await this.organisation.findUnit(look.unitId))?.shortName.vi ?? look.unitId, principal.officerId)));
  }

  /** How many looks wait for me to read them. */
  @Get('looks/waiting')
  async countWaiting(@CurrentPrincipal() principal: OfficerPrincipal): Promise<WaitingLooksDto> {
    return { count: await this.looks.countWaiting(principal) };
  }

  /** The head has read a look. */
  @Post('looks/:id/acknowledgement')
  @HttpCode(204)
  acknowledge(@Param('id', IdPipe) id: string, @Body() verdict: AcknowledgeLookDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.looks.acknowledge(principal, id, verdict);
  }

  /** Corrections of data on file that wait for a decision. Whoever they are about finds the look in their log. */
  @Get('corrections')
  async listCorrections(@CurrentPrincipal() principal: OfficerPrincipal): Promise<FactCorrectionDto[]> {
    return (await this.corrections.list(principal)).map((correction) => correctionDto(correction, principal.officerId));
  }

  /** From now on the new value is what is shown and offered. Never by who proposed it. */
  @Post('corrections/:id/approval')
  @HttpCode(204)
  approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.corrections.approve(principal, id);
  }

  /** Not agreed to, with a reason; or taken back by who proposed it. */
  @Post('corrections/:id/rejection')
  @HttpCode(204)
  reject(@Param('id', IdPipe) id: string, @Body() { reason }: RejectCorrectionDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.corrections.reject(principal, id, reason ?? '');
  }
}
