import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database } from '@app/database';
import { DossierWorld, SettleByHand, linkedView } from '@app/dossiers';
import { DomainError } from '@app/kernel';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { FiledMemberDto, LinkedDto } from './linked.dto.js';
import { linkedGroupDto } from './to-linked-dto.js';

/** What was filed together with a dossier. */
@ApiTags('dossiers')
@Officers()
@Controller('api/dossiers')
export class LinkedController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly world: DossierWorld,
    private readonly settle: SettleByHand,
  ) {}

  /** The linked group of a dossier; of its members the officer may not open only where they are. */
  @Get(':id/linked')
  async get(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<LinkedDto> {
    const view = await this.database.transaction(toDatabasePrincipal(principal), (tx) => linkedView(tx, this.world, this.catalogue, id));
    return view === undefined ? {} : { group: linkedGroupDto(view) };
  }

  /** Files a member that was called off, for a person who has brought another paper. A repeat answers the same dossier. */
  @Post(':id/linked/:key')
  @HttpCode(200)
  async file(@Param('id', IdPipe) id: string, @Param('key') key: string, @CurrentPrincipal() principal: OfficerPrincipal): Promise<FiledMemberDto> {
    const view = await this.database.transaction(toDatabasePrincipal(principal), (tx) => linkedView(tx, this.world, this.catalogue, id));
    if (view === undefined) throw new DomainError('not-found');
    return { dossierId: await this.settle.file(principal, view.id, key) };
  }
}
