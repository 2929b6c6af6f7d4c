import { formatInstantLong } from '@app/documents';
import type { Localized } from '@app/kernel';
import { escapeHtml, type PlainPage } from '../http/plain-page.js';
import { helpLine } from './look-up-page.js';
import { statusName, type VerifiedDossier } from './public-dossier.js';

/** What the QR code of a paper proves: that the dossier is registered here. Nothing about a person. */
export function verifiedPage(dossier: VerifiedDossier, procedure: Localized, hotline: string): PlainPage {
  const status = statusName(dossier.status);
  const received = dossier.received_at === null ? 'Chưa tiếp nhận' : formatInstantLong(dossier.received_at);
  return {
    title: 'Giấy có thật trong hệ thống',
    body: `<div class="note">
<p><strong>Mã trên giấy thuộc hồ sơ ${escapeHtml(dossier.code)} đã đăng ký tại ${escapeHtml(dossier.unit_name)}.</strong></p>
<p lang="en" class="secondary">The code on the paper belongs to dossier ${escapeHtml(dossier.code)}, registered at <span lang="vi">${escapeHtml(dossier.unit_name)}</span>.</p>
</div>
<dl>
<dt>Thủ tục</dt><dd>${escapeHtml(procedure.vi)}<br><span lang="en" class="secondary">${escapeHtml(procedure.en)}</span></dd>
<dt>Thời điểm tiếp nhận</dt><dd>${escapeHtml(received)}</dd>
<dt>Tình trạng</dt><dd>${escapeHtml(status.vi)}<br><span lang="en" class="secondary">${escapeHtml(status.en)}</span></dd>
<dt>Bước hiện tại</dt><dd>${escapeHtml(dossier.stage.vi)}<br><span lang="en" class="secondary">${escapeHtml(dossier.stage.en)}</span></dd>
</dl>
<p>Hãy đối chiếu mã hồ sơ ở trên với mã in trên giấy. Trang này không hiện tên hay số định danh của ai.</p>
<p lang="en" class="secondary">Compare the dossier code above with the one printed on the paper. This page shows nobody’s name or ID number.</p>
${helpLine(hotline)}
<p class="no-print"><a href="/tra-cuu">Tra cứu bằng mã hồ sơ và mã tra cứu</a></p>`,
  };
}

/** A token nobody has issued. */
export function unknownTokenPage(hotline: string): PlainPage {
  return {
    title: 'Không xác nhận được giấy này',
    body: `<div class="problem">
<p>Mã trên giấy không có trong hệ thống. Có thể địa chỉ bị thiếu ký tự, hoặc giấy không do Trung tâm cấp. Hãy quét lại mã; nếu vẫn không được, đừng dựa vào giấy này trước khi hỏi Trung tâm.</p>
<p lang="en" class="secondary">The code on the paper is unknown here. The address may be incomplete, or the paper was not issued by the centre. Scan it again; if that fails, ask the centre before relying on it.</p>
</div>
${helpLine(hotline)}
<p class="no-print"><a href="/tra-cuu">Tra cứu bằng mã hồ sơ và mã tra cứu</a></p>`,
  };
}
