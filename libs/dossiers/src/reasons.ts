import type { Localized } from '@app/kernel';
import type { EventType } from '@app/workflow';

/** What a reason is for. */
export type ReasonKind =
  | 'supplement' | 'refuse-receipt' | 'refuse' | 'send-back' | 'return-handover' | 'recall' | 'step-back' | 'decline-supplement'
  | 'decline-withdrawal' | 'extension' | 'decline-extension' | 'stop' | 'reroute' | 'decline-consultation' | 'without-opinion' | 'correction';

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
  reason('not-this-commune', 'reroute', 'Thuộc thẩm quyền của xã, phường khác theo nơi cư trú hoặc nơi có đất, công trình', 'Another commune is competent by residence or by where the land or works lie', 'Nghị định 118/2025/NĐ-CP, Điều 17 khoản 2'),
  reason('unit-rearranged', 'reroute', 'Đơn vị hành chính đã sắp xếp lại, thẩm quyền đã chuyển', 'The administrative unit was rearranged and its authority passed on', 'Luật Tổ chức chính quyền địa phương 72/2025/QH15'),
  reason('step-done-wrong', 'step-back', 'Bước trước làm chưa đúng hoặc còn thiếu', 'The step before was done wrongly or not wholly', 'Quy chế làm việc'),
  reason('new-facts', 'step-back', 'Có thông tin, tài liệu mới cần xem xét lại', 'New facts or papers must be considered', 'Quy chế làm việc'),
  reason('can-be-obtained', 'decline-supplement', 'Cơ quan tự khai thác được, không yêu cầu người dân nộp thêm', 'The office can obtain it itself; the citizen is not asked again', 'Nghị định 118/2025/NĐ-CP, Điều 4 khoản 2a'),
  reason('not-necessary', 'decline-supplement', 'Không cần thiết cho việc giải quyết hồ sơ', 'Not needed to settle the dossier', ONE_NOTICE),
  reason('rights-of-others', 'decline-withdrawal', 'Việc rút hồ sơ ảnh hưởng quyền, lợi ích của người liên quan', 'The withdrawal would touch the rights of others', 'Bộ luật Dân sự 2015, Điều 3'),
  reason('not-the-applicant', 'decline-withdrawal', 'Người đề nghị không có quyền rút hồ sơ', 'The person asking has no right to withdraw it', 'Bộ luật Dân sự 2015, Điều 138'),
  reason('verification-takes-longer', 'extension', 'Việc xác minh phức tạp, cần thêm thời gian', 'The verification is complex and takes longer', 'Nghị định 61/2018/NĐ-CP, Điều 19'),
  reason('waiting-for-other-body', 'extension', 'Cơ quan phối hợp chưa có ý kiến', 'A body consulted has not answered', 'Nghị định 61/2018/NĐ-CP, Điều 19'),
  reason('overload', 'extension', 'Số lượng hồ sơ tăng đột biến, chưa bố trí kịp nhân lực', 'A sudden load that could not be staffed in time', 'Nghị định 61/2018/NĐ-CP, Điều 19'),
  reason('force-majeure', 'extension', 'Sự kiện bất khả kháng (thiên tai, sự cố)', 'Force majeure', 'Bộ luật Dân sự 2015, Điều 156'),
  reason('can-be-on-time', 'decline-extension', 'Có thể giải quyết đúng hạn, không cần gia hạn', 'It can be settled in time', 'Nghị định 61/2018/NĐ-CP, Điều 19'),
  reason('reason-not-sufficient', 'decline-extension', 'Lý do gia hạn chưa thuyết phục', 'The reason does not suffice', 'Nghị định 61/2018/NĐ-CP, Điều 19'),
  reason('subject-gone', 'stop', 'Đối tượng giải quyết không còn (người nộp chết, tổ chức giải thể, tài sản không còn)', 'The subject is gone (death, dissolution, loss)', 'Nghị định 118/2025/NĐ-CP, Điều 18'),
  reason('conditions-lapsed', 'stop', 'Điều kiện giải quyết không còn theo quy định mới của pháp luật', 'The conditions lapsed by a change of the law', 'Nghị định 118/2025/NĐ-CP, Điều 18'),
  reason('court-order', 'stop', 'Có quyết định của Toà án hoặc cơ quan thi hành án yêu cầu dừng', 'A court or enforcement agency ordered it', 'Bộ luật Tố tụng dân sự 2015, Điều 114'),
  reason('not-our-field', 'decline-consultation', 'Nội dung hỏi không thuộc lĩnh vực của cơ quan được hỏi', 'The question is not in the field of the body asked', 'Quy chế làm việc'),
  reason('question-unclear', 'decline-consultation', 'Hồ sơ gửi kèm chưa đủ để có ý kiến', 'What was enclosed does not suffice for an opinion', 'Quy chế làm việc'),
  reason('opinion-not-decisive', 'without-opinion', 'Đã quá hạn, nội dung còn thiếu không ảnh hưởng đến việc quyết định', 'The time is over and the missing opinion does not decide the matter', 'Quy chế làm việc'),
  reason('clerical-error', 'correction', 'Sai sót do nhập liệu, đánh máy của cơ quan giải quyết', 'A clerical error of the office', 'Nghị định 30/2020/NĐ-CP, Điều 18'),
  reason('wrong-content', 'correction', 'Nội dung kết quả không đúng với hồ sơ', 'The result differs from the dossier', 'Nghị định 30/2020/NĐ-CP, Điều 18'),
  reason('to-complete', 'recall', 'Cần hoàn thiện trước khi chuyển', 'It must be completed before it is sent', 'Quy chế làm việc'),
];

const BY_CODE: ReadonlyMap<string, Reason> = new Map(REASONS.map((each) => [each.code, each]));

export function findReason(code: string): Reason | undefined {
  return BY_CODE.get(code);
}

/** The kind of reason each act must cite; acts left out cite none. */
const KIND_OF: Partial<Record<EventType, ReasonKind>> = {
  requestSupplement: 'supplement', proposeSupplement: 'supplement', returnToCommune: 'supplement', declineSupplement: 'decline-supplement',
  refuseReceipt: 'refuse-receipt', refuse: 'refuse', refuseAndSign: 'refuse', sendBack: 'send-back', stepBack: 'step-back',
  returnHandover: 'return-handover', recall: 'recall', reroute: 'reroute',
  declineConsultation: 'decline-consultation', proceedWithoutAnswer: 'without-opinion',
  declineWithdrawal: 'decline-withdrawal', stop: 'stop', openCorrection: 'correction',
  proposeExtension: 'extension', declineExtension: 'decline-extension', apologise: 'extension',
};

export function reasonKindOf(event: EventType): ReasonKind | undefined {
  return KIND_OF[event];
}
