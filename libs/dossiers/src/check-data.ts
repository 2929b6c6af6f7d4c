import { DomainError } from '@app/kernel';
import { ruleOf, type EventData, type EventType } from '@app/workflow';
import type { ActData } from './act-command.js';
import { findReason, reasonKindOf } from './reasons.js';

type Check = (data: ActData, event: EventType) => void;

const needReason = (code: string | undefined, event: EventType): void => {
  const reason = code === undefined ? undefined : findReason(code);
  if (reason === undefined || reason.kind !== reasonKindOf(event)) throw new DomainError('reason.required');
};

const nothing: Check = () => undefined;

/** What must accompany each kind of act. Free text alone is never a reason: each "no" cites the catalogue. */
const CHECKS = {
  none: nothing,
  declaration: nothing,
  checklist: nothing,
  supply: nothing,
  notice: nothing,
  handover: nothing,
  draft: nothing,
  reason: (data, event) => needReason(data.reason, event),
  supplement: (data, event) => {
    if (!data.items || data.items.length === 0) throw new DomainError('reason.required');
    for (const item of data.items) needReason(item.reason, event);
  },
  finding: (data) => {
    if (data.meets === undefined) throw invalid('/meets', 'Chọn hồ sơ đủ hay chưa đủ điều kiện.', 'Say whether the conditions are met.');
    if (!data.meets && !data.note?.trim()) throw invalid('/note', 'Ghi rõ điều kiện chưa đáp ứng.', 'Say which condition is not met.');
  },
  minutes: (data) => {
    if (data.meets === undefined) throw invalid('/meets', 'Chọn có hay không có ý kiến phản đối trong thời gian niêm yết.', 'Say whether anybody objected during the posting.');
    if (!data.meets && !data.note?.trim()) throw invalid('/note', 'Ghi nội dung ý kiến phản đối.', 'Write down the objection.');
  },
  return: (data) => {
    if (!data.recipient?.trim()) throw invalid('/recipient', 'Ghi họ tên người nhận kết quả và giấy tờ đã đối chiếu.', 'Write who took the result and which identity paper was checked.');
  },
} as const satisfies Record<EventData, Check>;

function invalid(pointer: string, vi: string, en: string): DomainError {
  return new DomainError('request.invalid', { fields: [{ pointer, vi, en }] });
}

/** @throws DomainError reason.required, request.invalid when an act lacks what it needs */
export function checkData(event: EventType, data: ActData): void {
  CHECKS[ruleOf(event).data](data, event);
}
