import type { ActData } from '@app/dossiers';
import type { EventType } from '@app/workflow';

/** One act of the measured life, and who does it. */
export interface LifeAct {
  readonly event: EventType;
  readonly by: 'clerk' | 'officer' | 'leader' | 'records';
  readonly data: ActData;
}

const DRAFT: LifeAct = { event: 'submitForApproval', by: 'officer', data: { draft: {} } };
const HAND_OVER: LifeAct = { event: 'handOver', by: 'clerk', data: {} };

/** A dossier's life after its receipt, with the detours of a desk: a recall, a returned handover, a draft sent back. */
export const LIFE: readonly LifeAct[] = [
  HAND_OVER,
  { event: 'recall', by: 'clerk', data: { reason: 'sent-by-mistake' } },
  HAND_OVER,
  { event: 'returnHandover', by: 'officer', data: { reason: 'manifest-differs' } },
  HAND_OVER,
  { event: 'acknowledge', by: 'officer', data: {} },
  { event: 'examine', by: 'officer', data: { meets: true, note: 'Hồ sơ đủ điều kiện giải quyết.' } },
  DRAFT,
  { event: 'sendBack', by: 'leader', data: { reason: 'draft-wrong-data', note: 'Kiểm tra lại địa chỉ.' } },
  DRAFT,
  { event: 'approve', by: 'leader', data: {} },
  { event: 'number', by: 'records', data: {} },
  { event: 'handOver', by: 'records', data: {} },
  { event: 'acknowledge', by: 'clerk', data: {} },
  { event: 'resultReady', by: 'clerk', data: {} },
  { event: 'returnResult', by: 'clerk', data: { recipient: 'Người nộp hồ sơ, đã đối chiếu căn cước' } },
];

const LOGINS = { clerk: 'tiepnhan', officer: 'hotich', leader: 'chutich', records: 'vanthu' } as const;

/** The communes in which dossiers are prepared, in turn. */
export const COMMUNES = [
  { id: 'c26068', accounts: 'bienhoa' },
  { id: 'c26248', accounts: 'trangbom' },
  { id: 'c26206', accounts: 'dinhquan' },
  { id: 'c25405', accounts: 'bombo' },
] as const;
export type BenchCommune = (typeof COMMUNES)[number];

/** The account that does an act in a commune. */
export function loginOf(commune: BenchCommune, by: LifeAct['by']): string {
  return `${LOGINS[by]}.${commune.accounts}`;
}
