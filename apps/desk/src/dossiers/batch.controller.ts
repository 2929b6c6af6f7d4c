import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { Database } from '@app/database';
import { ActOnMany, readSigningProgress } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { BatchDto, BatchResultDto, SigningAskedDto, SigningProgressDto } from './batch.dto.js';

/** One act on many dossiers of a list. */
@ApiTags('dossiers')
@Officers()
@Controller('api/dossiers')
export class BatchController {
  constructor(
    private readonly many: ActOnMany,
    private readonly database: Database,
  ) {}

  /** At most 500; each is judged on its own, and its outcome told. */
  @Post('batch')
  @HttpCode(200)
  async act(@Body() { event, items, ...data }: BatchDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<BatchResultDto> {
    const outcomes = await this.many.act(event, items, data, principal);
    const done = outcomes.filter((outcome) => outcome.done).length;
    return { done, failed: outcomes.length - done, outcomes };
  }

  /** How far the keys are with what was signed or sealed together: one outcome for each paper. Changes nothing; a POST for the length of the list. */
  @Post('signing-progress')
  @HttpCode(200)
  progress(@Body() { dossierIds }: SigningAskedDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<SigningProgressDto[]> {
    return readSigningProgress(this.database, principal, dossierIds);
  }
}
