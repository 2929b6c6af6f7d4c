import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import type { CitizenPrincipal, OfficerPrincipal, SignedIn } from '@app/access';
import type { DeskRequest } from './desk-request.js';

/**
 * Whoever calls: an `OfficerPrincipal` on a route for officers, a `CitizenPrincipal` on one for citizens, either on one
 * for the signed-in. Throws `sign-in.required` on a public route called by nobody in particular.
 */
export const CurrentPrincipal = createParamDecorator((_data: unknown, context: ExecutionContext): OfficerPrincipal | CitizenPrincipal => {
  const { signedIn } = context.switchToHttp().getRequest<DeskRequest>();
  if (!signedIn) throw new DomainError('sign-in.required');
  return signedIn.principal;
});

/** The session and principal of a request, if any: for public routes that say more to those who are signed in. */
export const CurrentSession = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SignedIn | undefined => context.switchToHttp().getRequest<DeskRequest>().signedIn,
);
