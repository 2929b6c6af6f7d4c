import type { DomainError } from '@app/kernel';
import { escapeHtml, type PlainPage } from '../http/plain-page.js';

/** Tells a citizen why the sign-in did not work, and offers to try again, to go on without it, or to call. */
export function signInFailedPage(refusal: DomainError, returnTo: string, hotline: string): PlainPage {
  const again = `/api/citizen/sign-in?return=${encodeURIComponent(returnTo)}`;
  return {
    title: 'Chưa đăng nhập được',
    body: `<div class="problem">
<p>${escapeHtml(refusal.sentence('vi'))}</p>
<p lang="en" class="secondary">${escapeHtml(refusal.sentence('en'))}</p>
</div>
<p><a class="button" href="${escapeHtml(again)}">Thử đăng nhập lại</a></p>
<p><a href="/">Về trang đầu</a> · <a href="/tra-cuu">Tra cứu hồ sơ không cần đăng nhập</a></p>
${hotline === '' ? '' : `<p>Cần giúp đỡ? Hãy gọi <a href="tel:${escapeHtml(hotline.replace(/[^\d+]/g, ''))}">${escapeHtml(hotline)}</a>.</p>`}
<p class="secondary">Mã: ${escapeHtml(refusal.code)}</p>`,
  };
}
