import { DomainError } from '@app/kernel';
import { ruleOf, type EventData, type EventType } from '@app/workflow';
import type { ActData } from './act-command.js';
import { findReason, reasonKindOf } from './reasons.js';

type Check = (data: ActData, event: EventType) => void;

const needReason = (code: string | undefined, event: EventType): void => {
  const reason = code === undefined ? undefined : findReason(code);
  if (reason === undefined || reason.kind !== reasonKindOf(event)) throw new DomainError('reason.required');
};

/** Each mark says what is wrong by the reasons a supplement request knows. */
const needMarkReasons = ({ items = [] }: ActData): void => {
  if (items.some(({ reason }) => findReason(reason)?.kind !== 'supplement')) throw new DomainError('reason.required');
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
  reason: (data, event) => {
    needReason(data.reason, event);
    needMarkReasons(data);
  },
  marks: (data) => {
    if (!data.items || data.items.length === 0) throw invalid('/items', 'Đánh dấu ít nhất một mục tờ khai hoặc giấy tờ mà xã, phường phải hoàn thiện.', 'Mark at least one answer or paper the commune has to put right.');
    needMarkReasons(data);
  },
  correction: nothing,
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
  withdrawal: nothing,
  // A stop cites its reason; a withdrawal confirmed is the citizen's own.
  closing: (data, event) => {
    if (reasonKindOf(event) !== undefined) needReason(data.reason, event);
  },
  payment: (data) => {
    if (!isAmount(data.amount)) throw invalid('/amount', 'Ghi số tiền phải nộp (đồng), lớn hơn 0.', 'Write the amount due in dong, above 0.');
  },
  'payment-proof': (data) => {
    if (!isAmount(data.amount)) throw invalid('/amount', 'Ghi số tiền đã nộp (đồng) theo chứng từ.', 'Write the amount paid in dong, as on the receipt.');
    if (!data.receiptNumber?.trim()) throw invalid('/receiptNumber', 'Ghi số chứng từ nộp tiền; không xác nhận khi chưa có chứng từ.', 'Write the number of the payment receipt; without one nothing is confirmed.');
    if (!isDate(data.paidOn)) throw invalid('/paidOn', 'Ghi ngày nộp tiền trên chứng từ.', 'Write the date of the payment.');
  },
  consultation: (data) => {
    if (data.consult === undefined) throw invalid('/consult', 'Chọn cơ quan cần lấy ý kiến, hoặc để trống danh sách nếu hồ sơ không thuộc trường hợp phải hỏi.', 'Choose the bodies to consult, or an empty list if none need be asked.');
  },
  opinion: (data) => {
    if (data.meets === undefined) throw invalid('/meets', 'Chọn thống nhất hay không thống nhất.', 'Say whether you agree.');
    if (!data.note?.trim()) throw invalid('/note', 'Ghi nội dung ý kiến.', 'Write the opinion.');
  },
  note: (data) => {
    if (!data.note?.trim()) throw invalid('/note', 'Ghi nội dung cần nêu.', 'Write what you want to say.');
  },
  extension: (data, event) => {
    needReason(data.reason, event);
    if (!Number.isInteger(data.days) || (data.days ?? 0) < 1 || (data.days ?? 0) > 60) throw invalid('/days', 'Ghi số ngày làm việc gia hạn, từ 1 đến 60.', 'Write by how many working days, 1 to 60.');
  },
  apology: (data, event) => {
    needReason(data.reason, event);
    if (!isDate(data.expectedOn)) throw invalid('/expectedOn', 'Ghi ngày dự kiến có kết quả.', 'Write the day the result is expected.');
  },
  reroute: (data, event) => {
    needReason(data.reason, event);
    if (!data.commune) throw invalid('/commune', 'Chọn xã, phường có thẩm quyền.', 'Choose the competent commune.');
  },
  assignment: (data) => {
    if (!data.officerId) throw invalid('/officerId', 'Chọn người được phân công.', 'Choose the officer.');
  },
  elsewhere: (data, event) => {
    if (data.elsewhere === undefined) throw invalid('/elsewhere', 'Thiếu nội dung do hệ thống của cơ quan gửi.', 'What the agency’s system told is missing.');
    if (event === 'supplementAskedElsewhere' && !data.items?.length) throw invalid('/items', 'Thiếu nội dung cần bổ sung.', 'What is to be supplied is missing.');
    if (event === 'grantedElsewhere' && data.elsewhere.paper === undefined) throw invalid('/elsewhere/paper', 'Thiếu văn bản kết quả của cơ quan.', 'The agency’s paper is missing.');
    if (event === 'refusedElsewhere' && !data.note?.trim()) throw invalid('/note', 'Thiếu lý do từ chối của cơ quan.', 'The agency’s reason is missing.');
  },
  version: (data) => {
    if (!Number.isInteger(data.toVersion)) throw invalid('/toVersion', 'Chọn phiên bản chuyển đến.', 'Choose the version to move to.');
    if (!data.note?.trim()) throw invalid('/note', 'Ghi lý do chuyển phiên bản.', 'Say why the dossier is moved.');
  },
  difference: (data) => {
    if (!data.pointer) throw invalid('/pointer', 'Chọn mục khai khác với dữ liệu.', 'Choose the answer that differs from the file.');
    if (!data.note?.trim()) throw invalid('/note', 'Ghi lý do chấp nhận điều đã khai.', 'Say why what was declared is accepted.');
  },
  'source-answer': (data) => {
    if (!data.pointer || !data.queryId) throw invalid('/queryId', 'Hỏi lại nguồn ngay bên mục khai khác với dữ liệu.', 'Ask the source again beside the answer that differs.');
  },
  signature: (data) => {
    if (data.signed === undefined) throw new Error('a signature came without its paper');
  },
  'signing-fault': (data) => {
    if (data.signingFault === undefined) throw new Error('a failed signature came without its cause');
  },
  return: (data) => {
    if (!data.recipient?.trim()) throw invalid('/recipient', 'Ghi họ tên người nhận kết quả và giấy tờ đã đối chiếu.', 'Write who took the result and which identity paper was checked.');
  },
} as const satisfies Record<EventData, Check>;

const isAmount = (amount: number | undefined): boolean => Number.isInteger(amount) && (amount ?? 0) > 0;
const isDate = (date: string | undefined): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(date ?? '');

function invalid(pointer: string, vi: string, en: string): DomainError {
  return new DomainError('request.invalid', { fields: [{ pointer, vi, en }] });
}

/** @throws DomainError reason.required, request.invalid when an act lacks what it needs */
export function checkData(event: EventType, data: ActData): void {
  CHECKS[ruleOf(event).data](data, event);
}
