import { answerText, type Procedure } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { canonicalText, localDate, DomainError, type Localized, type ProblemCode } from '@app/kernel';
import { STATUS_NAMES } from '@app/workflow';
import { getDossier, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { readable } from '../views/answers-view.js';
import { migrationTo, planVersionMove, type VersionMove } from './plan-version-move.js';

/** A later version of a dossier's procedure, and whether the dossier may be moved to it at all. */
export interface LaterVersionView {
  readonly version: number;
  /** First day in force, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** Why not; absent where it may. */
  readonly refusal?: Localized & { readonly code: ProblemCode };
}

/** One side of a move. */
export interface VersionSideView {
  readonly version: number;
  readonly state: Localized;
  readonly status: Localized;
  readonly stage: Localized;
  readonly steps: Array<{ readonly name: Localized; readonly now: boolean }>;
}

/** An answer or paper that changes; a side is absent where it does not exist there. */
export interface ChangedLineView {
  readonly label: Localized;
  readonly before?: Localized;
  readonly after?: Localized;
}

/** A dossier before and after a move to another version, as it is confirmed. */
export interface VersionMoveView {
  readonly before: VersionSideView;
  readonly after: VersionSideView;
  /** The promise date, which a move never changes; absent before the clock started. */
  readonly dueAt?: string;
  readonly answers: ChangedLineView[];
  readonly components: ChangedLineView[];
}

/** The later versions in force, newest first; none for a dossier that follows the newest. */
export function laterVersions(world: DossierWorld, { procedure_code: code, procedure_version: version }: Pick<DossierRow, 'procedure_code' | 'procedure_version'>, now: Temporal.Instant): LaterVersionView[] {
  const today = localDate(now);
  return world.versionsAfter(code, version).filter(({ effective }) => effective.from <= today).map((later): LaterVersionView => {
    const view = { version: later.version, effectiveFrom: later.effective.from };
    try {
      migrationTo(later, version, today);
      return view;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...view, refusal: { code: error.code, vi: error.sentence('vi'), en: error.sentence('en') } };
    }
  });
}

/** Reads what a move would change. @throws DomainError not-found and what {@link planVersionMove} refuses */
export async function previewVersionMove(tx: Transaction, world: DossierWorld, id: string, toVersion: number, now: Temporal.Instant): Promise<VersionMoveView> {
  const dossier = await getDossier(tx, id);
  const [move, present] = await Promise.all([
    planVersionMove(tx, world, dossier, toVersion, now),
    tx.rows<{ key: string; name: Localized; required: boolean }>('select key, name, required from dossier_component where dossier_id = $1 order by position', [id]),
  ]);
  const side = ({ procedure }: VersionMove['from'], { name, status, stage, stepId }: VersionMove['meta']['before']): VersionSideView => ({
    version: procedure.version, state: name, status: STATUS_NAMES[status], stage,
    steps: procedure.process.steps.map((step) => ({ name: step.name, now: step.id === stepId })),
  });
  return {
    before: side(move.from, move.meta.before), after: side(move.to, move.meta.after),
    ...(dossier.due_at === null ? {} : { dueAt: dossier.due_at }),
    answers: changedAnswers(move), components: changedComponents(move, present),
  };
}

function changedAnswers({ from, to, migration, declaration: { before, after } }: VersionMove): ChangedLineView[] {
  const rename = migration.declaration?.rename ?? {};
  const oldNameOf = new Map(Object.entries(rename).map(([old, name]) => [name, old]));
  const text = (procedure: Procedure, name: string, value: unknown): Localized | undefined => {
    const field = procedure.declaration.properties[name];
    if (field === undefined || value === undefined) return undefined;
    const { vi, en } = answerText(field, value);
    return { vi: readable(vi), en: readable(en) };
  };
  const label = (procedure: Procedure, name: string): Localized => {
    const field = procedure.declaration.properties[name];
    return { vi: field?.title ?? name, en: field?.['x-title-en'] ?? name };
  };
  const names = Object.keys(to.procedure.declaration.properties);
  const kept = names.flatMap((name): ChangedLineView[] => {
    const old = oldNameOf.get(name) ?? name;
    const same = old === name && canonicalText(before.data[old] ?? null) === canonicalText(after[name] ?? null);
    if (same || (before.data[old] === undefined && after[name] === undefined)) return [];
    return [line(label(to.procedure, name), text(from.procedure, old, before.data[old]), text(to.procedure, name, after[name]))];
  });
  const gone = Object.keys(before.data).filter((old) => !names.includes(rename[old] ?? old))
    .map((old) => line(label(from.procedure, old), text(from.procedure, old, before.data[old]), undefined));
  return [...kept, ...gone];
}

const NEEDED: Localized = { vi: 'Bắt buộc', en: 'Required' };
const OPTIONAL: Localized = { vi: 'Không bắt buộc', en: 'Not required' };

function changedComponents({ migration: { components: renamed = {} }, components }: VersionMove, present: ReadonlyArray<{ key: string; name: Localized; required: boolean }>): ChangedLineView[] {
  const word = (required: boolean): Localized => (required ? NEEDED : OPTIONAL);
  const there = new Map(present.map((row) => [renamed[row.key] ?? row.key, row]));
  const called = components.flatMap(({ key, name, required }): ChangedLineView[] => {
    const before = there.get(key);
    if (before?.required === required && canonicalText(before.name) === canonicalText(name)) return [];
    return [line(name, before && word(before.required), word(required))];
  });
  const dropped = present.filter(({ key, required }) => required && !components.some((each) => each.key === (renamed[key] ?? key))).map(({ name }) => line(name, NEEDED, OPTIONAL));
  return [...called, ...dropped];
}

function line(label: Localized, before: Localized | undefined, after: Localized | undefined): ChangedLineView {
  return { label, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
