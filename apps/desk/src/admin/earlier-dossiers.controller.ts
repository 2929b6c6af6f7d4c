import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { requirePermission, toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { CLOCK, DossierWorld, earlierDossiers } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { EarlierVersionDto } from '../dossiers/version.dto.js';

/** The dossiers that still follow an earlier version of a procedure. They are moved by an act each, many at once as a batch. */
@ApiTags('admin')
@Officers()
@Controller('api/admin/procedures')
export class EarlierDossiersController {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':code/earlier-dossiers')
  list(@Param('code') code: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<EarlierVersionDto[]> {
    requirePermission(principal, 'dossier.move-version', { procedureCode: code });
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => earlierDossiers(tx, this.world, code, this.clock.now()));
  }
}
