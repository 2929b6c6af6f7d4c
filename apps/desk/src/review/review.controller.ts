import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { CLOCK, DossierWorld, listDossiers } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { DossierListQuery } from '../dossiers/act.dto.js';
import { DossierListDto } from '../dossiers/list.dto.js';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';

/** The reviewer's queue at the province: what the unit holds or is to take in, due first. The dossier itself and its acts are shared with the commune. */
@ApiTags('review')
@Officers()
@Controller('api/review')
export class ReviewController {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('dossiers')
  list(@Query() query: DossierListQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DossierListDto> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) =>
      listDossiers(tx, this.world, principal, { ...query, list: query.list ?? 'review' }, this.clock.now()));
  }
}
