import { CatalogueService, loadCatalogue, publishProcedure } from '@app/catalogue';
import { SYSTEM } from '@app/database';
import type { ProcessStep } from '@app/workflow';
import type { TestDesk } from './desk.js';
import { MARITAL_STATUS } from './steps.js';

/**
 * Publishes the marital status with other steps, for what a sector law may ask and no procedure of the catalogue does.
 * @param code of the variant; left out, it is the next version of the marital status
 */
export async function publishVariant(desk: TestDesk, change: (steps: readonly ProcessStep[]) => readonly ProcessStep[], code = MARITAL_STATUS): Promise<void> {
  const plain = loadCatalogue().procedures.find((each) => each.code === MARITAL_STATUS)!;
  const process = { ...plain.process, steps: change(plain.process.steps) };
  await desk.asOwner.transaction(SYSTEM, (tx) => publishProcedure(tx, { ...plain, code, version: code === plain.code ? plain.version + 1 : 1, process }));
  await desk.app.get(CatalogueService).refresh();
}

/** With a duty asked in the examination: what a sector law with a tax notice looks like. */
export function withDuty(steps: readonly ProcessStep[]): ProcessStep[] {
  const duty = { name: { vi: 'Lệ phí trước bạ', en: 'Registration duty' }, within: { value: 5, unit: 'working-days' }, basis: 'Nghị định 10/2022/NĐ-CP, Điều 13' } as const;
  return steps.map((step) => (step.kind === 'examine' ? { ...step, duty } : step));
}

/** With two bodies asked after the examination, one for two working days and one for three; no law takes their silence for agreement. The examination leaves them the time to be asked. */
export function withOpinions(steps: readonly ProcessStep[]): ProcessStep[] {
  const basis = 'Nghị định 123/2015/NĐ-CP, Điều 22';
  return steps.flatMap((step): ProcessStep[] => (step.kind !== 'examine' ? [step] : [{ ...step, within: { value: 4, unit: 'hours' } }, {
    id: 'consult', kind: 'consult', unit: step.unit, role: step.role, within: { value: 4, unit: 'hours' }, clock: 'paused',
    name: { vi: 'Lấy ý kiến', en: 'Consultation' },
    ask: [
      { id: 'police', to: 'province/police', question: { vi: 'Nơi cư trú trước đây có đúng như đã khai không?', en: 'Were the earlier residences as declared?' }, within: { value: 2, unit: 'working-days' }, basis },
      { id: 'culture', to: 'province/culture', question: { vi: 'Có dữ liệu gia đình nào khác không?', en: 'Are there other family records?' }, within: { value: 3, unit: 'working-days' }, basis },
    ],
  }]));
}
