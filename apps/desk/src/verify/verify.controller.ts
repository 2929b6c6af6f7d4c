import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Configuration } from '@app/configuration';
import { Public } from '../http/audience.js';
import { sendPlainPage } from '../http/plain-page.js';
import { PublicDossiers } from './public-dossiers.js';
import { unknownTokenPage, verifiedPage } from './verified-page.js';

/** What the QR code of a paper opens, on anyone's phone. */
@Public()
@ApiExcludeController()
@Controller('verify')
export class VerifyController {
  constructor(
    private readonly dossiers: PublicDossiers,
    private readonly configuration: Configuration,
  ) {}

  @Get(':token')
  async verify(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(token, undefined, reply);
  }

  /** A result says which revision it is. */
  @Get(':token/:revision')
  async verifyResult(@Param('token') token: string, @Param('revision') revision: string, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(token, Number(revision), reply);
  }

  private async answer(token: string, revision: number | undefined, reply: FastifyReply): Promise<void> {
    const { hotline } = this.configuration;
    const found = await this.dossiers.findByToken(token);
    if (found) await sendPlainPage(reply, 200, verifiedPage({ ...found, revision, hotline }));
    else await sendPlainPage(reply, 404, unknownTokenPage(hotline));
  }
}
