import { DomainError } from '@app/kernel';
import { OFFICER_ROLES, type OfficerRole } from '@app/organisation';
import type { EventType } from '@app/workflow';
import type { ActScope } from './act-scope.js';
import { rolesIn } from './may-act.js';
import { supplyWhatWasAsked } from './supply.js';
import { tickComponents } from './components.js';

/** What an act writes into the dossier's own tables, beside what follows from the machine. Most acts write nothing. */
const DEEDS: Partial<Record<EventType, (scope: ActScope) => Promise<void>>> = {
  receive: tickComponents,
  supply: supplyWhatWasAsked,
  submitForApproval: keepDraft,
  approve: signDraft,
  refuse: keepRefusal,
  returnResult: keepRecipient,
};

export async function doDeeds(scope: ActScope): Promise<void> {
  if (scope.data.feePaid === true) scope.changes.fee_paid = true;
  await DEEDS[scope.event]?.(scope);
}

function officerOf(scope: ActScope): string {
  if (scope.principal.kind !== 'officer') throw new DomainError('act.unknown', { params: { event: scope.event } });
  return scope.principal.officerId;
}

/** The draft of the result, with its author: who drafts never approves (a constraint of the table holds it). */
async function keepDraft(scope: ActScope): Promise<void> {
  await scope.tx.execute(
    `insert into result (dossier_id, draft, author, submitted_at) values ($1, $2, $3, $4)
     on conflict (dossier_id) do update set draft = excluded.draft, author = excluded.author, submitted_at = excluded.submitted_at,
       decided_by = null, decided_at = null, signature = null, refusal = null`,
    [scope.dossier.id, JSON.stringify(scope.data.draft ?? {}), officerOf(scope), scope.now.toString()]);
}

const SIGNING: readonly OfficerRole[] = ['chairman', 'vice-chairman', 'director', 'deputy-director'];

/** In which role a leader decides; a deputy signs for the head (KT., Decree 30/2020 Art. 13). */
function signatureOf(scope: ActScope): { role: OfficerRole; position: string; unit: string } {
  const role = rolesIn(scope.principal, scope.dossier.holder_unit).find((each) => SIGNING.includes(each));
  if (role === undefined) throw new DomainError('permission.missing', { params: { permission: 'Ký quyết định' } });
  return { role, position: OFFICER_ROLES[role].vi, unit: scope.dossier.holder_unit };
}

async function decideResult(scope: ActScope, refusal: unknown): Promise<void> {
  const decidedBy = officerOf(scope);
  const draft = await scope.tx.maybeOne<{ author: string }>('select author from result where dossier_id = $1', [scope.dossier.id]);
  if (draft === undefined) throw new Error(`dossier ${scope.dossier.id} is decided without a draft`);
  if (draft.author === decidedBy) throw new DomainError('permission.four-eyes');
  await scope.tx.execute(
    'update result set decided_by = $2, decided_at = $3, signature = $4, refusal = $5 where dossier_id = $1',
    [scope.dossier.id, decidedBy, scope.now.toString(), JSON.stringify(signatureOf(scope)), refusal === null ? null : JSON.stringify(refusal)]);
}

async function signDraft(scope: ActScope): Promise<void> {
  await decideResult(scope, null);
}

async function keepRefusal(scope: ActScope): Promise<void> {
  await decideResult(scope, { reason: scope.data.reason, note: scope.data.note ?? null });
}

async function keepRecipient(scope: ActScope): Promise<void> {
  await scope.tx.execute(
    'update result set recipient = $2, returned_at = $3 where dossier_id = $1',
    [scope.dossier.id, scope.data.recipient ?? null, scope.now.toString()]);
}
