import { drawField } from '../fields.js';
import { capitals, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import { mm, type Sheet } from '../sheet.js';
import { drawSignature, drawSigners, SIGN_HINT, type Signature } from '../signature.js';
import { bold, plain } from '../text.js';
import { besideSignature, contactText, drawAddressee, drawBody, drawDossier } from './letter.js';
import { drawCornerQr, drawPartyDetails, procedureText, type OfficerName, type PaperModel, type Party, type ProcedureName } from './shared.js';

export interface RefusalReason {
  readonly reason: string;
  /** Article, clause and document. */
  readonly legalBasis: string;
}

interface RefusalBase extends PaperModel {
  readonly applicant: Party;
  readonly procedure: ProcedureName;
  readonly reasons: readonly RefusalReason[];
  /** Where the authority was wrong: who decides instead, and where that is. */
  readonly rightAgency?: { readonly name: string; readonly address?: string };
  /** Whom to ask. */
  readonly contact?: OfficerName;
}

/** Form 03, Circular 03/2025/TT-VPCP: the counter does not take the dossier in. */
export interface ReceiptRefusalModel extends RefusalBase {
  readonly kind: 'receipt';
  readonly unit: string;
  readonly officer: OfficerName;
}

/** The competent agency does not grant what was asked for: a notice signed by whoever would have granted it. */
export interface GrantRefusalModel extends RefusalBase {
  readonly kind: 'grant';
  readonly dossierCode: string;
  readonly receivedAt: InstantText;
  readonly signature: Signature;
  readonly recipients?: readonly string[];
}

export type RefusalModel = ReceiptRefusalModel | GrantRefusalModel;

export function renderRefusal(sheet: Sheet, model: RefusalModel): void {
  sheet.beginPart();
  drawHead(sheet, model.head);
  if (model.kind === 'receipt') drawReceiptRefusal(sheet, model);
  else drawGrantRefusal(sheet, model);
}

function drawReceiptRefusal(sheet: Sheet, model: ReceiptRefusalModel): void {
  const area = drawCornerQr(sheet, model.verification);
  drawTitle(sheet, 'Phiếu từ chối tiếp nhận\ngiải quyết hồ sơ', { ...area, before: 24 });
  sheet.y = Math.max(sheet.y, area.bottom) + 8;
  drawField(sheet, { label: 'Đơn vị', value: model.unit });
  drawField(sheet, { label: 'Tiếp nhận hồ sơ của', value: capitals(model.applicant.name), strong: true });
  drawPartyDetails(sheet, model.applicant);
  drawField(sheet, { label: 'Nội dung yêu cầu giải quyết', value: procedureText(model.procedure) });
  drawBody(sheet, `Qua xem xét, ${model.unit} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`);
  drawReasons(sheet, model);
  if (model.contact) {
    drawBody(sheet, `Nếu cần hướng dẫn thêm, đề nghị liên hệ ${contactText(model.contact)}.`);
  }
  drawSigners(sheet, [
    { lines: ['NGƯỜI NỘP HỒ SƠ'], hint: SIGN_HINT },
    { lines: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], hint: SIGN_HINT, name: model.officer.name, forAgency: true },
  ]);
}

function drawGrantRefusal(sheet: Sheet, model: GrantRefusalModel): void {
  drawTitle(sheet, 'Thông báo', { abstract: 'Về việc từ chối giải quyết hồ sơ thủ tục hành chính', rule: true });
  drawAddressee(sheet, model.applicant);
  drawBody(sheet, `${model.head.agency} đã xem xét hồ sơ của ông/bà (tổ chức):`);
  drawDossier(sheet, model);
  drawBody(sheet, 'Hồ sơ không đủ điều kiện để giải quyết, với lý do cụ thể như sau:');
  drawReasons(sheet, model);
  drawBody(sheet, 'Nếu không đồng ý với nội dung thông báo này, ông/bà (tổ chức) có quyền khiếu nại hoặc khởi kiện theo quy định của pháp luật.');
  if (model.contact) {
    drawBody(sheet, `Mọi vướng mắc đề nghị liên hệ ${contactText(model.contact)}.`);
  }
  drawSignature(sheet, model.signature, besideSignature(model));
}

function drawReasons(sheet: Sheet, model: RefusalModel): void {
  model.reasons.forEach(({ reason, legalBasis }, index) => {
    const number = model.reasons.length > 1 ? `${index + 1}. ` : '- ';
    sheet.paragraph([plain(`${number}${reason} `), bold(`(Căn cứ: ${legalBasis}).`)], { align: 'justify', firstLine: mm(10), after: 6 });
  });
  if (model.rightAgency) {
    const { name, address } = model.rightAgency;
    drawBody(sheet, `Cơ quan có thẩm quyền giải quyết: ${name}${address ? `, địa chỉ: ${address}` : ''}. Đề nghị ông/bà (tổ chức) nộp hồ sơ tại cơ quan này.`);
  }
}
