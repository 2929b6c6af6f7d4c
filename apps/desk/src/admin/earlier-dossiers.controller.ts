import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database } from '@app/database';
import { CLOCK, countEarlierDossiers, DossierWorld, earlierDossiers } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { EarlierCountDto, EarlierVersionDto } from '../dossiers/version.dto.js';

/** The dossiers that still follow an earlier version of a procedure. They are moved by an act each, many at once as a batch. */
@ApiTags('admin')
@Officers()
@Controller('api/admin')
export class EarlierDossiersController {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly catalogue: CatalogueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many there are of each procedure, by where they stand. */
  @Get('earlier-dossiers')
  async counts(@CurrentPrincipal() principal: OfficerPrincipal): Promise<EarlierCountDto[]> {
    requirePermission(principal, 'dossier.move-version');
    const counts = await this.database.transaction(toDatabasePrincipal(principal), (tx) => countEarlierDossiers(tx, this.world, this.clock.now()));
    return counts.map(({ states, ...count }) => ({ ...count, name: this.catalogue.catalogue.get(count.code).versions[0]!.name, states: [...states] }));
  }

  @Get('procedures/:code/earlier-dossiers')
  list(@Param('code') code: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<EarlierVersionDto[]> {
    requirePermission(principal, 'dossier.move-version', { procedureCode: code });
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => earlierDossiers(tx, this.world, code, this.clock.now()));
  }
}
