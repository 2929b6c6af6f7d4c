import type { Procedure } from '@app/catalogue';
import type { Localized } from '@app/kernel';
import { statePath, type StoredValue } from '@app/workflow';
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

type OnItsWay = Pick<DossierRow, 'code' | 'step_id' | 'status' | 'receiving_unit' | 'collect_unit' | 'competent_commune' | 'channel'>;

/**
 * The whole way of a dossier: receipt, the steps of its process, the return of the result. Only who filed online checks the
 * draft, so that step is no part of another's way.
 * @param before the state before the last act, by which a stopped dossier tells how far it came
 */
export async function stepViews(procedure: Procedure, dossier: OnItsWay, world: DossierWorld, before: StoredValue | undefined): Promise<StepView[]> {
  const { receive, steps: all } = procedure.process;
  const steps = all.filter(({ kind }) => kind !== 'check' || dossier.channel === 'online');
  const way = [
    { id: 'receive', name: RECEIVE, path: receive.unit },
    ...steps.map((step) => ({ id: step.id, name: step.name, path: step.kind === 'handover' ? step.to : step.unit })),
    { id: 'return', name: RETURN, path: receive.unit },
  ];
  const now = position(dossier, steps.map(({ id }) => id), before);
  const isOver = dossier.status === 3 || dossier.status === 8;
  return Promise.all(way.map(async ({ id, name, path }, index): Promise<StepView> => ({
    id, name,
    unit: (await unitView(world, path === receive.unit ? (id === 'receive' ? dossier.receiving_unit : (dossier.collect_unit ?? dossier.receiving_unit)) : (await world.unitAt(path, dossier.competent_commune)).id)).name,
    state: index < now ? 'done' : index === now && !isOver ? 'now' : 'next',
  })));
}

function position(dossier: OnItsWay, ids: readonly string[], before: StoredValue | undefined): number {
  if (dossier.code === null) return 0;
  const at = dossier.step_id ?? (dossier.status === 8 && before !== undefined ? statePath(before).split('.')[1] : undefined);
  const index = at === undefined ? -1 : ids.indexOf(at);
  if (index !== -1) return 1 + index;
  return dossier.status === 10 ? ids.length + 2 : ids.length + 1;
}
