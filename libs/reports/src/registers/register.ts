import type { Localized } from '@app/kernel';

/**
 * The books a desk keeps. None is typed in: each is computed from what the acts have recorded.
 * - `dossiers`: sổ theo dõi hồ sơ, form 07 of Circular 03/2025/TT-VPCP
 * - `outgoing`: sổ đăng ký văn bản đi, Decree 30/2020/NĐ-CP, Annex IV
 * - `certified-copies`: sổ chứng thực bản sao từ bản chính, Decree 23/2015/NĐ-CP
 * - `extracts`: sổ cấp bản sao trích lục hộ tịch, Law 60/2014/QH13 Art. 64
 */
export const REGISTERS = ['dossiers', 'outgoing', 'certified-copies', 'extracts'] as const;
export type RegisterName = (typeof REGISTERS)[number];

/** What part of a register is wanted. Days are local, `YYYY-MM-DD`. */
export interface RegisterQuery {
  /** First and last day of receipt, or of the number. */
  readonly from: string;
  readonly to: string;
  /** The register as it stood at the end of this day; as it stands now when left out. */
  readonly asOf?: string;
  /** The unit whose book it is; every one the reader may read when left out. */
  readonly unit?: string;
  readonly procedure?: string;
  /** Only what this unit held on that day. */
  readonly holder?: string;
}

/** How a cell is written: a code is text and never a figure, a day is a date. */
export type CellKind = 'text' | 'number' | 'day' | 'moment';

export interface RegisterColumn {
  readonly key: string;
  readonly title: Localized;
  readonly kind: CellKind;
  /** Share of the width of a landscape page. */
  readonly width: number;
}

/** `day`: `YYYY-MM-DD`; `moment`: an ISO instant; an empty cell is null. */
export type RegisterCell = string | number | null;

/** One line of a register. */
export interface RegisterRow {
  readonly dossierId: string;
  /** The person it names, if it is one who is on file. */
  readonly personId: string | null;
  readonly cells: readonly RegisterCell[];
  /** The number of the line, where it is one that can be voided. */
  readonly number?: { readonly series: string; readonly unitId: string; readonly period: string; readonly value: number };
  /** Why the number is void; the line is struck out and stays. */
  readonly voided?: Localized;
}

const column = (key: string, vi: string, en: string, width: number, kind: CellKind = 'text'): RegisterColumn => ({ key, title: { vi, en }, width, kind });

/** The columns of each book, as its form names them. */
export const COLUMNS: Readonly<Record<RegisterName, readonly RegisterColumn[]>> = {
  dossiers: [
    column('position', 'TT', 'No.', 4, 'number'),
    column('code', 'Mã hồ sơ', 'Dossier code', 11),
    column('procedure', 'Tên thủ tục hành chính', 'Procedure', 15),
    column('sets', 'Số lượng hồ sơ (bộ)', 'Sets', 5, 'number'),
    column('owner', 'Tên cá nhân, tổ chức', 'Person or organisation', 10),
    column('contact', 'Địa chỉ, số điện thoại', 'Address, telephone', 13),
    column('office', 'Cơ quan chủ trì giải quyết', 'Office in charge', 10),
    column('received', 'Nhận hồ sơ', 'Received', 8, 'moment'),
    column('promised', 'Hẹn trả kết quả', 'Promised', 8, 'moment'),
    column('passedOn', 'Chuyển hồ sơ đến cơ quan giải quyết', 'Passed on', 8, 'moment'),
    column('resultBack', 'Nhận kết quả từ cơ quan giải quyết', 'Result back', 8, 'moment'),
    column('returned', 'Trả kết quả', 'Returned', 8, 'moment'),
    column('delivery', 'Phương thức nhận kết quả', 'Delivery', 7),
    column('signed', 'Ký nhận', 'Taken by', 8),
    column('remark', 'Ghi chú', 'Remarks', 9),
  ],
  outgoing: [
    column('number', 'Số, ký hiệu văn bản', 'Number and symbol', 11),
    column('day', 'Ngày, tháng văn bản', 'Date', 8, 'day'),
    column('title', 'Tên loại và trích yếu nội dung văn bản', 'Kind and abstract', 26),
    column('signer', 'Người ký', 'Signed by', 12),
    column('recipient', 'Nơi nhận văn bản', 'Recipient', 14),
    column('archive', 'Đơn vị, người nhận bản lưu', 'Archive copy with', 13),
    column('copies', 'Số lượng bản', 'Copies', 5, 'number'),
    column('remark', 'Ghi chú', 'Remarks', 11),
  ],
  'certified-copies': [
    column('number', 'Số chứng thực', 'Number', 8),
    column('day', 'Ngày, tháng, năm chứng thực', 'Date', 9, 'day'),
    column('owner', 'Họ tên người yêu cầu chứng thực', 'Asked for by', 17),
    column('paper', 'Tên của bản chính giấy tờ, văn bản', 'Original', 24),
    column('signer', 'Họ tên, chức danh người ký chứng thực', 'Signed by', 16),
    column('copies', 'Số bản sao đã được chứng thực', 'Copies', 7, 'number'),
    column('fee', 'Phí chứng thực (đồng)', 'Fee (VND)', 8, 'number'),
    column('remark', 'Ghi chú', 'Remarks', 11),
  ],
  extracts: [
    column('number', 'Số', 'Number', 9),
    column('day', 'Ngày, tháng, năm cấp', 'Date', 9, 'day'),
    column('owner', 'Họ tên người yêu cầu', 'Asked for by', 17),
    column('title', 'Loại bản sao trích lục hộ tịch', 'Kind of extract', 18),
    column('subject', 'Họ tên người được trích lục', 'Person in the register', 17),
    column('entry', 'Số, quyển, ngày đăng ký', 'Entry', 14),
    column('copies', 'Số bản cấp', 'Copies', 6, 'number'),
    column('signer', 'Người ký', 'Signed by', 14),
    column('remark', 'Ghi chú', 'Remarks', 10),
  ],
};

/** What the books are called on their cover. */
export const REGISTER_TITLES: Readonly<Record<RegisterName, Localized>> = {
  dossiers: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
  outgoing: { vi: 'Sổ đăng ký văn bản đi', en: 'Register of outgoing documents' },
  'certified-copies': { vi: 'Sổ chứng thực bản sao từ bản chính', en: 'Register of certified copies' },
  extracts: { vi: 'Sổ cấp bản sao trích lục hộ tịch', en: 'Register of civil-status extracts' },
};
