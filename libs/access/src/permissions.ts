import type { Localized } from '@app/kernel';
import type { OfficerRole } from '@app/organisation';

/**
 * What an officer may be allowed to do: a closed list, each with the words a refusal uses
 * ("missing permission: …"). An act of the workflow maps to exactly one of these, and the words are the act's own: who is
 * refused looks for what the button says.
 */
export const PERMISSIONS = {
  'dossier.read': { vi: 'Xem hồ sơ', en: 'Read dossiers' },
  'dossier.file': { vi: 'Nhập hồ sơ tại quầy', en: 'File at the counter' },
  'dossier.receive': { vi: 'Tiếp nhận hồ sơ', en: 'Receive' },
  'dossier.refuse-receipt': { vi: 'Từ chối tiếp nhận', en: 'Refuse receipt' },
  'dossier.request-supplement': { vi: 'Yêu cầu bổ sung', en: 'Request a supplement' },
  'dossier.supply': { vi: 'Làm thay người dân tại quầy việc bổ sung, kiểm tra dự thảo, đề nghị rút hồ sơ', en: 'Supply, check a draft or ask to withdraw for the citizen at the counter' },
  'dossier.hand-over': { vi: 'Chuyển hồ sơ', en: 'Hand over' },
  'dossier.acknowledge': { vi: 'Xác nhận đã nhận bàn giao', en: 'Acknowledge a handover' },
  'dossier.return-handover': { vi: 'Trả lại bàn giao', en: 'Return a handover' },
  'dossier.recall': { vi: 'Thu hồi hồ sơ vừa chuyển', en: 'Recall a handover' },
  'dossier.examine': { vi: 'Thẩm tra', en: 'Examine' },
  'dossier.post-notice': { vi: 'Niêm yết công khai', en: 'Post and close a public notice' },
  'dossier.submit': { vi: 'Trình phê duyệt', en: 'Submit for approval' },
  'dossier.approve': { vi: 'Phê duyệt', en: 'Approve' },
  'dossier.send-back': { vi: 'Trả lại để hoàn thiện', en: 'Send a draft back' },
  'dossier.refuse': { vi: 'Từ chối giải quyết', en: 'Refuse with reason' },
  'dossier.number': { vi: 'Cấp số', en: 'Number and seal' },
  'dossier.result-ready': { vi: 'Xác nhận đã có kết quả', en: 'Confirm the result is here' },
  'dossier.return-result': { vi: 'Trả kết quả', en: 'Return the result' },
  'dossier.approve-supplement': { vi: 'Đồng ý yêu cầu bổ sung thêm', en: 'Allow a further supplement request' },
  'dossier.request-payment': { vi: 'Thông báo nghĩa vụ tài chính', en: 'Give notice of a financial duty' },
  'dossier.confirm-payment': { vi: 'Xác nhận đã nộp tiền', en: 'Confirm a payment' },
  'dossier.reroute': { vi: 'Chuyển đến cơ quan có thẩm quyền', en: 'Re-route to the competent agency' },
  'dossier.consult': { vi: 'Lấy ý kiến cơ quan khác', en: 'Consult other bodies' },
  'dossier.answer-consultation': { vi: 'Trả lời ý kiến', en: 'Give the opinion asked for' },
  'dossier.step-back': { vi: 'Lùi một bước', en: 'Go back one step' },
  'dossier.open-correction': { vi: 'Đính chính kết quả', en: 'Correct the result' },
  'dossier.answer-withdrawal': { vi: 'Trả lời đề nghị rút hồ sơ', en: 'Answer a withdrawal' },
  'dossier.propose-extension': { vi: 'Đề xuất gia hạn', en: 'Propose an extension' },
  'dossier.grant-extension': { vi: 'Ký văn bản xin lỗi, gia hạn', en: 'Sign apologies and extensions' },
  'dossier.stop': { vi: 'Dừng giải quyết', en: 'Stop a dossier' },
  'dossier.move-version': { vi: 'Chuyển hồ sơ sang phiên bản mới của thủ tục', en: 'Move dossiers to the new version of a procedure' },
  'dossier.assign': { vi: 'Phân công thụ lý, phối hợp', en: 'Assign the lead and cooperators' },
  'person.search': { vi: 'Tra cứu công dân', en: 'Search persons' },
  'person.correct': { vi: 'Đề xuất đính chính dữ liệu, ghi nhận thu hồi giấy tờ', en: 'Propose corrections of data on file, enter revocations' },
  'person.approve-correction': { vi: 'Duyệt đính chính dữ liệu', en: 'Approve corrections of data on file' },
  'person.oversee': { vi: 'Xác nhận lượt xem dữ liệu ngoài hồ sơ', en: 'Acknowledge looks outside dossiers' },
  'person.settle': { vi: 'Giải quyết nghi vấn, làm sạch dữ liệu công dân', en: 'Settle doubts about data on persons' },
  'report.read': { vi: 'Xem báo cáo', en: 'Read reports' },
  'register.read': { vi: 'Xem, in, xuất sổ theo dõi, sổ đăng ký', en: 'Read, print and export registers' },
  'number.void': { vi: 'Đề nghị hủy số đã cấp', en: 'Propose to void a number' },
  'number.approve-void': { vi: 'Duyệt hủy số đã cấp', en: 'Approve voided numbers' },
  'procedure.edit': { vi: 'Soạn và đề xuất thủ tục', en: 'Write and propose procedures' },
  'procedure.publish': { vi: 'Duyệt, công bố thủ tục', en: 'Approve and publish procedures' },
  'calendar.propose': { vi: 'Đề xuất thay đổi lịch làm việc', en: 'Propose changes of the working calendar' },
  'calendar.approve': { vi: 'Duyệt thay đổi lịch làm việc', en: 'Approve changes of the working calendar' },
  'outage.announce': { vi: 'Thông báo sự cố hệ thống', en: 'Announce system outages' },
  'outage.approve': { vi: 'Duyệt thông báo sự cố hệ thống', en: 'Approve announced outages' },
  'absence.manage': { vi: 'Ghi nhận vắng mặt và bố trí người thay thế', en: 'Enter absences and name stand-ins' },
  'delegation.propose': { vi: 'Đề xuất ủy quyền, giao ký thừa lệnh', en: 'Propose delegations' },
  'delegation.approve': { vi: 'Duyệt ủy quyền, giao ký thừa lệnh', en: 'Approve delegations' },
  'local-rule.propose': { vi: 'Đề xuất quy định của tỉnh, xã', en: 'Propose rules of the province or commune' },
  'local-rule.approve': { vi: 'Duyệt quy định của tỉnh, xã', en: 'Approve rules of the province or commune' },
  'authority.propose': { vi: 'Đề xuất quy định thẩm quyền', en: 'Propose rules of authority' },
  'authority.approve': { vi: 'Duyệt quy định thẩm quyền', en: 'Approve rules of authority' },
  'unit.propose': { vi: 'Đề xuất sắp xếp đơn vị', en: 'Propose changes of units' },
  'unit.approve': { vi: 'Duyệt sắp xếp đơn vị', en: 'Approve changes of units' },
  'admin.read': { vi: 'Xem phần quản trị', en: 'Read the administration area' },
} as const satisfies Record<string, Localized>;

export type Permission = keyof typeof PERMISSIONS;

/** Every permission, in the order of the list. */
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as readonly Permission[];

/** Whether a text (from the database, say) names a permission of the closed list. */
export function isPermission(text: string): text is Permission {
  return Object.hasOwn(PERMISSIONS, text);
}

/** What whoever works on a dossier may do wherever it is. */
const WORKING = ['dossier.read', 'dossier.step-back', 'dossier.answer-withdrawal', 'dossier.propose-extension'] as const;

const HANDOVER = ['dossier.hand-over', 'dossier.acknowledge', 'dossier.return-handover', 'dossier.recall'] as const;

/** Whoever gives numbers keeps the register of them, and says which are void; a leader decides. */
const REGISTER = ['register.read', 'number.void'] as const;

/** The counter: Decree 118/2025 gives receipt and the return of results to the centre's own officials. */
const COUNTER = [
  ...WORKING, 'dossier.file', 'dossier.receive', 'dossier.refuse-receipt', 'dossier.request-supplement', 'dossier.supply',
  ...HANDOVER, 'dossier.result-ready', 'dossier.return-result', 'dossier.open-correction', 'dossier.confirm-payment',
  'dossier.assign', 'person.search', ...REGISTER,
] as const;

/** Whoever prepares a decision; deliberately without the permission to take it. */
const PREPARING = [
  ...WORKING, 'dossier.request-supplement', ...HANDOVER,
  'dossier.examine', 'dossier.post-notice', 'dossier.submit', 'dossier.request-payment', 'dossier.confirm-payment', 'dossier.reroute',
  'dossier.consult', 'dossier.answer-consultation', 'dossier.assign', 'person.search', 'person.correct', 'person.settle',
] as const;

/** Whoever heads a unit reads why its officers looked at people outside dossiers. */
const OVERSEEING = ['person.oversee'] as const;

/** Whoever heads an office or a part of one sees to it that the work is never without anybody. */
const COVERING = ['absence.manage', 'delegation.propose'] as const;

/** Whoever answers for the decision with a signature. */
const LEADING = [
  ...WORKING, 'dossier.approve', 'dossier.send-back', 'dossier.refuse', 'dossier.approve-supplement', 'dossier.grant-extension', 'dossier.stop', 'dossier.move-version',
  'dossier.answer-consultation', 'dossier.assign', 'person.settle', 'report.read', 'calendar.approve', 'outage.approve', 'local-rule.approve', 'admin.read', 'register.read', 'number.approve-void',
  ...COVERING, ...OVERSEEING, 'delegation.approve', 'person.approve-correction',
] as const;

/** What a post of each role brings without any further grant. */
export const ROLE_PERMISSIONS = {
  'receiving-clerk': COUNTER,
  'centre-director': [...COUNTER, 'report.read', 'calendar.propose', 'outage.announce', 'admin.read', ...COVERING, ...OVERSEEING],
  'case-officer': PREPARING,
  reviewer: PREPARING,
  'division-head': [...PREPARING, 'report.read', 'admin.read', 'person.approve-correction', ...COVERING, ...OVERSEEING],
  chairman: LEADING,
  'vice-chairman': LEADING,
  director: LEADING,
  'deputy-director': LEADING,
  'records-clerk': [...WORKING, ...HANDOVER, 'dossier.number', ...REGISTER],
  administrator: [
    'procedure.edit', 'procedure.publish', 'dossier.move-version', 'calendar.propose', 'calendar.approve', 'outage.announce', 'outage.approve', 'local-rule.propose', 'local-rule.approve', 'admin.read', 'report.read',
    ...COVERING, 'delegation.approve', 'authority.propose', 'authority.approve', 'unit.propose', 'unit.approve',
  ],
} as const satisfies Record<OfficerRole, readonly Permission[]>;

/** Roles whose post reaches every unit below its own: they answer for the whole office. */
const REACHING_DOWN: ReadonlySet<OfficerRole> = new Set(['chairman', 'vice-chairman', 'director', 'deputy-director', 'administrator']);

/** Whether a post of this role reaches the units below its own. */
export function reachesDown(role: OfficerRole): boolean {
  return REACHING_DOWN.has(role);
}

/**
 * What only a signature gives, and so only the post itself, a deputy's own post, or a document passes on
 * (Decree 30/2020, Art. 13): a stand-in without one prepares, and does not sign.
 */
export const SIGNING_PERMISSIONS = [
  'dossier.approve', 'dossier.send-back', 'dossier.refuse', 'dossier.approve-supplement', 'dossier.grant-extension', 'dossier.stop',
] as const satisfies readonly Permission[];
export type SigningPermission = (typeof SIGNING_PERMISSIONS)[number];

const SIGNING: ReadonlySet<Permission> = new Set(SIGNING_PERMISSIONS);

/**
 * Whether a stand-in takes this over with the work of a post: what is done with dossiers, and no signature. Rule data
 * (procedures, calendars, delegations …) want two persons with posts of their own, so nobody takes those over.
 */
export function isTakenOver(permission: Permission): boolean {
  return (permission.startsWith('dossier.') && !SIGNING.has(permission)) || permission === 'person.search' || permission === 'report.read';
}
