import { formatDateShort, formatInstantLong, type JudgedPaper } from '@app/documents';
import type { Localized } from '@app/kernel';
import { escapeHtml, type PlainPage } from '../http/plain-page.js';
import { helpLine } from './look-up-page.js';
import type { VerifiedFile } from './public-dossier.js';

/** What was found of an uploaded file: what the desk knows of its bytes, and what its signatures say. */
export interface CheckedFile {
  readonly known: VerifiedFile | undefined;
  readonly judged: JudgedPaper;
}

/** Why a file was not judged. */
export type CheckFault = 'no-file' | 'too-large' | 'too-many';

/**
 * What can be said of a file.
 * `genuine` byte for byte the paper that was issued; `ours` signed by keys of this desk, but no paper that was issued; the others as they are called
 */
type Verdict = 'genuine' | 'superseded' | 'revoked' | 'in-correction' | 'not-announced' | 'unfinished' | 'altered' | 'ours' | 'not-ours' | 'unreadable';

/** The one word for a file, the graver one first: bytes that were changed cannot be known, and whatever is known is exactly what was issued. */
export function verdictOf({ known, judged }: CheckedFile): Verdict {
  if (known !== undefined) return known.state === 'issued' ? 'genuine' : known.state;
  switch (judged.verdict) {
    case 'altered': return 'altered';
    case 'genuine': return 'ours';
    case 'unreadable': return 'unreadable';
    default: return 'not-ours';
  }
}

const WORDS: Readonly<Record<Verdict, Localized & { readonly title: string; readonly isGood: boolean }>> = {
  genuine: { title: 'Giấy đúng là giấy đã cấp', isGood: true, vi: 'Tệp này giống hệt giấy đã cấp, và giấy đang có giá trị.', en: 'This file is, byte for byte, the paper that was issued, and it stands.' },
  superseded: { title: 'Giấy này đã được thay thế', isGood: false, vi: 'Tệp này là giấy đã cấp nhưng đã được thay thế bằng bản đính chính, không còn giá trị.', en: 'This file was issued, but a corrected paper has taken its place; it is no longer valid.' },
  revoked: { title: 'Giấy này đã bị thu hồi', isGood: false, vi: 'Tệp này là giấy đã cấp nhưng đã bị thu hồi, hủy bỏ, không còn giá trị.', en: 'This file was issued, but revoked since; it is no longer valid.' },
  'in-correction': { title: 'Giấy này đang được đính chính', isGood: false, vi: 'Tệp này là giấy đã cấp và đang được đính chính; hãy hỏi Trung tâm trước khi dựa vào giấy.', en: 'This file was issued and is being corrected; ask the centre before relying on it.' },
  'not-announced': { title: 'Giấy chưa được thông báo trả', isGood: false, vi: 'Tệp này có trong hệ thống nhưng cơ quan chưa thông báo trả kết quả; đừng dựa vào giấy trước khi hỏi Trung tâm.', en: 'This file is known, but the office has not announced the result; ask the centre before relying on it.' },
  unfinished: { title: 'Giấy chưa hoàn tất', isGood: false, vi: 'Tệp này mới được ký, chưa được cấp số và đóng dấu; chưa phải là giấy đã cấp.', en: 'This file was signed, but not numbered and sealed; it is not an issued paper yet.' },
  altered: { title: 'Tệp đã bị sửa', isGood: false, vi: 'Chữ ký số không khớp với nội dung: tệp đã bị sửa sau khi ký. Không dựa vào tệp này.', en: 'The digital signature does not fit the content: the file was changed after it was signed. Do not rely on it.' },
  ours: { title: 'Chữ ký đúng, nhưng không phải giấy đã cấp', isGood: false, vi: 'Chữ ký số hợp lệ và thuộc cơ quan trong hệ thống, nhưng tệp này không phải là giấy đã cấp. Hãy hỏi Trung tâm.', en: 'The signatures hold and belong to agencies of this desk, but this file is no paper that was issued. Ask the centre.' },
  'not-ours': { title: 'Không phải giấy do hệ thống này cấp', isGood: false, vi: 'Tệp này không có trong hệ thống. Nếu là bản chụp, bản quét của giấy, hãy quét mã QR in trên giấy để kiểm tra.', en: 'This file is unknown here. If it is a photo or a scan of a paper, scan the QR code printed on it.' },
  unreadable: { title: 'Không đọc được tệp', isGood: false, vi: 'Tệp này không phải PDF, hoặc bị hỏng. Hãy chọn tệp PDF đã nhận; nếu là ảnh chụp, hãy quét mã QR in trên giấy.', en: 'This file is no PDF, or damaged. Choose the PDF you were given; of a photo, scan the QR code printed on the paper.' },
};

const FAULTS: Readonly<Record<CheckFault, Localized>> = {
  'no-file': { vi: 'Hãy chọn một tệp PDF.', en: 'Choose a PDF file.' },
  'too-large': { vi: 'Tệp quá lớn: giấy do Trung tâm cấp không bao giờ lớn như vậy.', en: 'The file is too large: no paper of the centre is.' },
  'too-many': { vi: 'Đã kiểm tra quá nhiều tệp từ địa chỉ này. Hãy chờ 15 phút rồi thử lại.', en: 'Too many files were checked from this address. Wait 15 minutes and try again.' },
};

/** The form, with what was wrong. */
export function checkFilePage({ fault, hotline }: { readonly fault?: CheckFault; readonly hotline: string }): PlainPage {
  const box = fault === undefined ? '' : `<div class="problem" role="alert"><p>${escapeHtml(FAULTS[fault].vi)}</p><p lang="en" class="secondary">${escapeHtml(FAULTS[fault].en)}</p></div>\n`;
  return { title: 'Kiểm tra giấy tờ', body: `${box}${form()}\n${helpLine(hotline)}\n${links()}` };
}

/** What is to be said of the file; nothing of whom the paper is about. */
export function checkedFilePage(checked: CheckedFile, hotline: string): PlainPage {
  const words = WORDS[verdictOf(checked)];
  const { known, judged } = checked;
  return {
    title: words.title,
    body: `<div class="${words.isGood ? 'note' : 'problem'}" role="status">
<p><strong>${escapeHtml(words.vi)}${insteadOf(known)}</strong></p>
<p lang="en" class="secondary">${escapeHtml(words.en)}</p>
</div>
<dl>
${known === undefined ? '' : knownRows(known)}
${signatureRows(judged)}
</dl>
<p>Tệp vừa tải lên chỉ được đọc để kiểm tra, không được lưu lại. Trang này không hiện tên hay số định danh của người có giấy.</p>
<p lang="en" class="secondary">The file was only read, not kept. This page shows nothing of the person the paper is about.</p>
<h2>Kiểm tra tệp khác</h2>
${form()}
${helpLine(hotline)}
${links()}`,
  };
}

function insteadOf(known: VerifiedFile | undefined): string {
  if (known?.in_force_number == null || known.in_force_on === null) return '';
  return ` Bản đang có giá trị: số ${escapeHtml(known.in_force_number)}, ngày ${formatDateShort(known.in_force_on)}.`;
}

function knownRows({ title, number, issued_on, unit_name }: VerifiedFile): string {
  return [
    `<dt>Loại giấy</dt><dd>${escapeHtml(title.vi)}<br><span lang="en" class="secondary">${escapeHtml(title.en)}</span></dd>`,
    ...(number === null ? [] : [`<dt>Số</dt><dd>${escapeHtml(number)}</dd>`]),
    `<dt>Ngày</dt><dd>${formatDateShort(issued_on)}</dd>`,
    `<dt>Nơi tiếp nhận</dt><dd>${escapeHtml(unit_name)}</dd>`,
  ].join('\n');
}

function signatureRows({ signatures }: JudgedPaper): string {
  if (signatures.length === 0) return '<dt>Chữ ký số</dt><dd>Không có <span lang="en" class="secondary">(none)</span></dd>';
  return signatures.map(({ field, signer, organisation, stampedAt, claimedAt, holds, isKnown, later }) => {
    const what = field === 'seal' ? 'Con dấu số' : 'Chữ ký số';
    const who = [signer, organisation].filter((each, index, all) => each !== undefined && each !== '' && all.indexOf(each) === index).join(', ');
    const at = stampedAt ?? claimedAt;
    const state = !holds || later === 'forbidden' ? 'không khớp với tệp' : isKnown ? 'hợp lệ' : 'hợp lệ, nhưng chứng thư không thuộc tổ chức được tin cậy ở đây';
    return `<dt>${what}</dt><dd>${escapeHtml(who === '' ? 'không rõ' : who)}${at === undefined ? '' : `, ${escapeHtml(formatInstantLong(at))}`}: ${state}</dd>`;
  }).join('\n');
}

function form(): string {
  return `<p>Chọn tệp PDF của giấy tờ để biết giấy có đúng là giấy đã cấp, còn giá trị và chưa bị sửa hay không.</p>
<p lang="en" class="secondary">Choose the PDF of a paper to learn whether it was issued here, is still valid, and unchanged.</p>
<form method="post" action="/kiem-tra" enctype="multipart/form-data">
<label for="file">Tệp PDF <span lang="en" class="secondary">(file)</span></label>
<input id="file" name="file" type="file" accept="application/pdf,.pdf" required>
<p><button type="submit">Kiểm tra</button></p>
</form>`;
}

const links = (): string => '<p class="no-print">Giấy đã in: quét mã QR trên giấy. <a href="/tra-cuu">Tra cứu hồ sơ</a></p>';
