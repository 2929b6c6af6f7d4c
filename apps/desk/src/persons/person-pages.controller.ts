import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { FactCorrections, OutsideLooks, PersonPages, type Ground } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { IdPipe } from '../http/id.pipe.js';
import { BeginLookDto, BegunLookDto, GroundDto, HousematesDto, PersonPageDto, ProposeCorrectionDto, ProposedCorrectionDto, RevokePaperDto } from './person-page.dto.js';
import { housematesDto, personPageDto } from './to-person-page-dto.js';

/** A person's page at the desk: for a dossier or draft that names them, or for a purpose stated before. The id is no number of theirs. */
@ApiTags('persons')
@Officers()
@Controller('api/persons')
export class PersonPagesController {
  constructor(
    private readonly pages: PersonPages,
    private readonly looks: OutsideLooks,
    private readonly corrections: FactCorrections,
  ) {}

  /** Identity value by value with source and history, family, papers, dossiers the officer may see; one line in the person's log. */
  @Get(':id')
  async open(@Param('id', IdPipe) id: string, @Query() query: GroundDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<PersonPageDto> {
    return personPageDto(await this.pages.open(principal, id, groundOf(query)), principal.officerId);
  }

  /** Who lives with the person, on the same grounds; whoever is named finds the look in their own log. */
  @Get(':id/household')
  async household(@Param('id', IdPipe) id: string, @Query() query: GroundDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<HousematesDto> {
    return housematesDto(await this.pages.household(principal, id, groundOf(query)));
  }

  /** Puts on record for what the page will be opened outside a dossier: the head of the unit and the person read it. */
  @Post(':id/looks')
  @HttpCode(200)
  begin(@Param('id', IdPipe) id: string, @Body() { reasonKind, reason }: BeginLookDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<BegunLookDto> {
    return this.looks.begin(principal, id, { kind: reasonKind, text: reason });
  }

  /** Proposes another value for a wrong one; a second officer decides. */
  @Post(':id/corrections')
  @HttpCode(200)
  async propose(@Param('id', IdPipe) id: string, @Body() { factId, value, reason, authority, document, ...ground }: ProposeCorrectionDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<ProposedCorrectionDto> {
    return { id: await this.corrections.proposeText(principal, id, { factId, value: value ?? null, reason, authority, document, ground: groundOf(ground) }) };
  }

  /** Enters that an agency has revoked a paper. */
  @Post(':id/papers/:paperId/revocation')
  @HttpCode(204)
  revoke(@Param('id', IdPipe) id: string, @Param('paperId', IdPipe) paperId: string, @Body() { reason, authority, on, ...ground }: RevokePaperDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<void> {
    return this.pages.revoke(principal, id, paperId, { reason, authority, on, ground: groundOf(ground) });
  }
}

const groundOf = ({ dossier, draft, look }: GroundDto): Ground => ({ dossierId: dossier, draftId: draft, lookId: look });
