import { DomainError } from '@app/kernel';
import type { Transaction } from '@app/database';
import { isHeld } from './post-in-force.js';
import type { OfficerRole } from './roles.js';

/** An officer's account; the hash never leaves the server. */
export interface OfficerAccount {
  readonly id: string;
  readonly login: string;
  readonly fullName: string;
  readonly phone: string | null;
  readonly active: boolean;
  /** Argon2id, or null while no password is set. */
  readonly passwordHash: string | null;
}

/** A post in force: the officer plays this role in this unit, up to the evening of its last day ({@link isHeld}). */
export interface Post {
  readonly officerId: string;
  readonly officerName: string;
  readonly unitId: string;
  readonly role: OfficerRole;
  readonly since: string;
}

const ACCOUNT = 'id, login, full_name AS "fullName", phone, active, password_hash AS "passwordHash"';
const POST = `post.officer_id AS "officerId", officer.full_name AS "officerName", post.unit_id AS "unitId", post.role, post.since::text
  FROM post JOIN officer ON officer.id = post.officer_id
  WHERE ${isHeld('post', '$2::date')}`;

/** The account with this login (as typed; case and blanks around do not matter), active or not. */
export function findOfficerByLogin(tx: Transaction, login: string): Promise<OfficerAccount | undefined> {
  return tx.maybeOne<OfficerAccount>(`SELECT ${ACCOUNT} FROM officer WHERE login = $1`, [login.trim().toLowerCase()]);
}

/** Throws `not-found`. */
export async function getOfficer(tx: Transaction, officerId: string): Promise<OfficerAccount> {
  const account = await tx.maybeOne<OfficerAccount>(`SELECT ${ACCOUNT} FROM officer WHERE id = $1`, [officerId]);
  if (!account) throw new DomainError('not-found');
  return account;
}

/** The posts an officer holds on a day (`YYYY-MM-DD`). */
export function postsOf(tx: Transaction, officerId: string, on: string): Promise<Post[]> {
  return tx.rows<Post>(`SELECT ${POST} AND post.officer_id = $1 ORDER BY post.since, post.unit_id, post.role`, [officerId, on]);
}

/** The posts held in a unit on a day by active officers, optionally only in these roles. */
export function postsIn(tx: Transaction, unitId: string, on: string, roles?: readonly OfficerRole[]): Promise<Post[]> {
  return tx.rows<Post>(
    `SELECT ${POST} AND post.unit_id = $1 AND officer.active AND ($3::text[] IS NULL OR post.role = ANY ($3::text[]))
     ORDER BY post.role, officer.login`,
    [unitId, on, roles ?? null],
  );
}
