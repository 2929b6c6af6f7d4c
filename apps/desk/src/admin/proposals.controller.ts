import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import {
  approveProposal, CatalogueService, getProposal, headingOf, proposeEnd, proposeVersion, rejectProposal, withdrawProposal, type Editing, type Proposal,
} from '@app/catalogue';
import { Database, type Transaction } from '@app/database';
import { CLOCK } from '@app/dossiers';
import { localDate, type Clock } from '@app/kernel';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { CheckDraft } from './check-draft.js';
import { requireProcedureWork, runningOf } from './procedure-work.js';
import { ProcedureProposalDto, ProcedureProposalRowDto, ProposeEndDto, ProposeVersionDto, RejectProposalDto } from './procedures.dto.js';
import { proposalRowDto } from './to-procedure-dto.js';

/** Publishing by two persons: one proposes a version, or the end of one; another approves it or sends it back. */
@ApiTags('admin')
@Officers()
@Controller('api/admin')
export class ProposalsController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly check: CheckDraft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Proposes the working copy as the next version, from a day on. Refused with every fault while it has any. */
  @Post('procedures/:code/proposals')
  propose(@Param('code') code: string, @Body() { revision, ...decision }: ProposeVersionDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureProposalRowDto> {
    requirePermission(principal, 'procedure.edit', { procedureCode: code });
    return this.act(principal, (tx, editing) => proposeVersion(tx, code, revision, decision, editing, (draft) => this.check.faultsOf(draft)));
  }

  /** Proposes that a published version ends with a day. */
  @Post('procedures/:code/endings')
  proposeEnd(@Param('code') code: string, @Body() { version, ...decision }: ProposeEndDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureProposalRowDto> {
    requirePermission(principal, 'procedure.edit', { procedureCode: code });
    return this.act(principal, (tx, editing) => proposeEnd(tx, code, version, decision, editing));
  }

  /** A proposal with what it changes and what the check says today. */
  @Get('proposals/:id')
  async get(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureProposalDto> {
    requireProcedureWork(principal);
    const { proposal, running } = await this.run(principal, async (tx) => {
      const found = await getProposal(tx, id);
      return { proposal: found, running: await runningOf(tx, found.code) };
    });
    const entry = this.catalogue.catalogue.get(proposal.code);
    const { document, examples = [], outcome } = proposal;
    const open = document !== undefined && outcome === undefined;
    const faults = open ? await this.check.faultsOf({ document: { ...document }, examples, basedOn: proposal.version - 1 }) : [];
    const { comparedWith, differences } = open ? this.check.compare(entry, document) : { differences: [] };
    return {
      ...proposalRowDto(proposal, principal), name: headingOf(entry, localDate(this.clock.now())).name, faults, differences: [...differences], running,
      ...(comparedWith !== undefined && { comparedWith }), ...(document !== undefined && { document: { ...document } }),
    };
  }

  /** Approves: published, or ended, without a restart. Never by who proposed it. */
  @Post('proposals/:id/approve')
  @HttpCode(200)
  async approve(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureProposalRowDto> {
    requirePermission(principal, 'procedure.publish');
    const approved = await this.act(principal, (tx, editing) => approveProposal(tx, id, editing));
    await this.catalogue.refresh();
    return approved;
  }

  /** Sends it back to its author with a reason. */
  @Post('proposals/:id/reject')
  @HttpCode(200)
  reject(@Param('id', IdPipe) id: string, @Body() { reason }: RejectProposalDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureProposalRowDto> {
    requirePermission(principal, 'procedure.publish');
    return this.act(principal, (tx, editing) => rejectProposal(tx, id, reason, editing));
  }

  /** Its author takes it back, to go on working. */
  @Post('proposals/:id/withdraw')
  @HttpCode(200)
  withdraw(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureProposalRowDto> {
    requirePermission(principal, 'procedure.edit');
    return this.act(principal, (tx, editing) => withdrawProposal(tx, id, editing));
  }

  private async act(principal: OfficerPrincipal, work: (tx: Transaction, editing: Editing) => Promise<Proposal>): Promise<ProcedureProposalRowDto> {
    const editing = { officerId: principal.officerId, now: this.clock.now() };
    return proposalRowDto(await this.run(principal, (tx) => work(tx, editing)), principal);
  }

  private run<T>(principal: OfficerPrincipal, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(toDatabasePrincipal(principal), work);
  }
}
