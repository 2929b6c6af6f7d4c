import { newId, type Localized } from '@app/kernel';
import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { principalKey, type EscalationPackage, type SupplementItem } from '../act-command.js';
import { buildManifest, type ManifestLine } from '../manifest.js';
import { checkPapers, packageOf } from '../escalation.js';
import { cancelDeadline } from './deadlines.js';

/** Adds a unit to those who see the dossier; who once held it keeps seeing it. */
export async function addUnitParty(scope: Pick<ActScope, 'tx' | 'dossier' | 'now'>, unitId: string, role: string): Promise<void> {
  await scope.tx.execute(
    `insert into dossier_party (dossier_id, kind, party, role, since) values ($1, 'unit', $2, $3, $4) on conflict do nothing`,
    [scope.dossier.id, unitId, role, scope.now.toString()]);
}

const BACK_DOWN: Localized = { vi: 'Trả lại để hoàn thiện các mục được đánh dấu', en: 'Returned, so that what is marked is put right' };
const UP_AGAIN: Localized = { vi: 'Chuyển lại sau khi hoàn thiện', en: 'Sent up again, put right' };
const PAPERS_BACK: Localized = { vi: 'Trả giấy tờ về nơi tiếp nhận để trả người nộp', en: 'Papers back to the counter, to be given back' };
const REROUTE: Localized = { vi: 'Chuyển đến cơ quan có thẩm quyền giải quyết', en: 'Re-route to the competent agency' };

/** One passing of the baton. With a package it is checked byte by byte before it goes; inside an agency it is there at once. */
interface Sending {
  readonly from: string;
  readonly to: string;
  readonly purpose: Localized;
  readonly internal?: true;
  readonly package?: EscalationPackage | null;
  readonly marks?: readonly SupplementItem[] | undefined;
}

async function insertHandover(scope: ActScope, { from, to, purpose, internal, package: content = null, marks }: Sending): Promise<void> {
  const manifest = await buildManifest(scope, from, to);
  if (content !== null) await checkPapers(scope, manifest);
  const who = principalKey(scope.principal);
  const at = scope.now.toString();
  await scope.tx.execute(
    `insert into handover (id, dossier_id, sent_seq, from_unit, to_unit, internal, purpose, manifest, sent_at, sent_by, acknowledged_at, acknowledged_by, package, checked_at, marks, round)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1 + count(*)
       from handover h where h.dossier_id = $2 and h.from_unit = $4 and h.to_unit = $5 and not h.internal and h.recalled_at is null`,
    [newId(), scope.dossier.id, scope.seq, from, to, internal === true, JSON.stringify(purpose), JSON.stringify(manifest), at, who,
      internal ? at : null, internal ? who : null, content === null ? null : JSON.stringify(content), content === null ? null : at,
      marks === undefined ? null : JSON.stringify(marks)]);
}

/** Who has the baton from this act on; exactly one unit at every instant, which an index of the table holds to. */
export async function noteHolding({ tx, dossier, now, seq }: ActScope, unitId: string): Promise<void> {
  await Promise.all([
    tx.execute('update holding set until = $2 where dossier_id = $1 and until is null', [dossier.id, now.toString()]),
    tx.execute('insert into holding (dossier_id, seq, unit_id, since) values ($1, $2, $3, $4)', [dossier.id, seq, unitId, now.toString()]),
  ]);
}

/** The dossier is sent with its manifest: the sender still answers for it until the addressee acknowledges. */
export async function openHandover(scope: ActScope, { from, to, reroute }: ConsequenceParams['openHandover']): Promise<void> {
  const content = reroute ? null : packageOf(scope, from, to);
  const [sender, addressee] = await Promise.all([scope.unitAt(from), reroute ? scope.unitElsewhere(to) : scope.unitAt(to)]);
  const step = scope.procedure.process.steps.find((each) => each.id === scope.dossier.step_id);
  const isReturn = scope.event === 'returnToCommune';
  const purpose = reroute ? REROUTE : isReturn ? BACK_DOWN : step?.kind === 'handover' ? (step.purpose ?? step.name) : UP_AGAIN;
  await Promise.all([addUnitParty(scope, addressee.id, 'addressee'), insertHandover(scope, { from: sender.id, to: addressee.id, purpose, package: content, marks: isReturn ? scope.data.items : undefined })]);
}

const ENDING = {
  acknowledged: ['acknowledged_at', 'acknowledged_by'],
  returned: ['returned_at', 'returned_by'],
  recalled: ['recalled_at', null],
} as const;

/** The open handover ends: taken in (originals that travelled are now here), returned, or recalled by its sender. */
export async function closeHandover(scope: ActScope, { outcome }: ConsequenceParams['closeHandover']): Promise<void> {
  const [atColumn, byColumn] = ENDING[outcome];
  if (outcome === 'acknowledged') await checkArrival(scope);
  const closing = scope.tx.execute(
    `update handover set ${atColumn} = $2, reason = $3, marks = coalesce(marks, $4::jsonb),
        -- A return that did not come to pass leaves nothing to be put right.
        settled_seq = case when marks is not null and $5 then $6 else settled_seq end ${byColumn === null ? '' : `, ${byColumn} = $7`}
      where dossier_id = $1 and acknowledged_at is null and returned_at is null and recalled_at is null`,
    [scope.dossier.id, scope.now.toString(), scope.data.note ?? null,
      outcome === 'returned' && scope.data.items !== undefined && scope.data.items.length > 0 ? JSON.stringify(scope.data.items) : null,
      outcome !== 'acknowledged', scope.seq, ...(byColumn === null ? [] : [principalKey(scope.principal)])]);
  const [changed] = await Promise.all([
    closing,
    outcome === 'acknowledged' ? moveOriginals(scope) : undefined,
    cancelDeadline(scope, { event: 'handoverUnacknowledged' }),
  ]);
  if (changed !== 1) throw new Error(`dossier ${scope.dossier.id} has ${changed} open handovers to close`);
}

/** Whatever was marked is put right; who did it and how is in the journal. */
export async function settleMarks(scope: ActScope): Promise<void> {
  await scope.tx.execute('update handover set settled_seq = $2 where dossier_id = $1 and marks is not null and settled_seq is null', [scope.dossier.id, scope.seq]);
}

/** A package is checked again where it arrives: what was damaged on the way is not taken in. */
async function checkArrival(scope: ActScope): Promise<void> {
  const open = await scope.tx.maybeOne<{ id: string; manifest: ManifestLine[] }>(
    `select id, manifest from handover where dossier_id = $1 and package is not null and acknowledged_at is null and returned_at is null and recalled_at is null`,
    [scope.dossier.id]);
  if (open === undefined) return;
  await checkPapers(scope, open.manifest);
  await scope.tx.execute('update handover set checked_at = $2 where id = $1', [open.id, scope.now.toString()]);
}

async function moveOriginals(scope: ActScope): Promise<void> {
  await scope.tx.execute(
    `update dossier_component c set location = h.to_unit
       from (select to_unit, manifest from handover where dossier_id = $1 order by sent_seq desc limit 1) h
      where c.dossier_id = $1 and exists (
        select 1 from jsonb_array_elements(h.manifest) line where line ->> 'key' = c.key and line ->> 'original' = 'travels')`,
    [scope.dossier.id]);
}

/** Inside one agency the baton moves with the step; the control slip still shows who had it when. */
export async function passBaton(scope: ActScope, toUnit: string): Promise<void> {
  const isStopped = scope.decision.consequences.some(({ type }) => type === 'closeDossier');
  await Promise.all([
    addUnitParty(scope, toUnit, 'holder'),
    insertHandover(scope, { from: scope.dossier.holder_unit, to: toUnit, purpose: isStopped ? PAPERS_BACK : scope.decision.meta.name, internal: true }),
  ]);
  // A stopped dossier has no handover to be acknowledged: its originals go back to the counter with the stop notice.
  if (isStopped) await moveOriginals(scope);
}

/** The commune a re-route went to is competent once it has taken the dossier in; same code, same clock (status unchanged). */
export function moveCompetence(scope: ActScope, { outcome }: ConsequenceParams['moveCompetence']): Promise<void> {
  if (outcome === 'moved' && scope.dossier.reroute_to !== null) scope.changes.competent_commune = scope.dossier.reroute_to;
  scope.changes.reroute_to = null;
  return Promise.resolve();
}
