import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OutageAdministration } from '@app/dossiers';
import { PublicOutageDto } from '../admin/outage.dto.js';
import { Public } from '../http/audience.js';
import { sendPlainPage } from '../http/plain-page.js';
import { outagesPage } from './outages-page.js';

/** Which systems are or were down, for everybody: why a clock stands must not be a matter between offices. */
@ApiTags('public')
@Public()
@Controller()
export class OutagesController {
  constructor(private readonly outages: OutageAdministration) {}

  @Get('api/public/outages')
  async list(): Promise<PublicOutageDto[]> {
    return (await this.outages.listForAll()).map(({ to, procedures, communes, ...outage }) => ({ ...outage, procedures: [...procedures], communes: [...communes], ...(to !== null && { to }) }));
  }

  @ApiExcludeEndpoint()
  @Get('su-co')
  async page(@Res() reply: FastifyReply): Promise<void> {
    await sendPlainPage(reply, 200, outagesPage(await this.outages.listForAll()));
  }
}
