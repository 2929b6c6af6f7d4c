/**
 * On whose behalf a transaction runs. It is put into the transaction, where row-level security reads it through
 * `app_kind()`, `app_units()`, `app_officer()`, `app_person()` and `app_organisations()`.
 */
export interface DatabasePrincipal {
  readonly kind: 'officer' | 'citizen' | 'system' | 'public';
  /** The units an officer acts for (ids such as `c26068.centre`). */
  readonly units?: readonly string[];
  /** The officer's id (UUID). */
  readonly officerId?: string;
  /** The person on file (UUID). */
  readonly personId?: string;
  /** The organisations (UUIDs) a citizen acts for now. */
  readonly organisations?: readonly string[];
}

/** The principal of jobs, deadlines and seeds. */
export const SYSTEM: DatabasePrincipal = { kind: 'system' };

/** The principal of someone who has not signed in. */
export const PUBLIC: DatabasePrincipal = { kind: 'public' };

/** One statement that puts a principal into the current transaction, and only there. */
export const SET_PRINCIPAL =
  "SELECT set_config('app.kind', $1, true), set_config('app.units', $2, true), set_config('app.officer', $3, true), set_config('app.person', $4, true), set_config('app.organisations', $5, true)";

/** The values of {@link SET_PRINCIPAL}. */
export function principalValues({ kind, units, officerId, personId, organisations }: DatabasePrincipal): string[] {
  return [kind, JSON.stringify(units ?? []), officerId ?? '', personId ?? '', JSON.stringify(organisations ?? [])];
}
