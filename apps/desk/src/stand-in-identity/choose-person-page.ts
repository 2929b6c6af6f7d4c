import { escapeHtml, standInDocument } from '../http/plain-page.js';
import { maskPersonalId, type StandInPerson } from './person.js';

/** The page on which a visitor chooses whom to sign in as. One form, one button per person, no script. */
export function choosePersonPage(interactionId: string, people: readonly StandInPerson[]): string {
  const choices = people.map(
    ({ name, personalId, note }, index) => `<li><button type="submit" name="person" value="${index}">
<span class="name">${escapeHtml(name)}</span>
<span>Số định danh ${maskPersonalId(personalId)}</span>${note === undefined ? '' : `
<span>${escapeHtml(note)}</span>`}
</button></li>`,
  );
  return identityDocument(
    'Chọn người để đăng nhập',
    `<p class="note">Đây là dịch vụ định danh <strong>giả lập</strong>, chỉ có trong bản trình diễn, thay cho VNeID.
Mọi người dưới đây đều không có thật.
<span lang="en">This identity service is a stand-in for the demonstration. Nobody on this list is real.</span></p>
<form method="post" action="/interaction/${encodeURIComponent(interactionId)}">
<ul class="people">
${choices.join('\n')}
</ul>
<p><button type="submit" name="person" value="none" class="plain">Không đăng nhập nữa</button></p>
</form>`,
  );
}

/** The page for a request that leads nowhere: too late, or not begun at the desk. */
export function wrongWayPage(deskUrl: string): string {
  return identityDocument(
    'Không tiếp tục được',
    `<div class="problem"><p>Lần đăng nhập này đã quá thời gian chờ hoặc chưa được bắt đầu từ Một Cửa. Hãy đăng nhập lại từ đầu.</p>
<p lang="en" class="secondary">This sign-in is over, or was not begun at the desk. Please begin again there.</p></div>
<p><a class="button" href="${escapeHtml(deskUrl)}">Về Một Cửa</a></p>`,
  );
}

function identityDocument(title: string, body: string): string {
  return standInDocument({ title: 'Dịch vụ định danh giả lập', heading: title }, body);
}

/** What the list of people adds to the style of plain pages. */
export const PEOPLE_STYLE = `
.people { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: .5rem; }
.people button { width: 100%; text-align: left; background: #fff; color: #1a1b1e; border-color: #595f66; display: block; }
.people button:hover { background: #eef4fb; }
.people span { display: block; }
.name { font-weight: 700; }
button.plain { background: #fff; color: #0b4a8f; }
`;
