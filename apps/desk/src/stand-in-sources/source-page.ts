import { SOURCE_NAMES } from '@app/exchange';
import { escapeHtml, standInDocument } from '../http/plain-page.js';
import { SOURCE_FAULTS, type SourceFault, type StandInSource } from './stand-in-source.js';

const FAULT_WORDS: Readonly<Record<SourceFault, string>> = {
  none: 'Hoạt động bình thường', down: 'Tắt, không kết nối được', slow: 'Trả lời quá chậm', 'wrong-person': 'Trả lời về một người khác', malformed: 'Trả lời sai định dạng', duplicate: 'Trả lời một bản ghi hai lần',
};

/** Switches a fault on or off as the form of the page asks. */
export function switchFault(source: StandInSource, form: URLSearchParams): void {
  source.fault = SOURCE_FAULTS.find((each) => each === form.get('fault')) ?? source.fault;
}

/** The page on which a visitor of the demonstration lets a source fail. One form for each source, no script. */
export function sourcePage(sources: readonly StandInSource[]): string {
  return standInDocument({ title: 'Cơ sở dữ liệu quốc gia giả lập' }, `<p class="note">Đây là dữ liệu <strong>giả lập</strong> về những người không có thật, chỉ có trong bản trình diễn. Ở đây ai cũng có thể cho một nguồn gặp sự cố.
<span lang="en">These are stand-ins for the demonstration: here anybody lets a source fail.</span></p>
${sources.map(sectionOf).join('\n')}`);
}

function sectionOf({ key, fault, records, asked }: StandInSource): string {
  const choices = SOURCE_FAULTS.map((each) => `<option value="${each}"${each === fault ? ' selected' : ''}>${FAULT_WORDS[each]}</option>`).join('');
  return `<section>
<h2>${escapeHtml(SOURCE_NAMES[key].vi)}</h2>
<p>${records.length} bản ghi; đã được hỏi ${asked.size} lần.</p>
<form method="post" action="/${key}/fault"><label for="fault-${key}">Tình trạng</label><select id="fault-${key}" name="fault">${choices}</select>
<p><button type="submit">Đặt</button></p></form>
</section>`;
}
