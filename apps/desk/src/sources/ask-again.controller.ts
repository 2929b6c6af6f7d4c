import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { AskAgain, CLOCK, DossierWorld, officerView } from '@app/dossiers';
import type { Clock } from '@app/kernel';
import { DossierDto } from '../dossiers/dossier.dto.js';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { AskAgainDto, SourceToAskDto } from './sources.dto.js';

/** National sources, asked again by whoever examines a dossier in which something declared differs from the file. */
@ApiTags('sources')
@Officers()
@Controller('api/dossiers/:id/sources')
export class AskAgainController {
  constructor(
    private readonly askAgain: AskAgain,
    private readonly database: Database,
    private readonly world: DossierWorld,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The sources that could say something of what differs. */
  @Get()
  async list(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<SourceToAskDto[]> {
    return (await this.askAgain.list(principal, id)).map(({ fields, ...source }) => ({ ...source, fields: [...fields] }));
  }

  /** Asks one source about one answer and notes in the dossier how it ended. Answers the dossier as it is afterwards. */
  @Post('ask')
  @HttpCode(200)
  async ask(@Param('id', IdPipe) id: string, @Body() body: AskAgainDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<DossierDto> {
    await this.askAgain.ask(principal, { dossierId: id, ...body });
    return this.database.transaction(toDatabasePrincipal(principal), (tx) => officerView(tx, this.world, principal, id, this.clock.now()));
  }
}
