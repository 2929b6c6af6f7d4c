import type { Localized } from '@app/kernel';

/**
 * Who may utter an act at all. Whether this person may, here and now, is asked elsewhere.
 * `head` is the leader of the agency with the baton; `consulted` a body whose opinion is asked; `cooperator` an officer
 * called in beside the lead; `viewer` any officer who sees the dossier.
 */
export const AUDIENCES = ['holder', 'citizen', 'addressee', 'sender', 'head', 'consulted', 'cooperator', 'viewer', 'system'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What must accompany an act; the desk has one request shape for each. */
export type EventData =
  | 'none' | 'declaration' | 'checklist' | 'reason' | 'supplement' | 'supply' | 'handover' | 'finding'
  | 'notice' | 'minutes' | 'draft' | 'return'
  | 'withdrawal' | 'closing' | 'payment' | 'payment-proof' | 'consultation' | 'opinion' | 'note'
  | 'extension' | 'apology' | 'reroute' | 'assignment' | 'elsewhere' | 'marks' | 'correction' | 'version' | 'difference' | 'source-answer' | 'signature' | 'signing-fault';

export type EventType =
  | 'file' | 'receive' | 'refuseReceipt' | 'requestSupplement' | 'proposeSupplement' | 'approveSupplement' | 'declineSupplement' | 'supply'
  | 'requestPayment' | 'confirmPayment'
  | 'handOver' | 'acknowledge' | 'returnHandover' | 'recall' | 'returnToCommune' | 'correctMarked' | 'reroute'
  | 'examine' | 'requestConsultation' | 'answerConsultation' | 'declineConsultation' | 'proceedWithoutAnswer'
  | 'postNotice' | 'closeNotice'
  | 'submitForApproval' | 'confirmDraft' | 'objectToDraft' | 'approveAndSign' | 'approve' | 'sendBack' | 'refuseAndSign' | 'refuse'
  | 'sign' | 'signByHand' | 'number' | 'seal' | 'stepBack'
  | 'resultReady' | 'returnResult' | 'openCorrection'
  | 'askWithdrawal' | 'confirmWithdrawal' | 'declineWithdrawal'
  | 'proposeExtension' | 'grantExtension' | 'declineExtension' | 'apologise' | 'stop'
  | 'assign' | 'addCooperator' | 'removeCooperator' | 'giveOpinion' | 'follow' | 'unfollow' | 'moveVersion' | 'acceptDeclared' | 'askSourceAgain'
  | 'noticePeriodEnded' | 'supplementExpired' | 'paymentExpired' | 'consultationOverdue' | 'consultationDeemedAgreed' | 'draftCheckEnded'
  | 'filingUnanswered' | 'handoverUnacknowledged' | 'stepOverdue' | 'dueSoon' | 'dueTomorrow' | 'overdue'
  | 'outageBegan' | 'outageEnded' | 'calendarChanged' | 'unitSucceeded'
  | 'signed' | 'signingFailed' | 'sealed' | 'sealingFailed'
  | 'sentElsewhere' | 'acknowledgedElsewhere' | 'confirmationAwaited' | 'confirmationGiven' | 'confirmationExpired' | 'supplementAskedElsewhere'
  | 'grantedElsewhere' | 'refusedElsewhere' | 'stoppedElsewhere' | 'withdrawalConfirmedElsewhere' | 'withdrawalDeclinedElsewhere' | 'elsewhereUnacknowledged';

/** One act of the life cycle. */
export interface EventRule {
  readonly audience: Audience;
  /** True for a party act: it checks its own open record, not the baton. False for a holder act. */
  readonly party: boolean;
  /** The field's words, as on a button and in the history. */
  readonly label: Localized;
  /** True for a citizen's act that the receiving counter may do for the citizen, who stands there. */
  readonly atCounter?: true;
  readonly data: EventData;
  /** The question asked before an act that cannot be taken back. */
  readonly confirm?: Localized;
  /** True where anyone of the holder unit with the permission may do it, whatever role the step names. */
  readonly anyRole?: true;
  /** True for an act beside the way: it leaves the dossier in the state it is in. */
  readonly beside?: true;
}

const holder = (vi: string, en: string, data: EventData = 'none', confirm?: Localized): EventRule =>
  ({ audience: 'holder', party: false, label: { vi, en }, data, confirm });
const party = (audience: Audience, vi: string, en: string, data: EventData = 'none', confirm?: Localized): EventRule =>
  ({ audience, party: true, label: { vi, en }, data, confirm });
const beside = (rule: EventRule): EventRule & { readonly beside: true } => ({ ...rule, beside: true });
const system = (vi: string, en: string): EventRule => party('system', vi, en);
/** What the own system of an agency tells of a dossier it decides. */
const agency = (vi: string, en: string): EventRule => party('system', vi, en, 'elsewhere');

/** Every act there is: who may utter it, what it needs, what it is called. Nothing outside this table exists. */
export const EVENTS = {
  file: { ...party('citizen', 'Nộp hồ sơ', 'File', 'declaration'), atCounter: true },
  receive: holder('Tiếp nhận hồ sơ', 'Receive', 'checklist'),
  refuseReceipt: holder('Từ chối tiếp nhận', 'Refuse receipt', 'reason', {
    vi: 'Từ chối tiếp nhận và lập phiếu từ chối (mẫu 03)? Không thể hoàn tác.',
    en: 'Refuse receipt and issue the refusal slip (form 03)? This cannot be undone.',
  }),
  requestSupplement: holder('Yêu cầu bổ sung', 'Request a supplement', 'supplement', {
    vi: 'Chỉ được yêu cầu bổ sung một lần. Phiếu đã nêu đủ mọi nội dung cần bổ sung chưa?',
    en: 'A supplement may be requested only once. Does the request name everything that is missing?',
  }),
  proposeSupplement: holder('Đề xuất yêu cầu bổ sung thêm', 'Propose a further supplement request', 'supplement', {
    vi: 'Yêu cầu bổ sung thêm phải được lãnh đạo đồng ý và hồ sơ sẽ bị tính là quá hạn trong chỉ số đánh giá. Tiếp tục?',
    en: 'A further request needs the leader’s consent, and the dossier counts as late in the index. Go on?',
  }),
  approveSupplement: holder('Đồng ý yêu cầu bổ sung thêm', 'Allow the further supplement request'),
  declineSupplement: holder('Không đồng ý yêu cầu bổ sung thêm', 'Decline the further supplement request', 'reason'),
  supply: { ...party('citizen', 'Nộp bổ sung', 'Supply what was asked', 'supply'), atCounter: true },
  requestPayment: holder('Thông báo nghĩa vụ tài chính', 'Give notice of a financial duty', 'payment'),
  confirmPayment: { ...party('holder', 'Xác nhận đã nộp tiền', 'Confirm the payment', 'payment-proof'), anyRole: true },
  handOver: holder('Chuyển hồ sơ', 'Hand over', 'handover'),
  acknowledge: party('addressee', 'Xác nhận đã nhận', 'Acknowledge'),
  returnHandover: party('addressee', 'Trả lại', 'Return the handover', 'reason'),
  recall: party('sender', 'Thu hồi', 'Recall', 'reason'),
  returnToCommune: holder('Trả lại xã, phường', 'Return to the commune', 'marks'),
  correctMarked: holder('Hoàn thiện nội dung bị trả lại', 'Put right what was marked', 'correction'),
  reroute: holder('Chuyển đến cơ quan có thẩm quyền', 'Re-route to the competent agency', 'reroute', {
    vi: 'Chuyển hồ sơ đến xã, phường có thẩm quyền? Mã hồ sơ và thời hạn giữ nguyên.',
    en: 'Send the dossier to the competent commune? Its code and its time limit stay.',
  }),
  examine: holder('Thẩm tra', 'Examine', 'finding'),
  requestConsultation: holder('Lấy ý kiến', 'Consult', 'consultation'),
  answerConsultation: party('consulted', 'Trả lời ý kiến', 'Give the opinion asked for', 'opinion'),
  declineConsultation: party('consulted', 'Từ chối cho ý kiến', 'Decline to give an opinion', 'reason'),
  proceedWithoutAnswer: holder('Tiếp tục khi chưa đủ ý kiến', 'Go on without the missing opinions', 'reason'),
  postNotice: holder('Niêm yết công khai', 'Post the public notice', 'notice'),
  closeNotice: holder('Kết thúc niêm yết', 'Close the public notice', 'minutes'),
  submitForApproval: holder('Trình phê duyệt', 'Submit for approval', 'draft'),
  confirmDraft: { ...party('citizen', 'Xác nhận dự thảo đúng', 'Confirm the draft'), atCounter: true },
  objectToDraft: { ...party('citizen', 'Đề nghị sửa dự thảo', 'Ask for the draft to be corrected', 'note'), atCounter: true },
  approveAndSign: holder('Phê duyệt và ký số', 'Approve and sign digitally', 'none', {
    vi: 'Phê duyệt và ký số dự thảo này bằng chữ ký của ông/bà?',
    en: 'Approve this draft and sign it with your key?',
  }),
  approve: holder('Phê duyệt', 'Approve', 'none', {
    vi: 'Phê duyệt dự thảo này?',
    en: 'Approve this draft?',
  }),
  sendBack: holder('Trả lại để hoàn thiện', 'Send back', 'reason'),
  refuseAndSign: holder('Từ chối giải quyết và ký số', 'Refuse and sign digitally', 'reason', {
    vi: 'Từ chối giải quyết và ký số văn bản từ chối? Người dân sẽ nhận văn bản có lý do.',
    en: 'Refuse this dossier and sign the refusal with your key? The citizen will get a paper with the reason.',
  }),
  refuse: holder('Từ chối giải quyết', 'Refuse', 'reason', {
    vi: 'Từ chối giải quyết hồ sơ này? Người dân sẽ nhận văn bản từ chối có lý do.',
    en: 'Refuse this dossier? The citizen will get a paper with the reason.',
  }),
  sign: holder('Ký số lại', 'Sign again'),
  signByHand: holder('Chuyển sang ký giấy', 'Sign on paper instead', 'none', {
    vi: 'Chuyển sang ký và đóng dấu trên bản giấy? Văn bản sẽ không có chữ ký số.',
    en: 'Sign and seal on paper instead? The paper will carry no digital signature.',
  }),
  number: holder('Cấp số', 'Number'),
  seal: holder('Đóng dấu số', 'Seal'),
  stepBack: holder('Lùi một bước', 'Go back one step', 'reason'),
  resultReady: holder('Xác nhận đã có kết quả', 'Confirm the result is here'),
  returnResult: holder('Trả kết quả', 'Return the result', 'return', {
    vi: 'Xác nhận người dân đã nhận kết quả? Hồ sơ sẽ kết thúc.',
    en: 'Has the citizen got the result? The dossier will be closed.',
  }),
  openCorrection: { ...holder('Đính chính kết quả', 'Correct the result', 'reason', {
    vi: 'Mở việc đính chính? Kết quả đã cấp được giữ lại và ghi rõ đã được thay thế khi có kết quả mới.',
    en: 'Open a correction? The issued result is kept, and says it is superseded once the new one is there.',
  }), anyRole: true },
  askWithdrawal: { ...party('citizen', 'Đề nghị rút hồ sơ', 'Ask to withdraw', 'withdrawal', {
    vi: 'Gửi đề nghị rút hồ sơ? Cơ quan sẽ xác nhận, trả lại giấy tờ và lệ phí theo quy định.',
    en: 'Ask to withdraw the dossier? The office will confirm, and give back papers and fees as the law provides.',
  }), atCounter: true },
  confirmWithdrawal: holder('Xác nhận cho rút hồ sơ', 'Confirm the withdrawal', 'closing', {
    vi: 'Xác nhận cho rút? Hồ sơ sẽ dừng, thông báo dừng (mẫu 05) được lập.',
    en: 'Confirm the withdrawal? The dossier stops and the stop notice (form 05) is issued.',
  }),
  declineWithdrawal: holder('Không chấp nhận rút hồ sơ', 'Decline the withdrawal', 'reason'),
  proposeExtension: beside(holder('Đề xuất gia hạn', 'Propose an extension', 'extension')),
  grantExtension: beside(party('head', 'Ký văn bản xin lỗi và gia hạn', 'Sign the apology and extend', 'none', {
    vi: 'Ký văn bản xin lỗi và đề nghị gia hạn (mẫu 04)? Mỗi hồ sơ chỉ được gia hạn một lần.',
    en: 'Sign the apology with the new date (form 04)? A dossier is extended only once.',
  })),
  declineExtension: beside(party('head', 'Không đồng ý gia hạn', 'Decline the extension', 'reason')),
  apologise: beside(party('head', 'Ký văn bản xin lỗi', 'Sign an apology', 'apology')),
  stop: party('head', 'Dừng giải quyết', 'Stop the dossier', 'closing', {
    vi: 'Dừng giải quyết hồ sơ và lập thông báo dừng (mẫu 05)? Không thể hoàn tác.',
    en: 'Stop the dossier and issue the stop notice (form 05)? This cannot be undone.',
  }),
  assign: { ...beside(holder('Phân công thụ lý', 'Assign the lead', 'assignment')), anyRole: true },
  addCooperator: { ...beside(holder('Phân công phối hợp', 'Call in a cooperator', 'assignment')), anyRole: true },
  removeCooperator: { ...beside(holder('Thôi phối hợp', 'Release a cooperator', 'assignment')), anyRole: true },
  giveOpinion: beside(party('cooperator', 'Ghi ý kiến phối hợp', 'Note an opinion', 'note')),
  follow: beside(party('viewer', 'Theo dõi hồ sơ', 'Follow')),
  unfollow: beside(party('viewer', 'Thôi theo dõi', 'Unfollow')),
  moveVersion: { ...beside(holder('Chuyển sang phiên bản mới của thủ tục', 'Move to the new version of the procedure', 'version', {
    vi: 'Chuyển hồ sơ sang phiên bản mới? Mã hồ sơ và ngày hẹn trả giữ nguyên; không thể chuyển ngược lại.',
    en: 'Move the dossier to the new version? Its code and its promise date stay; there is no way back.',
  })), anyRole: true },
  acceptDeclared: beside(holder('Chấp nhận điều đã khai', 'Accept what was declared', 'difference')),
  askSourceAgain: beside(holder('Hỏi lại nguồn dữ liệu', 'Ask the source again', 'source-answer')),
  noticePeriodEnded: system('Hết thời gian niêm yết', 'Posting period ended'),
  supplementExpired: system('Quá thời hạn bổ sung', 'Time to supply is over'),
  paymentExpired: system('Quá thời hạn nộp tiền', 'Time to pay is over'),
  consultationOverdue: system('Quá hạn cho ý kiến', 'Opinion overdue'),
  consultationDeemedAgreed: system('Im lặng được coi là đồng ý', 'Silence counts as agreement'),
  draftCheckEnded: system('Hết thời gian kiểm tra dự thảo', 'Time to check the draft is over'),
  filingUnanswered: beside(system('Hồ sơ trực tuyến chưa được trả lời đúng hạn', 'Online filing not answered in time')),
  handoverUnacknowledged: beside(system('Bàn giao chưa được xác nhận', 'Handover not acknowledged in time')),
  stepOverdue: beside(system('Quá thời hạn của bước', 'Step over its time')),
  dueSoon: beside(system('Sắp đến hạn', 'Due soon')),
  dueTomorrow: beside(system('Đến hạn ngày mai', 'Due tomorrow')),
  overdue: beside(system('Quá hạn', 'Overdue')),
  outageBegan: beside(system('Tạm dừng do sự cố hệ thống', 'Clock stands for a system outage')),
  outageEnded: beside(system('Hết sự cố hệ thống', 'System outage over')),
  calendarChanged: beside(system('Tính lại hẹn trả do lịch làm việc thay đổi', 'Promise date derived anew: the calendar changed')),
  unitSucceeded: beside(system('Chuyển sang đơn vị kế thừa sau sắp xếp đơn vị', 'Passed on to the unit that follows')),
  signed: party('system', 'Đã ký số', 'Signed', 'signature'),
  signingFailed: party('system', 'Ký số không thành', 'Signing failed', 'signing-fault'),
  sealed: party('system', 'Đã đóng dấu số', 'Sealed', 'signature'),
  sealingFailed: party('system', 'Đóng dấu số không thành', 'Sealing failed', 'signing-fault'),
  sentElsewhere: agency('Đã gửi đến hệ thống của cơ quan', 'Sent to the agency’s system'),
  acknowledgedElsewhere: agency('Cơ quan xác nhận đã nhận', 'Acknowledged by the agency'),
  confirmationAwaited: agency('Chờ xác nhận trên VNeID', 'Confirmation on VNeID awaited'),
  confirmationGiven: agency('Đã xác nhận trên VNeID', 'Confirmed on VNeID'),
  confirmationExpired: system('Hết thời gian xác nhận trên VNeID', 'Time to confirm on VNeID is over'),
  supplementAskedElsewhere: agency('Cơ quan yêu cầu bổ sung', 'Supplement asked by the agency'),
  grantedElsewhere: agency('Cơ quan đã giải quyết', 'Granted by the agency'),
  refusedElsewhere: agency('Cơ quan từ chối giải quyết', 'Refused by the agency'),
  stoppedElsewhere: agency('Cơ quan dừng giải quyết', 'Stopped by the agency'),
  withdrawalConfirmedElsewhere: agency('Cơ quan xác nhận cho rút hồ sơ', 'Withdrawal confirmed by the agency'),
  withdrawalDeclinedElsewhere: agency('Cơ quan không chấp nhận rút hồ sơ', 'Withdrawal declined by the agency'),
  elsewhereUnacknowledged: beside(system('Cơ quan chưa xác nhận đã nhận hồ sơ', 'Not acknowledged by the agency in time')),
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
