import { DomainError } from '@app/kernel';
import { deciderOf, officeOf, type EventType } from '@app/workflow';
import type { ActScope } from './act-scope.js';
import { noteAuthors, officerFor, officerOf, signatureOf } from './officer-of.js';
import { addCooperator, assignLead, follow, removeCooperator, unfollow } from './people.js';
import { correctWhatWasMarked } from './correct-marked.js';
import { acceptDeclared, noteSourceAnswer } from './differences.js';
import { supplyWhatWasAsked } from './supply.js';
import { followWhoFollowed, succeedUnits } from './succession/succeed-units.js';
import { voidEntries } from './numbers/void-numbers.js';
import { moveVersion } from './versions/move-version.js';
import { tickComponents } from './components.js';

/** What an act writes into the dossier's own tables, beside what follows from the machine. Most acts write nothing. */
const DEEDS: Partial<Record<EventType, (scope: ActScope) => Promise<void>>> = {
  receive: async (scope) => {
    await requireDecider(scope);
    await tickComponents(scope);
  },
  supply: supplyWhatWasAsked,
  correctMarked: correctWhatWasMarked,
  submitForApproval: keepDraft,
  approveAndSign: approveWithKey,
  approve: signDraft,
  refuseAndSign: refuseWithKey,
  refuse: keepRefusal,
  sign: signAgain,
  stepBack: takeDecisionBack,
  returnResult: keepRecipient,
  assign: assignLead,
  addCooperator,
  removeCooperator,
  follow,
  unfollow,
  moveVersion,
  acceptDeclared,
  askSourceAgain: noteSourceAnswer,
  unitSucceeded: succeedUnits,
  openCorrection: followWhoFollowed,
};

export async function doDeeds(scope: ActScope): Promise<void> {
  if (scope.data.feePaid === true) scope.changes.fee_paid = true;
  await DEEDS[scope.event]?.(scope);
}

/** Nothing is received that nobody could decide: the unit must be there. @throws DomainError unit.unresolved */
async function requireDecider({ procedure, unitAt }: ActScope): Promise<void> {
  const { process } = procedure;
  await Promise.all([officeOf(process), deciderOf(process)].flatMap((path) => (path === undefined ? [] : [unitAt(path)])));
}

/** The draft of the result, with its author: who drafts never approves (a constraint of the table holds it). */
async function keepDraft(scope: ActScope): Promise<void> {
  noteAuthors(scope, 'draft');
  await scope.tx.execute(
    `insert into result (dossier_id, revision, draft, author, submitted_at, author_for) values ($1, $5, $2, $3, $4, $6)
     on conflict (dossier_id, revision) do update set draft = excluded.draft, author = excluded.author, author_for = excluded.author_for, submitted_at = excluded.submitted_at,
       decided_by = null, decided_for = null, decided_at = null, signature = null, refusal = null`,
    [scope.dossier.id, JSON.stringify(scope.data.draft ?? {}), officerOf(scope), scope.now.toString(), scope.dossier.result_revision, officerFor(scope)]);
}

async function decideResult(scope: ActScope, refusal: unknown): Promise<void> {
  const decidedBy = officerOf(scope);
  const decidedFor = officerFor(scope);
  const draft = await scope.tx.maybeOne<{ author: string; author_for: string | null }>(
    'select author, author_for from result where dossier_id = $1 and revision = $2', [scope.dossier.id, scope.dossier.result_revision]);
  if (draft === undefined) throw new Error(`dossier ${scope.dossier.id} is decided without a draft`);
  if ([draft.author, draft.author_for].some((hand) => hand !== null && (hand === decidedBy || hand === decidedFor))) throw new DomainError('permission.four-eyes');
  await scope.tx.execute(
    'update result set decided_by = $3, decided_at = $4, signature = $5, refusal = $6, decided_for = $7 where dossier_id = $1 and revision = $2',
    [scope.dossier.id, scope.dossier.result_revision, decidedBy, scope.now.toString(), JSON.stringify(signatureOf(scope, scope.dossier.holder_unit)),
      refusal === null ? null : JSON.stringify(refusal), decidedFor]);
}

async function signDraft(scope: ActScope): Promise<void> {
  if (isDeciding(scope)) await decideResult(scope, null);
  else await assertNotOwnFinding(scope);
}

/** @throws DomainError signing.no-seal where the agency could not seal what its leader has signed */
async function approveWithKey(scope: ActScope): Promise<void> {
  await requireSeal(scope);
  await decideResult(scope, null);
}

async function refuseWithKey(scope: ActScope): Promise<void> {
  await requireSeal(scope);
  await keepRefusal(scope);
}

async function requireSeal({ tx, now, procedure, unitAt, holdsKey }: ActScope): Promise<void> {
  const issuer = await unitAt(procedure.result.issuer);
  if (!(await holdsKey(tx, { kind: 'unit', id: issuer.id }, now))) throw new DomainError('signing.no-seal');
}

/** Only who decided signs what they decided. @throws DomainError signing.not-yours */
async function signAgain(scope: ActScope): Promise<void> {
  const decided = await scope.tx.maybeOne(
    'select 1 from result where dossier_id = $1 and revision = $2 and decided_by = $3', [scope.dossier.id, scope.dossier.result_revision, officerOf(scope)]);
  if (decided === undefined) throw new DomainError('signing.not-yours');
}

/** Only the last approval decides; one before it confirms what was found. */
function isDeciding({ machine, dossier }: ActScope): boolean {
  return machine.process.steps.findLast(({ kind }) => kind === 'approve')?.id === dossier.step_id;
}

/** Whoever found it does not confirm it either. @throws DomainError permission.four-eyes */
async function assertNotOwnFinding(scope: ActScope): Promise<void> {
  const found = await scope.tx.maybeOne<{ actor: { id: string } }>(
    "select (body::jsonb) -> 'actor' as actor from journal where dossier_id = $1 and event = 'examine' order by seq desc limit 1", [scope.dossier.id]);
  if (found?.actor.id === officerOf(scope)) throw new DomainError('permission.four-eyes');
}

async function keepRefusal(scope: ActScope): Promise<void> {
  await decideResult(scope, { reason: scope.data.reason, note: scope.data.note ?? null });
  await voidEntries(scope.tx, { dossierId: scope.dossier.id, seq: scope.seq, at: scope.now }, 'refused');
}

/** A decision taken up again before it has a number is no decision; who made it stays in the journal. */
async function takeDecisionBack(scope: ActScope): Promise<void> {
  await scope.tx.execute(
    'update result set decided_by = null, decided_for = null, decided_at = null, signature = null, refusal = null where dossier_id = $1 and revision = $2 and number is null',
    [scope.dossier.id, scope.dossier.result_revision]);
}

async function keepRecipient(scope: ActScope): Promise<void> {
  await scope.tx.execute(
    'update result set recipient = $3, returned_at = $4 where dossier_id = $1 and revision = $2',
    [scope.dossier.id, scope.dossier.result_revision, scope.data.recipient ?? null, scope.now.toString()]);
}
