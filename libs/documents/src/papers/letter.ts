import { drawField } from '../fields.js';
import { formatInstantLong, type InstantText } from '../format.js';
import { mm, type ParagraphOptions, type Sheet } from '../sheet.js';
import { bold, plain, type Text } from '../text.js';
import { procedureText, type OfficerName, type PaperModel, type Party, type ProcedureName } from './shared.js';

/** A letter of an agency to the owner of a dossier. */
export interface LetterModel extends PaperModel {
  readonly applicant: Party;
  /** The dossier's code; its filing number before receipt. */
  readonly dossierCode: string;
  readonly procedure: ProcedureName;
  /** When the dossier was received; absent where it never was. */
  readonly receivedAt?: InstantText;
  /** Whom to ask. */
  readonly contact?: OfficerName;
}

/** A paragraph of a letter. */
export function drawBody(sheet: Sheet, text: Text, options: ParagraphOptions = {}): void {
  sheet.paragraph(text, { align: 'justify', firstLine: mm(10), after: 6, ...options });
}

/** "Kính gửi: …" with the address below. */
export function drawAddressee(sheet: Sheet, party: Pick<Party, 'name' | 'address'>): void {
  sheet.paragraph([plain('Kính gửi: '), bold(party.name)], { align: 'center', balanced: true, size: 14, after: party.address ? 3 : 8 });
  sheet.paragraph(party.address ? `Địa chỉ: ${party.address}` : undefined, { align: 'center', balanced: true, after: 8 });
}

/** The dossier a letter is about. */
export function drawDossier(sheet: Sheet, { dossierCode, procedure, receivedAt }: Pick<LetterModel, 'dossierCode' | 'procedure' | 'receivedAt'>): void {
  drawField(sheet, { label: 'Mã hồ sơ', value: dossierCode, strong: true });
  drawField(sheet, { label: 'Thủ tục', value: procedureText(procedure) });
  if (receivedAt) drawField(sheet, { label: 'Tiếp nhận lúc', value: formatInstantLong(receivedAt) });
}

/** What stands beside the signature of a letter: whom it goes to, and the QR code. */
export function besideSignature({ recipients, verification }: PaperModel & { readonly recipients?: readonly string[] }) {
  return { recipients: recipients ?? ['Như trên', 'Lưu: VT, hồ sơ'], verification };
}

/** "Lê Văn Hòa, Công chức Trung tâm, số điện thoại 0251 …". */
export function contactText({ name, position, phone }: OfficerName): string {
  return [name, position, phone && `số điện thoại ${phone}`].filter(Boolean).join(', ');
}
