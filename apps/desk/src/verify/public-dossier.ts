import type { WhereaboutsView } from '@app/dossiers';
import type { Localized } from '@app/kernel';
import { STATUS_NAMES, type NationalStatus } from '@app/workflow';

/** What the database tells anyone who holds code and secret: no name, no number, no paper. */
export interface PublicDossier {
  readonly code: string;
  readonly status: NationalStatus;
  readonly stage: Localized;
  readonly clock_state: 'not-started' | 'running' | 'paused' | 'stopped';
  readonly due_at: string | null;
  /** The same answer as the counter, the citizen's own page and the province get. */
  readonly where: WhereaboutsView;
  readonly outcome: string;
  readonly procedure_code: string;
  readonly procedure_version: number;
  readonly updated_at: string;
}

/** What the database tells of the dossier behind the QR code of a paper. */
export interface VerifiedDossier {
  readonly code: string;
  readonly status: NationalStatus;
  readonly stage: Localized;
  readonly received_at: string | null;
  readonly unit_name: string;
  readonly procedure_code: string;
  readonly procedure_version: number;
}

/** What the database tells of a result that the counter has announced: no name, no content. */
export interface VerifiedResult {
  /** 1 for the first; a correction makes a further one. */
  readonly revision: number;
  readonly number: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly issued_on: string;
  readonly refused: boolean;
  /** Whether a corrected one has taken its place. */
  readonly superseded: boolean;
  /** Whether a correction of it has been opened. */
  readonly in_correction: boolean;
  /** Whether it was revoked. */
  readonly revoked: boolean;
  /** Who signed and who sealed it with a key; empty for one signed by hand. */
  readonly signatures: ReadonlyArray<{ readonly kind: 'signature' | 'seal'; readonly signer: string; readonly at: string }>;
}

/** What the database tells of the very bytes of a file. */
export interface VerifiedFile {
  readonly state: 'issued' | 'in-correction' | 'superseded' | 'revoked' | 'not-announced' | 'unfinished';
  readonly form: string;
  readonly title: Localized;
  readonly number: string | null;
  /** Local date, `YYYY-MM-DD`. */
  readonly issued_on: string;
  readonly unit_name: string;
  /** Of a superseded one: what took its place. */
  readonly in_force_number: string | null;
  readonly in_force_on: string | null;
}

export const statusName = (status: NationalStatus): Localized => STATUS_NAMES[status];

const NOTHING_TO_DO: Localized = { vi: 'Hiện bạn chưa phải làm gì thêm.', en: 'Nothing is needed from you for now.' };

/**
 * The one thing its owner has to do now, or that there is none. Before receipt and after it a return has another word
 * for it, since only after receipt a clock runs and stands still.
 */
export function actionOf({ status, clock_state }: Pick<PublicDossier, 'status' | 'clock_state'>): Localized {
  switch (status) {
    case 3:
      return {
        vi: 'Hồ sơ không được tiếp nhận. Lý do ghi trong phiếu từ chối; bạn có thể sửa và nộp lại, hoặc hỏi Trung tâm.',
        en: 'The dossier was not received. The refusal slip gives the reason; you may correct it and file again, or ask the centre.',
      };
    case 5:
      return clock_state === 'not-started'
        ? { vi: 'Cần sửa để được tiếp nhận. Xem các mục được yêu cầu trong phiếu đã gửi cho bạn.', en: 'It must be corrected before it can be received. See what the slip sent to you asks for.' }
        : { vi: 'Cần bổ sung. Xem các mục được yêu cầu trong phiếu đã gửi cho bạn; thời hạn giải quyết đang tạm dừng.', en: 'A supplement is needed. See what the slip sent to you asks for; the clock stands still meanwhile.' };
    case 6:
      return { vi: 'Cần nộp nghĩa vụ tài chính theo thông báo đã gửi cho bạn.', en: 'A payment is due as the notice sent to you says.' };
    case 7:
      return {
        vi: 'Đề nghị rút hồ sơ đã được ghi nhận, đang chờ cơ quan giải quyết xác nhận. Hiện bạn chưa phải làm gì thêm.',
        en: 'Your request to withdraw is recorded and waits for the office to confirm it. Nothing is needed from you for now.',
      };
    case 8:
      return {
        vi: 'Hồ sơ đã dừng giải quyết. Thông báo dừng ghi lý do, giấy tờ và lệ phí được trả lại; bạn có thể nộp hồ sơ mới.',
        en: 'The dossier has been stopped. The stop notice gives the reason and what is given back; you may file again.',
      };
    case 9:
      return { vi: 'Mời bạn đến nhận kết quả, mang theo giấy tiếp nhận và giấy tờ tùy thân.', en: 'Please collect the result; bring the receipt and your identity paper.' };
    default:
      return NOTHING_TO_DO;
  }
}

/** The appointed date in words, or why there is none now. */
export function appointedDate({ status, clock_state, due_at }: Pick<PublicDossier, 'status' | 'clock_state' | 'due_at'>, format: (instant: string) => string): Localized {
  if (status === 8) return { vi: 'Không còn; hồ sơ đã dừng giải quyết', en: 'None any more; the dossier has been stopped' };
  if (clock_state === 'paused') return { vi: 'Đang tạm dừng; ngày hẹn sẽ được tính lại khi tiếp tục', en: 'Paused; the date is worked out again when it goes on' };
  if (due_at === null && (status === 2 || status === 4)) {
    return { vi: 'Chưa có; thời hạn bắt đầu tính khi cơ quan có thẩm quyền nhận được hồ sơ', en: 'None yet; the time begins when the competent office has the dossier' };
  }
  if (due_at === null) return { vi: 'Chưa có; ngày hẹn có khi hồ sơ được tiếp nhận', en: 'None yet; it comes when the dossier is received' };
  return { vi: format(due_at), en: format(due_at) };
}
