import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { CatalogueService, type NonBoundaryRecord } from '@app/catalogue';
import { NonBoundaryAdministration } from '@app/dossiers';
import type { Localized } from '@app/kernel';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { NonBoundaryListDto, NonBoundaryPreviewDto, NonBoundaryQueryDto, ProposeNonBoundaryDto, RejectNonBoundaryDto } from './non-boundary.dto.js';

/** What any centre of a province receives for a competent unit elsewhere in it: lists by two persons, each from its day on. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/non-boundary')
export class NonBoundaryController {
  constructor(
    private readonly lists: NonBoundaryAdministration,
    private readonly catalogue: CatalogueService,
  ) {}

  @Get()
  async list(@Query() { unit }: NonBoundaryQueryDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<NonBoundaryListDto[]> {
    const { records, inForce } = await this.lists.records(principal, unit);
    return records.map((record) => this.dto(record, principal, record.id === inForce));
  }

  @Post()
  async propose(@Body() body: ProposeNonBoundaryDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<NonBoundaryListDto> {
    return this.dto(await this.lists.propose(principal, body), principal);
  }

  /** A list, and what it says otherwise than the one before its first day. */
  @Get(':id')
  async preview(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<NonBoundaryPreviewDto> {
    const { list, differences, kept } = await this.lists.preview(principal, id);
    return { list: this.dto(list, principal), differences: differences.map((each) => ({ ...each, name: this.nameOf(each.code) })), kept };
  }

  /** Puts it in force from its day on. Never by who proposed it. */
  @Post(':id/approve')
  @HttpCode(200)
  async approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<NonBoundaryListDto> {
    return this.dto(await this.lists.approve(principal, id), principal);
  }

  @Post(':id/reject')
  @HttpCode(200)
  async reject(@Param('id', IdPipe) id: string, @Body() { reason }: RejectNonBoundaryDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<NonBoundaryListDto> {
    return this.dto(await this.lists.reject(principal, id, reason), principal);
  }

  private dto({ proposedBy, proposedByName, decidedByName, outcome, procedures, ...list }: NonBoundaryRecord, { officerId }: OfficerPrincipal, inForce = false): NonBoundaryListDto {
    return {
      ...list, procedures: procedures.map((each) => ({ ...each, name: this.nameOf(each.code) })), state: outcome ?? 'proposed', inForce, own: proposedBy === officerId,
      ...(proposedByName !== undefined && { proposedBy: proposedByName }), ...(decidedByName !== undefined && { decidedBy: decidedByName }),
    };
  }

  private nameOf(code: string): Localized {
    const entry = this.catalogue.find(code);
    return entry?.versions[0]?.name ?? { vi: entry?.skeleton?.name ?? code, en: entry?.skeleton?.name ?? code };
  }
}
