import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { UnitAdministration, unitFigures } from '@app/dossiers';
import { OFFICER_ROLES, OrganisationService } from '@app/organisation';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { changeDto, previewDto } from './to-unit-change-dto.js';
import {
  ProposeUnitChangeDto, RejectUnitChangeDto, UnitChangeDto, UnitChangePreviewDto, UnitFiguresDto, UnitFiguresQuery, UnitPostDto, UnitPostsQuery,
} from './unit-changes.dto.js';

/** Changes of units by two persons: what somebody wants, what it would move, how far it has come; and figures by the units of a day. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/unit-changes')
export class UnitChangesController {
  constructor(
    private readonly units: UnitAdministration,
    private readonly organisation: OrganisationService,
    private readonly database: Database,
  ) {}

  @Get()
  async list(@CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitChangeDto[]> {
    return Promise.all((await this.units.changes(principal)).map((change) => changeDto(this.organisation, change, principal)));
  }

  /** Puts a wished-for change on record; nothing moves until another person approves it and its day has come. */
  @Post()
  async propose(@Body() body: ProposeUnitChangeDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitChangeDto> {
    return changeDto(this.organisation, await this.units.propose(principal, body), principal);
  }

  /** The posts of a unit and of its offices: who may go with a part of it. */
  @Get('posts')
  async posts(@Query() { unit }: UnitPostsQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitPostDto[]> {
    const posts = await this.units.postsBelow(principal, unit);
    return Promise.all(posts.map(async ({ post, officerName, role, from }) => ({
      post, officer: officerName, role: OFFICER_ROLES[role], unit: (await this.organisation.getUnit(from)).shortName.vi,
    })));
  }

  /** What each unit received, holds and finished, at the end of a day: by the units of that day, whatever became of them. */
  @Get('figures')
  figures(@Query() { on }: UnitFiguresQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitFiguresDto[]> {
    requirePermission(principal, 'report.read');
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => unitFigures(tx, on));
  }

  /** What it would move, or what is left of it. */
  @Get(':id')
  async preview(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitChangePreviewDto> {
    return previewDto(this.organisation, await this.units.preview(principal, id), principal);
  }

  /** Allows it. Never by who proposed it. */
  @Post(':id/approve')
  @HttpCode(200)
  async approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitChangeDto> {
    return changeDto(this.organisation, await this.units.approve(principal, id), principal);
  }

  @Post(':id/reject')
  @HttpCode(200)
  async reject(@Param('id', IdPipe) id: string, @Body() { reason }: RejectUnitChangeDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<UnitChangeDto> {
    return changeDto(this.organisation, await this.units.reject(principal, id, reason), principal);
  }
}
