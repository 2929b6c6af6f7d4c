import { DomainError } from '@app/kernel';
import { dayOf, isHeld, isLaneServed, rolesFulfilling, rolesLeading } from '@app/organisation';
import type { ActScope } from './act-scope.js';
import { addUnitParty } from './consequences/handovers.js';
import { mayMakeLead } from './may-act.js';
import { officerOf } from './officer-of.js';

type Part = 'lead' | 'cooperate' | 'follow';

async function open(scope: ActScope, officer: string, part: Part): Promise<void> {
  await scope.tx.execute(
    'insert into dossier_officer (dossier_id, officer_id, part, unit_id, since_seq, since) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [scope.dossier.id, officer, part, part === 'follow' ? null : scope.dossier.holder_unit, scope.seq, scope.now.toString()]);
}

async function end(scope: ActScope, officer: string, part: Part): Promise<void> {
  await scope.tx.execute(
    'update dossier_officer set until = $4 where dossier_id = $1 and officer_id = $2 and part = $3 and until is null',
    [scope.dossier.id, officer, part, scope.now.toString()]);
}

/** Whoever leads in the unit, also one whose role is not that of the present step. */
async function endLeadHere(scope: ActScope): Promise<void> {
  await scope.tx.execute(
    `update dossier_officer set until = $3 where dossier_id = $1 and unit_id = $2 and part = 'lead' and until is null`,
    [scope.dossier.id, scope.dossier.holder_unit, scope.now.toString()]);
}

/**
 * The officer named can do the present step: a post of its role in the unit that holds the dossier. An officer of another role would
 * be a lead who may not act; only where nobody there can do it the head of the unit takes the work. @throws DomainError assignment.not-here
 */
async function officerHere(scope: ActScope): Promise<string> {
  const officer = scope.data.officerId ?? '';
  const { holder_unit: unitId, holder_role: role, procedure_code } = scope.dossier;
  const roles = (await isLaneServed(scope.tx, { unitId, role }, scope.now, procedure_code)) ? rolesFulfilling(role) : rolesLeading(role);
  const found = await scope.tx.maybeOne(
    `select 1 from post p where p.officer_id::text = $1 and p.unit_id = $2 and p.role = any ($4::text[]) and ${isHeld('p', dayOf('$3'))}`,
    [officer, unitId, scope.now.toString(), roles]);
  if (found === undefined) throw new DomainError('assignment.not-here');
  return officer;
}

/**
 * Exactly one lead in the unit that holds it. Taking it from somebody needs a reason, and a head of the unit.
 * @throws DomainError assignment.not-here, assignment.not-yours, request.invalid where a change of hands says no reason
 */
export async function assignLead(scope: ActScope): Promise<void> {
  const officer = await officerHere(scope);
  const { assignee } = scope.dossier;
  if (!mayMakeLead(scope.principal, scope.dossier, officer)) throw new DomainError('assignment.not-yours');
  if (assignee === officer) return;
  if (assignee !== null) {
    if (!scope.data.note?.trim()) throw new DomainError('request.invalid', { fields: [{ pointer: '/note', vi: 'Ghi lý do thay người thụ lý.', en: 'Say why the lead is replaced.' }] });
  }
  await endLeadHere(scope);
  await open(scope, officer, 'lead');
}

/** Called in from any unit, which sees the dossier from then on. @throws DomainError assignment.not-here */
export async function addCooperator(scope: ActScope): Promise<void> {
  const officer = scope.data.officerId ?? '';
  const post = await scope.tx.maybeOne<{ unit_id: string }>(
    `select p.unit_id from post p where p.officer_id::text = $1 and ${isHeld('p', dayOf('$2'))} order by p.since limit 1`, [officer, scope.now.toString()]);
  if (post === undefined) throw new DomainError('assignment.not-here');
  scope.changes.cooperators = [...new Set([...scope.dossier.cooperators, officer])];
  await Promise.all([addUnitParty(scope, post.unit_id, 'cooperator'), open(scope, officer, 'cooperate')]);
}

export async function removeCooperator(scope: ActScope): Promise<void> {
  const officer = scope.data.officerId ?? '';
  scope.changes.cooperators = scope.dossier.cooperators.filter((each) => each !== officer);
  await end(scope, officer, 'cooperate');
}

export async function follow(scope: ActScope): Promise<void> {
  await open(scope, officerOf(scope), 'follow');
}

export async function unfollow(scope: ActScope): Promise<void> {
  await end(scope, officerOf(scope), 'follow');
}
