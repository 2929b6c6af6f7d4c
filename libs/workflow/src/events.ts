import type { Localized } from '@app/kernel';

/** Who may utter an act at all. Whether this person may, here and now, is asked elsewhere. */
export const AUDIENCES = ['holder', 'citizen', 'addressee', 'sender', 'system'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What must accompany an act; the desk has one request shape for each. */
export type EventData =
  | 'none' | 'declaration' | 'checklist' | 'reason' | 'supplement' | 'supply' | 'handover' | 'finding'
  | 'notice' | 'minutes' | 'draft' | 'return';

export type EventType =
  | 'file' | 'receive' | 'refuseReceipt' | 'requestSupplement' | 'supply'
  | 'handOver' | 'acknowledge' | 'returnHandover' | 'recall'
  | 'examine' | 'postNotice' | 'noticePeriodEnded' | 'closeNotice'
  | 'submitForApproval' | 'approve' | 'sendBack' | 'refuse' | 'number'
  | 'resultReady' | 'returnResult';

/** One act of the life cycle. */
export interface EventRule {
  readonly audience: Audience;
  /** True for a party act: it checks its own open record, not the baton. False for a holder act. */
  readonly party: boolean;
  /** The field's words, as on a button and in the history. */
  readonly label: Localized;
  readonly permission: string;
  /** The permission with which the receiving counter may do a citizen's act for the citizen, who stands there. */
  readonly atCounter?: string;
  readonly data: EventData;
  /** The question asked before an act that cannot be taken back. */
  readonly confirm?: Localized;
}

const holder = (vi: string, en: string, permission: string, data: EventData = 'none', confirm?: Localized): EventRule =>
  ({ audience: 'holder', party: false, label: { vi, en }, permission, data, confirm });
const party = (audience: Audience, vi: string, en: string, permission: string, data: EventData = 'none'): EventRule =>
  ({ audience, party: true, label: { vi, en }, permission, data });

/** Every act there is: who may utter it, what it needs, what it is called. Nothing outside this table exists. */
export const EVENTS = {
  file: { ...party('citizen', 'Nộp hồ sơ', 'File', 'citizen.file', 'declaration'), atCounter: 'dossier.file' },
  receive: holder('Tiếp nhận hồ sơ', 'Receive', 'dossier.receive', 'checklist'),
  refuseReceipt: holder('Từ chối tiếp nhận', 'Refuse receipt', 'dossier.refuse-receipt', 'reason', {
    vi: 'Từ chối tiếp nhận và lập phiếu từ chối (mẫu 03)? Không thể hoàn tác.',
    en: 'Refuse receipt and issue the refusal slip (form 03)? This cannot be undone.',
  }),
  requestSupplement: holder('Yêu cầu bổ sung', 'Request a supplement', 'dossier.request-supplement', 'supplement', {
    vi: 'Chỉ được yêu cầu bổ sung một lần. Phiếu đã nêu đủ mọi nội dung cần bổ sung chưa?',
    en: 'A supplement may be requested only once. Does the request name everything that is missing?',
  }),
  supply: { ...party('citizen', 'Nộp bổ sung', 'Supply what was asked', 'citizen.supply', 'supply'), atCounter: 'dossier.supply' },
  handOver: holder('Chuyển hồ sơ', 'Hand over', 'dossier.hand-over', 'handover'),
  acknowledge: party('addressee', 'Xác nhận đã nhận', 'Acknowledge', 'dossier.acknowledge'),
  returnHandover: party('addressee', 'Trả lại', 'Return the handover', 'dossier.return-handover', 'reason'),
  recall: party('sender', 'Thu hồi', 'Recall', 'dossier.recall', 'reason'),
  examine: holder('Thẩm tra', 'Examine', 'dossier.examine', 'finding'),
  postNotice: holder('Niêm yết công khai', 'Post the public notice', 'dossier.post-notice', 'notice'),
  noticePeriodEnded: party('system', 'Hết thời gian niêm yết', 'Posting period ended', 'system'),
  closeNotice: holder('Kết thúc niêm yết', 'Close the public notice', 'dossier.post-notice', 'minutes'),
  submitForApproval: holder('Trình phê duyệt', 'Submit for approval', 'dossier.submit', 'draft'),
  approve: holder('Phê duyệt', 'Approve', 'dossier.approve', 'none', {
    vi: 'Phê duyệt dự thảo này?',
    en: 'Approve this draft?',
  }),
  sendBack: holder('Trả lại để hoàn thiện', 'Send back', 'dossier.send-back', 'reason'),
  refuse: holder('Từ chối giải quyết', 'Refuse', 'dossier.refuse', 'reason', {
    vi: 'Từ chối giải quyết hồ sơ này? Người dân sẽ nhận văn bản từ chối có lý do.',
    en: 'Refuse this dossier? The citizen will get a paper with the reason.',
  }),
  number: holder('Cấp số', 'Number and seal', 'dossier.number'),
  resultReady: holder('Xác nhận đã có kết quả', 'Confirm the result is here', 'dossier.result-ready'),
  returnResult: holder('Trả kết quả', 'Return the result', 'dossier.return-result', 'return', {
    vi: 'Xác nhận người dân đã nhận kết quả? Hồ sơ sẽ kết thúc.',
    en: 'Has the citizen got the result? The dossier will be closed.',
  }),
} as const satisfies Record<EventType, EventRule>;

/** Every event, in the order of the table: the order in which acts are offered. */
export const EVENT_TYPES = Object.keys(EVENTS) as readonly EventType[];

// A Map, not the object: a name such as "constructor" must not find anything.
const RULES: ReadonlyMap<string, EventRule> = new Map(Object.entries<EventRule>(EVENTS));

/** Whether a name from outside is an act of the table. `xstate.*` (the library's own events) and all else are not. */
export function isEventType(name: string): name is EventType {
  return RULES.has(name);
}

/** The rule of an act. */
export function ruleOf(type: EventType): EventRule {
  return EVENTS[type];
}

/**
 * Whether a caller of this audience may utter this name at all.
 * @param audience `counter` is an officer of the receiving unit acting for the citizen
 */
export function mayUtter(name: string, audience: Audience | 'counter'): name is EventType {
  const rule = RULES.get(name);
  if (rule === undefined) return false;
  return audience === 'counter' ? rule.atCounter !== undefined : rule.audience === audience;
}
