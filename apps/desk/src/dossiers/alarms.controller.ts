import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { CLOCK, DossierWorld, listAlarms } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { AlarmListDto, AlarmListQuery } from './alarms.dto.js';

/** What warns in an officer's units: each alarm has an owner and stays until what it warns of is over. */
@ApiTags('dossiers')
@Officers()
@Controller('api/alarms')
export class AlarmsController {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  list(@Query() query: AlarmListQuery, @CurrentPrincipal() principal: OfficerPrincipal): Promise<AlarmListDto> {
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => listAlarms(tx, this.world, principal, query, this.clock.now()));
  }
}
