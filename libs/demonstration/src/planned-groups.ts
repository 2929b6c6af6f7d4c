import { linkedBirth, linkedDeath } from './declarations.js';
import { birthPath, upTo } from './paths.js';
import type { PlannedDossier, PlannedStep } from './planned-dossier.js';

/** The acts of one procedure of a linked group. */
const of = (member: string, steps: readonly PlannedStep[]): PlannedStep[] => steps.map((step) => ({ ...step, member }));

/** Taken up by the counter: from then on the agency's own system has it, which a visitor plays at its page. */
const takenUp = (member: string, by: string, time: string): PlannedStep => ({ member, event: 'receive', by, day: 0, time });

/** The linked filings of the demonstration: one of each group, on its way. */
export const PLANNED_GROUPS: readonly PlannedDossier[] = [
  {
    key: 'linked-birth', commune: 'trangbom', procedureCode: '3.000722', owner: '075185381894', endsOn: -1,
    declaration: linkedBirth({ name: 'Lâm Tăng Gia Hân', sex: 'female', daysOld: 8, place: 'Bệnh viện Đa khoa khu vực Thống Nhất, thành phố Đồng Nai', proof: '75014.CS.000902', hospital: 'Bệnh viện Đa khoa khu vực Thống Nhất' }),
    steps: [...of('birth', birthPath('trangbom')), takenUp('residence', 'tiepnhan.trangbom', '11:15'), takenUp('health', 'tiepnhan.trangbom', '11:20')],
  },
  {
    key: 'linked-death', commune: 'dinhquan', procedureCode: '2.002913', owner: '075080469003', endsOn: -1,
    declaration: linkedDeath({
      relation: 'child', name: 'Nguyễn Thị Tám', birthDate: '1952', sex: 'female', personalId: '075152461084', address: 'Ấp Thống Nhất, xã Định Quán, thành phố Đồng Nai', daysAgo: 3, proof: '57/GBT',
      place: 'Trung tâm Y tế khu vực Định Quán, thành phố Đồng Nai',
    }),
    steps: of('death', upTo(birthPath('dinhquan'), 'seal')),
  },
];
