import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, toDatabasePrincipal, unitsWith, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { CLOCK, DossierWorld, listTransfers } from '@app/dossiers';
import { localDate, type Clock } from '@app/kernel';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { TransferListDto, TransferListQuery } from './transfers.dto.js';

/** What a counter passed on too late (Decree 118/2025 Art. 18(2)): for whoever answers for it. */
@ApiTags('dossiers')
@Officers()
@Controller('api/transfers')
export class TransfersController {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Query() { from, to }: TransferListQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<TransferListDto> {
    requirePermission(principal, 'report.read');
    const now = this.clock.now();
    const last = to ?? localDate(now);
    return this.database.transaction(toDatabasePrincipal(principal), (tx) =>
      listTransfers(tx, this.world, unitsWith(principal, 'report.read'), { from: from ?? `${last.slice(0, 7)}-01`, to: last }, now));
  }
}
