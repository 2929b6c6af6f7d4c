import { formatDateShort, formatInstantLong } from '@app/documents';
import type { Localized } from '@app/kernel';
import { escapeHtml, type PlainPage } from '../http/plain-page.js';
import { helpLine } from './look-up-page.js';
import { statusName, type VerifiedDossier, type VerifiedResult } from './public-dossier.js';

/** What a scanned paper leads to. */
export interface Verified {
  /** Of the code that was scanned. */
  readonly token: string;
  readonly dossier: VerifiedDossier;
  readonly procedure: Localized;
  /** The results announced so far. */
  readonly results: readonly VerifiedResult[];
  /** Which revision of the result the paper is; nothing for every other paper. */
  readonly revision?: number | undefined;
  readonly hotline: string;
}

/** What the QR code of a paper proves: that the dossier is registered here, and how its results stand. Nothing about a person. */
export function verifiedPage({ token, dossier, procedure, results, revision, hotline }: Verified): PlainPage {
  const status = statusName(dossier.status);
  const received = dossier.received_at === null ? 'Chưa tiếp nhận' : formatInstantLong(dossier.received_at);
  const scanned = results.find((result) => result.revision === revision);
  return {
    title: scanned?.superseded ? 'Giấy này đã được thay thế' : scanned?.revoked ? 'Giấy này đã bị thu hồi' : 'Giấy có thật trong hệ thống',
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
${scanned === undefined ? '' : compareForm(token, scanned)}
${helpLine(hotline)}
<p class="no-print"><a href="/kiem-tra">Kiểm tra tệp PDF của giấy này</a> <span lang="en" class="secondary">(check the file)</span> · <a href="/tra-cuu">Tra cứu bằng mã hồ sơ và mã tra cứu</a></p>`,
  };
}

/** A print or a scan carries no signature: it is compared with the paper itself, which only who has the secret gets to see. */
function compareForm(token: string, { revision }: VerifiedResult): string {
  return `<h2>Đối chiếu bản in với bản gốc</h2>
<p>Bản in, bản chụp không mang chữ ký số. Nhập mã tra cứu 6 ký tự do chủ hồ sơ cung cấp để mở bản gốc và so từng dòng.</p>
<p lang="en" class="secondary">A print carries no digital signature. Enter the six-character secret you were given by its owner to open the paper itself and compare.</p>
<form method="post" action="/verify/${escapeHtml(token)}/${revision}" autocomplete="off">
<label for="secret">Mã tra cứu <span lang="en" class="secondary">(secret)</span></label>
<input id="secret" name="secret" type="text" maxlength="12" required spellcheck="false" autocapitalize="characters">
<p><button type="submit">Mở bản gốc</button></p>
</form>`;
}

/** How the very result that was scanned stands. */
function resultBox(scanned: VerifiedResult | undefined, results: readonly VerifiedResult[]): string {
  const state = scanned === undefined ? NOT_ANNOUNCED : stateOf(scanned);
  const latest = scanned?.superseded ? results.at(-1) : undefined;
  const instead = latest === undefined ? '' : ` Bản đang có giá trị: số ${escapeHtml(latest.number)}, ngày ${formatDateShort(latest.issued_on)}.`;
  const insteadEnglish = latest === undefined ? '' : ` In force: no. ${escapeHtml(latest.number)} of ${formatDateShort(latest.issued_on)}.`;
  return `<div class="${scanned === undefined || scanned.superseded || scanned.in_correction || scanned.revoked ? 'problem' : 'note'}">
<p><strong>${escapeHtml(state.vi)}${instead}</strong></p>
<p lang="en" class="secondary">${escapeHtml(state.en)}${insteadEnglish}</p>
</div>
`;
}

const NOT_ANNOUNCED: Localized = {
  vi: 'Kết quả này chưa được cơ quan thông báo trả; đừng dựa vào giấy này trước khi hỏi Trung tâm.',
  en: 'This result has not been announced by the office; ask the centre before relying on the paper.',
};

function stateOf({ refused, superseded, in_correction, revoked }: VerifiedResult): Localized {
  if (superseded) return { vi: 'Giấy này đã được thay thế bằng bản đính chính, không còn giá trị.', en: 'This paper is superseded by a corrected one and no longer valid.' };
  if (revoked) return { vi: 'Giấy này đã bị thu hồi, hủy bỏ, không còn giá trị.', en: 'This paper was revoked and is no longer valid.' };
  if (in_correction) return { vi: 'Giấy này đang được đính chính; hãy hỏi Trung tâm trước khi dựa vào giấy.', en: 'This paper is being corrected; ask the centre before relying on it.' };
  return refused
    ? { vi: 'Thông báo từ chối giải quyết đang có giá trị.', en: 'The notice of refusal stands.' }
    : { vi: 'Kết quả đã cấp, chưa bị thay thế.', en: 'The result was issued and is not superseded.' };
}

function resultRow(result: VerifiedResult): string {
  const state = stateOf(result);
  return `<dt>Kết quả số ${escapeHtml(result.number)}, ngày ${formatDateShort(result.issued_on)}</dt><dd>${escapeHtml(state.vi)}<br><span lang="en" class="secondary">${escapeHtml(state.en)}</span>${signatureLines(result.signatures)}</dd>`;
}

/** Who signed and who sealed with a key: officers and agencies act in public. */
function signatureLines(signatures: VerifiedResult['signatures']): string {
  return signatures.map(({ kind, signer, at }) => `<br>${kind === 'seal' ? 'Đóng dấu số' : 'Ký số'}: ${escapeHtml(signer)}, ${escapeHtml(formatInstantLong(at))}`).join('');
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
