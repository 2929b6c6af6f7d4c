import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { NationalStatus } from '@app/workflow';
import type { DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { unitView, type UnitView } from './unit-view.js';

/** What the database function `whereabouts` tells of one dossier; `look_up_dossier` tells the same to whoever has code and secret. */
export interface WhereaboutsRow extends Pick<DossierRow, 'clock_state' | 'holder_unit' | 'addressee_unit' | 'awaiting' | 'due_at' | 'updated_at'> {
  readonly dossier_id: string;
  readonly code: string;
  readonly status: NationalStatus;
  readonly stage: Localized;
  readonly since: string | null;
  readonly until: string | null;
  readonly centre_unit: string;
}

/** Where a dossier is, who has it, until when: the same words and dates at the counter, for the citizen, on the public page and at the province. */
export interface WhereaboutsView {
  readonly code: string;
  readonly stage: Localized;
  /** Who has it and answers for it. Without a telephone: whom to ask is `contact`. */
  readonly holder: Omit<UnitView, 'phone'>;
  readonly since?: string;
  /** When what is under way now is to be done: the step, or the answer that is waited for. */
  readonly until?: string;
  /** Whom it waits for when it is not the holder. */
  readonly waitsFor?: NonNullable<DossierRow['awaiting']>;
  /** On its way to. */
  readonly addressee?: Omit<UnitView, 'phone'>;
  /** The one contact of the citizen at every moment: the centre that received, or where the result is collected. */
  readonly contact: UnitView;
  /** The promise date. */
  readonly dueAt?: string;
  readonly updatedAt: string;
}

/** Asks the one question for several dossiers in one statement; those the caller may not see are left out. */
export async function readWhereabouts(tx: Transaction, world: DossierWorld, ids: readonly string[]): Promise<ReadonlyMap<string, WhereaboutsView>> {
  const rows = await tx.rows<WhereaboutsRow>('select * from whereabouts($1)', [ids]);
  return new Map(await Promise.all(rows.map(async (row) => [row.dossier_id, await whereaboutsView(row, world)] as const)));
}

/** The same for one dossier the caller sees. */
export async function whereIs(tx: Transaction, world: DossierWorld, id: string): Promise<WhereaboutsView> {
  const found = (await readWhereabouts(tx, world, [id])).get(id);
  if (found === undefined) throw new Error(`dossier ${id} is nowhere`);
  return found;
}

/** An answer of the database in words. */
export async function whereaboutsView(row: WhereaboutsRow, world: DossierWorld): Promise<WhereaboutsView> {
  const [holder, addressee, contact] = await Promise.all([
    unitView(world, row.holder_unit),
    row.addressee_unit === null ? undefined : unitView(world, row.addressee_unit),
    contactView(world, row.centre_unit),
  ]);
  return {
    code: row.code,
    stage: row.stage,
    holder: nameOnly(holder),
    ...(row.since === null ? {} : { since: row.since }),
    ...(row.until === null ? {} : { until: row.until }),
    ...(row.awaiting === null ? {} : { waitsFor: row.awaiting }),
    ...(addressee === undefined ? {} : { addressee: nameOnly(addressee) }),
    contact,
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    updatedAt: row.updated_at,
  };
}

const nameOnly = ({ id, name }: UnitView): Omit<UnitView, 'phone'> => ({ id, name });

/** The centre in full: who is to ask there need not know what an office calls it for short. */
async function contactView(world: DossierWorld, id: string): Promise<UnitView> {
  const [short, unit] = await Promise.all([unitView(world, id), world.unit(id)]);
  return { ...short, name: unit.name.vi };
}
