import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LOOK_UP_RULE, Throttle } from '@app/access';
import { Configuration } from '@app/configuration';
import { DomainError } from '@app/kernel';
import { Contents } from '@app/storage';
import { Public, ReadsOnly } from '../http/audience.js';
import type { DeskRequest } from '../http/desk-request.js';
import { sendFile } from '../http/send-file.js';
import { sendPlainPage } from '../http/plain-page.js';
import { cannotComparePage } from './cannot-compare-page.js';
import { PublicDossiers } from './public-dossiers.js';
import { textOf } from './text-of.js';
import { unknownTokenPage, verifiedPage } from './verified-page.js';

/** What the QR code of a paper opens, on anyone's phone. */
@Public()
@ApiExcludeController()
@Controller('verify')
export class VerifyController {
  constructor(
    private readonly dossiers: PublicDossiers,
    private readonly throttle: Throttle,
    private readonly contents: Contents,
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

  /** The paper itself, to compare a print with: for whoever got the dossier's secret from its owner. */
  @ReadsOnly()
  @HttpCode(200)
  @Post(':token/:revision')
  async compare(@Param('token') token: string, @Param('revision') revision: string, @Body() body: unknown, @Req() request: DeskRequest, @Res() reply: FastifyReply): Promise<void> {
    const { hotline } = this.configuration;
    try {
      await this.throttle.take(LOOK_UP_RULE, request.ip);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'request.too-many') throw error;
      return void (await sendPlainPage(reply, 429, cannotComparePage({ address: request.url, tooMany: true, hotline })));
    }
    const number = Number(revision);
    const sha256 = Number.isInteger(number) && number > 0 && number < 1000 ? await this.dossiers.findForComparing(token, textOf(body, 'secret'), number) : undefined;
    if (sha256 === undefined) return void (await sendPlainPage(reply, 404, cannotComparePage({ address: request.url, tooMany: false, hotline })));
    await this.throttle.giveBack(LOOK_UP_RULE, request.ip);
    await sendFile(reply, { name: 'ban-goc.pdf', mediaType: 'application/pdf' }, await this.contents.open(sha256));
  }

  private async answer(token: string, revision: number | undefined, reply: FastifyReply): Promise<void> {
    const { hotline } = this.configuration;
    const found = await this.dossiers.findByToken(token);
    if (found) await sendPlainPage(reply, 200, verifiedPage({ ...found, token, revision, hotline }));
    else await sendPlainPage(reply, 404, unknownTokenPage(hotline));
  }
}
