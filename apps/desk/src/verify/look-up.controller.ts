import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LOOK_UP_RULE, Throttle } from '@app/access';
import { Configuration } from '@app/configuration';
import { DomainError } from '@app/kernel';
import { Public, ReadsOnly } from '../http/audience.js';
import type { DeskRequest } from '../http/desk-request.js';
import { sendPlainPage } from '../http/plain-page.js';
import { lookUpPage, lookUpResultPage, type LookUpFault } from './look-up-page.js';
import { PublicDossiers } from './public-dossiers.js';
import { textOf } from './text-of.js';

/**
 * Looking a dossier up without an account: plain HTML, no script. Code and secret travel in the body, so they stand in
 * no address, history or log.
 */
@Public()
@ApiExcludeController()
@Controller('tra-cuu')
export class LookUpController {
  constructor(
    private readonly dossiers: PublicDossiers,
    private readonly throttle: Throttle,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  async form(@Res() reply: FastifyReply): Promise<void> {
    await sendPlainPage(reply, 200, lookUpPage({ code: '', hotline: this.configuration.hotline }));
  }

  @ReadsOnly()
  @Post()
  async lookUp(@Body() body: unknown, @Req() request: DeskRequest, @Res() reply: FastifyReply): Promise<void> {
    const code = textOf(body, 'code');
    const secret = textOf(body, 'secret');
    const refuse = (status: number, fault: LookUpFault): FastifyReply =>
      sendPlainPage(reply, status, lookUpPage({ code, fault, hotline: this.configuration.hotline }));
    if (code === '' || secret === '') return void (await refuse(422, { kind: 'empty' }));
    const wait = await this.minutesToWait(request.ip);
    if (wait !== undefined) return void (await refuse(429, { kind: 'too-many', minutes: wait }));
    const found = await this.dossiers.findByCode(code, secret);
    if (!found) return void (await refuse(404, { kind: 'no-match' }));
    await this.throttle.giveBack(LOOK_UP_RULE, request.ip);
    await sendPlainPage(reply, 200, lookUpResultPage(found.dossier, found.procedure, this.configuration.hotline));
  }

  private async minutesToWait(address: string): Promise<number | undefined> {
    try {
      await this.throttle.take(LOOK_UP_RULE, address);
      return undefined;
    } catch (error) {
      const minutes = error instanceof DomainError && error.code === 'request.too-many' ? error.details.params?.['minutes'] : undefined;
      if (typeof minutes === 'number') return minutes;
      throw error;
    }
  }
}
