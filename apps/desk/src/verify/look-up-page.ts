import { formatInstantLong } from '@app/documents';
import type { WhereaboutsView } from '@app/dossiers';
import type { Localized } from '@app/kernel';
import { escapeHtml, type PlainPage } from '../http/plain-page.js';
import { actionOf, appointedDate, statusName, type PublicDossier } from './public-dossier.js';

/** What was typed, and what was wrong with it. The secret is never sent back. */
export interface LookUpForm {
  readonly code: string;
  readonly fault?: LookUpFault;
  readonly hotline: string;
}

/** `empty`: something was left out. `no-match`: nothing has this code with this secret, and which is wrong is not said. */
export type LookUpFault = { readonly kind: 'empty' } | { readonly kind: 'no-match' } | { readonly kind: 'too-many'; readonly minutes: number };

/** The form: a code and the six signs of the slip. */
export function lookUpPage({ code, fault, hotline }: LookUpForm): PlainPage {
  const faulty = fault !== undefined && fault.kind !== 'too-many' ? ' aria-invalid="true" aria-describedby="fault"' : '';
  return {
    title: 'Tra cứu hồ sơ',
    body: `${fault === undefined ? '' : faultBox(fault, hotline)}
<p>Nhập mã hồ sơ và mã tra cứu ghi trên giấy tiếp nhận hoặc trên trang xác nhận đã nộp. Không cần đăng nhập.</p>
<p lang="en" class="secondary">Look up a dossier: enter its code and the six-character secret from your slip. No sign-in is needed.</p>
<form method="post" action="/tra-cuu" autocomplete="off">
<label for="code">Mã hồ sơ <span lang="en" class="secondary">(dossier code)</span></label>
<input id="code" name="code" type="text" maxlength="60" required spellcheck="false" autocapitalize="characters" value="${escapeHtml(code)}"${faulty}>
<label for="secret">Mã tra cứu, 6 ký tự <span lang="en" class="secondary">(secret)</span></label>
<input id="secret" name="secret" type="text" maxlength="12" required spellcheck="false" autocapitalize="characters"${faulty}>
<p><button type="submit">Tra cứu</button></p>
</form>
${helpLine(hotline)}
<p><a href="/kiem-tra">Kiểm tra tệp giấy tờ đã nhận</a> <span lang="en" class="secondary">(check the file of a paper)</span> · <a href="/cong-dan">Đăng nhập để xem toàn bộ hồ sơ của bạn</a></p>`,
  };
}

/** How the dossier stands: step, unit, date, what to do. */
export function lookUpResultPage(dossier: PublicDossier, procedure: Localized, hotline: string): PlainPage {
  const action = actionOf(dossier);
  const status = statusName(dossier.status);
  const due = appointedDate(dossier, formatInstantLong);
  return {
    title: `Hồ sơ ${dossier.code}`,
    body: `<div class="note">
<p><strong>${escapeHtml(action.vi)}</strong></p>
<p lang="en" class="secondary">${escapeHtml(action.en)}</p>
</div>
<dl>
${row('Thủ tục', procedure)}
${row('Tình trạng', status)}
${row('Bước hiện tại', dossier.stage)}
${whereRows(dossier.where)}
${row('Ngày hẹn trả kết quả', due)}
<dt>Cập nhật lần cuối</dt><dd>${escapeHtml(formatInstantLong(dossier.updated_at))}</dd>
</dl>
${contactLine(dossier.where)}
${helpLine(hotline)}
<p class="no-print"><a href="/tra-cuu">Tra cứu hồ sơ khác</a> · <a href="/cong-dan">Đăng nhập để xem toàn bộ hồ sơ</a></p>`,
  };
}

/** Who has it since when, and until when the present step lasts. */
function whereRows({ holder, since, until, addressee }: WhereaboutsView): string {
  const has = since === undefined ? holder.name : `${holder.name}, từ ${formatInstantLong(since)}`;
  return [
    `<dt>Đơn vị đang giữ hồ sơ</dt><dd>${escapeHtml(has)}</dd>`,
    ...(addressee === undefined ? [] : [`<dt>Đang chuyển đến</dt><dd>${escapeHtml(addressee.name)}</dd>`]),
    ...(until === undefined ? [] : [`<dt>Bước này xong trước</dt><dd>${escapeHtml(formatInstantLong(until))}</dd>`]),
  ].join('\n');
}

/** The centre is the one contact at every moment, whoever has the dossier. */
function contactLine({ contact }: WhereaboutsView): string {
  const call = contact.phone === undefined ? '' : `, <a href="tel:${escapeHtml(contact.phone.replace(/[^\d+]/g, ''))}">${escapeHtml(contact.phone)}</a>`;
  return `<p>Hỏi về hồ sơ này: ${escapeHtml(contact.name)}${call}. <span lang="en" class="secondary">Ask this centre about the dossier.</span></p>`;
}

function row(term: string, text: Localized): string {
  const english = text.en === text.vi ? '' : `<br><span lang="en" class="secondary">${escapeHtml(text.en)}</span>`;
  return `<dt>${term}</dt><dd>${escapeHtml(text.vi)}${english}</dd>`;
}

function faultBox(fault: LookUpFault, hotline: string): string {
  const text = faultText(fault, hotline);
  return `<div class="problem" id="fault" role="alert"><p>${escapeHtml(text.vi)}</p><p lang="en" class="secondary">${escapeHtml(text.en)}</p></div>`;
}

function faultText(fault: LookUpFault, hotline: string): Localized {
  switch (fault.kind) {
    case 'empty':
      return { vi: 'Nhập cả mã hồ sơ và mã tra cứu 6 ký tự.', en: 'Enter both the dossier code and the six-character secret.' };
    case 'no-match':
      return {
        vi: 'Không tìm thấy hồ sơ nào khớp với cả hai mã. Kiểm tra lại từng ký tự trên giấy rồi thử lại; mã tra cứu không có số 0, số 1 và các chữ O, I, L.',
        en: 'No dossier matches both codes. Check each character on the slip and try again; the secret has no 0, 1, O, I or L.',
      };
    case 'too-many': {
      const call = hotline === '' ? { vi: 'gọi số điện thoại trên giấy tiếp nhận', en: 'call the number on your slip' } : { vi: `gọi ${hotline}`, en: `call ${hotline}` };
      return {
        vi: `Đã nhập sai quá nhiều lần. Hãy chờ ${fault.minutes} phút rồi thử lại, hoặc ${call.vi}.`,
        en: `Too many wrong attempts. Wait ${fault.minutes} minutes and try again, or ${call.en}.`,
      };
    }
  }
}

/** Whom to call, in the same place on every page. */
export function helpLine(hotline: string): string {
  if (hotline === '') return '';
  return `<p>Cần giúp đỡ? Gọi <a href="tel:${escapeHtml(hotline.replace(/[^\d+]/g, ''))}">${escapeHtml(hotline)}</a>. <span lang="en" class="secondary">Need help? Call this number.</span></p>`;
}
