import type { Procedure } from '@app/catalogue';
import type { Localized } from '@app/kernel';
import type { DossierRow } from '../dossier-row.js';
import type { DossierWorld } from '../dossier-world.js';
import { unitView } from './dossier-list.js';

/** One step of the way, as a plain stepper shows it: what comes next and by whom. */
export interface StepView {
  readonly id: string;
  readonly name: Localized;
  readonly unit: string;
  readonly state: 'done' | 'now' | 'next';
}

const RECEIVE: Localized = { vi: 'Tiếp nhận hồ sơ', en: 'Receive' };
const RETURN: Localized = { vi: 'Trả kết quả', en: 'Return the result' };

/** The whole way of a dossier: receipt, the steps of its process, the return of the result. */
export async function stepViews(procedure: Procedure, dossier: Pick<DossierRow, 'code' | 'step_id' | 'status' | 'receiving_unit'>, world: DossierWorld): Promise<StepView[]> {
  const { receive, steps } = procedure.process;
  const all = [
    { id: 'receive', name: RECEIVE, path: receive.unit },
    ...steps.map((step) => ({ id: step.id, name: step.name, path: step.kind === 'handover' ? step.to : step.unit })),
    { id: 'return', name: RETURN, path: receive.unit },
  ];
  const now = position(dossier, steps.map(({ id }) => id));
  return Promise.all(all.map(async ({ id, name, path }, index): Promise<StepView> => ({
    id, name,
    unit: (await unitView(world, (await world.unitAt(path, dossier.receiving_unit)).id)).name,
    state: index < now ? 'done' : index === now ? 'now' : 'next',
  })));
}

function position(dossier: Pick<DossierRow, 'code' | 'step_id' | 'status'>, ids: readonly string[]): number {
  if (dossier.code === null) return 0;
  if (dossier.step_id !== null) return 1 + ids.indexOf(dossier.step_id);
  return dossier.status === 10 ? ids.length + 2 : ids.length + 1;
}
