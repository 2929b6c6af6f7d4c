import type { Localized } from '@app/kernel';

/** What the citizen reads at each stage where the procedure has no words of its own. */
export const STAGES = {
  filed: { vi: 'Đã nộp', en: 'Filed' },
  needsSupplement: { vi: 'Cần bổ sung', en: 'Supplement needed' },
  needsPayment: { vi: 'Cần nộp nghĩa vụ tài chính', en: 'Payment needed' },
  needsConfirmation: { vi: 'Cần xác nhận trên VNeID', en: 'To be confirmed on VNeID' },
  needsCheck: { vi: 'Cần kiểm tra dự thảo', en: 'Draft to be checked' },
  notReceived: { vi: 'Không được tiếp nhận', en: 'Not received' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  handled: { vi: 'Đang giải quyết', en: 'Being handled' },
  consulted: { vi: 'Đang lấy ý kiến cơ quan liên quan', en: 'Other bodies are being consulted' },
  posted: { vi: 'Đang niêm yết công khai', en: 'Posted in public' },
  withdrawal: { vi: 'Đang xét yêu cầu rút', en: 'Withdrawal being considered' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
  result: { vi: 'Có kết quả', en: 'Result ready' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
  correcting: { vi: 'Đang đính chính kết quả', en: 'The result is being corrected' },
} as const satisfies Record<string, Localized>;

/** What the officer reads for the states around the process. */
export const NAMES = {
  opened: { vi: 'Hồ sơ mới lập', en: 'New dossier' },
  filed: { vi: 'Chờ tiếp nhận', en: 'Waiting for receipt' },
  awaitingCompletion: { vi: 'Chờ hoàn thiện trước khi tiếp nhận', en: 'Waiting for completion before receipt' },
  notReceived: { vi: 'Không được tiếp nhận', en: 'Not received' },
  handedBack: { vi: 'Đã về nơi tiếp nhận, chờ xác nhận kết quả', en: 'Back at the counter, result to be confirmed' },
  finished: { vi: 'Chờ trả kết quả', en: 'Result waiting to be collected' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
  stopped: { vi: 'Đã dừng giải quyết', en: 'Stopped' },
  toCorrection: { vi: 'Chuyển hồ sơ để đính chính', en: 'Transfer for correction' },
  correctedBack: { vi: 'Kết quả đính chính đã về nơi tiếp nhận', en: 'Corrected result back at the counter' },
} as const satisfies Record<string, Localized>;

/** The name of a step with what it waits for. */
export function nameWith(name: Localized, vi: string, en: string): Localized {
  return { vi: `${name.vi} – ${vi}`, en: `${name.en} – ${en}` };
}
