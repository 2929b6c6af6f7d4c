import type { Writable } from 'node:stream';
import type pg from 'pg';
import { newId } from '@app/kernel';
import type { Batch } from './record-statements.js';

/** A value with ids in it: its parts, and which id stands after each but the last. */
class Blank {
  constructor(
    readonly parts: readonly string[],
    readonly slots: readonly number[],
  ) {}

  fill(ids: readonly string[]): string {
    return this.parts.reduce((text, part, index) => text + ids[this.slots[index - 1]!]! + part);
  }
}

/** Stands for the moment of the act: a stretch of time that began with the new dossier cannot end when the recorded one did. */
const MOMENT = Symbol('the moment of the act');

interface ReplayStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: ReadonlyArray<unknown>;
}

/** The statements of one dossier's life, ready to be issued for another dossier under fresh ids. */
export interface ReplayLife {
  readonly acts: ReadonlyArray<ReadonlyArray<readonly ReplayStatement[]>>;
  /** How many ids must be made anew; slot 0 is the dossier's. */
  readonly slots: number;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Turns what was recorded into a life for other dossiers: the dossier's id and every id that came into being while it
 * was recorded are replaced, and the moment of each act; all else (principals, states, texts, sequence numbers) stays as it was sent.
 * @param since when the recording began, in milliseconds since 1970
 */
export function toReplay(recorded: ReadonlyArray<readonly Batch[]>, dossierId: string, since: number): ReplayLife {
  const slotOf = new Map([[dossierId, 0]]);
  const until = Date.now();
  const isFresh = (id: string): boolean => id === dossierId || (id[14] === '7' && Number.parseInt(id.replace('-', '').slice(0, 12), 16) >= since);
  const compile = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    if (INSTANT.test(value) && Date.parse(value) >= since && Date.parse(value) <= until) return MOMENT;
    const found = (value.match(UUID) ?? []).filter(isFresh);
    if (found.length === 0) return value;
    for (const id of found) if (!slotOf.has(id)) slotOf.set(id, slotOf.size);
    return new Blank(value.split(new RegExp(found.join('|'))), found.map((id) => slotOf.get(id)!));
  };
  const acts = recorded.map((batches) => batches.map((batch) => batch.map(({ name, text, values }) => ({ name, text, values: values.map(compile) }))));
  return { acts, slots: slotOf.size };
}

/** One write for what needs no answer in between. */
async function sendTogether(client: pg.Client, statements: readonly pg.QueryConfig[]): Promise<void> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  const answers = Promise.all(statements.map((statement) => client.query(statement)));
  stream.uncork();
  await answers;
}

/** Issues one life through a plain client: the same texts, prepared under the same names, waiting where the act waited. */
export async function replay(client: pg.Client, life: ReplayLife, dossierId: string): Promise<void> {
  const ids = [dossierId, ...Array.from({ length: life.slots - 1 }, newId)];
  for (const batches of life.acts) {
    const moment = new Date().toISOString();
    const filled = (value: unknown): unknown => (value === MOMENT ? moment : value instanceof Blank ? value.fill(ids) : value);
    for (const batch of batches) {
      await sendTogether(client, batch.map(({ name, text, values }) => ({
        ...(name === undefined ? {} : { name }), text, ...(values.length === 0 ? {} : { values: values.map(filled) }),
      })));
    }
  }
}
