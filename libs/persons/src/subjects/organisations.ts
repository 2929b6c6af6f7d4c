import { DomainError, fold } from '@app/kernel';
import type { Transaction } from '@app/database';
import { readPapersOf } from '../person-store.js';
import { logLook } from '../read-log.js';
import type { Look } from '../reader.js';
import { maskOrganisationCode } from './organisation-code.js';
import { ACTING_ROLES, type ActsFor, type Organisation, type OrganisationKind, type OrganisationOnFile, type OrganisationRole } from './subject.js';

/** An organisation in a list. */
export interface OrganisationHit {
  readonly id: string;
  readonly name: string;
  readonly maskedCode: string;
  readonly kind: OrganisationKind;
  readonly address: string | null;
}

/** Organisations by their whole code, or by words of their name in any spelling; those of the near commune first. Fewer than two letters find none. */
export async function searchOrganisations(tx: Transaction, { text, nearCommune, limit = 20 }: { text: string; nearCommune?: string; limit?: number }): Promise<OrganisationHit[]> {
  const compact = text.replace(/\s/g, '');
  const words = fold(text.normalize('NFC')).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const isCode = /^\d{10}(-?\d{3})?$|^\d{12}$/.test(compact);
  if (!isCode && words.join('').length < 2) return [];
  const code = compact.replace(/^(\d{10})-?(\d{3})$/, '$1-$2');
  const rows = await tx.rows<Omit<OrganisationHit, 'maskedCode'> & { code: string }>(
    `SELECT id, name, code, kind, address ->> 'text' AS address FROM organisation
      WHERE ended_on IS NULL AND ${isCode ? 'code = $2' : `name_folded LIKE ALL ($2::text[])`}
      ORDER BY coalesce(address ->> 'communeCode' = $3, false) DESC, length(name), name LIMIT $1`,
    [limit, isCode ? code : words.map((word) => `%${word}%`), nearCommune ?? null]);
  return rows.map(({ code: full, ...row }) => ({ ...row, maskedCode: maskOrganisationCode(full) }));
}

/**
 * All that is on file about an organisation on a day; whoever holds a role in it gets a line in the log. Throws `organisation.unknown`, and
 * `reason.required` without a purpose.
 * @param on local date, `YYYY-MM-DD`
 */
export async function readOrganisation(tx: Transaction, id: string, on: string, look: Look): Promise<OrganisationOnFile> {
  const [organisation, roles, papers] = await Promise.all([
    tx.maybeOne<Organisation>('SELECT id, code, name, kind, address, phone, ended_on::text AS "endedOn", provenance FROM organisation WHERE id = $1', [id]),
    tx.rows<OrganisationRole>(
      `SELECT r.role, r.position, r.source, r.as_of::text AS "asOf", r.since::text AS since, r.until::text AS until, jsonb_build_object('id', p.id, 'fullName', p.full_name, 'personalId', p.personal_id) AS person
         FROM organisation_role r JOIN person record ON record.id = r.person_id JOIN person p ON p.id = coalesce(record.merged_into, record.id) WHERE r.organisation_id = $1 AND ${heldOn('$2')}
        ORDER BY array_position(array['representative', 'owner', 'authorised', 'accountant'], r.role), r.since, p.id`, [id, on]),
    readPapersOf(tx, 'organisation_id', id),
  ]);
  if (organisation === undefined) throw new DomainError('organisation.unknown');
  const reader = look.reader.kind === 'citizen' ? look.reader.personId : undefined;
  await logLook(tx, [...new Set(roles.map(({ person }) => person.id))].filter((each) => each !== reader), look, ['role']);
  return { organisation, roles, papers };
}

/** For which organisations somebody may act on a day, each once, in the strongest role. */
export function organisationsOf(tx: Transaction, personId: string, on: string): Promise<ActsFor[]> {
  return tx.rows<ActsFor>(
    `SELECT DISTINCT ON (o.name, o.id) o.id AS "organisationId", o.name, o.code, o.kind, r.role, r.position
       FROM organisation_role r JOIN organisation o ON o.id = r.organisation_id
      WHERE r.person_id IN (SELECT person_members($1)) AND r.role = ANY ($3) AND ${heldOn('$2')} AND (o.ended_on IS NULL OR o.ended_on >= $2::date)
      ORDER BY o.name, o.id, array_position($3, r.role)`, [personId, on, ACTING_ROLES]);
}

/** The role in which somebody acts for an organisation on a day. Throws `organisation.no-role` where none is recorded, or it has ended. */
export async function actingRole(tx: Transaction, personId: string, organisationId: string, on: string): Promise<ActsFor> {
  const found = (await organisationsOf(tx, personId, on)).find((each) => each.organisationId === organisationId);
  if (found === undefined) throw new DomainError('organisation.no-role');
  return found;
}

/** Both days belong to a role. */
function heldOn(day: string): string {
  return `(r.since IS NULL OR r.since <= ${day}::date) AND (r.until IS NULL OR r.until >= ${day}::date)`;
}
