import { newToken, sha256Hex, type Clock } from '@app/kernel';
import { SYSTEM, type Database } from '@app/database';
import { OFFICE_VERSION } from '@app/organisation';
import { DEFAULT_SESSION_RULES, endOf, newSessionToken, sessionId, type Session, type SessionOwner, type SessionRules } from './session.js';

/** How often a session's last sign of life is written down: not at each request. */
const SEEN_STEP = { minutes: 1 } as const;

interface SessionRow {
  id: string;
  kind: 'officer' | 'citizen';
  officer_id: string | null;
  person_id: string | null;
  person_name: string | null;
  assurance: string | null;
  csrf_token: string;
  user_agent_digest: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

/** A session as it was found, with the number of the last change of units: posts remembered from before it are old. */
export interface FoundSession extends Session {
  readonly officeVersion: number;
}

/** A session just opened, with the token for the cookie: the only time it is known. */
export interface OpenedSession {
  readonly session: Session;
  readonly token: string;
}

/** Keeps sessions in the database, so any process can serve any request and signing out holds everywhere at once. */
export class SessionStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    readonly rules: SessionRules = DEFAULT_SESSION_RULES,
  ) {}

  /** Opens a session. Each sign-in gets a new token, so one planted beforehand is worth nothing. */
  async open(owner: SessionOwner, userAgent: string): Promise<OpenedSession> {
    const token = newSessionToken();
    const now = this.clock.now();
    const session: Session = {
      id: sessionId(token),
      owner,
      csrfToken: newToken(),
      createdAt: now,
      seenAt: now,
      expiresAt: now.add({ minutes: this.rules.absoluteMinutes }),
    };
    await this.database.transaction(SYSTEM, async (tx) => {
      await tx.execute('DELETE FROM session WHERE expires_at <= $1 OR seen_at <= $2', [
        now.toString(),
        now.subtract({ minutes: this.rules.idleMinutes }).toString(),
      ]);
      await tx.execute(
        `INSERT INTO session (id, kind, officer_id, person_id, person_name, assurance, csrf_token, user_agent_digest, created_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
        [
          session.id,
          owner.kind,
          owner.kind === 'officer' ? owner.officerId : null,
          owner.kind === 'citizen' ? owner.personId : null,
          owner.kind === 'citizen' ? owner.name : null,
          owner.kind === 'citizen' ? owner.assurance : null,
          session.csrfToken,
          sha256Hex(userAgent),
          now.toString(),
          session.expiresAt.toString(),
        ],
      );
    });
    return { session, token };
  }

  /**
   * The living session of a token, or nothing. A token shown by another browser than the one that signed in is
   * taken for stolen: nothing is found and the session ends.
   */
  async find(token: string, userAgent: string): Promise<FoundSession | undefined> {
    const now = this.clock.now();
    return this.database.transaction(SYSTEM, async (tx) => {
      const row = await tx.maybeOne<SessionRow & { office_version: number }>(`SELECT *, ${OFFICE_VERSION} AS office_version FROM session WHERE id = $1`, [sessionId(token)]);
      if (!row) return undefined;
      const session: FoundSession = { ...fromRow(row), officeVersion: row.office_version };
      const over = Temporal.Instant.compare(endOf(session, this.rules), now) <= 0;
      if (over || row.user_agent_digest !== sha256Hex(userAgent)) {
        await tx.execute('DELETE FROM session WHERE id = $1', [row.id]);
        return undefined;
      }
      if (Temporal.Instant.compare(session.seenAt.add(SEEN_STEP), now) > 0) return session;
      await tx.execute('UPDATE session SET seen_at = $2 WHERE id = $1', [row.id, now.toString()]);
      return { ...session, seenAt: now };
    });
  }

  /** Ends a session; ending one that is gone is no error. */
  async close(id: string): Promise<void> {
    await this.database.transaction(SYSTEM, (tx) => tx.execute('DELETE FROM session WHERE id = $1', [id]));
  }

  /** Ends all sessions of an officer: a post ended, a password changed. */
  async closeAllOf(officerId: string): Promise<void> {
    await this.database.transaction(SYSTEM, (tx) => tx.execute('DELETE FROM session WHERE officer_id = $1', [officerId]));
  }
}

function fromRow(row: SessionRow): Session {
  const owner: SessionOwner =
    row.officer_id === null
      ? { kind: 'citizen', personId: row.person_id!, name: row.person_name!, assurance: row.assurance }
      : { kind: 'officer', officerId: row.officer_id };
  return {
    id: row.id,
    owner,
    csrfToken: row.csrf_token,
    createdAt: Temporal.Instant.from(row.created_at),
    seenAt: Temporal.Instant.from(row.seen_at),
    expiresAt: Temporal.Instant.from(row.expires_at),
  };
}
