import { formatDateShort, formatInstantLong } from '@app/documents';
import type { Localized } from '@app/kernel';
import { escapeHtml, type PlainPage } from '../http/plain-page.js';
import { helpLine } from './look-up-page.js';
import { statusName, type VerifiedDossier, type VerifiedResult } from './public-dossier.js';

/** What a scanned paper leads to. */
export interface Verified {
  readonly dossier: VerifiedDossier;
  readonly procedure: Localized;
  /** The results announced so far. */
  readonly results: readonly VerifiedResult[];
  /** Which revision of the result the paper is; nothing for every other paper. */
  readonly revision?: number | undefined;
  readonly hotline: string;
}

/** What the QR code of a paper proves: that the dossier is registered here, and how its results stand. Nothing about a person. */
export function verifiedPage({ dossier, procedure, results, revision, hotline }: Verified): PlainPage {
  const status = statusName(dossier.status);
  const received = dossier.received_at === null ? 'Chưa tiếp nhận' : formatInstantLong(dossier.received_at);
  const scanned = results.find((result) => result.revision === revision);
  return {
    title: scanned?.superseded ? 'Giấy này đã được thay thế' : 'Giấy có thật trong hệ thống',
    body: `${revision === undefined ? '' : resultBox(scanned, results)}<div class="note">
<p><strong>Mã trên giấy thuộc hồ sơ ${escapeHtml(dossier.code)} đã đăng ký tại ${escapeHtml(dossier.unit_name)}.</strong></p>
<p lang="en" class="secondary">The code on the paper belongs to dossier ${escapeHtml(dossier.code)}, registered at <span lang="vi">${escapeHtml(dossier.unit_name)}</span>.</p>
</div>
<dl>
<dt>Thủ tục</dt><dd>${escapeHtml(procedure.vi)}<br><span lang="en" class="secondary">${escapeHtml(procedure.en)}</span></dd>
<dt>Thời điểm tiếp nhận</dt><dd>${escapeHtml(received)}</dd>
<dt>Tình trạng</dt><dd>${escapeHtml(status.vi)}<br><span lang="en" class="secondary">${escapeHtml(status.en)}</span></dd>
<dt>Bước hiện tại</dt><dd>${escapeHtml(dossier.stage.vi)}<br><span lang="en" class="secondary">${escapeHtml(dossier.stage.en)}</span></dd>
${results.map(resultRow).join('\n')}
</dl>
<p>Hãy đối chiếu mã hồ sơ ở trên với mã in trên giấy. Trang này không hiện tên hay số định danh của ai.</p>
<p lang="en" class="secondary">Compare the dossier code above with the one printed on the paper. This page shows nobody’s name or ID number.</p>
${helpLine(hotline)}
<p class="no-print"><a href="/tra-cuu">Tra cứu bằng mã hồ sơ và mã tra cứu</a></p>`,
  };
}

/** How the very result that was scanned stands. */
function resultBox(scanned: VerifiedResult | undefined, results: readonly VerifiedResult[]): string {
  const state = scanned === undefined ? NOT_ANNOUNCED : stateOf(scanned);
  const latest = scanned?.superseded ? results.at(-1) : undefined;
  const instead = latest === undefined ? '' : ` Bản đang có giá trị: số ${escapeHtml(latest.number)}, ngày ${formatDateShort(latest.issued_on)}.`;
  const insteadEnglish = latest === undefined ? '' : ` In force: no. ${escapeHtml(latest.number)} of ${formatDateShort(latest.issued_on)}.`;
  return `<div class="${scanned === undefined || scanned.superseded || scanned.in_correction ? 'problem' : 'note'}">
<p><strong>${escapeHtml(state.vi)}${instead}</strong></p>
<p lang="en" class="secondary">${escapeHtml(state.en)}${insteadEnglish}</p>
</div>
`;
}

const NOT_ANNOUNCED: Localized = {
  vi: 'Kết quả này chưa được cơ quan thông báo trả; đừng dựa vào giấy này trước khi hỏi Trung tâm.',
  en: 'This result has not been announced by the office; ask the centre before relying on the paper.',
};

function stateOf({ refused, superseded, in_correction }: VerifiedResult): Localized {
  if (superseded) return { vi: 'Giấy này đã được thay thế bằng bản đính chính, không còn giá trị.', en: 'This paper is superseded by a corrected one and no longer valid.' };
  if (in_correction) return { vi: 'Giấy này đang được đính chính; hãy hỏi Trung tâm trước khi dựa vào giấy.', en: 'This paper is being corrected; ask the centre before relying on it.' };
  return refused
    ? { vi: 'Thông báo từ chối giải quyết đang có giá trị.', en: 'The notice of refusal stands.' }
    : { vi: 'Kết quả đã cấp, chưa bị thay thế.', en: 'The result was issued and is not superseded.' };
}

function resultRow(result: VerifiedResult): string {
  const state = stateOf(result);
  return `<dt>Kết quả số ${escapeHtml(result.number)}, ngày ${formatDateShort(result.issued_on)}</dt><dd>${escapeHtml(state.vi)}<br><span lang="en" class="secondary">${escapeHtml(state.en)}</span></dd>`;
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
