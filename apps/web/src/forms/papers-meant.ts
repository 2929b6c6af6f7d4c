import type { Localized, Offer } from '../api/types';

/** One of several papers of a kind that are in force, with what it says. */
export interface PaperChoice {
  paperId: string;
  source: Localized;
  asOf: string;
  says: { label: Localized; shown: Localized }[];
}

/**
 * Where several papers of a kind say different things, none is taken for the one that is meant: their values are offered only once the
 * person has chosen. Papers that say the same need no choice.
 * @param meant ids of the papers chosen so far
 */
export function meantOffers(offers: readonly Offer[], meant: readonly string[]): { offers: Offer[]; choices: PaperChoice[] } {
  const choices = new Map<string, PaperChoice>();
  const clear = offers.flatMap((offer): Offer[] => {
    const all = [offer, ...(offer.others ?? [])];
    const chosen = all.find(({ paperId }) => paperId !== undefined && meant.includes(paperId));
    if (chosen) return [{ ...offer, ...chosen }];
    if (all.every(({ value }) => value === offer.value)) return [offer];
    for (const { paperId, source, asOf, shown } of all) {
      if (paperId === undefined) continue;
      const choice = choices.get(paperId) ?? { paperId, source, asOf, says: [] };
      choice.says.push({ label: offer.label, shown });
      choices.set(paperId, choice);
    }
    return [];
  });
  return { offers: clear, choices: [...choices.values()] };
}
