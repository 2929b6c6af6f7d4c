import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { OutageAdministration, type Outage } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { AnnounceOutageDto, EndOutageDto, OutageDto } from './outage.dto.js';

/** Outages of the systems the desk depends on: announced by one, approved by another, ended when the system is back. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/outages')
export class OutageController {
  constructor(private readonly outages: OutageAdministration) {}

  @Get()
  async list(@CurrentPrincipal() principal: OfficerPrincipal): Promise<OutageDto[]> {
    return (await this.outages.list(principal)).map((outage) => outageDto(outage, principal));
  }

  @Post()
  async announce(@Body() { to, ...outage }: AnnounceOutageDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<OutageDto> {
    return outageDto(await this.outages.announce(principal, { ...outage, to: to ?? null }), principal);
  }

  /** From now on the clocks it touches stand. Never by who announced it. */
  @Post(':id/approve')
  @HttpCode(200)
  async approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<OutageDto> {
    return outageDto(await this.outages.approve(principal, id), principal);
  }

  @Post(':id/reject')
  @HttpCode(200)
  async reject(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<OutageDto> {
    return outageDto(await this.outages.reject(principal, id), principal);
  }

  /** The system is back: the clocks go on from that moment. */
  @Post(':id/end')
  @HttpCode(200)
  async end(@Param('id', IdPipe) id: string, @Body() { to }: EndOutageDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<OutageDto> {
    return outageDto(await this.outages.end(principal, id, to), principal);
  }
}

function outageDto(outage: Outage, principal: OfficerPrincipal): OutageDto {
  const { id, system, owner, document, from, to, procedures, communes, state, announcedByName, announcedAt, decidedByName, decidedAt, paused } = outage;
  return {
    id, system, owner, document, from, procedures: [...procedures], communes: [...communes], state, announcedBy: announcedByName, announcedAt, paused,
    own: outage.announcedBy === principal.officerId,
    ...(to !== null && { to }), ...(decidedByName !== null && { decidedBy: decidedByName }), ...(decidedAt !== null && { decidedAt }),
  };
}
