import type { Transaction } from '@app/database';
import type { DataSourceKey } from '../data-sources.js';
import type { HouseholdRelation } from './household.js';
import type { OrganisationRoleKind } from './subject.js';

/** The household somebody belongs to, as they may read it themselves: nobody else in it is named. */
export interface OwnHousehold {
  readonly relation: HouseholdRelation;
  readonly address: string | null;
  readonly size: number;
  readonly since: string | null;
  readonly source: DataSourceKey;
  readonly asOf: string;
  readonly dossierId: string | null;
}

/** What somebody is recorded to be in an organisation. */
export interface OwnRole {
  readonly organisation: string;
  readonly role: OrganisationRoleKind;
  readonly position: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly source: DataSourceKey;
  readonly asOf: string;
  readonly dossierId: string | null;
}

/** To which household somebody belongs now, and what they are in organisations, for the person themselves. */
export interface Belonging {
  readonly household: OwnHousehold | undefined;
  readonly roles: readonly OwnRole[];
}

/**
 * Reads it for the person themselves; the caller has reached that person's file. Organisations they may not act for are behind the wall, and so is the
 * name of a role in them.
 */
export async function readBelonging(tx: Transaction, personId: string): Promise<Belonging> {
  const household = await tx.maybeOne<OwnHousehold>(
    `SELECT m.relation, h.address ->> 'text' AS address, (SELECT count(*)::int FROM household_member o WHERE o.household_id = h.id AND o.until IS NULL) AS size,
       m.since::text AS since, m.source, m.as_of::text AS "asOf", m.dossier_id AS "dossierId"
     FROM household_member m JOIN household h ON h.id = m.household_id
     WHERE m.person_id IN (SELECT person_members($1)) AND m.until IS NULL ORDER BY m.as_of DESC, m.household_id LIMIT 1`, [personId]);
  const roles = await tx.rows<OwnRole>(
    `SELECT o.name AS organisation, r.role, r.position, r.since::text AS since, r.until::text AS until, r.source, r.as_of::text AS "asOf", r.dossier_id AS "dossierId"
     FROM organisation_role r JOIN organisation o ON o.id = r.organisation_id
     WHERE r.person_id IN (SELECT person_members($1)) ORDER BY o.name, r.role, r.since`, [personId]);
  return { household, roles };
}
