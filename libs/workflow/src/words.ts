import type { Localized } from '@app/kernel';

/** What the citizen reads at each stage where the procedure has no words of its own. */
export const STAGES = {
  filed: { vi: 'Đã nộp', en: 'Filed' },
  needsSupplement: { vi: 'Cần bổ sung', en: 'Supplement needed' },
  notReceived: { vi: 'Không được tiếp nhận', en: 'Not received' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  handled: { vi: 'Đang giải quyết', en: 'Being handled' },
  posted: { vi: 'Đang niêm yết công khai', en: 'Posted in public' },
  result: { vi: 'Có kết quả', en: 'Result ready' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
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
} as const satisfies Record<string, Localized>;

/** The name of a step with what it waits for. */
export function nameWith(name: Localized, vi: string, en: string): Localized {
  return { vi: `${name.vi} – ${vi}`, en: `${name.en} – ${en}` };
}
