import { formatInstantLong, numberText, sentence, uncapitalised, unfinished, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { mm, type Sheet } from '../sheet.js';
import { drawSigners, SIGN_HINT, signersHeight } from '../signature.js';
import { bold, plain, type Text } from '../text.js';
import { postingText, type PostedSubject, type Posting } from './notice.js';
import { drawCornerQr, type PaperModel } from './shared.js';

/** Somebody present, with their part in it. */
export interface Participant {
  readonly name: string;
  /** "Công chức địa chính", "Trưởng ấp 3", … */
  readonly position: string;
  /** Heading of their signature: "ĐẠI DIỆN ỦY BAN NHÂN DÂN XÃ", "NGƯỜI CHỨNG KIẾN"; without it they do not sign. */
  readonly signsAs?: string;
}

/** An opinion received while the notice hung. */
export interface Objection {
  readonly from: string;
  readonly content: string;
}

/** Minutes of the end of a public posting. */
export interface MinutesModel extends PaperModel {
  readonly heldAt: InstantText;
  readonly endedAt?: InstantText;
  readonly venue: string;
  /** At most three sign. */
  readonly participants: readonly Participant[];
  /** Number and date of the notice, as printed on it. */
  readonly noticeNumber: string;
  readonly owner: { readonly name: string; readonly address: string };
  readonly subject: PostedSubject;
  readonly posting: Posting;
  readonly objections: readonly Objection[];
  /** What follows from it, in the commune's words. */
  readonly conclusion?: string;
  /** How many originals are made out. */
  readonly copies: number;
}

export function renderMinutes(sheet: Sheet, model: MinutesModel): void {
  sheet.beginPart();
  // Minutes carry their date in the text (Decree 30/2020, Annex III, form 1.9).
  drawHead(sheet, model.head, { dated: false });
  const area = drawCornerQr(sheet, model.verification);
  drawTitle(sheet, 'Biên bản', { ...area, abstract: `Kết thúc ${uncapitalised(model.subject.abstract).replaceAll('\n', ' ')}`, rule: true });
  sheet.y = Math.max(sheet.y, area.bottom + 8);
  body(sheet, `Hôm nay, vào lúc ${formatInstantLong(model.heldAt)}, tại ${model.venue}.`);
  heading(sheet, 'I. Thành phần tham gia');
  model.participants.forEach((participant, index) => body(sheet, `${index + 1}. Ông/bà ${participant.name} – ${participant.position}.`));
  heading(sheet, 'II. Nội dung');
  body(sheet, `Các thành phần nêu trên cùng lập biên bản kết thúc niêm yết công khai Thông báo số ${model.noticeNumber} của ${model.head.agency} về việc ông/bà ${model.owner.name}, địa chỉ: ${model.owner.address}, ${sentence(model.subject.about)}`);
  const { posting } = model;
  body(sheet, [bold('Thời gian niêm yết: '), plain(`${postingText(posting)}.`)]);
  body(sheet, [bold('Địa điểm niêm yết: '), plain(`${posting.places.join('; ')}.`)]);
  heading(sheet, 'III. Kết quả niêm yết');
  if (model.objections.length === 0) {
    body(sheet, `Trong thời gian niêm yết công khai, không có tổ chức, cá nhân nào ${unfinished(model.subject.objections)}.`);
  } else {
    body(sheet, `Trong thời gian niêm yết công khai, đã nhận được ${numberText(model.objections.length)} ý kiến:`);
    model.objections.forEach((objection, index) => body(sheet, `${index + 1}. ${objection.from}: ${objection.content}`));
  }
  if (model.conclusion) body(sheet, model.conclusion);
  const signers = model.participants.flatMap(({ name, signsAs }) => (signsAs ? [{ lines: [signsAs], hint: SIGN_HINT, name }] : [])).slice(0, 3);
  const end = model.endedAt ? `kết thúc vào lúc ${formatInstantLong(model.endedAt)}, ` : '';
  body(sheet, `Biên bản ${end}được lập thành ${numberText(model.copies)} bản có giá trị như nhau, đã đọc lại cho các thành phần tham gia cùng nghe, thống nhất và ký tên.`, signersHeight(sheet, signers));
  drawSigners(sheet, signers);
}

function heading(sheet: Sheet, text: string): void {
  sheet.paragraph(text, { style: 'bold', firstLine: mm(10), after: 4, keepWith: 40 });
}

function body(sheet: Sheet, text: Text, keepWith = 0): void {
  sheet.paragraph(text, { align: 'justify', firstLine: mm(10), after: 6, spacing: 1.05, keepWith });
}
