import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '@app/access';

/** A request as the guard leaves it. */
export interface DeskRequest extends FastifyRequest {
  signedIn?: SignedIn;
}

/** The browser's name for itself, or an empty text. */
export function userAgentOf(request: FastifyRequest): string {
  return request.headers['user-agent'] ?? '';
}
