import type { Localized } from '@app/kernel';
import type { OwnerOnFile } from '@app/persons';
import type { DossierWorld } from '../dossier-world.js';
import { unitView, type UnitView } from '../views/unit-view.js';

/** For whom a centre may receive: shown and chosen, never applied silently. */
export interface CompetenceView {
  /** The communes of the province with a desk of their own, the receiving one first. */
  readonly communes: UnitView[];
  /** The commune the data on file points to, and why. */
  readonly suggested?: { readonly unit: UnitView; readonly why: Localized };
  /** The decision that published the list. */
  readonly decision: Localized;
}

const BY_RESIDENCE: Localized = { vi: 'Nơi thường trú của chủ hồ sơ theo dữ liệu dân cư', en: 'Where the owner lives, as the population data says' };

/** For whom a centre may receive a procedure; nothing where the province's list does not name it. */
export async function competenceView(world: DossierWorld, code: string, communeId: string, today: string, owner: OwnerOnFile | undefined): Promise<CompetenceView | undefined> {
  const rule = world.nonBoundaryRule(await world.provinceOf(communeId), code, today);
  if (rule === undefined) return undefined;
  const communes = await world.communesWithDesk(communeId);
  const address = owner === undefined ? null : 'organisation' in owner ? owner.organisation.address : owner.person.permanentAddress;
  const home = rule.competent === 'residence' && address?.communeCode !== undefined ? `c${address.communeCode}` : undefined;
  const [here, others] = [communes.filter(({ id }) => id === communeId), communes.filter(({ id }) => id !== communeId)];
  const suggested = communes.find(({ id }) => id === home && id !== communeId);
  return {
    communes: await Promise.all([...here, ...others].map(({ id }) => unitView(world, id))),
    ...(suggested === undefined ? {} : { suggested: { unit: await unitView(world, suggested.id), why: BY_RESIDENCE } }),
    decision: rule.decision,
  };
}
