import type { DossierWorld } from '../dossier-world.js';

/** A unit as lists and pages name it. */
export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly phone?: string;
}

/** A unit with its commune, where the name alone says too little, and the nearest telephone. */
export async function unitView(world: DossierWorld, id: string): Promise<UnitView> {
  const unit = await world.unit(id);
  const line = await world.lineOf(id);
  const phone = line.find((each) => each.phone !== null)?.phone ?? undefined;
  const commune = line.find((each) => each.kind === 'commune');
  // "Văn phòng HĐND và UBND" says too little without its commune; "Trung tâm PVHCC phường Biên Hoà" says it already.
  const saysCommune = !commune || unit.shortName.vi.toLowerCase().includes(commune.shortName.vi.toLowerCase());
  const name = saysCommune ? unit.shortName.vi : `${unit.shortName.vi} – ${commune.shortName.vi}`;
  return { id, name, ...(phone === undefined ? {} : { phone }) };
}
