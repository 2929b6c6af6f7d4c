import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { VoidNumbers } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { CreatedVoidDto, ProposeVoidDto, RejectVoidDto, VoidNumberDto } from './registers.dto.js';

/** Numbers that are not to be used: proposed by who keeps the register, decided by a leader. They stay in the register, struck out. */
@ApiTags('registers')
@Officers()
@Controller('api/void-numbers')
export class VoidNumbersController {
  constructor(private readonly voids: VoidNumbers) {}

  /** What waits for a decision in my units. */
  @Get()
  async list(@CurrentPrincipal() principal: OfficerPrincipal): Promise<VoidNumberDto[]> {
    return (await this.voids.open(principal)).map(({ id, series, unitId, period, value, label, dossierId, reason, note, proposedBy, proposedByName, proposedAt }) => ({
      id, series, unitId, period, value, label, dossierId, reason, note: note ?? '', proposedBy: proposedByName ?? '', proposedAt, own: proposedBy === principal.officerId,
    }));
  }

  @Post()
  async propose(@Body() { reason, note, ...key }: ProposeVoidDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<CreatedVoidDto> {
    return { id: await this.voids.propose(principal, key, { reason, note }) };
  }

  /** From now on the number is void. Never by who proposed it. */
  @Post(':id/approval')
  @HttpCode(204)
  approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.voids.approve(principal, id);
  }

  /** Not agreed to, with a reason; or taken back by who proposed it. */
  @Post(':id/rejection')
  @HttpCode(204)
  reject(@Param('id', IdPipe) id: string, @Body() { reason = '' }: RejectVoidDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.voids.reject(principal, id, reason);
  }
}
