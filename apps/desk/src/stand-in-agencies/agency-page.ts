import { escapeHtml, standInDocument } from '../http/plain-page.js';
import type { AgencyCase } from './agency.js';
import { grant } from './answering.js';
import { NO_FAULTS } from './faults.js';
import type { StandInAgency } from './stand-in-agency.js';

const STATUS_WORDS: Readonly<Record<AgencyCase['status'], string>> = {
  new: 'mới đến, chưa xác nhận', acknowledged: 'đang giải quyết', 'awaiting-confirmation': 'chờ xác nhận trên VNeID', 'awaiting-supplement': 'chờ bổ sung', supplied: 'đã bổ sung',
  granted: 'đã giải quyết', refused: 'đã từ chối', stopped: 'đã dừng', withdrawn: 'đã rút',
};

const ACTS = {
  acknowledge: 'Xác nhận đã nhận',
  'ask-confirmation': 'Yêu cầu xác nhận trên VNeID',
  confirm: 'Chủ hộ xác nhận trên VNeID',
  'ask-supplement': 'Yêu cầu bổ sung',
  grant: 'Giải quyết, trả kết quả',
  refuse: 'Từ chối',
  'let-withdraw': 'Đồng ý cho rút',
  'keep-case': 'Không cho rút',
} as const;
type Act = keyof typeof ACTS;

/** What a person who plays the agency may do with a case now. */
function actsOn({ status, wantsWithdrawal }: AgencyCase): readonly Act[] {
  const withdrawal: readonly Act[] = wantsWithdrawal ? ['let-withdraw', 'keep-case'] : [];
  switch (status) {
    case 'new': return ['acknowledge'];
    case 'acknowledged': return ['ask-confirmation', 'ask-supplement', 'grant', 'refuse', ...withdrawal];
    case 'supplied': return ['grant', 'refuse', ...withdrawal];
    case 'awaiting-confirmation': return ['confirm', ...withdrawal];
    case 'awaiting-supplement': return withdrawal;
    default: return [];
  }
}

/** Does what the form of the page asks for; what is not possible is left undone. @param now ISO instant */
export async function play(found: StandInAgency, form: URLSearchParams, now: string): Promise<void> {
  if (form.has('down')) {
    found.faults = { ...NO_FAULTS, isDown: form.get('down') === 'yes' };
    return;
  }
  const { agency, kind } = found;
  const each = agency.find(form.get('case') ?? '');
  const act = actsOn(each ?? GONE).find((possible) => possible === form.get('act'));
  if (each === undefined || act === undefined) return;
  const note = (form.get('note') ?? '').trim().slice(0, 500);
  switch (act) {
    case 'acknowledge': return void agency.tell(each.id, 'acknowledged');
    case 'ask-confirmation': return void agency.tell(each.id, 'confirmation-awaited');
    case 'confirm': return void agency.tell(each.id, 'confirmation-given');
    case 'ask-supplement': {
      const [field = 'note'] = Object.keys(each.declaration).filter((name) => name.endsWith('Address'));
      return void agency.tell(each.id, 'supplement-asked', { items: [{ target: 'field', key: field, reason: 'wrong-information', note: note || 'Ghi rõ số nhà, tổ, khu phố.' }] });
    }
    case 'grant': return grant(agency, kind, each, now);
    case 'refuse': return void agency.tell(each.id, 'refused', { note: note || 'Không đủ điều kiện theo quy định.' });
    case 'let-withdraw': return void agency.tell(each.id, 'withdrawal-confirmed');
    case 'keep-case': return void agency.tell(each.id, 'withdrawal-declined', { note: note || 'Hồ sơ sắp có kết quả.' });
  }
}

const GONE: AgencyCase = { id: '', reference: '', subject: '', procedure: '', dossierCode: '', receivedAt: '', messages: {}, declaration: {}, status: 'stopped', wantsWithdrawal: false };

/** The page on which a visitor of the demonstration plays an agency. One form for each case, no script. */
export function agencyPage(all: readonly StandInAgency[], chosen: StandInAgency | undefined): string {
  const menu = all.map(({ kind }) => `<li><a href="/${kind.system}">${escapeHtml(kind.name)}</a></li>`).join('\n');
  return standInDocument({ title: 'Hệ thống giả lập của các cơ quan', heading: chosen?.kind.name ?? 'Chọn cơ quan' }, `<p class="note">Đây là hệ thống <strong>giả lập</strong>, chỉ có trong bản trình diễn, thay cho hệ thống riêng của công an và bảo hiểm xã hội.
Ở đây ai cũng có thể đóng vai cơ quan. <span lang="en">This is a stand-in for the demonstration: here anybody plays the agency.</span></p>
<nav><ul>${menu}</ul></nav>
${chosen === undefined ? '' : casesOf(chosen)}`);
}

function casesOf({ agency, kind, faults }: StandInAgency): string {
  const power = `<form method="post" action="/${kind.system}/play"><p>${faults.isDown ? 'Hệ thống đang <strong>tắt</strong>: Một Cửa không kết nối được.' : 'Hệ thống đang hoạt động.'}
<button type="submit" name="down" value="${faults.isDown ? 'no' : 'yes'}">${faults.isDown ? 'Bật lại' : 'Tắt hệ thống'}</button></p></form>`;
  const cases = agency.cases.toReversed().map((each) => caseOf(each, kind.system));
  return `${power}\n${cases.length === 0 ? '<p>Chưa có hồ sơ nào được gửi đến.</p>' : cases.join('\n')}`;
}

function caseOf(each: AgencyCase, system: string): string {
  const acts = actsOn(each);
  const buttons = acts.map((act) => `<button type="submit" name="act" value="${act}">${ACTS[act]}</button>`).join('\n');
  return `<section>
<h2>${escapeHtml(each.reference)} – ${escapeHtml(each.subject)}</h2>
<dl><dt>Thủ tục</dt><dd>${escapeHtml(each.procedure)}</dd><dt>Mã hồ sơ của Một Cửa</dt><dd>${escapeHtml(each.dossierCode)}</dd>
<dt>Tình trạng</dt><dd>${STATUS_WORDS[each.status]}${each.wantsWithdrawal ? '; người dân đề nghị rút' : ''}</dd></dl>
${acts.length === 0 ? '' : `<form method="post" action="/${system}/play"><input type="hidden" name="case" value="${escapeHtml(each.id)}">
<label for="note-${escapeHtml(each.id)}">Ghi chú, lý do</label><input id="note-${escapeHtml(each.id)}" name="note" maxlength="500">
<p>${buttons}</p></form>`}
</section>`;
}
