import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Authenticate, checkCsrf, SESSION_COOKIE } from '@app/access';
import { Configuration } from '@app/configuration';
import { DomainError } from '@app/kernel';
import { AUDIENCE, READS_ONLY, type Audience } from './audience.js';
import { userAgentOf, type DeskRequest } from './desk-request.js';

/**
 * Stands before every route: finds who calls, refuses what another site could have caused, and lets in only the
 * audience the route names. A route that says nothing is for the signed-in, so forgetting the word opens nothing.
 */
@Injectable()
export class PrincipalGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticate: Authenticate,
    private readonly configuration: Configuration,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<DeskRequest>();
    const signedIn = await this.authenticate.find(request.cookies[SESSION_COOKIE], userAgentOf(request));
    request.signedIn = signedIn;
    const audience = this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, [context.getHandler(), context.getClass()]) ?? 'signed-in';
    // Anonymous first: a stale page learns that it must sign in, not that its token is old.
    if (audience !== 'public' && !signedIn) throw new DomainError('sign-in.required');
    const readsOnly = this.reflector.get<true | undefined>(READS_ONLY, context.getHandler()) ?? false;
    checkCsrf(request, this.configuration.publicUrl, readsOnly ? undefined : signedIn?.session.csrfToken);
    if (audience === 'officers') requireKind(signedIn?.principal.kind, 'officer', 'dành cho cán bộ (officers only)');
    if (audience === 'citizens') requireKind(signedIn?.principal.kind, 'citizen', 'dành cho công dân (citizens only)');
    return true;
  }
}

function requireKind(found: string | undefined, wanted: string, permission: string): void {
  if (found !== wanted) throw new DomainError('permission.missing', { params: { permission }, facts: { audience: wanted } });
}
