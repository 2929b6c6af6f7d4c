import type { Localized } from '@app/kernel';

const text = (vi: string, en: string): Localized => ({ vi, en });

/** What can be wrong with a process: a sentence with its cure. */
export const PROCESS_FAULTS = {
  'steps.none': text('Quy trình chưa có bước nào. Hãy khai báo các bước từ khi tiếp nhận đến khi kết quả về nơi tiếp nhận.', 'The process has no step. List the steps from receipt until the result is back.'),
  'id.form': text('Mã bước "{id}" phải là một từ chữ cái không dấu, bắt đầu bằng chữ thường, ví dụ "examine".', 'The step id "{id}" must be one word of plain letters and digits beginning in lower case, such as "examine".'),
  'id.twice': text('Có hai bước cùng mã "{id}". Hãy đặt mã riêng cho từng bước.', 'Two steps have the id "{id}". Give each its own.'),
  'level.unknown': text('Bước "{id}" ghi cấp "{level}" không tồn tại. Hãy dùng một trong: {levels}, hoặc bỏ trống.', 'Step "{id}" names an unknown level "{level}". Use one of: {levels}, or leave it out.'),
  'level.elsewhere': text('Ở cấp "{level}", bước phê duyệt cuối lại thuộc "{unit}". Hãy thêm cho cấp này một bước "approve" của chính cấp đó.', 'At the level "{level}" the last approval belongs to "{unit}". Give this level an "approve" step of its own.'),
  'kind.unknown': text('Bước "{id}" có loại "{kind}" không tồn tại. Hãy dùng một trong: {kinds}.', 'Step "{id}" is of an unknown kind "{kind}". Use one of: {kinds}.'),
  'name.missing': text('Bước "{id}" chưa có tên. Hãy đặt tên bằng tiếng Việt và tiếng Anh.', 'Step "{id}" has no name. Name it in Vietnamese and English.'),
  'unit.unknown': text('Bước "{id}" chưa có nơi giữ hồ sơ hợp lệ ("{unit}"). Hãy ghi dạng commune/… hoặc province/…', 'Step "{id}" has no proper holder ("{unit}"). Write commune/… or province/…'),
  'role.unknown': text('Bước "{id}" có vai trò "{role}" không tồn tại. Hãy dùng một trong: {roles}.', 'Step "{id}" has an unknown role "{role}". Use one of: {roles}.'),
  'role.cannot': text('Bước "{id}": vai trò "{role}" không làm được việc này. Hãy giao cho: {roles}.', 'Step "{id}": the role "{role}" cannot do this. Give it to: {roles}.'),
  'within.missing': text('Bước "{id}" chưa có thời hạn. Hãy ghi một số lớn hơn 0 và đơn vị: {units}.', 'Step "{id}" has no time. Write a number above 0 and a unit: {units}.'),
  'handover.same-unit': text('Bước "{id}" chuyển hồ sơ đến chính nơi đang giữ ("{unit}"). Hãy ghi nơi nhận khác hoặc bỏ bước này.', 'Step "{id}" hands the dossier to the unit that has it ("{unit}"). Name another unit or drop the step.'),
  'route.no-handover': text('Bước "{id}" ở "{unit}" nhưng hồ sơ đang ở "{from}". Hãy thêm một bước chuyển hồ sơ (handover) đến đó ở trước.', 'Step "{id}" is at "{unit}" but the dossier is at "{from}". Put a handover to it before.'),
  'route.not-back': text('Sau bước cuối hồ sơ còn ở "{from}", chưa về nơi tiếp nhận "{unit}". Hãy kết thúc bằng một bước chuyển hồ sơ về đó.', 'After the last step the dossier is at "{from}", not back at "{unit}". End with a handover to it.'),
  'approve.none': text('Quy trình chưa có bước phê duyệt. Hãy thêm bước "approve" của lãnh đạo có thẩm quyền.', 'No one approves. Add an "approve" step by the leader who decides.'),
  'send-back.unknown': text('Bước "{id}" trả lại về "{target}", không phải một bước dự thảo hoặc thẩm tra ở trước nó. Hãy chọn bước như vậy.', 'Step "{id}" sends back to "{target}", which is no earlier draft or examine step. Name one.'),
  'send-back.across': text('Bước "{id}" trả lại về "{target}" qua một lần chuyển hồ sơ. Hãy chọn bước sau lần chuyển gần nhất.', 'Step "{id}" sends back to "{target}" across a handover. Name a step after the last handover.'),
  'send-back.counter': text('Bước "{id}" trả lại về "{target}" khi hồ sơ chưa rời nơi tiếp nhận. Hãy chọn bước sau khi hồ sơ đã chuyển đi.', 'Step "{id}" sends back to "{target}", where the dossier had not left the counter. Name a later step.'),
  'number.none': text('Sau phê duyệt chưa có bước cấp số. Hãy thêm bước "number" của văn thư sau bước phê duyệt cuối.', 'Nothing is numbered after approval. Add a "number" step after the last approval.'),
  'number.early': text('Bước "{id}" cấp số trước khi phê duyệt. Hãy đặt nó sau bước phê duyệt cuối.', 'Step "{id}" numbers before approval. Put it after the last approval.'),
  'number.twice': text('Bước "{id}" cấp số lần thứ hai. Một quyết định chỉ có một số; hãy bỏ bước này.', 'Step "{id}" numbers a second time. A decision has one number; drop the step.'),
  'decision.more-work': text('Bước "{id}" đứng sau quyết định. Sau phê duyệt cuối chỉ có cấp số và chuyển hồ sơ, vì cả kết quả lẫn văn bản từ chối đều đi qua đó. Hãy đặt bước này trước.', 'Step "{id}" comes after the decision. After the last approval only numbering and handovers may follow, since results and refusals both go that way. Put it before.'),
  'notice.posting': text('Bước niêm yết "{id}" chưa có thời gian niêm yết. Hãy ghi "posting" với số lớn hơn 0 và đơn vị: {units}.', 'The notice "{id}" has no posting time. Write "posting" with a number above 0 and a unit: {units}.'),
  'basis.missing': text('Bước "{id}" chưa có căn cứ pháp lý. Hãy ghi điều khoản quy định vào "basis".', 'Step "{id}" has no legal basis. Name the provision in "basis".'),
  'clock.unsaid': text('Bước "{id}" chưa nói thời hạn có chạy trong lúc chờ không. Hãy ghi "clock" là "paused" hoặc "running".', 'Step "{id}" does not say whether the clock runs while it waits. Set "clock" to "paused" or "running".'),
  'consult.nobody': text('Bước lấy ý kiến "{id}" chưa nêu cơ quan nào. Hãy ghi ít nhất một cơ quan vào "ask".', 'The consultation "{id}" asks nobody. Name at least one body in "ask".'),
  'consult.body': text('Bước lấy ý kiến "{id}": mã cơ quan "{body}" phải là một từ không dấu và không trùng.', 'The consultation "{id}": the id "{body}" must be one plain word, used once.'),
  'consult.question': text('Bước lấy ý kiến "{id}": chưa nêu nội dung hỏi "{body}". Hãy ghi "question" bằng tiếng Việt và tiếng Anh.', 'The consultation "{id}" does not say what "{body}" is asked. Write "question" in both languages.'),
  'consult.within': text('Bước lấy ý kiến "{id}": "{body}" chưa có thời hạn trả lời. Hãy ghi số lớn hơn 0 và đơn vị: {units}.', 'The consultation "{id}" gives "{body}" no time. Write a number above 0 and a unit: {units}.'),
  'consult.basis': text('Bước lấy ý kiến "{id}": chưa có căn cứ pháp lý để hỏi "{body}". Hãy ghi vào "basis".', 'The consultation "{id}" has no legal basis for asking "{body}". Write it in "basis".'),
  'consult.silence': text('Bước lấy ý kiến "{id}": im lặng của "{body}" chỉ được coi là đồng ý khi "basis" nêu rõ điều luật (ví dụ "…, Điều 56").', 'The consultation "{id}": the silence of "{body}" counts as agreement only if "basis" names the article (such as "…, Điều 56").'),
  'duty.incomplete': text('Bước "{id}": nghĩa vụ tài chính cần tên (hai ngôn ngữ), thời hạn nộp và căn cứ pháp lý.', 'Step "{id}": a financial duty needs a name (both languages), a time to pay and a legal basis.'),
  'duty.counter': text('Bước "{id}": chỉ thông báo nghĩa vụ tài chính khi hồ sơ đã rời nơi tiếp nhận. Hãy đặt nghĩa vụ ở bước sau.', 'Step "{id}": a financial duty is asked for only after the dossier has left the counter. Put it at a later step.'),
  'staged.incomplete': text('Bước "{id}": các lần thông báo theo luật chuyên ngành cần thời hạn và căn cứ cho từng lần, và thời hạn từ chối.', 'Step "{id}": staged notices need a time and a basis each, and the time for the refusal.'),
  'supplement.incomplete': text('Thời hạn bổ sung của quy trình cần một số lớn hơn 0, đơn vị ({units}) và căn cứ pháp lý.', 'The process’s time to supply needs a number above 0, a unit ({units}) and a legal basis.'),
  'check.after-draft': text('Bước "{id}" để người dân kiểm tra dự thảo phải đứng ngay sau bước dự thảo của cùng đơn vị.', 'Step "{id}", where the citizen checks the draft, must follow directly on a draft of the same unit.'),
  'finding.incomplete': text('Bước "{id}": phiếu kết quả cần tên (hai ngôn ngữ) và các mục, mỗi mục có mã riêng, tên và loại; mục chọn có ít nhất hai phương án.', 'Step "{id}": what is noted needs a title (both languages) and items, each with its own key, a name and a kind; a choice has at least two answers.'),
  'notice.after-examine': text('Bước niêm yết "{id}" chỉ áp dụng cho một số hồ sơ nên phải đứng ngay sau một bước thẩm tra.', 'The notice "{id}" is for some dossiers only, so it must follow directly on an examination.'),
  'elsewhere.incomplete': text('Bước "{id}": hồ sơ do hệ thống của cơ quan khác giải quyết cần mã kết nối ("system"), mục đích chuyển dữ liệu (hai ngôn ngữ), các mục tờ khai được chuyển ("shares"); nếu phải xác nhận trên VNeID thì cần thời hạn ({units}) và căn cứ.', 'Step "{id}", decided in an agency’s own system, needs a connector ("system"), the purpose of sending data (both languages) and the answers sent ("shares"); a confirmation on VNeID needs a time ({units}) and a basis.'),
  'elsewhere.alone': text('Bước "{id}" do hệ thống của cơ quan khác giải quyết phải là bước duy nhất của quy trình. Hãy bỏ các bước khác.', 'Step "{id}" is decided in an agency’s own system and must be the only step of the process. Drop the others.'),
  'time.over': text('Tổng thời hạn các bước là {sum} giờ làm việc, dài hơn thời hạn của thủ tục ({limit} giờ). Hãy rút ngắn các bước.', 'The steps take {sum} working hours, more than the procedure allows ({limit}). Shorten them.'),
  'state.unreachable': text('Không có cách nào để hồ sơ đến trạng thái "{state}". Hãy xem lại các bước trước nó.', 'No series of acts leads to the state "{state}". Look at the steps before it.'),
  'state.endless': text('Hồ sơ ở trạng thái "{state}" không bao giờ kết thúc được. Hãy xem lại các bước sau nó.', 'From the state "{state}" a dossier can never end. Look at the steps after it.'),
} as const satisfies Record<string, Localized>;

export type ProcessRule = keyof typeof PROCESS_FAULTS;

/** One fault: the rule, the step, and a sentence with the cure. */
export interface ProcessFault extends Localized {
  readonly rule: ProcessRule;
  readonly stepId?: string;
}

/** Fills a fault's sentence. */
export function fault(rule: ProcessRule, stepId: string | undefined, values: Readonly<Record<string, unknown>> = {}): ProcessFault {
  const all: Readonly<Record<string, unknown>> = { id: stepId, ...values };
  const fill = (sentence: string): string => sentence.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(all[name] ?? ''));
  const { vi, en } = PROCESS_FAULTS[rule];
  return { rule, ...(stepId !== undefined && { stepId }), vi: fill(vi), en: fill(en) };
}
