import { formatInstantLong } from '@app/documents';
import type { PublicOutage } from '@app/dossiers';
import { escapeHtml, type PlainPage } from '../http/plain-page.js';

/** The outages as a page of plain HTML: what is down, since when, whom it concerns, and that its time does not count. */
export function outagesPage(outages: readonly PublicOutage[]): PlainPage {
  const list = outages.length === 0 ? '<p>Không có sự cố nào trong 90 ngày qua.</p>\n<p lang="en" class="secondary">There was no outage in the last 90 days.</p>' : outages.map(section).join('\n');
  return {
    title: 'Sự cố hệ thống',
    body: `<p>Thời gian hệ thống gián đoạn do cơ quan chủ quản thông báo không tính vào thời hạn giải quyết của hồ sơ bị ảnh hưởng.</p>
<p lang="en" class="secondary">Outages of systems, as their owners announced them. Their working time is not counted in the time limits of the dossiers they touch.</p>
${list}
<p class="no-print"><a href="/tra-cuu">Tra cứu hồ sơ</a></p>`,
  };
}

function section({ system, owner, document, from, to, procedures, communes }: PublicOutage): string {
  const until = to === null ? 'đang tiếp diễn <span lang="en" class="secondary">(still going on)</span>' : escapeHtml(formatInstantLong(to));
  const about = procedures.length === 0 ? 'Tất cả thủ tục <span lang="en" class="secondary">(all procedures)</span>' : procedures.map(({ vi }) => escapeHtml(vi)).join('<br>');
  const places = communes.length === 0 ? 'Tất cả địa phương <span lang="en" class="secondary">(everywhere)</span>' : communes.map(escapeHtml).join(', ');
  return `<h2>${escapeHtml(system)}</h2>
<dl>
<dt>Cơ quan thông báo</dt><dd>${escapeHtml(owner)}, ${escapeHtml(document)}</dd>
<dt>Từ</dt><dd>${escapeHtml(formatInstantLong(from))}</dd>
<dt>Đến</dt><dd>${until}</dd>
<dt>Thủ tục</dt><dd>${about}</dd>
<dt>Nơi tiếp nhận</dt><dd>${places}</dd>
</dl>`;
}
