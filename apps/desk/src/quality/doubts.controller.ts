import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { DoubtDecisions, DoubtOffice } from '@app/dossiers';
import { DomainError } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { DecideDoubtDto, DoubtDto, DoubtListDto, DoubtListQuery, DoubtReasonDto } from './doubts.dto.js';
import { DoubtView } from './doubt-view.js';

const PAGE = 20;

/** Doubts about data on file: likely the same person twice, a number somebody else holds, sources that differ. For the civil-status office of the commune. */
@ApiTags('quality')
@Officers()
@Controller('api/doubts')
export class DoubtsController {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly decisions: DoubtDecisions,
    private readonly office: DoubtOffice,
    private readonly view: DoubtView,
  ) {}

  /** The doubts of my communes, what waits for a second officer first. Everyone listed finds it in their own log. */
  @Get()
  list(@Query() { state, kind, page = 1 }: DoubtListQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DoubtListDto> {
    requirePermission(principal, 'person.settle');
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      await this.office.require(principal, []);
      const { doubts, total } = await this.persons.listDoubts(tx, { decided: state === 'decided', ...(kind && { kind }), offset: (page - 1) * PAGE, limit: PAGE });
      return { rows: await this.view.rows(tx, principal, doubts), total, page, pages: Math.max(1, Math.ceil(total / PAGE)) };
    });
  }

  /** Both records side by side, value by value; the look is logged with both. */
  @Get(':id')
  open(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DoubtDto> {
    return this.database.transaction(toDatabasePrincipal(principal), async (tx) => {
      const doubt = await this.persons.findDoubt(tx, id);
      if (doubt === undefined) throw new DomainError('not-found');
      await this.office.require(principal, doubt.communes);
      return this.view.page(tx, principal, doubt);
    });
  }

  /** Decides. A merger waits for a second officer then; a value found right corrects the other at once. */
  @Post(':id/decision')
  @HttpCode(204)
  decide(@Param('id', IdPipe) id: string, @Body() { decision, reason }: DecideDoubtDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.decisions.decide(principal, id, decision, reason);
  }

  /** Approves a merger another officer proposed. */
  @Post(':id/approval')
  @HttpCode(204)
  approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.decisions.approve(principal, id);
  }

  /** Sends a proposed merger back, or takes one's own back. */
  @Post(':id/refusal')
  @HttpCode(204)
  decline(@Param('id', IdPipe) id: string, @Body() { reason }: DoubtReasonDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.decisions.decline(principal, id, reason);
  }

  /** Takes an approved merger back. */
  @Post(':id/undoing')
  @HttpCode(204)
  undo(@Param('id', IdPipe) id: string, @Body() { reason }: DoubtReasonDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.decisions.undo(principal, id, reason);
  }
}
