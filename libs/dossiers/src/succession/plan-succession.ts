import type { Transaction } from '@app/database';
import { DomainError, fold } from '@app/kernel';
import { getUnitChange, type PlannedMove, type SplitRule, type UnitChange, type UnitPlan } from '@app/organisation';
import type { DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';

/** The units a dossier names, that may have a successor. */
export const UNIT_COLUMNS = ['commune', 'receiving_unit', 'competent_commune', 'reroute_to', 'help_unit', 'collect_unit'] as const;
type UnitColumns = Pick<DossierRow, (typeof UNIT_COLUMNS)[number]>;

/** What a rule of a split looks at. */
export interface SplitFacts {
  readonly procedure_code: string;
  readonly code: string | null;
  readonly filing_number: string;
  readonly owner_address: string | null;
}

/** How one dossier passes to the successors of its units. */
export interface Succession {
  readonly change: UnitChange;
  /** Each unit it leaves, and the one that takes its place. */
  readonly units: Readonly<Record<string, string>>;
  readonly columns: UnitColumns;
}

/** Whether a dossier goes to a part of a unit that is split: every rule that is there has to hold. */
export function fitsRule({ places, procedures, dossiers }: SplitRule, { procedure_code, code, filing_number, owner_address }: SplitFacts): boolean {
  const address = words(owner_address ?? '');
  return (places === undefined || places.some((place) => address.includes(words(place)) && place.trim() !== ''))
    && (procedures === undefined || procedures.includes(procedure_code))
    && (dossiers === undefined || dossiers.some((each) => each === code || each === filing_number));
}

/** Whole words without accents: quarter 1 is not found in quarter 12. */
const words = (text: string): string => ` ${fold(text).replaceAll(/[^\p{L}\p{N}/]+/gu, ' ').trim()} `;

/** The moves of a plan that a dossier makes: for each unit it leaves the first whose rule holds. Pure. */
export function movesOf(plan: UnitPlan, facts: SplitFacts): PlannedMove[] {
  const fitting = plan.moves.filter(({ when }) => when === undefined || fitsRule(when, facts));
  return fitting.filter((move, index) => fitting.findIndex(({ from }) => from === move.from) === index);
}

/** The unit that is in the place of one after these changes, for a dossier with these facts. Pure. */
export function unitAfter(changes: ReadonlyArray<Pick<UnitChange, 'plan'>>, unitId: string, facts: SplitFacts): string {
  return changes.reduce((unit, { plan }) => (plan === null ? unit : (movesOf(plan, facts).map(({ units }) => units[unit]).find((next) => next !== undefined) ?? unit)), unitId);
}

/** The columns of a dossier with the successors in their places. Pure. */
export function succeededColumns(dossier: UnitColumns, units: Readonly<Record<string, string>>): UnitColumns {
  const next = <Id extends string | null>(id: Id): Id => (id === null ? id : ((units[id] ?? id) as Id));
  const { commune, receiving_unit, competent_commune, reroute_to, help_unit, collect_unit } = dossier;
  return {
    commune: next(commune), receiving_unit: next(receiving_unit), competent_commune: next(competent_commune), reroute_to: next(reroute_to),
    help_unit: next(help_unit), collect_unit: next(collect_unit),
  };
}

/** Works out how a dossier passes on. @throws DomainError act.impossible when the change has nothing for it, or has not begun */
export async function planSuccession(tx: Transaction, world: DossierWorld, dossier: DossierRow, changeId: string): Promise<Succession> {
  // The units that follow were made by another process perhaps, a moment ago.
  await world.catchUp(tx);
  const change = await getUnitChange(tx, changeId);
  const nothing = (): DomainError => new DomainError('act.impossible', { params: { event: 'unitSucceeded', state: dossier.step_name } });
  if (change.plan === null || change.startedAt === null) throw nothing();
  const owner = await tx.one<{ address: string | null }>(`select address from dossier_person where dossier_id = $1 and role = 'owner'`, [dossier.id]);
  const moves = movesOf(change.plan, { ...dossier, owner_address: owner.address });
  if (moves.length === 0) throw nothing();
  const units = Object.assign({}, ...moves.map((move) => move.units)) as Record<string, string>;
  return { change, units, columns: succeededColumns(dossier, units) };
}
