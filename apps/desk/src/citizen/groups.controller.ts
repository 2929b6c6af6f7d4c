import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { toDatabasePrincipal, type CitizenPrincipal } from '@app/access';
import { CatalogueService } from '@app/catalogue';
import { Database } from '@app/database';
import { DossierWorld, SettleByHand, linkedGroupView } from '@app/dossiers';
import { LinkedGroupDto } from '../dossiers/linked.dto.js';
import { linkedGroupDto } from '../dossiers/to-linked-dto.js';
import { Citizens } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';

/** The citizen's linked filings: several procedures filed once, each a dossier of its own. */
@ApiTags('citizen')
@Citizens()
@Controller('api/citizen/groups')
export class GroupsController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly world: DossierWorld,
    private readonly settle: SettleByHand,
  ) {}

  /** Where each procedure of the group is, who has it, until when. */
  @Get(':id')
  async get(@Param('id', IdPipe) id: string, @CurrentPrincipal() principal: CitizenPrincipal): Promise<LinkedGroupDto> {
    return linkedGroupDto(await this.database.transaction(toDatabasePrincipal(principal), (tx) => linkedGroupView(tx, this.world, this.catalogue, id)));
  }

  /** Gives up a procedure of the group that has not begun; one that has is withdrawn like any dossier. */
  @Post(':id/members/:key/call-off')
  @HttpCode(200)
  async callOff(@Param('id', IdPipe) id: string, @Param('key') key: string, @CurrentPrincipal() principal: CitizenPrincipal): Promise<LinkedGroupDto> {
    await this.settle.callOff(principal, id, key);
    return this.get(id, principal);
  }
}
