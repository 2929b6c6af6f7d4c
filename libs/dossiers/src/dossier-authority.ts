import type { AuthorityBasis } from '@app/organisation';
import type { DecidingAuthority } from '@app/workflow';

/** Who decides a dossier and by which rule; frozen at receipt, so that a rule changed later leaves the dossier where it is. */
export interface DossierAuthority extends DecidingAuthority {
  /** The rule of authority, its legal basis and its first day; none where the procedure itself says who decides. */
  readonly rule?: string;
  readonly basis?: AuthorityBasis;
  readonly since?: string;
}
