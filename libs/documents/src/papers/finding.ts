import { drawField } from '../fields.js';
import { formatInstantLong, sentence, type InstantText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, drawSigners, SIGN_HINT, signatureHeight, signersHeight, type Signature } from '../signature.js';
import { drawTable, NUMBERS, numbered } from '../table.js';
import { bold, plain } from '../text.js';
import { drawBody } from './letter.js';
import { procedureText, type OfficerName, type PaperModel, type ProcedureName } from './shared.js';

/**
 * What an officer or a consulted body has noted about a dossier: the score of a household, the origin of a plot, the extract of a map, the
 * list a commune sends up. It goes with the dossier; the citizen reads the decision that rests on it.
 */
export interface FindingModel extends PaperModel {
  /** "Danh sách đề nghị …", "Trích lục bản đồ địa chính". */
  readonly title: string;
  readonly dossierCode: string;
  readonly procedure: ProcedureName;
  readonly owner: { readonly name: string; readonly address: string };
  readonly lines: readonly { readonly name: string; readonly value: string }[];
  /** Whether the conditions are met, or the body agrees. */
  readonly meets: boolean;
  readonly remarks?: string;
  readonly author: OfficerName;
  readonly foundAt: InstantText;
  /** Of the leader who confirms it; an officer's own finding has none. */
  readonly signature?: Signature;
  readonly recipients?: readonly string[];
}

export function renderFinding(sheet: Sheet, model: FindingModel): void {
  const { signature, author } = model;
  sheet.beginPart();
  drawHead(sheet, model.head, { numbered: signature !== undefined });
  drawTitle(sheet, model.title, { abstract: `Hồ sơ ${model.dossierCode}`, rule: true });
  drawField(sheet, { label: 'Thủ tục', value: procedureText(model.procedure) });
  drawField(sheet, { label: 'Chủ hồ sơ', value: model.owner.name, strong: true });
  drawField(sheet, { label: 'Địa chỉ', value: model.owner.address });
  drawField(sheet, { label: 'Người lập', value: [author.name, author.position].filter(Boolean).join(', ') });
  drawField(sheet, { label: 'Lập lúc', value: formatInstantLong(model.foundAt) });
  sheet.space(4);
  if (model.lines.length > 0) {
    drawTable(sheet, [{ ...NUMBERS, share: 8 }, { title: 'Nội dung', share: 46 }, { title: 'Kết quả', share: 46 }], numbered(model.lines.map(({ name, value }) => [name, value])), { after: 8 });
  }
  if (model.remarks) drawBody(sheet, [plain('Nhận xét: '), plain(sentence(model.remarks))]);
  const conclusion = [plain('Kết luận: '), bold(model.meets ? 'đủ điều kiện, thống nhất giải quyết.' : 'chưa đủ điều kiện, không thống nhất giải quyết.')];
  if (signature !== undefined) {
    const beside = { recipients: model.recipients ?? [], verification: model.verification };
    drawBody(sheet, conclusion, { keepWith: signatureHeight(sheet, signature, beside) });
    drawSignature(sheet, signature, beside);
    return;
  }
  const signers = [{ lines: ['NGƯỜI LẬP'], hint: SIGN_HINT, name: author.name }, { lines: ['THỦ TRƯỞNG ĐƠN VỊ'], hint: SIGN_HINT }];
  drawBody(sheet, conclusion, { keepWith: signersHeight(sheet, signers) });
  drawSigners(sheet, signers);
}
