import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import {
  CatalogueService, dropDraft, getDraft, listProcedures, makeExamples, outcomeOf, readLog, readProposals, readVersions, refuseWhileProposed, saveDraft, startDraft,
  type Editing, type ProcedureDraft,
} from '@app/catalogue';
import { Database, type Transaction } from '@app/database';
import { CLOCK } from '@app/dossiers';
import { localDate, type Clock } from '@app/kernel';
import { levelsOf } from '@app/workflow';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { CheckDraft, feeOf } from './check-draft.js';
import { requireProcedureWork, runningOf } from './procedure-work.js';
import {
  ProcedureCheckDto, ProcedureDraftDto, ProcedureListDto, ProcedureListQueryDto, ProcedureOverviewDto, SavedProcedureDraftDto, SaveProcedureDraftDto,
  TriedDeclarationDto, TryDeclarationDto, WorkedExampleDto,
} from './procedures.dto.js';
import { draftDto, proposalRowDto } from './to-procedure-dto.js';

/** Procedures as administrators write them: the list, one procedure's versions, its working copy and the check of it. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/procedures')
export class ProceduresController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly check: CheckDraft,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The procedures of the catalogue with where each stands on its way to publication. */
  @Get()
  list(@Query() { q = '', filter = 'all', offset = 0, limit = 50 }: ProcedureListQueryDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureListDto> {
    requireProcedureWork(principal);
    return this.run(principal, async (tx) => {
      const { rows, total, counts } = await listProcedures(tx, this.catalogue.catalogue, { text: q, filter, offset, limit, day: this.today() });
      return { rows: [...rows], total, counts };
    });
  }

  /** One procedure: versions with the dossiers that run on them, proposals, log. */
  @Get(':code')
  async get(@Param('code') code: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureOverviewDto> {
    requireProcedureWork(principal);
    const { limit, fee } = this.catalogue.describe(code, this.today());
    return this.run(principal, async (tx) => {
      const [{ rows }, versions, proposals, log] = await Promise.all([
        listProcedures(tx, this.catalogue.catalogue, { text: code, filter: 'all', offset: 0, limit: 1, day: this.today() }), readVersions(tx, code), readProposals(tx, code), readLog(tx, code),
      ]);
      return { ...rows[0]!, limit, fee, versions: versions.map((each) => ({ ...each, levels: this.levelsAt(code, each.version) })), proposals: proposals.map((proposal) => proposalRowDto(proposal, principal)), log };
    });
  }

  /** Begins the working copy of the next version, or opens the one that is there. */
  @Post(':code/draft')
  @HttpCode(200)
  async start(@Param('code') code: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureDraftDto> {
    this.requireEdit(principal, code);
    const entry = this.catalogue.catalogue.get(code);
    return draftDto(await this.run(principal, (tx) => startDraft(tx, entry, this.editing(principal))));
  }

  @Get(':code/draft')
  async draft(@Param('code') code: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureDraftDto> {
    this.requireEdit(principal, code);
    return draftDto(await this.read(principal, code));
  }

  /** Saves the working copy as it stands, complete or not. */
  @Put(':code/draft')
  async save(@Param('code') code: string, @Body() body: SaveProcedureDraftDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<SavedProcedureDraftDto> {
    this.requireEdit(principal, code);
    const { revision, savedAt } = await this.run(principal, async (tx) => {
      await refuseWhileProposed(tx, code);
      return saveDraft(tx, code, body, this.editing(principal));
    });
    return { revision, savedAt };
  }

  /** Throws the working copy away. */
  @Delete(':code/draft')
  @HttpCode(204)
  async drop(@Param('code') code: string, @Query('revision', ParseIntPipe) revision: number, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    this.requireEdit(principal, code);
    await this.run(principal, async (tx) => {
      await refuseWhileProposed(tx, code);
      await dropDraft(tx, code, revision, this.editing(principal));
    });
  }

  /** What keeps the working copy from being published, and what it changes. */
  @Get(':code/draft/check')
  async checkDraft(@Param('code') code: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProcedureCheckDto> {
    this.requireEdit(principal, code);
    const draft = await this.read(principal, code);
    const [faults, running] = await Promise.all([this.check.faultsOf(draft), this.run(principal, (tx) => runningOf(tx, code))]);
    const { comparedWith, differences } = this.check.compare(this.catalogue.catalogue.get(code), draft.document);
    return { revision: draft.revision, faults, ...(comparedWith !== undefined && { comparedWith }), differences: [...differences], running };
  }

  /** Worked examples to be read and confirmed, made from the saved working copy. @throws DomainError procedure.faulty */
  @Get(':code/draft/examples')
  async examples(@Param('code') code: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<WorkedExampleDto[]> {
    this.requireEdit(principal, code);
    const procedure = this.check.triable(await this.read(principal, code));
    return makeExamples(procedure, this.today(), feeOf).map((example) => ({ ...example, declaration: { ...example.declaration }, requires: [...example.requires] }));
  }

  /** The saved form as citizens will answer it: what is asked, which papers and fee the answers lead to. */
  @Post(':code/draft/try')
  @HttpCode(200)
  async try(@Param('code') code: string, @Body() { declaration, channel }: TryDeclarationDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<TriedDeclarationDto> {
    this.requireEdit(principal, code);
    const procedure = this.check.triable(await this.read(principal, code));
    const { visible, faults, components, requires, fee } = outcomeOf(procedure, { declaration, channel }, this.today(), feeOf);
    return {
      visible: visible.map((name) => `/${name}`), faults: [...faults], requires, fee,
      components: components.map(({ key, name, required, why, component }) => ({ key, name, required, why, kinds: [...component.kinds], originals: component.originals, copies: component.copies })),
    };
  }

  private requireEdit(principal: OfficerPrincipal, code: string): void {
    requirePermission(principal, 'procedure.edit', { procedureCode: code });
  }

  private read(principal: OfficerPrincipal, code: string): Promise<ProcedureDraft> {
    return this.run(principal, (tx) => getDraft(tx, code));
  }

  private run<T>(principal: OfficerPrincipal, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(toDatabasePrincipal(principal), work);
  }

  private editing({ officerId }: OfficerPrincipal): Editing {
    return { officerId, now: this.clock.now() };
  }

  private today(): string {
    return localDate(this.clock.now());
  }

  /** The levels a published version may be decided at: each has a drawing of its own. */
  private levelsAt(code: string, version: number): string[] {
    const published = this.catalogue.catalogue.get(code).versions.find((each) => each.version === version);
    return published === undefined ? [] : [...levelsOf(published.process)];
  }
}
