import { Body, Controller, Delete, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Authenticate, cookieFlags, SESSION_COOKIE, SessionStore, SignInOfficer, type SignedIn } from '@app/access';
import { Configuration } from '@app/configuration';
import { Public } from '../http/audience.js';
import { CurrentSession } from '../http/current-principal.js';
import { userAgentOf, type DeskRequest } from '../http/desk-request.js';
import { SessionView } from './session-view.js';
import { SessionDto, SignInDto } from './session.dto.js';

/** Who is signed in; officers signing in; everybody signing out. */
@ApiTags('session')
@Public()
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly view: SessionView,
    private readonly signInOfficer: SignInOfficer,
    private readonly sessions: SessionStore,
    private readonly authenticate: Authenticate,
    private readonly configuration: Configuration,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who is signed in' })
  @ApiOkResponse({ type: SessionDto })
  @Header('cache-control', 'no-store')
  read(@CurrentSession() signedIn: SignedIn | undefined): Promise<SessionDto> {
    return this.view.of(signedIn);
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign an officer in' })
  @ApiOkResponse({ type: SessionDto })
  @Header('cache-control', 'no-store')
  async signIn(@Body() body: SignInDto, @Req() request: DeskRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    const userAgent = userAgentOf(request);
    const opened = await this.signInOfficer.signIn({ login: body.account, password: body.password, address: request.ip, userAgent });
    if (request.signedIn) await this.sessions.close(request.signedIn.session.id);
    reply.setCookie(SESSION_COOKIE, opened.token, cookieFlags(this.configuration.publicUrl));
    return this.view.of(await this.authenticate.find(opened.token, userAgent));
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(@CurrentSession() signedIn: SignedIn | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (signedIn) await this.sessions.close(signedIn.session.id);
    reply.clearCookie(SESSION_COOKIE, cookieFlags(this.configuration.publicUrl));
  }
}
