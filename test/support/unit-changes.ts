import { DeadlineSweeper, UnitAdministration } from '@app/dossiers';
import type { UnitChangeDto } from '../../apps/desk/src/admin/unit-changes.dto.js';
import type { TestDesk } from './desk.js';
import type { Problem } from './steps.js';

export const UNIT_CHANGES = '/api/admin/unit-changes';

/** The decision the stories' changes rest on. */
export const CITED = { decision: 'Nghị quyết 30/2026/QH16', basis: 'Luật 72/2025/QH15, Điều 11' };

/** Proposes a change and has another administrator approve it; answers its id. */
export async function decideUnitChange(desk: TestDesk, change: object): Promise<string> {
  const proposed = await desk.officer('quantri').post<UnitChangeDto & Problem>(UNIT_CHANGES, { ...CITED, ...change });
  if (proposed.status !== 201) throw new Error(JSON.stringify(proposed.body));
  const approved = await desk.officer('quantri2').post<UnitChangeDto & Problem>(`${UNIT_CHANGES}/${proposed.body.id}/approve`, {});
  if (approved.status !== 200) throw new Error(JSON.stringify(approved.body));
  return proposed.body.id;
}

/** Begins what is due, passes every dossier on and ends what is through; answers how many changes ended. */
export async function followUnitChanges(desk: TestDesk): Promise<number> {
  const service = desk.app.get(UnitAdministration);
  await service.follow();
  await desk.app.get(DeadlineSweeper).sweep();
  return service.follow();
}
