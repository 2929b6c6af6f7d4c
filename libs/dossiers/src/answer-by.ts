import { due } from '@app/calendar';
import type { DossierRow } from './dossier-row.js';
import type { DossierWorld } from './dossier-world.js';

/** An online filing is answered within eight working hours (Decree 45/2020/NĐ-CP Art. 12). */
const ANSWER_HOURS = 8;

/** By when the centre answers a filing, as an ISO instant. */
export async function answerBy(world: DossierWorld, dossier: Pick<DossierRow, 'receiving_unit' | 'filed_at'>): Promise<string> {
  const { at } = due(await world.calendarOf(dossier.receiving_unit), {
    from: Temporal.Instant.from(dossier.filed_at), limit: { value: ANSWER_HOURS, unit: 'hours' }, ends: 'same-time',
  });
  if (at === null) throw new Error('a period without pauses has an end');
  return at.toString();
}
