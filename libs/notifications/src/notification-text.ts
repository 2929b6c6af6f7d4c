import type { Localized } from '@app/kernel';
import type { NoticeAbout } from '@app/workflow';

/** What a message may say: which dossier, and what the person does next. Nothing about the person or the matter. */
const TEXTS = {
  filed: {
    vi: 'Hồ sơ {code} đã được gửi. Trung tâm sẽ kiểm tra và trả lời trong 8 giờ làm việc.',
    en: 'Dossier {code} has been sent. The centre will check it and answer within 8 working hours.',
  },
  received: {
    vi: 'Hồ sơ {code} đã được tiếp nhận. Ngày hẹn trả kết quả ghi trên giấy tiếp nhận.',
    en: 'Dossier {code} has been received. The promised date stands on the receipt.',
  },
  'not-received': {
    vi: 'Hồ sơ {code} không được tiếp nhận. Xem lý do và nơi hỏi thêm trong phiếu từ chối.',
    en: 'Dossier {code} was not received. The refusal slip gives the reason and whom to ask.',
  },
  'supplement-requested': {
    vi: 'Hồ sơ {code} cần bổ sung. Xem các mục được yêu cầu và bổ sung trước hạn ghi trong phiếu; hỏi và nộp tại {centre}.',
    en: 'Dossier {code} needs a supplement. See what is asked and supply it before the date on the slip; ask and supply at {centre}.',
  },
  supplied: {
    vi: 'Trung tâm đã nhận phần bổ sung của hồ sơ {code}. Ông/bà chưa phải làm gì thêm.',
    en: 'The supplement to dossier {code} has arrived. Nothing more is needed from you for now.',
  },
  'notice-posted': {
    vi: 'Thông báo của hồ sơ {code} đang được niêm yết công khai. Ông/bà chưa phải làm gì thêm.',
    en: 'The notice of dossier {code} is posted in public. Nothing more is needed from you for now.',
  },
  'result-ready': {
    vi: 'Hồ sơ {code} đã có kết quả. Mang giấy tiếp nhận và giấy tờ tùy thân đến nhận tại {centre}.',
    en: 'The result of dossier {code} is ready. Bring the receipt and your identity paper to collect it at {centre}.',
  },
  'refusal-ready': {
    vi: 'Hồ sơ {code} không được giải quyết. Văn bản nêu lý do đã có tại Trung tâm.',
    en: 'Dossier {code} was refused. The paper with the reason is at the centre.',
  },
  returned: {
    vi: 'Kết quả của hồ sơ {code} đã được trả. Hồ sơ đã kết thúc.',
    en: 'The result of dossier {code} has been handed over. The dossier is closed.',
  },
  stopped: {
    vi: 'Hồ sơ {code} đã dừng giải quyết. Xem lý do và việc trả lại giấy tờ trong thông báo; ông/bà có thể nộp lại.',
    en: 'Dossier {code} has been stopped. The notice gives the reason and where your papers are; you may file again.',
  },
  'withdrawal-asked': {
    vi: 'Đã ghi nhận đề nghị rút hồ sơ {code}. Cơ quan giải quyết sẽ xác nhận; ông/bà chưa phải làm gì thêm.',
    en: 'The request to withdraw dossier {code} is recorded. The office will confirm it; nothing more is needed from you for now.',
  },
  'withdrawal-declined': {
    vi: 'Đề nghị rút hồ sơ {code} không được chấp nhận; hồ sơ được giải quyết tiếp. Xem lý do trong hồ sơ.',
    en: 'The request to withdraw dossier {code} was declined; it is handled further. The dossier shows the reason.',
  },
  'payment-requested': {
    vi: 'Hồ sơ {code} cần nộp nghĩa vụ tài chính. Xem số tiền, nơi nộp và hạn nộp trong thông báo.',
    en: 'A payment is due for dossier {code}. See the amount, where and until when to pay in the notice.',
  },
  'payment-confirmed': {
    vi: 'Đã ghi nhận khoản nộp của hồ sơ {code}. Hồ sơ được giải quyết tiếp; ông/bà chưa phải làm gì thêm.',
    en: 'The payment for dossier {code} is recorded. It is handled further; nothing more is needed from you for now.',
  },
  extended: {
    vi: 'Hồ sơ {code} được gia hạn thời gian giải quyết. Xem lý do và ngày trả kết quả mới trong văn bản xin lỗi.',
    en: 'The time for dossier {code} has been extended. The letter of apology gives the reason and the new date.',
  },
  apologised: {
    vi: 'Hồ sơ {code} bị chậm. Xem lý do và ngày dự kiến trả kết quả trong văn bản xin lỗi.',
    en: 'Dossier {code} is late. The letter of apology gives the reason and the day the result is expected.',
  },
  'draft-to-check': {
    vi: 'Dự thảo kết quả của hồ sơ {code} đã có. Đề nghị kiểm tra và trả lời trước hạn; không trả lời được coi là đồng ý.',
    en: 'The draft result of dossier {code} is ready. Check it and answer in time; no answer counts as agreement.',
  },
  'due-date-moved': {
    vi: 'Hồ sơ {code} có ngày hẹn trả kết quả mới. Xem ngày hẹn và lý do trong hồ sơ.',
    en: 'Dossier {code} has a new promised date. The dossier shows the date and the reason.',
  },
  rerouted: {
    vi: 'Hồ sơ {code} đã được chuyển đến cơ quan có thẩm quyền. Mã hồ sơ giữ nguyên; ông/bà chưa phải làm gì thêm.',
    en: 'Dossier {code} has been passed on to the competent office. Its code stays; nothing more is needed from you for now.',
  },
  corrected: {
    vi: 'Kết quả của hồ sơ {code} đã được đính chính. Mang giấy tờ tùy thân và bản cũ đến nhận bản mới.',
    en: 'The result of dossier {code} has been corrected. Bring your identity paper and the old one to collect the new one.',
  },
  'confirmation-awaited': {
    vi: 'Hồ sơ {code} cần được xác nhận trên ứng dụng VNeID (chủ hộ hoặc chủ sở hữu chỗ ở). Thời gian chờ xác nhận không tính vào thời hạn giải quyết.',
    en: 'Dossier {code} needs a confirmation in the VNeID app (by the head of household or the owner of the home). The time until then is not counted.',
  },
} as const satisfies Record<NoticeAbout, Localized>;

/**
 * The message for the owner of a dossier: its code and the next step. No personal data and no link, since a link that
 * signs in is what fraudsters send.
 * @param code the dossier's code, or its filing number before receipt
 * @param centre the centre that received: the citizen's one contact, whichever office asks
 */
export function notificationText(about: NoticeAbout, code: string, centre: Localized): Localized {
  const text = TEXTS[about];
  return { vi: text.vi.replace('{code}', code).replace('{centre}', centre.vi), en: text.en.replace('{code}', code).replace('{centre}', centre.en) };
}
