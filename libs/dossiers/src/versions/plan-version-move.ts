import { migrateDeclaration, migratePointers, requiredComponents, validateDeclaration, type Declaration, type Migration, type Procedure, type RequiredComponent } from '@app/catalogue';
import type { Transaction } from '@app/database';
import { DomainError, localDate } from '@app/kernel';
import { describe, moveState, type DossierMachine, type StateMeta, type Stored } from '@app/workflow';
import type { SupplementItem } from '../act-command.js';
import { readDeclaration, type StoredDeclaration } from '../declaration.js';
import { storedOf, type DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';

/** One version of a procedure with its machine. */
export interface VersionOf {
  readonly procedure: Procedure;
  readonly machine: DossierMachine;
}

/** What moving a dossier to another version does: worked out once, for the view before and for the act itself. */
export interface VersionMove {
  readonly from: VersionOf;
  readonly to: VersionOf;
  readonly migration: Migration;
  readonly stored: Stored;
  readonly meta: { readonly before: StateMeta; readonly after: StateMeta };
  readonly declaration: { readonly before: StoredDeclaration; readonly after: Declaration; readonly origins: StoredDeclaration['origins'] };
  /** The papers as the later version calls for them, in its order. */
  readonly components: readonly RequiredComponent[];
}

/** The later version a dossier may be moved to at all: published, in force, and neither pinned by law nor without a migration. @throws DomainError version.not-later, version.pinned, version.no-migration */
export function migrationTo(to: Procedure | undefined, from: number, today: string): Migration {
  if (to === undefined || to.version <= from || to.effective.from > today) throw new DomainError('version.not-later', { params: { version: to?.version ?? from } });
  const { version, pinned } = to;
  if (pinned !== undefined) throw new DomainError('version.pinned', { params: { version, basis: pinned.basis } });
  const migration = to.migrations?.find((each) => each.from === from);
  if (migration === undefined) throw new DomainError('version.no-migration', { params: { from, version } });
  return migration;
}

/**
 * Works a move out. Nothing is written.
 * @throws DomainError version.not-later, version.pinned, version.no-migration, version.state-stays, version.answers-missing
 */
export async function planVersionMove(tx: Transaction, world: DossierWorld, dossier: DossierRow, toVersion: number, now: Temporal.Instant): Promise<VersionMove> {
  const { procedure_code: code, procedure_version: version } = dossier;
  const later = world.versionsAfter(code, version).find((each) => each.version === toVersion);
  const migration = migrationTo(later, version, localDate(now));
  const [from, to, before, open] = await Promise.all([
    world.procedureOf(tx, dossier, now), world.procedureOf(tx, { ...dossier, procedure_version: toVersion }, now), readDeclaration(tx, dossier.id),
    tx.maybeOne<{ items: SupplementItem[] }>('select items from supplement where dossier_id = $1 and answered_at is null and expired_at is null', [dossier.id]),
  ]);
  const meta = describe(from.machine, storedOf(dossier));
  const stored = moveState(to.machine, migration.states ?? {}, storedOf(dossier));
  if (stored === undefined || asksForChanged(open?.items ?? [], migration)) throw new DomainError('version.state-stays', { params: { state: meta.name } });
  const { declaration: after, faults } = validateDeclaration(to.procedure, migrateDeclaration(migration, before.data), localDate(now));
  if (faults.length > 0) throw new DomainError('version.answers-missing', { params: { version: toVersion, names: { vi: faults.map(({ vi }) => vi).join(' '), en: faults.map(({ en }) => en).join(' ') } }, fields: faults });
  return {
    from, to, migration, stored,
    meta: { before: meta, after: describe(to.machine, stored) },
    declaration: { before, after, origins: migratePointers(migration, before.origins) },
    components: requiredComponents(to.procedure, after),
  };
}

/** An open request names questions and papers by the names they have: it is answered before they change. */
function asksForChanged(items: readonly SupplementItem[], { declaration = {}, components = {} }: Migration): boolean {
  const changed = new Set([...Object.keys(declaration.rename ?? {}), ...(declaration.remove ?? [])].map((name) => `/${name}`));
  return items.some(({ target, key }) => (target === 'field' ? changed.has(key) : Object.hasOwn(components, key)));
}
