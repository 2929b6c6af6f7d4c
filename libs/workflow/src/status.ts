import type { Localized } from '@app/kernel';

/** The national status of a dossier, as synchronised to the National Portal. */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** The ten statuses in the portal's words. */
export const STATUS_NAMES = {
  1: { vi: 'Mới đăng ký', en: 'Newly filed' },
  2: { vi: 'Được tiếp nhận', en: 'Received' },
  3: { vi: 'Không được tiếp nhận', en: 'Not received' },
  4: { vi: 'Đang xử lý', en: 'Being processed' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Financial duty requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Processed' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
} as const satisfies Record<NationalStatus, Localized>;

/**
 * The moves between statuses that the portal knows, and one of ours: 5 → 1, a filing completed before receipt
 * is looked at again like a new one.
 */
export const STATUS_MOVES = {
  1: [2, 3, 5],
  2: [4, 5, 7, 8],
  3: [],
  4: [5, 6, 7, 8, 9],
  5: [1, 2, 4, 7, 8],
  6: [4, 7, 8],
  7: [2, 4, 5, 6, 8],
  8: [],
  9: [10],
  10: [],
} as const satisfies Record<NationalStatus, readonly NationalStatus[]>;
