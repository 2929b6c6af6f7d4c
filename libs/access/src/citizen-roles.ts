import { SYSTEM, type Database } from '@app/database';
import { localDate, type Clock } from '@app/kernel';
import type { ActingRole } from './principal.js';

/** The roles that give a right to act; others are recorded only. The registry names the same. */
const ACTING = ['representative', 'owner', 'authorised'];

/** Reads for which organisations a citizen acts today: with every request, so that a role that ended stops the next act. */
export class CitizenRoles {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Both days of a role belong to it. */
  of(personId: string): Promise<ActingRole[]> {
    return this.database.transaction(SYSTEM, (tx) => tx.rows<ActingRole>(
      `SELECT DISTINCT ON (r.organisation_id) r.organisation_id AS "organisationId", r.role
         FROM organisation_role r JOIN organisation o ON o.id = r.organisation_id
        WHERE r.person_id = $1 AND r.role = ANY ($3) AND (r.since IS NULL OR r.since <= $2::date) AND (r.until IS NULL OR r.until >= $2::date)
          AND (o.ended_on IS NULL OR o.ended_on >= $2::date)
        ORDER BY r.organisation_id, array_position($3, r.role)`, [personId, localDate(this.clock.now()), ACTING]));
  }
}
