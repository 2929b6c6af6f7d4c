import { officeOf } from '@app/workflow';
import type { DossierRow } from '../dossier-row.js';
import type { DossierProcedure, DossierWorld } from '../dossier-world.js';
import { unitView, type UnitView } from './unit-view.js';

/** Who decides a dossier and by which law. */
export interface AuthorityView {
  /** `commune` or `province`. */
  readonly level: string;
  /** The office that prepares the decision; nothing where nobody there holds that function. */
  readonly office?: UnitView;
  /** The legal basis as cited and its first day; none where the procedure itself says who decides. */
  readonly basis?: string;
  readonly since?: string;
  /** Whether it is settled: from receipt on it stays, whatever the rules become. */
  readonly settled: boolean;
}

/** Who decides a dossier, told in names. */
export async function authorityView({ authority, procedure }: DossierProcedure, dossier: DossierRow, world: DossierWorld): Promise<AuthorityView> {
  const { level, basis, since } = authority;
  const unit = await world.unitAt(officeOf(procedure.process) ?? '', dossier.competent_commune).catch(() => undefined);
  return {
    level, settled: dossier.received_at !== null,
    ...(unit === undefined ? {} : { office: await unitView(world, unit.id) }),
    ...(basis === undefined ? {} : { basis: [basis.article, basis.number].filter(Boolean).join(' ') }),
    ...(since === undefined ? {} : { since }),
  };
}
