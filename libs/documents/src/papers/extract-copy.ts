import { drawField, drawFieldRow } from '../fields.js';
import { capitals, formatDateLong, formatDateShort, two, type DateText } from '../format.js';
import { drawHead, drawTitle } from '../head.js';
import type { Sheet } from '../sheet.js';
import { drawSignature, SEAL_HINT, type Signature } from '../signature.js';
import { beginCertificate } from './certificate.js';
import { drawBirth, drawOrigin, drawParent, type RegisteredParent } from './civil-status.js';
import { drawCorrection, type ResultModel } from './shared.js';

/** What was registered. */
export type CivilStatusEvent = 'birth' | 'marriage' | 'death' | 'guardianship' | 'recognition' | 'change';

/** A person as the register has them; what the register does not say stays blank. */
export interface RegisteredPerson extends RegisteredParent {
  readonly personalId?: string;
  readonly residence?: string;
}

/** Bản sao trích lục hộ tịch, bản sao Giấy khai sinh (Law 60/2014 Art. 63–64; result of 2.000635). */
export interface ExtractCopyModel extends ResultModel {
  readonly event: CivilStatusEvent;
  /** Whom the entry is about: the child, the wife or one spouse, the deceased, the guardian, the one who recognises, the one whose entry changed. */
  readonly subject: RegisteredPerson;
  /** The other one of the entry: the other spouse, the ward, the recognised one. */
  readonly other?: RegisteredPerson;
  readonly birth?: { readonly place?: string; readonly hometown?: string; readonly mother?: RegisteredParent; readonly father?: RegisteredParent };
  readonly death?: { readonly on?: DateText; readonly place?: string };
  /** How the two of a recognition are related: "Cha – con". */
  readonly relation?: string;
  readonly change?: { readonly kind?: string; readonly from?: string; readonly to?: string };
  readonly register: { readonly number?: string; readonly book?: string; readonly on?: DateText; readonly at?: string };
  /** How many copies of this one are issued. */
  readonly copies: number;
  readonly signature: Signature;
}

export const EXTRACT_COPY_REQUIRED = ['event', 'subject.name', 'copies', 'signature.position'];

const TITLES: Record<CivilStatusEvent, string> = {
  birth: 'Giấy khai sinh',
  marriage: 'Trích lục kết hôn',
  death: 'Trích lục khai tử',
  guardianship: 'Trích lục đăng ký giám hộ',
  recognition: 'Trích lục đăng ký nhận cha, mẹ, con',
  change: 'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch',
};

const NOBODY: RegisteredPerson = { name: '' };

export function renderExtractCopy(sheet: Sheet, model: ExtractCopyModel): void {
  beginCertificate(sheet);
  drawHead(sheet, model.head);
  drawTitle(sheet, TITLES[model.event], { size: 17, before: 16, after: 1 });
  sheet.paragraph('(BẢN SAO)', { style: 'bold', align: 'center', after: 8 });
  BODIES[model.event](sheet, model);
  drawRegister(sheet, model);
  sheet.paragraph(`Trích từ Sổ hộ tịch, Cơ sở dữ liệu hộ tịch điện tử. Số bản cấp: ${two(model.copies)} bản.`, { style: 'italic', align: 'justify', after: 4 });
  drawCorrection(sheet, model.correction);
  drawSignature(sheet, model.signature, { hint: SEAL_HINT, verification: model.verification });
}

/** What each event tells. */
const BODIES: Record<CivilStatusEvent, (sheet: Sheet, model: ExtractCopyModel) => void> = {
  birth: (sheet, { subject, birth = {} }) => {
    const { place: birthplace, hometown, mother, father } = birth;
    drawBirth(sheet, { ...subject, birthplace, hometown });
    for (const [who, parent] of [['người mẹ', mother], ['người cha', father]] as const) {
      sheet.space(4);
      drawParent(sheet, who, parent);
    }
  },
  marriage: (sheet, { subject, other = NOBODY }) => {
    // The form puts the wife first.
    const [wife, husband] = subject.sex === 'male' || other.sex === 'female' ? [other, subject] : [subject, other];
    heading(sheet, 'Vợ');
    drawPerson(sheet, wife);
    heading(sheet, 'Chồng');
    drawPerson(sheet, husband);
  },
  death: (sheet, { subject, death = {} }) => {
    drawPerson(sheet, subject);
    drawField(sheet, { label: 'Đã chết vào', value: death.on && formatDateLong(death.on), strong: true });
    drawField(sheet, { label: 'Nơi chết', value: death.place });
  },
  guardianship: (sheet, { subject, other = NOBODY }) => {
    heading(sheet, 'Người giám hộ');
    drawPerson(sheet, subject);
    heading(sheet, 'Người được giám hộ');
    drawPerson(sheet, other);
  },
  recognition: (sheet, { subject, other = NOBODY, relation }) => {
    heading(sheet, 'Người nhận');
    drawPerson(sheet, subject);
    heading(sheet, 'Người được nhận');
    drawPerson(sheet, other);
    drawField(sheet, { label: 'Quan hệ', value: relation, strong: true });
  },
  change: (sheet, { subject, change = {} }) => {
    drawPerson(sheet, subject);
    drawField(sheet, { label: 'Việc đã đăng ký', value: change.kind, strong: true });
    drawField(sheet, { label: 'Nội dung cũ', value: change.from });
    drawField(sheet, { label: 'Nội dung mới', value: change.to, strong: true });
  },
};

function heading(sheet: Sheet, text: string): void {
  sheet.space(4);
  sheet.paragraph(text, { style: 'bold', after: 3, keepWith: 40 });
}

function drawPerson(sheet: Sheet, person: RegisteredPerson): void {
  drawField(sheet, { label: 'Họ, chữ đệm, tên', value: capitals(person.name), strong: true });
  drawField(sheet, { label: 'Ngày, tháng, năm sinh', value: person.born && formatDateShort(person.born) });
  drawOrigin(sheet, person);
  drawField(sheet, { label: 'Số định danh cá nhân, giấy tờ tùy thân', value: person.personalId });
  drawField(sheet, { label: 'Nơi cư trú', value: person.residence });
}

function drawRegister(sheet: Sheet, { register }: ExtractCopyModel): void {
  sheet.space(5);
  drawField(sheet, { label: 'Nơi đăng ký', value: register.at });
  drawFieldRow(sheet, [
    { label: 'Số', value: register.number, strong: true },
    { label: 'Quyển số', value: register.book },
    { label: 'Ngày đăng ký', value: register.on && formatDateShort(register.on) },
  ], [3, 4, 4]);
  sheet.space(3);
}
