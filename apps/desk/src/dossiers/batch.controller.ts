import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { OfficerPrincipal } from '@app/access';
import { ActOnMany } from '@app/dossiers';
import { Officers } from '../http/audience.js';
import { CurrentPrincipal } from '../http/current-principal.js';
import { BatchDto, BatchResultDto } from './batch.dto.js';

/** One act on many dossiers of a list. */
@ApiTags('dossiers')
@Officers()
@Controller('api/dossiers')
export class BatchController {
  constructor(private readonly many: ActOnMany) {}

  /** At most 500; each is judged on its own, and its outcome told. */
  @Post('batch')
  @HttpCode(200)
  async act(@Body() { event, items, ...data }: BatchDto, @CurrentPrincipal() principal: OfficerPrincipal): Promise<BatchResultDto> {
    const outcomes = await this.many.act(event, items, data, principal);
    const done = outcomes.filter((outcome) => outcome.done).length;
    return { done, failed: outcomes.length - done, outcomes };
  }
}
