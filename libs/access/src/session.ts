import { randomBytes } from 'node:crypto';
import { sha256Hex } from '@app/kernel';

/** How long a session lives. */
export interface SessionRules {
  /** From sign-in, whatever happens. */
  readonly absoluteMinutes: number;
  /** From the last request. */
  readonly idleMinutes: number;
}

/** A working day, and half an hour away from the desk. */
export const DEFAULT_SESSION_RULES: SessionRules = { absoluteMinutes: 8 * 60, idleMinutes: 30 };

/** Whom a session belongs to. */
export type SessionOwner =
  | { readonly kind: 'officer'; readonly officerId: string }
  | { readonly kind: 'citizen'; readonly personId: string; readonly name: string; readonly assurance: string | null };

/** A session as a request finds it. The token itself is in the cookie only. */
export interface Session {
  /** SHA-256 of the token. */
  readonly id: string;
  readonly owner: SessionOwner;
  readonly csrfToken: string;
  readonly createdAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  /** The end that cannot be moved. */
  readonly expiresAt: Temporal.Instant;
}

/** A fresh token: 256 random bits. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. */
export function sessionId(token: string): string {
  return sha256Hex(token);
}

/** When a session ends if nothing more is heard: the earlier of its absolute end and the idle one. */
export function endOf(session: Pick<Session, 'seenAt' | 'expiresAt'>, rules: SessionRules): Temporal.Instant {
  const idle = session.seenAt.add({ minutes: rules.idleMinutes });
  return Temporal.Instant.compare(idle, session.expiresAt) < 0 ? idle : session.expiresAt;
}
