import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database } from '@app/database';
import { CLOCK, DossierWorld } from '@app/dossiers';
import { localDate, type Clock } from '@app/kernel';
import { listOnceOnly, onceOnlyCsv, type OnceOnlyReport } from '@app/reports';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { sendFile } from '../http/send-file.js';
import { OnceOnlyQuery, OnceOnlyReportDto } from './once-only.dto.js';

/** A file holds so many rows at the most. */
const MOST_EXPORTED = 20_000;

/** What people did not have to bring (Decree 118/2025 as amended, Art. 4(2a)): for whoever answers for a counter. */
@ApiTags('reports')
@Officers()
@Controller('api/reports')
export class OnceOnlyController {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly catalogue: CatalogueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('once-only')
  async read(@Query() query: OnceOnlyQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<OnceOnlyReportDto> {
    const report = await this.report(query, principal);
    return { ...report, rows: [...report.rows] };
  }

  /** The same as a table for spreadsheets; no person is named in it. */
  @Get('once-only.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(@Query() query: OnceOnlyQuery, @CurrentPrincipal() principal: OfficerPrincipal, @Res() reply: FastifyReply): Promise<void> {
    const report = await this.report(query, principal, MOST_EXPORTED);
    const name = ['hoi-mot-lan', report.procedure, report.month ?? `${report.from}_${report.to}`].filter(Boolean).join('-');
    await sendFile(reply, { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' }, Buffer.from(onceOnlyCsv(report), 'utf8'), 'attachment');
  }

  private report({ from, to, ...opened }: OnceOnlyQuery, principal: OfficerPrincipal, most?: number): Promise<OnceOnlyReport> {
    requirePermission(principal, 'report.read');
    const now = this.clock.now();
    const last = to ?? localDate(now).slice(0, 7);
    return this.database.transaction(toDatabasePrincipal(principal), (tx) =>
      listOnceOnly(tx, this.world, this.catalogue, unitsWith(principal, 'report.read'), { from: from ?? `${last.slice(0, 4)}-01`, to: last, ...opened }, now, most));
  }
}
