import { Controller, Get, Inject, Optional, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { CitizenIdentity, cookieFlags, localPath, SESSION_COOKIE, SessionStore, SIGN_IN_COOKIE, SIGN_IN_PATH } from '@app/access';
import { Configuration } from '@app/configuration';
import { Database, SYSTEM } from '@app/database';
import { DomainError } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { Public } from '../http/audience.js';
import { userAgentOf, type DeskRequest } from '../http/desk-request.js';
import { loggedError } from '../http/log-safely.js';
import { sendPlainPage } from '../http/plain-page.js';
import { asDomainError } from '../http/problem.js';
import { signInFailedPage } from './sign-in-failed-page.js';

/** How long the browser keeps the sign-in under way, in seconds; the value itself says the same under signature. */
const COOKIE_SECONDS = 15 * 60;

/**
 * Citizens signing in at the identity provider and coming back. These two addresses are visited by the browser itself,
 * so a refusal is a page with a way on, not a problem body.
 */
@ApiTags('session')
@Public()
@Controller('api/citizen')
export class CitizenSignInController {
  constructor(
    @Optional() @Inject(CitizenIdentity) private readonly identity: CitizenIdentity | null,
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly sessions: SessionStore,
    private readonly configuration: Configuration,
    private readonly logger: PinoLogger,
  ) {}

  @Get('sign-in')
  @ApiOperation({ summary: 'Send the browser to the identity provider' })
  @ApiFoundResponse({ description: 'To the provider' })
  async begin(@Query('return') returnTo: unknown, @Res() reply: FastifyReply): Promise<void> {
    const back = typeof returnTo === 'string' ? localPath(returnTo) : '/';
    await this.orPage(reply, back, async () => {
      const { url, cookie } = await this.provider().begin(back);
      reply.setCookie(SIGN_IN_COOKIE, cookie, cookieFlags(this.configuration.publicUrl, SIGN_IN_PATH, COOKIE_SECONDS));
      await reply.header('cache-control', 'no-store').redirect(url, 302);
    });
  }

  @Get('callback')
  @ApiOperation({ summary: 'Where the identity provider sends the browser back' })
  @ApiFoundResponse({ description: 'To the page the citizen came from' })
  async end(@Req() request: DeskRequest, @Res() reply: FastifyReply): Promise<void> {
    const cookie = request.cookies[SIGN_IN_COOKIE];
    reply.clearCookie(SIGN_IN_COOKIE, cookieFlags(this.configuration.publicUrl, SIGN_IN_PATH));
    await this.orPage(reply, '/', async () => {
      const { claims, returnTo } = await this.provider().complete(request.url.split('?')[1] ?? '', cookie);
      const citizen = await this.database.transaction(SYSTEM, (tx) => this.persons.findByPersonalId(tx, claims.personalId));
      if (!citizen) throw new DomainError('sign-in.citizen-unknown');
      const owner = { kind: 'citizen', personId: citizen.id, name: citizen.fullName, assurance: claims.assurance } as const;
      const { token } = await this.sessions.open(owner, userAgentOf(request));
      if (request.signedIn) await this.sessions.close(request.signedIn.session.id);
      reply.setCookie(SESSION_COOKIE, token, cookieFlags(this.configuration.publicUrl));
      await reply.header('cache-control', 'no-store').redirect(returnTo, 302);
    });
  }

  private provider(): CitizenIdentity {
    if (!this.identity) throw new DomainError('sign-in.provider-down', { facts: { reason: 'none configured' } });
    return this.identity;
  }

  private async orPage(reply: FastifyReply, returnTo: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const requestId = String(reply.request.id);
      const refusal = asDomainError(error, requestId);
      const facts = { requestId, code: refusal.code, ...refusal.details.facts };
      if (refusal.code === 'server.fault') this.logger.error({ ...facts, error: loggedError(error) }, 'citizen sign-in failed');
      else this.logger.info(facts, 'citizen sign-in refused');
      await sendPlainPage(reply, refusal.problem.status, signInFailedPage(refusal, returnTo, this.configuration.hotline));
    }
  }
}
