import { escapeHtml, type PlainPage } from '../http/plain-page.js';
import { helpLine } from './look-up-page.js';

/** The paper itself is not shown: the secret does not fit, or was tried too often. Which of token and secret is wrong is not said. */
export function cannotComparePage({ address, tooMany, hotline }: { readonly address: string; readonly tooMany: boolean; readonly hotline: string }): PlainPage {
  const text = tooMany
    ? { vi: 'Đã nhập sai quá nhiều lần. Hãy chờ 15 phút rồi thử lại.', en: 'Too many wrong attempts. Wait 15 minutes and try again.' }
    : { vi: 'Mã tra cứu không khớp với giấy này. Kiểm tra lại từng ký tự; mã không có số 0, số 1 và các chữ O, I, L.', en: 'The secret does not belong to this paper. Check each character; it has no 0, 1, O, I or L.' };
  return {
    title: 'Không mở được bản gốc',
    body: `<div class="problem" role="alert"><p>${escapeHtml(text.vi)}</p><p lang="en" class="secondary">${escapeHtml(text.en)}</p></div>
<p><a href="${escapeHtml(address)}">Quay lại</a></p>
${helpLine(hotline)}`,
  };
}
