import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SignedIn } from '@app/access';
import { CatalogueService, procedureAt, usualLevel, type Guidance, type Place } from '@app/catalogue';
import { CLOCK, DossierWorld, PapersService, REASONS } from '@app/dossiers';
import { localDate, type Clock, type Localized } from '@app/kernel';
import { OrganisationService } from '@app/organisation';
import { draw } from '@app/workflow';
import { ReasonDto, UnitDto } from '../dossiers/dossier.dto.js';
import { Public } from '../http/audience.js';
import { CurrentSession } from '../http/current-principal.js';
import { sendFile } from '../http/send-file.js';
import { PlaceQuery, ProcedureDto, ProcedureRowDto, ProcedureSearchQuery } from './catalogue.dto.js';

/** The catalogue for everyone: what a procedure needs can be read and printed without signing in. */
@ApiTags('catalogue')
@Public()
@Controller('api')
export class CatalogueController {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly organisation: OrganisationService,
    private readonly papers: PapersService,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The best matches for a name with or without accents, a code, a field or initials. */
  @Get('procedures')
  async search(@Query() { q = '', limit = 20, commune }: ProcedureSearchQuery, @CurrentSession() session: SignedIn | undefined): Promise<ProcedureRowDto[]> {
    const place = await this.placeOf(commune, session);
    return this.catalogue.search(q, { limit }).map(({ code }) => rowOf(this.catalogue.describe(code, this.today(), place)));
  }

  @Get('procedures/:code')
  async get(@Param('code') code: string, @Query() { commune }: PlaceQuery, @CurrentSession() session: SignedIn | undefined): Promise<ProcedureDto> {
    const today = this.today();
    const guidance = this.catalogue.describe(code, today, await this.placeOf(commune, session));
    const procedure = this.catalogue.versionInForce(code, today);
    const group = this.catalogue.groupInForce(code, today);
    const vi = (text: Localized): string => text.vi;
    return {
      ...rowOf(guidance),
      version: guidance.version ?? 0,
      components: guidance.papers.map(({ name, originals, copies, conditional, why }) => ({ name, originals, copies, conditional, why })),
      legalBases: [...guidance.legalBases],
      applicants: guidance.applicants.map(vi),
      channels: [...guidance.channels],
      forOrganisations: procedure?.owners?.includes('organisation') ?? false,
      values: [...guidance.values],
      results: guidance.results.map(vi),
      effectiveFrom: guidance.effectiveFrom,
      assumptions: [...guidance.assumptions],
      decidedBy: guidance.decidedBy,
      ...(procedure === undefined ? {} : { form: procedure.declaration, drawing: draw(procedureAt(procedure, { level: usualLevel(procedure) }).process) }),
      ...(group === undefined ? {} : { form: group.declaration }),
    };
  }

  /** The guidance slip: printed without a dossier, so it holds nothing about a person. */
  @Get('procedures/:code/guidance.pdf')
  @ApiOkResponse({ content: { 'application/pdf': {} } })
  async guidance(@Param('code') code: string, @Query() { commune }: PlaceQuery, @CurrentSession() session: SignedIn | undefined, @Res() reply: FastifyReply): Promise<void> {
    const paper = await this.papers.renderGuidance(code, unitOf(commune, session));
    await sendFile(reply, { name: `huong-dan-${code}.pdf`, mediaType: 'application/pdf', size: paper.bytes.length }, paper.bytes);
  }

  /** The reasons a request, a refusal or a return must cite. */
  @Get('reasons')
  reasons(@Query('kind') kind?: string): ReasonDto[] {
    return REASONS.filter((reason) => kind === undefined || reason.kind === kind);
  }

  /** The communes whose centre receives here. */
  @Get('communes')
  async communes(): Promise<UnitDto[]> {
    const centres = await this.organisation.findUnits({ kind: 'centre' });
    const communes = await Promise.all(centres.map((centre) => this.organisation.findUnit(centre.parentId ?? '')));
    return communes.flatMap((unit) => (unit?.kind === 'commune' ? [{ id: unit.id, name: unit.shortName.vi, ...(unit.phone === null ? {} : { phone: unit.phone }) }] : []));
  }

  private async placeOf(commune: string | undefined, session: SignedIn | undefined): Promise<Place> {
    const unit = unitOf(commune, session);
    return unit === undefined ? this.world.homePlace() : this.world.placeOf(unit);
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

/** The unit whose rules hold: the commune a question names, else the officer's own; nothing for the province of this desk. */
function unitOf(commune: string | undefined, session: SignedIn | undefined): string | undefined {
  return commune ?? (session?.principal.kind === 'officer' ? session.principal.posts[0]?.unitId : undefined);
}

function rowOf(guidance: Guidance): ProcedureRowDto {
  const { code, name, field, state, receivable, referral, limit, fee } = guidance;
  return { code, name, field: field.vi, state: state === 'published' ? 'complete' : 'skeleton', receivable, ...(referral === undefined ? {} : { referral }), limit, fee };
}
