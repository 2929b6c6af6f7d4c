import { STAND_IN_SIGNING } from '@app/signing';
import { standInDocument } from '../http/plain-page.js';
import { REMOTE_FAULTS, STAMP_FAULTS, type RemoteFault, type StampFault } from './faults.js';

const STAMP_WORDS: Readonly<Record<StampFault, string>> = { none: 'Hoạt động bình thường', down: 'Tắt, không kết nối được' };
const REMOTE_WORDS: Readonly<Record<RemoteFault, string>> = {
  none: 'Ký ngay', down: 'Tắt, không kết nối được', slow: 'Trả lời quá chậm', declined: 'Người ký từ chối', asks: 'Hỏi người ký trên điện thoại, người ký đồng ý',
  unanswered: 'Hỏi người ký trên điện thoại, không ai trả lời', 'wrong-signature': 'Trả về chữ ký không khớp',
};

/** What the page shows of the stand-ins. */
export interface SigningState {
  readonly stamps: { readonly fault: StampFault; readonly given: number };
  readonly remote: { readonly fault: RemoteFault; readonly signed: number };
}

/** The page on which a visitor of the demonstration lets time stamps or remote signing fail. No script. */
export function signingPage({ stamps, remote }: SigningState): string {
  return standInDocument({ title: 'Dịch vụ ký số giả lập' }, `<p class="note">Đây là dịch vụ <strong>giả lập</strong>, chỉ có trong bản trình diễn; chữ ký và dấu thời gian ở đây không có giá trị pháp lý. Ở đây ai cũng có thể cho dịch vụ gặp sự cố.
<span lang="en">These are stand-ins for the demonstration: here anybody lets them fail.</span></p>
<section>
<h2>Dấu thời gian</h2>
<p>Đã cấp ${stamps.given} dấu thời gian.</p>
${choice('tsa', STAMP_FAULTS, STAMP_WORDS, stamps.fault)}
</section>
<section>
<h2>Ký số từ xa</h2>
<p>Đã ký ${remote.signed} lần bằng khóa ${STAND_IN_SIGNING.service}/${STAND_IN_SIGNING.credential}.</p>
${choice('remote', REMOTE_FAULTS, REMOTE_WORDS, remote.fault)}
</section>`);
}

function choice<T extends string>(what: string, faults: readonly T[], words: Readonly<Record<T, string>>, now: T): string {
  const options = faults.map((each) => `<option value="${each}"${each === now ? ' selected' : ''}>${words[each]}</option>`).join('');
  return `<form method="post" action="/${what}/fault"><label for="fault-${what}">Tình trạng</label><select id="fault-${what}" name="fault">${options}</select>
<p><button type="submit">Đặt</button></p></form>`;
}
