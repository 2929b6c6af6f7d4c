import { randomBytes } from 'node:crypto';
import { actingFor, type Principal } from '@app/access';
import type { WorkingCalendar } from '@app/calendar';
import type { Transaction } from '@app/database';
import { DomainError, localTime, matches, newId, type Condition } from '@app/kernel';
import { rolesFulfilling } from '@app/organisation';
import { concernsOthers } from './linked/terms.js';
import { decide, describe, ruleOf, type DossierContext, type DossierMachine, type Effect, type EventFacts, type EventType, type ProcessDefinition, type StateMeta, type Stored } from '@app/workflow';
import type { ActAnswer, ActData } from './act-command.js';
import type { ActScope } from './act-scope.js';
import { checkData } from './check-data.js';
import { leaveAlarms } from './consequences/alarms.js';
import { findOpenConsultation } from './consequences/consultations.js';
import { readDeclaration } from './declaration.js';
import { bringAbout, inOrder } from './consequences/index.js';
import { addUnitParty, noteHolding, passBaton } from './consequences/handovers.js';
import { doDeeds } from './deeds.js';
import { clockUnit, type LockedDossier } from './dossier-row.js';
import type { DossierWorld } from './dossier-world.js';
import { GENESIS, detailDigest, sealJournalRow, type JournalActor, type JournalBody } from './journal.js';
import { readLastActor } from './last-actor.js';
import { findRight, whyNot } from './may-act.js';
import { checkNoted, findingFormOf } from './noted.js';
import { updateDossier } from './update-dossier.js';
import { planSuccession } from './succession/plan-succession.js';
import { planVersionMove } from './versions/plan-version-move.js';

/** One act to be applied to a dossier that is locked already. */
export interface ActInput {
  readonly tx: Transaction;
  readonly world: DossierWorld;
  readonly principal: Principal;
  readonly now: Temporal.Instant;
  readonly dossier: LockedDossier;
  readonly event: string;
  readonly data: ActData;
  readonly commandId: string;
  /** The version the person saw; null where the act checks its own open record instead. */
  readonly expectedVersion: number | null;
  /** Writes the command down with its answer, as the act's last row. */
  readonly remember: (answer: ActAnswer) => Promise<void>;
}

/**
 * Applies one act inside the open transaction: permission, data, `can`, transition, consequences, journal, effects,
 * the dossier row. The only place where a dossier changes.
 * @throws DomainError act.unknown, authority.no-way, permission.missing, reason.required, request.invalid, act.impossible, and what a deed refuses
 */
export async function applyAct(input: ActInput): Promise<ActAnswer> {
  const { tx, dossier, principal, world, data } = input;
  await world.catchUpWith(tx, [dossier.holder_unit, dossier.receiving_unit, dossier.competent_commune]);
  const current = await world.procedureOf(tx, dossier, input.now);
  const stored: Stored = { value: dossier.value as Stored['value'], context: dossier.context as DossierContext };

  const right = findRight(principal, input.event, dossier, describe(current.machine, stored));
  // Who was overtaken had the permission at the version they saw: to be told who was quicker serves them, not a permission.
  if (right instanceof DomainError) throw right.code === 'permission.missing' && isOvertaken(input) ? await stale(input) : right;
  // Party acts check the state of their own record, through the machine: a change elsewhere does not stop them.
  if (isOvertaken(input) && !ruleOf(input.event as EventType).party) throw await stale(input);
  const meta = describe(current.machine, stored);
  const place = { stepId: meta.stepId, bodyId: input.event === 'answerConsultation' ? (await findOpenConsultation(input))?.body_id : undefined };
  const form = findingFormOf(current.procedure.process, input.event as EventType, place);
  const facts = await readFacts(input, current.procedure.process, meta.stepId);
  const decided = decide(current.machine, stored, { type: input.event, ...(facts === undefined ? {} : { facts }) });
  if (!decided.accepted) throw isOvertaken(input) ? await stale(input) : impossible(input, current.machine, stored, decided.possible);
  const event = input.event as EventType;
  checkData(event, data);
  checkNoted(form, event, data);
  if (event === 'receive' && current.refusal) throw current.refusal;

  // Moved to another version, it stands at the place there that answers to its own; everything after that is the later version's.
  const versionMove = event === 'moveVersion' ? await planVersionMove(tx, world, dossier, data.toVersion ?? 0, input.now) : undefined;
  const decision = versionMove === undefined ? decided : { ...decided, ...versionMove.stored, meta: versionMove.meta.after };
  const succession = event === 'unitSucceeded' ? await planSuccession(tx, world, dossier, data.unitChangeId ?? '') : undefined;
  const scope = scopeOf(input, { ...(versionMove?.to ?? current), event, facts, decision, right, ...(versionMove && { versionMove }), ...(succession && { succession }) });
  // From its receipt on a dossier keeps the authority then in force.
  if (event === 'receive') scope.changes.authority = current.authority;
  const next = await nextPlace(scope);
  const { first, last } = inOrder(decision.consequences);
  await allWritten(tx, [
    doDeeds(scope),
    ...first.map((consequence) => bringAbout(scope, consequence)),
    moveBaton(scope, next),
    writeJournal(scope, next.holder, input.commandId),
    writeEffects(scope),
  ]);
  for (const consequence of last) await bringAbout(scope, consequence);
  const answer: ActAnswer = { dossierId: dossier.id, version: scope.seq, status: decision.meta.status, code: scope.changes.code ?? dossier.code };
  await allWritten(tx, [updateDossier(scope, next), input.remember(answer)]);
  return answer;
}

type Judged = Pick<ActScope, 'procedure' | 'machine' | 'event' | 'facts' | 'decision' | 'right' | 'versionMove' | 'succession'>;

function scopeOf({ tx, now, principal, dossier, data, world }: ActInput, judged: Judged): ActScope {
  const { receive } = judged.procedure.process;
  // Passed on to the units that follow, it is seen from there.
  const { receiving_unit, collect_unit, competent_commune, reroute_to } = judged.succession?.columns ?? dossier;
  const calendars = new Map<string, Promise<WorkingCalendar>>();
  const calendarOf = (unitId: string): Promise<WorkingCalendar> => {
    const known = calendars.get(unitId) ?? world.calendarOf(unitId, tx);
    calendars.set(unitId, known);
    return known;
  };
  return {
    tx, now, principal, dossier, data, ...judged,
    seq: dossier.version + 1,
    effective: (day) => world.effective(judged.procedure, dossier.competent_commune, day),
    calendar: () => calendarOf(clockUnit(dossier)),
    calendarOf,
    isIntact: (sha256) => world.isIntact(sha256),
    holdsKey: (tx, owner, at) => world.holdsKey(tx, owner, at),
    unitAt: (path) => (path === receive.unit ? world.unit(counterOf({ receiving_unit, collect_unit }, judged.decision.context.outcome)) : world.unitAt(path, competent_commune)),
    unitElsewhere: (path) => world.unitElsewhere(path, data.commune ?? reroute_to),
    changes: {},
  };
}

/** The counter of a dossier: the one that received, and once it is decided the one where the result is collected. */
export function counterOf({ receiving_unit: received, collect_unit: collect }: Pick<LockedDossier, 'receiving_unit' | 'collect_unit'>, outcome: DossierContext['outcome']): string {
  return outcome === 'none' ? received : (collect ?? received);
}

/** Place of help, of receipt, the competent commune and the place to collect are facts apart. */
function placesOf({ help_unit: help, receiving_unit: receipt, competent_commune: competent, collect_unit: collect }: LockedDossier): NonNullable<JournalBody['places']> {
  return { ...(help === null ? {} : { help }), receipt, competent, ...(collect === null ? {} : { collect }) };
}

/** What the machine is told of an act beyond its name: yes-or-no and counts, never a personal value. */
async function readFacts({ tx, dossier, event, data, principal }: ActInput, process: ProcessDefinition, stepId: string | undefined): Promise<EventFacts | undefined> {
  switch (event) {
    case 'file': return { online: dossier.channel === 'online' };
    case 'receive': return dossier.competent_commune === dossier.commune ? undefined : { nonBoundary: true };
    case 'requestConsultation': return { asked: new Set(data.consult?.map(({ body }) => body)).size };
    case 'examine': return (await needsNoPosting(tx, dossier, process, stepId)) ? { unposted: true } : undefined;
    case 'returnToCommune':
    case 'returnHandover': return data.items === undefined || data.items.length === 0 ? undefined : { marked: data.items.length };
    case 'answerConsultation':
    case 'declineConsultation': {
      const late = (await findOpenConsultation({ tx, dossier, data, principal }))?.overdue_at != null;
      return Object.keys(data.noted ?? {}).length > 0 && event === 'answerConsultation' ? { late, noted: true } : { late };
    }
    default: return undefined;
  }
}

/** Whether what follows an examination is a posting that this declaration does without. */
async function needsNoPosting(tx: Transaction, dossier: LockedDossier, { steps }: ProcessDefinition, stepId: string | undefined): Promise<boolean> {
  const next = steps[steps.findIndex(({ id }) => id === stepId) + 1];
  if (next?.kind !== 'notice' || next.when === undefined) return false;
  const { data } = await readDeclaration(tx, dossier.id);
  return !matches(next.when as Condition, data);
}

/**
 * Waits for writes that travel together. All are waited for, so that nothing is sent after the end of the transaction;
 * what is told is a refusal of ours, or else the statement that failed first and not those that failed because of it.
 */
async function allWritten(tx: Transaction, writes: ReadonlyArray<Promise<void>>): Promise<void> {
  const outcomes = await Promise.allSettled(writes);
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((failure) => failure instanceof DomainError) ?? tx.failure ?? failures[0];
}

/** Whether the dossier has changed since the person looked at it. */
function isOvertaken({ dossier, expectedVersion }: ActInput): boolean {
  return expectedVersion !== null && expectedVersion !== dossier.version;
}

async function stale({ tx, dossier }: ActInput): Promise<DomainError> {
  const last = await readLastActor(tx, dossier);
  return new DomainError('act.stale', {
    params: { who: last.who, at: localTime(Temporal.Instant.from(last.at)), event: last.label },
    facts: { who: last.who, at: last.at, event: last.label, version: dossier.version, status: dossier.status, state: dossier.step_name },
  });
}

/** Names what this person could do instead; the acts of others and of the system are not theirs to be offered. */
function impossible({ principal, dossier, event }: ActInput, machine: DossierMachine, stored: Stored, possible: readonly EventType[]): DomainError {
  const meta = describe(machine, stored);
  return new DomainError('act.impossible', {
    params: { event: ruleOf(event as EventType).label, state: meta.name },
    possible: possible.filter((each) => whyNot(principal, each, dossier, meta) === undefined),
    facts: { state: meta.name },
  });
}

/** Where a dossier is once the act is done: the units its state names, seen from the commune that is competent then. */
interface NextPlace {
  readonly holder: string;
  /** The holder is an agency with a system of its own: nobody signs in there. */
  readonly isElsewhere: boolean;
  readonly addressee: string | null;
  readonly head: string;
  readonly meta: StateMeta;
}

async function nextPlace(scope: ActScope): Promise<NextPlace> {
  const { meta, consequences } = scope.decision;
  const isRerouted = consequences.some((each) => each.type === 'openHandover' && each.params.reroute === true);
  const hasMoved = consequences.some((each) => each.type === 'moveCompetence' && each.params.outcome === 'moved');
  const here = hasMoved ? scope.unitElsewhere : scope.unitAt;
  // A re-route keeps going where it was sent, whatever happens beside it.
  const isOnItsWay = isRerouted || (scope.dossier.reroute_to !== null && !consequences.some(({ type }) => type === 'moveCompetence'));
  const [holder, head, addressee] = await Promise.all([
    here(meta.holder), here(meta.head),
    meta.addressee === undefined ? null : (isOnItsWay ? scope.unitElsewhere : here)(meta.addressee),
  ]);
  if (isRerouted) scope.changes.reroute_to = scope.data.commune ?? null;
  return { holder: holder.id, isElsewhere: holder.kind === 'agency', head: head.id, addressee: addressee?.id ?? null, meta };
}

/** Who holds the dossier next sees it from now on; inside one agency the baton moves without a handover. */
async function moveBaton(scope: ActScope, { holder, isElsewhere }: NextPlace): Promise<void> {
  const hasMoved = holder !== scope.dossier.holder_unit;
  // Nothing is given from hand to hand where a unit follows another.
  const isHandedOver = scope.succession !== undefined || scope.decision.consequences.some(({ type }) => type === 'closeHandover');
  await Promise.all([
    hasMoved || scope.dossier.version === 0 ? noteHolding(scope, holder) : undefined,
    hasMoved ? (isHandedOver ? addUnitParty(scope, holder, 'holder') : passBaton(scope, holder)) : undefined,
    hasMoved && isElsewhere ? leaveAlarms(scope) : undefined,
  ]);
}

/** Who acted, as ids: the officer in the post that fits, the citizen, or the part of the program; and for whom, where the post is another's. */
function actorOf(principal: Principal, dossier: Pick<LockedDossier, 'holder_unit' | 'holder_role' | 'addressee_unit' | 'receiving_unit' | 'owner_organisation'>): JournalActor {
  if (principal.kind === 'citizen') {
    const acting = principal.actsFor?.find(({ organisationId }) => organisationId === dossier.owner_organisation);
    return { kind: 'citizen', id: principal.personId, ...(acting === undefined ? {} : { for: { organisation: acting.organisationId, basis: 'role', role: acting.role } }) };
  }
  if (principal.kind === 'system') return { kind: 'system', id: principal.name };
  const fitting = rolesFulfilling(dossier.holder_role);
  const near = [dossier.holder_unit, dossier.addressee_unit, dossier.receiving_unit].map((unit) => principal.posts.filter((each) => each.unitId === unit));
  const posts = near.find((each) => each.length > 0) ?? principal.posts;
  const post = posts.find((each) => fitting.includes(each.role)) ?? posts[0];
  const acting = actingFor(principal);
  return {
    kind: 'officer', id: principal.officerId, ...(post === undefined ? {} : { unit: post.unitId, role: post.role }),
    ...(acting === undefined ? {} : { for: { officer: acting.officerId, basis: acting.basis, id: acting.id } }),
  };
}

async function writeJournal(scope: ActScope, holder: string, commandId: string): Promise<void> {
  const { dossier, decision, event, seq } = scope;
  const salt = randomBytes(16).toString('base64url');
  const detail = Object.keys(scope.data).length === 0 ? null : scope.data;
  const row = sealJournalRow({
    dossier: dossier.id,
    seq,
    at: scope.now.toString(),
    event,
    label: ruleOf(event).label,
    ...(scope.facts === undefined ? {} : { facts: scope.facts }),
    state: decision.meta.name,
    actor: actorOf(scope.right, dossier),
    command: commandId,
    from: dossier.version === 0 ? null : { value: dossier.value, status: dossier.status },
    to: { value: decision.value, status: decision.meta.status, holder },
    procedure: { code: dossier.procedure_code, version: scope.procedure.version },
    ...(scope.changes.authority === undefined ? {} : { authority: scope.changes.authority }),
    ...(dossier.version === 0 ? { places: placesOf(dossier) } : {}),
    code: dossier.code,
    detail: detail === null ? null : detailDigest(salt, detail),
  }, dossier.last_hash ?? GENESIS);
  await scope.tx.execute(
    `with line as (
       insert into journal (dossier_id, seq, at, event, body, previous_hash, hash) values ($1, $2, $3, $4, $5, $6, $7) returning 1)
     insert into act_detail (dossier_id, seq, salt, data) select $1, $2, $8, $9::jsonb from line where $9::jsonb is not null`,
    [dossier.id, seq, row.at, row.event, row.body, row.previous_hash, row.hash, salt, detail === null ? null : JSON.stringify(detail)]);
}

/**
 * Effects are rows before they are deeds; the lane tells the runner that this dossier has some. The conflict clause
 * changes nothing but locks the lane: the runner may not find it empty and drop it before this act commits. Lanes keep
 * the database's own time, since leases are no legal dates.
 */
async function writeEffects(scope: ActScope): Promise<void> {
  const effects: readonly Effect[] = [...scope.decision.effects, ...(concernsOthers(scope) ? [{ type: 'passOn' } as const] : [])];
  const rows = effects.map((effect, n) => ({ id: newId(), n, kind: effect.type, params: 'params' in effect ? effect.params : {} }));
  if (rows.length === 0) return;
  await scope.tx.execute(
    `with rows as (
       insert into effect (id, dossier_id, seq, n, kind, params)
       select id, $1, $2, n, kind, params from jsonb_to_recordset($3::jsonb) as r (id uuid, n integer, kind text, params jsonb) returning 1)
     insert into lane (dossier_id, ready_at) select $1, now() where exists (select 1 from rows)
       on conflict (dossier_id) do update set ready_at = lane.ready_at`,
    [scope.dossier.id, scope.seq, JSON.stringify(rows)]);
}

