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
    vi: 'Hồ sơ {code} cần bổ sung. Xem các mục được yêu cầu và bổ sung trước hạn ghi trong phiếu.',
    en: 'Dossier {code} needs a supplement. See what is asked and supply it before the date on the slip.',
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
    vi: 'Hồ sơ {code} đã có kết quả. Mang giấy tiếp nhận và giấy tờ tùy thân đến nhận.',
    en: 'The result of dossier {code} is ready. Bring the receipt and your identity paper to collect it.',
  },
  'refusal-ready': {
    vi: 'Hồ sơ {code} không được giải quyết. Văn bản nêu lý do đã có tại Trung tâm.',
    en: 'Dossier {code} was refused. The paper with the reason is at the centre.',
  },
  returned: {
    vi: 'Kết quả của hồ sơ {code} đã được trả. Hồ sơ đã kết thúc.',
    en: 'The result of dossier {code} has been handed over. The dossier is closed.',
  },
} as const satisfies Record<NoticeAbout, Localized>;

/**
 * The message for the owner of a dossier: its code and the next step. No personal data and no link, since a link that
 * signs in is what fraudsters send.
 * @param code the dossier's code, or its filing number before receipt
 */
export function notificationText(about: NoticeAbout, code: string): Localized {
  const text = TEXTS[about];
  return { vi: text.vi.replace('{code}', code), en: text.en.replace('{code}', code) };
}
