import type { Localized } from '@app/kernel';
import type { EventType } from '@app/workflow';

/** What a reason is for. */
export type ReasonKind = 'supplement' | 'refuse-receipt' | 'refuse' | 'send-back' | 'return-handover' | 'recall';

/** A reason of the catalogue: no refusal, return or request goes out without one, and each cites its article. */
export interface Reason {
  readonly code: string;
  readonly kind: ReasonKind;
  readonly text: Localized;
  readonly basis: string;
  readonly example?: Localized;
}

const ONE_NOTICE = 'Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2';
const reason = (code: string, kind: ReasonKind, vi: string, en: string, basis: string, example?: Localized): Reason =>
  ({ code, kind, text: { vi, en }, basis, ...(example === undefined ? {} : { example }) });

export const REASONS: readonly Reason[] = [
  reason('missing-paper', 'supplement', 'Thiếu giấy tờ này', 'This paper is missing', ONE_NOTICE),
  reason('unreadable', 'supplement', 'Bản chụp mờ, thiếu trang hoặc không đọc được', 'The copy is blurred, incomplete or unreadable', ONE_NOTICE,
    { vi: 'Chụp lại đủ bốn góc, chữ rõ, không loá.', en: 'Photograph it again with all four corners, sharp and without glare.' }),
  reason('expired-paper', 'supplement', 'Giấy tờ đã hết giá trị sử dụng', 'The paper is no longer valid', ONE_NOTICE),
  reason('not-certified', 'supplement', 'Bản sao chưa được chứng thực hoặc chưa đối chiếu bản chính', 'The copy is not certified or not compared with the original', 'Nghị định 23/2015/NĐ-CP'),
  reason('wrong-information', 'supplement', 'Thông tin kê khai không khớp với giấy tờ hoặc dữ liệu', 'What is declared differs from the papers or the data on file', ONE_NOTICE),
  reason('incomplete-answer', 'supplement', 'Nội dung kê khai chưa đầy đủ', 'The answer is not complete', ONE_NOTICE),
  reason('no-authorisation', 'supplement', 'Chưa có văn bản uỷ quyền hợp lệ', 'A valid authorisation is missing', 'Bộ luật Dân sự 2015, Điều 138'),
  reason('wrong-authority', 'refuse-receipt', 'Không thuộc thẩm quyền giải quyết của cơ quan này', 'Another agency is competent', ONE_NOTICE),
  reason('not-entitled', 'refuse-receipt', 'Người nộp không thuộc đối tượng thực hiện thủ tục', 'The person is not among those who may apply', ONE_NOTICE),
  reason('already-settled', 'refuse-receipt', 'Việc này đã được giải quyết hoặc đang có hồ sơ khác được giải quyết', 'The matter is settled already or another dossier is open', ONE_NOTICE),
  reason('forged-papers', 'refuse-receipt', 'Giấy tờ có dấu hiệu giả mạo, tẩy xoá', 'The papers show signs of forgery', ONE_NOTICE),
  reason('conditions-not-met', 'refuse', 'Không đủ điều kiện theo quy định của pháp luật chuyên ngành', 'The conditions of the sector law are not met', 'Nghị định 118/2025/NĐ-CP, Điều 18'),
  reason('objection-upheld', 'refuse', 'Có tranh chấp hoặc ý kiến phản đối có căn cứ trong thời gian niêm yết', 'A dispute or founded objection arose during the posting', 'Luật Đất đai 31/2024/QH15'),
  reason('under-dispute', 'refuse', 'Đối tượng giải quyết đang có tranh chấp, bị kê biên hoặc ngăn chặn', 'The matter is under dispute, seizure or restraint', 'Luật Đất đai 31/2024/QH15'),
  reason('false-declaration', 'refuse', 'Kê khai không đúng sự thật', 'The declaration is untrue', 'Nghị định 118/2025/NĐ-CP, Điều 18'),
  reason('draft-wrong-data', 'send-back', 'Dự thảo có thông tin không khớp hồ sơ', 'The draft differs from the dossier', 'Quy chế làm việc'),
  reason('draft-wrong-form', 'send-back', 'Dự thảo sai thể thức hoặc căn cứ pháp lý', 'The draft has a wrong format or legal basis', 'Nghị định 30/2020/NĐ-CP'),
  reason('examination-incomplete', 'send-back', 'Nội dung thẩm tra chưa đầy đủ', 'The examination is not complete', 'Quy chế làm việc'),
  reason('wrong-addressee', 'return-handover', 'Không thuộc nhiệm vụ của đơn vị nhận', 'Not a task of the unit addressed', 'Nghị định 118/2025/NĐ-CP, Điều 18'),
  reason('manifest-differs', 'return-handover', 'Giấy tờ nhận được không khớp danh mục bàn giao', 'The papers differ from the manifest', 'Nghị định 118/2025/NĐ-CP, Điều 18'),
  reason('sent-by-mistake', 'recall', 'Chuyển nhầm đơn vị hoặc nhầm hồ sơ', 'Sent to the wrong unit or by mistake', 'Quy chế làm việc'),
  reason('to-complete', 'recall', 'Cần hoàn thiện trước khi chuyển', 'It must be completed before it is sent', 'Quy chế làm việc'),
];

const BY_CODE: ReadonlyMap<string, Reason> = new Map(REASONS.map((each) => [each.code, each]));

export function findReason(code: string): Reason | undefined {
  return BY_CODE.get(code);
}

/** The kind of reason an act must cite; nothing for acts without one. */
export function reasonKindOf(event: EventType): ReasonKind | undefined {
  switch (event) {
    case 'requestSupplement': return 'supplement';
    case 'refuseReceipt': return 'refuse-receipt';
    case 'refuse': return 'refuse';
    case 'sendBack': return 'send-back';
    case 'returnHandover': return 'return-handover';
    case 'recall': return 'recall';
    default: return undefined;
  }
}
