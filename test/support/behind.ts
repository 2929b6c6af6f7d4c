import { SYSTEM } from '@app/database';
import type { DossierRow } from '@app/dossiers';
import type { TestDesk } from './desk.js';

/** What stories look up behind the desk's walls, as the owner of the schema: what no screen tells. */

/** The acts of a dossier in order. */
export async function eventsOf(desk: TestDesk, id: string): Promise<string[]> {
  const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ event: string }>('select event from journal where dossier_id = $1 order by seq', [id]));
  return rows.map(({ event }) => event);
}

/** The stored row of a dossier. */
export function rowOf(desk: TestDesk, id: string): Promise<DossierRow> {
  return desk.asOwner.transaction(SYSTEM, (tx) => tx.one<DossierRow>('select * from dossier where id = $1', [id]));
}

/** The forms an act of a dossier let be issued, in order. */
export async function formsOf(desk: TestDesk, id: string): Promise<string[]> {
  const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ form: string }>(
    `select params ->> 'form' as form from effect where dossier_id = $1 and kind = 'issuePaper' order by seq, n`, [id]));
  return rows.map(({ form }) => form);
}

/** The clock of a dossier: kind, cause and moment of each entry. */
export async function ledgerOf(desk: TestDesk, id: string): Promise<Array<[kind: string, cause: string | null, at: string]>> {
  const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; cause: string | null; at: string }>(
    'select kind, cause, at from clock_entry where dossier_id = $1 order by seq, at', [id]));
  return rows.map(({ kind, cause, at }) => [kind, cause, at]);
}

/** The deadlines of a dossier that wait or are settled, by event. */
export async function deadlinesOf(desk: TestDesk, id: string, state = 'armed'): Promise<Array<[event: string, dueAt: string]>> {
  const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ event: string; due_at: string }>(
    'select event, due_at from deadline where dossier_id = $1 and state = $2 order by due_at, event', [id, state]));
  return rows.map(({ event, due_at }) => [event, due_at]);
}

/** The alarms of a dossier, with who has to answer them and whether they are over. */
export async function alarmsOf(desk: TestDesk, id: string): Promise<Array<[kind: string, unit: string, state: 'open' | 'over']>> {
  const rows = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; unit_id: string; cleared_at: string | null }>(
    'select kind, unit_id, cleared_at from alarm where dossier_id = $1 order by raised_at, kind', [id]));
  return rows.map(({ kind, unit_id, cleared_at }) => [kind, unit_id, cleared_at === null ? 'open' : 'over']);
}
