import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { OfficerDirectory } from '@app/access';
import { SYSTEM } from '@app/database';
import { AbsenceAdministration } from '@app/dossiers';
import { postsOf } from '@app/organisation';
import type { AbsenceDto, CoverDto, DelegationDto, EnteredAbsenceDto, LaneAlarmDto, OwnCoverDto } from '../../apps/desk/src/cover/cover.dto.js';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';
import type { SessionDto } from '../../apps/desk/src/session/session.dto.js';
import { startTestDesk, type Answer, type TestDesk, type Visitor } from '../support/desk.js';
import { prepare, toApproval, type Preparation } from '../support/prepare.js';
import { act, BIRTH, MARITAL_STATUS, pdfText, read, refusedAct, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

let desk: TestDesk;
let preparation: Preparation;
const visitors = new Map<string, Visitor>();
/** An officer with a browser: each signs in once. */
function officer(login: string): Visitor {
  const visitor = visitors.get(login) ?? desk.officer(login);
  visitors.set(login, visitor);
  return visitor;
}

beforeAll(async () => {
  desk = await startTestDesk('2026-11-23T08:00');
  preparation = await prepare(desk, MARITAL_STATUS);
});
afterAll(() => desk?.stop());

const idOf = async (login: string): Promise<string> =>
  (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string }>('select id from officer where login = $1', [login]))).id;
const postOf = async (login: string): Promise<string> =>
  (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ id: string }>('select p.id from post p join officer o on o.id = p.officer_id where o.login = $1 order by p.since, p.id limit 1', [login]))).id;
const local = (moment: string): string => `${moment}:00+07:00`;

interface Away {
  readonly officer?: string;
  readonly standIn?: string;
  readonly from: string;
  readonly to: string;
  readonly procedures?: readonly string[];
}
async function enter<T = EnteredAbsenceDto>(by: string, { officer: who, standIn, from, to, procedures = [] }: Away): Promise<Answer<T>> {
  return officer(by).post<T>('/api/absences', {
    procedures, reason: 'leave', from: local(from), to: local(to),
    ...(who === undefined ? {} : { officerId: await idOf(who) }), ...(standIn === undefined ? {} : { standInId: await idOf(standIn) }),
  });
}
const end = (by: string, { absence }: EnteredAbsenceDto): Promise<Answer<AbsenceDto>> => officer(by).post(`/api/absences/${absence.id}/end`, {});

interface Passed {
  readonly from?: string;
  readonly to: string;
  readonly formula?: 'TL.' | 'TUQ.';
  readonly permissions?: readonly string[];
  readonly procedures?: readonly string[];
  readonly until?: string;
}
async function propose<T = DelegationDto>(by: string, { from = 'chutich.bienhoa', to, formula = 'TUQ.', permissions = ['dossier.approve', 'dossier.refuse', 'dossier.send-back'], procedures = [], until = '2026-12-31T17:00' }: Passed): Promise<Answer<T>> {
  return officer(by).post<T>('/api/admin/cover/delegations', {
    formula, postId: await postOf(from), delegatePostId: await postOf(to), document: '12/GUQ-UBND', documentOn: '2026-11-20', procedures, permissions,
    from: local('2026-11-23T08:00'), to: local(until),
  });
}
const decide = <T = DelegationDto>(by: string, id: string, decision: 'approve' | 'end'): Promise<Answer<T>> => officer(by).post<T>(`/api/admin/cover/delegations/${id}/${decision}`, {});
const offered = async (login: string, id: string): Promise<string[]> => (await read(officer(login), id)).acts.map(({ event }) => event);
const mine = async (login: string): Promise<string[]> => (await officer(login).get<DossierListDto>('/api/dossiers?list=mine')).body.rows.map(({ id }) => id);
/** What a law forbids the database itself refuses, as the owner of the schema. */
const forbidden = (sql: string, params: readonly unknown[]): Promise<unknown> => desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(sql, [...params])).then(() => 'accepted', (error: Error) => /"([a-z_]+)"/.exec(error.message.split('constraint')[1] ?? '')?.[1] ?? error.message);

/** The result as it is printed now, as text. */
async function signatureOn(id: string): Promise<string> {
  await desk.drain();
  const paper = (await read(officer('vanthu.bienhoa'), id)).papers.findLast(({ form }) => form === 'result');
  const { body } = await officer('vanthu.bienhoa').bytes(`/api/dossiers/${id}/papers/${paper!.id}.pdf`);
  return pdfText(body);
}

describe('the only case officer of the office is away', () => {
  test('the stand-in sees the work at the very moment it begins, acts in the absent one’s place, and sees nothing more once it ends', async () => {
    const id = await preparation.receive();
    await preparation.go(id, toApproval().slice(0, 2));
    const entered = await enter('hotich.bienhoa', { standIn: 'diachinh.bienhoa', from: '2026-11-23T09:00', to: '2026-11-25T17:00' });
    expect([entered.status, entered.body.absence.state, entered.body.gaps]).toEqual([201, 'coming', []]);
    await desk.moveTo('2026-11-23T08:59');
    const standIn = officer('diachinh.bienhoa');
    expect((await standIn.get(`/api/dossiers/${id}`)).status).toBe(404);

    await desk.moveTo('2026-11-23T09:00');
    expect(await mine('diachinh.bienhoa')).toContain(id);
    const session = (await standIn.get<SessionDto>('/api/session')).body;
    expect(session.actingFor).toEqual([{ name: 'Lê Thị Ngọc Diệp', basis: 'absence', post: 'Công chức thụ lý, Văn phòng HĐND và UBND', units: ['c26068.office'], procedures: [], until: '2026-11-25T10:00:00Z' }]);
    await act(standIn, id, 'examine', { meets: true, note: 'Đủ điều kiện' });
    const line = (await read(standIn, id)).history.at(-1)!;
    expect([line.who, line.forWhom, line.basis]).toEqual(['Phạm Văn Thịnh', 'Lê Thị Ngọc Diệp', 'absence']);
    // The journal says it with ids; what a stand-in did with the own post it would not.
    const { body } = await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ body: string }>('select body from journal where dossier_id = $1 order by seq desc limit 1', [id]));
    expect(JSON.parse(body)).toMatchObject({ actor: { id: await idOf('diachinh.bienhoa'), unit: 'c26068.office', role: 'case-officer', for: { officer: await idOf('hotich.bienhoa'), basis: 'absence', id: entered.body.absence.id } } });

    await desk.moveTo('2026-11-25T16:59');
    expect(await offered('diachinh.bienhoa', id)).toContain('submitForApproval');
    await desk.moveTo('2026-11-25T17:00');
    expect((await standIn.get(`/api/dossiers/${id}`)).status).toBe(404);
    expect(await mine('diachinh.bienhoa')).not.toContain(id);
  });

  test('for some procedures only, the stand-in acts in those; what the absent one has in hand is the stand-in’s to do', async () => {
    await desk.moveTo('2026-11-26T08:00');
    const id = await preparation.receive();
    await preparation.go(id, [...toApproval().slice(0, 2), ['hotich.bienhoa', 'assign', { officerId: await idOf('hotich.bienhoa') }]]);
    const other = await enter('hotich.bienhoa', { standIn: 'diachinh.bienhoa', from: '2026-11-26T08:00', to: '2026-11-26T17:00', procedures: [BIRTH] });
    expect(await mine('diachinh.bienhoa')).not.toContain(id);
    expect((await refusedAct(officer('diachinh.bienhoa'), id, 'examine', { meets: true })).code).toBe('permission.missing');
    await end('hotich.bienhoa', other.body);
    const whole = await enter('hotich.bienhoa', { standIn: 'diachinh.bienhoa', from: '2026-11-26T08:00', to: '2026-11-26T17:00' });
    expect((await officer('diachinh.bienhoa').get<DossierListDto>('/api/dossiers?list=mine&lead=me')).body.rows.map((row) => row.id)).toContain(id);
    await act(officer('diachinh.bienhoa'), id, 'examine', { meets: true });
    expect((await read(officer('diachinh.bienhoa'), id)).people.lead?.name).toBe('Lê Thị Ngọc Diệp');
    await end('hotich.bienhoa', whole.body);
    expect((await officer('diachinh.bienhoa').get(`/api/dossiers/${id}`)).status).toBe(404);
  });

  test('a stand-in who is away too, or of another agency, is refused; a stand-in passes nothing on', async () => {
    expect((await enter<Problem>('hotich.bienhoa', { standIn: 'hotich.trangbom', from: '2026-11-27T08:00', to: '2026-11-27T17:00' })).body.code).toBe('absence.stand-in-elsewhere');
    const first = await enter('hotich.bienhoa', { standIn: 'diachinh.bienhoa', from: '2026-11-27T08:00', to: '2026-11-27T17:00' });
    const second = await enter('diachinh.bienhoa', { standIn: 'vanhoa.bienhoa', from: '2026-11-27T08:00', to: '2026-11-27T17:00' });
    // The lane the stand-in leaves alone is told: whoever stands in for them gets their own post and no other.
    expect(second.body.gaps.map(({ role, from, to }) => [role, Date.parse(from), Date.parse(to)])).toEqual([['case-officer', Date.parse(local('2026-11-27T08:00')), Date.parse(local('2026-11-27T17:00'))]]);
    await desk.moveTo('2026-11-27T09:00');
    const { actingFor } = (await officer('vanhoa.bienhoa').get<SessionDto>('/api/session')).body;
    expect(actingFor?.map(({ name }) => name)).toEqual(['Phạm Văn Thịnh']);
    expect((await enter<Problem>('vanhoa.bienhoa', { standIn: 'diachinh.bienhoa', from: '2026-11-27T10:00', to: '2026-11-27T17:00' })).body.code).toBe('absence.stand-in-away');
    await end('hotich.bienhoa', first.body);
    await end('diachinh.bienhoa', second.body);
  });
});

describe('the chairman is away', () => {
  const toDecide = async (): Promise<string> => {
    const id = await preparation.receive();
    await preparation.go(id, toApproval());
    return id;
  };

  test('the vice-chairman signs KT.; a reprint after the chairman is back says the same', async () => {
    await desk.moveTo('2026-11-30T08:00');
    const id = await toDecide();
    const away = await enter('chutich.bienhoa', { standIn: 'phochutich.bienhoa', from: '2026-11-30T08:00', to: '2026-12-01T17:00' });
    // Standing in passes nothing on; the vice-chairman's own post may propose what the chairman then passes on.
    expect((await propose('phochutich.bienhoa', { to: 'kinhte.bienhoa' })).body.state).toBe('proposed');
    await act(officer('phochutich.bienhoa'), id, 'approve');
    await act(officer('vanthu.bienhoa'), id, 'number');
    const printed = await signatureOn(id);
    expect(printed).toMatch(/TM\. ỦY BAN NHÂN DÂN KT\. CHỦ TỊCH PHÓ CHỦ TỊCH .*Bùi Thị Lan Chi/);
    await end('chutich.bienhoa', away.body);
    expect(await signatureOn(id)).toBe(printed);
  });

  test('whom a document gives the signature signs TUQ. or TL., in the own position; the journal says for whom', async () => {
    const id = await toDecide();
    const proposed = await propose('phochutich.bienhoa', { to: 'giamdoc.bienhoa', procedures: [MARITAL_STATUS] });
    expect([proposed.status, proposed.body.state, proposed.body.decidable]).toEqual([201, 'proposed', false]);
    // Nothing before a second person has approved it: not who proposed it, nor who is to get it.
    expect((await officer('giamdoc.bienhoa').get<DossierListDto>('/api/dossiers?list=mine')).body.rows.map((row) => row.id)).not.toContain(id);
    for (const login of ['phochutich.bienhoa', 'giamdoc.bienhoa']) expect((await decide<Problem>(login, proposed.body.id, 'approve')).status).toBe(403);
    expect((await decide('chutich.bienhoa', proposed.body.id, 'approve')).body.state).toBe('approved');

    expect(await offered('giamdoc.bienhoa', id)).toEqual(expect.arrayContaining(['approve', 'refuse', 'sendBack']));
    await act(officer('giamdoc.bienhoa'), id, 'approve');
    const line = (await read(officer('vanthu.bienhoa'), id)).history.at(-1)!;
    expect([line.who, line.forWhom, line.basis]).toEqual(['Phan Đức Thuận', 'Đặng Hoàng Nam', 'delegation']);
    await act(officer('vanthu.bienhoa'), id, 'number');
    const printed = await signatureOn(id);
    expect(printed).toMatch(/TUQ\. CHỦ TỊCH GIÁM ĐỐC TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG.*Phan Đức Thuận/);
    expect(printed).not.toContain('TM. ỦY BAN NHÂN DÂN');
    await decide('chutich.bienhoa', proposed.body.id, 'end');
    expect(await signatureOn(id)).toBe(printed);
    expect(await mine('giamdoc.bienhoa')).not.toContain(await toDecide());
  });

  test('it ends at its very moment, and never was for another procedure or another act', async () => {
    const proposed = await propose('phochutich.bienhoa', { to: 'giamdoc.bienhoa', formula: 'TL.', procedures: [BIRTH], until: '2026-12-02T10:00' });
    await decide('chutich.bienhoa', proposed.body.id, 'approve');
    const id = await toDecide();
    expect((await refusedAct(officer('giamdoc.bienhoa'), id, 'approve')).code).toBe('permission.missing');
    const whole = await propose('phochutich.bienhoa', { to: 'giamdoc.bienhoa', formula: 'TL.', permissions: ['dossier.approve'], until: '2026-12-02T10:00' });
    await decide('chutich.bienhoa', whole.body.id, 'approve');
    await desk.moveTo('2026-12-02T09:59');
    const acts = await offered('giamdoc.bienhoa', id);
    expect([acts.includes('approve'), acts.includes('refuse'), acts.includes('stop')]).toEqual([true, false, false]);
    await desk.moveTo('2026-12-02T10:00');
    expect((await officer('giamdoc.bienhoa').post<Problem>(`/api/dossiers/${id}/acts`, { commandId: crypto.randomUUID(), expectedVersion: 5, event: 'approve' })).status).not.toBe(200);
    expect((await offered('giamdoc.bienhoa', id)).includes('approve')).toBe(false);
  });
});

describe('four eyes', () => {
  test('the author never approves, not by a delegation either; the act is not offered, and the database refuses it', async () => {
    await desk.moveTo('2026-12-03T08:00');
    const id = await preparation.receive();
    await preparation.go(id, toApproval().slice(0, 2));
    // The head of the office stands in for the registrar and holds the chairman's signature.
    const away = await enter('hotich.bienhoa', { standIn: 'chanhvanphong.bienhoa', from: '2026-12-03T08:00', to: '2026-12-03T17:00' });
    const passed = await propose('phochutich.bienhoa', { to: 'chanhvanphong.bienhoa' });
    await decide('chutich.bienhoa', passed.body.id, 'approve');
    const author = officer('chanhvanphong.bienhoa');
    await act(author, id, 'examine', { meets: true });
    await act(author, id, 'submitForApproval', { draft: {} });
    expect((await offered('chanhvanphong.bienhoa', id)).filter((event) => ['approve', 'refuse'].includes(event))).toEqual([]);
    expect(await refusedAct(author, id, 'approve')).toMatchObject({ code: 'permission.four-eyes', status: 403 });
    expect((await refusedAct(author, id, 'refuse', { reason: 'conditions-not-met', note: 'x' })).code).toBe('permission.four-eyes');

    const decided = (by: string, whom: string | null) => forbidden('update result set decided_by = (select id from officer where login = $2), decided_for = (select id from officer where login = $3) where dossier_id = $1', [id, by, whom]);
    expect(await decided('chanhvanphong.bienhoa', 'chutich.bienhoa')).toBe('author_never_approves');
    expect(await decided('hotich.bienhoa', null)).toBe('whom_the_author_stood_in_for_never_approves');
    expect(await decided('phochutich.bienhoa', 'hotich.bienhoa')).toBe('nobody_approves_for_the_author');
    await act(officer('phochutich.bienhoa'), id, 'approve');
    await end('hotich.bienhoa', away.body);
    await decide('chutich.bienhoa', passed.body.id, 'end');
  });
});

describe('no passing on', () => {
  test('a delegate delegates nothing of it, from the chairman’s post or the own; no row can say otherwise', async () => {
    const passed = await propose('phochutich.bienhoa', { to: 'giamdoc.bienhoa' });
    await decide('chutich.bienhoa', passed.body.id, 'approve');
    expect((await propose<Problem>('giamdoc.bienhoa', { to: 'chanhvanphong.bienhoa' })).body.code).toBe('delegation.no-passing-on');
    expect((await propose<Problem>('giamdoc.bienhoa', { from: 'giamdoc.bienhoa', to: 'kinhte.bienhoa' })).body.code).toBe('delegation.no-passing-on');
    const row = `insert into delegation (id, formula, delegator_id, post_id, delegate_id, delegate_post_id, document, document_on, permissions, from_at, to_at, proposed_by, proposed_at)
      select gen_random_uuid(), 'TUQ.', a.id, $2, b.id, $3, 'x', '2026-12-03', '{dossier.approve}', now(), now() + interval '1 day', a.id, now() from officer a, officer b where a.login = $1 and b.login = 'kinhte.bienhoa'`;
    expect(await forbidden(row, ['giamdoc.bienhoa', await postOf('chutich.bienhoa'), await postOf('kinhte.bienhoa')])).toBe('delegation_of_own_post');
    await decide('giamdoc.bienhoa', passed.body.id, 'end');
  });

  test('only a head passes on, only a signature, and only to the head of a part of the agency', async () => {
    expect((await propose<Problem>('chutich.bienhoa', { from: 'phochutich.bienhoa', to: 'giamdoc.bienhoa' })).body.code).toBe('delegation.not-held');
    expect((await propose<Problem>('chutich.bienhoa', { to: 'hotich.bienhoa' })).body.code).toBe('delegation.not-eligible');
    expect((await propose<Problem>('chutich.bienhoa', { to: 'giamdoc.trangbom' })).body.code).toBe('delegation.not-eligible');
    expect((await propose<Problem>('chutich.bienhoa', { to: 'giamdoc.bienhoa', permissions: ['dossier.examine'] })).body.code).toBe('request.invalid');
    expect((await propose<Problem>('chutich.trangbom', { to: 'giamdoc.bienhoa' })).body.code).toBe('permission.missing');
  });
});

describe('receipt never stops', () => {
  test('an absence that would empty the counter wants a stand-in; a head may enter it for a colleague', async () => {
    await desk.moveTo('2026-12-04T08:00');
    const period = { from: '2026-12-07T07:30', to: '2026-12-07T17:00' };
    expect((await enter('tiepnhan.bienhoa', period)).status).toBe(201);
    const refused = await enter<Problem>('tiepnhan2.bienhoa', { from: '2026-12-04T08:00', to: '2026-12-08T17:00' });
    expect([refused.status, refused.body.code, refused.body.facts]).toEqual([422, 'absence.stand-in-needed', expect.objectContaining({ unit: 'c26068.centre' })]);
    expect(refused.body.detail).toContain('từ 07:30 07/12/2026 đến 17:00 07/12/2026');
    expect((await enter<Problem>('hotich.bienhoa', { ...period, officer: 'tiepnhan2.bienhoa', standIn: 'hotich.bienhoa' })).body.code).toBe('permission.missing');
    expect((await enter('giamdoc.bienhoa', { ...period, officer: 'tiepnhan2.bienhoa', standIn: 'diachinh.bienhoa' })).status).toBe(201);
    await desk.moveTo('2026-12-07T07:30');
    expect(await mine('diachinh.bienhoa')).toEqual([]);
    const { permissions } = (await officer('diachinh.bienhoa').get<SessionDto>('/api/session')).body;
    expect(permissions).toContain('dossier.receive');
    expect((await officer('diachinh.bienhoa').post('/api/counter/persons/search', { text: 'Trần' })).status).toBe(200);
    // Who stands in at the counter cannot leave it alone either.
    expect((await enter<Problem>('diachinh.bienhoa', { from: '2026-12-07T09:00', to: '2026-12-07T11:00', standIn: 'vanhoa.bienhoa' })).body.code).toBe('absence.stand-in-needed');
  });

  test('a lane that loses everybody raises an alarm its head owns; the head takes the work', async () => {
    await desk.moveTo('2026-12-08T08:00');
    const id = await preparation.receive('dinhquan');
    await preparation.go(id, toApproval('dinhquan').slice(0, 2));
    const watch = () => desk.app.get(AbsenceAdministration).watch();
    const active = (isActive: boolean) => desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update officer set active = $1 where login = 'hotich.dinhquan'`, [isActive]));
    const unserved = async (login: string) => (await officer(login).get<LaneAlarmDto[]>('/api/absences/unserved')).body.map(({ unitId, role, ownerName, openDossiers }) => ({ unitId, role, ownerName, openDossiers }));
    expect(await watch()).toBe(0);
    await active(false);
    expect(await watch()).toBe(1);
    expect(await watch()).toBe(0);
    const alarm = { unitId: 'c26206.office', role: 'case-officer', ownerName: 'Đinh Văn Sơn', openDossiers: 1 };
    for (const login of ['chanhvanphong.dinhquan', 'chutich.dinhquan']) expect(await unserved(login)).toEqual([alarm]);
    expect(await unserved('chutich.bienhoa')).toEqual([]);

    const head = officer('chanhvanphong.dinhquan');
    expect((await read(head, id)).choices.assignees?.map(({ name }) => name)).toEqual(['Đinh Văn Sơn']);
    expect((await refusedAct(head, id, 'examine', { meets: true })).code).toBe('permission.missing');
    await act(head, id, 'assign', { officerId: await idOf('chanhvanphong.dinhquan') });
    await act(head, id, 'examine', { meets: true });
    await act(head, id, 'submitForApproval', { draft: {} });
    await act(officer('phochutich.dinhquan'), id, 'approve');
    await active(true);
    await watch();
    expect(await unserved('chutich.dinhquan')).toEqual([]);
  });

  test('a unit with a single signer is told to its head, also when that person will be away', async () => {
    const cover = async (login: string) => (await officer(login).get<CoverDto>('/api/admin/cover')).body;
    expect((await cover('giamdoc.tuphap')).singleSigners).toEqual([{ unitId: 'p75.justice', unitName: 'Sở Tư pháp', officerName: 'Ngô Đình Khánh' }]);
    expect((await cover('chutich.bienhoa')).singleSigners).toEqual([]);
    const entered = await enter('giamdoc.tuphap', { from: '2026-12-09T08:00', to: '2026-12-10T17:00' });
    expect(entered.body.gaps.map(({ unitName, role }) => [unitName, role])).toEqual([['Sở Tư pháp', 'leader']]);
    expect((await cover('giamdoc.tuphap')).singleSigners[0]).toMatchObject({ awayFrom: entered.body.absence.from });
    expect((await officer('tiepnhan.bienhoa').get('/api/admin/cover')).status).toBe(403);
    const own = (await officer('giamdoc.tuphap').get<OwnCoverDto>('/api/absences')).body;
    expect(own.absences.map(({ id, endable }) => [id, endable])).toEqual([[entered.body.absence.id, true]]);
  });
});

describe('a post that ends', () => {
  test('is held until the evening of its last day, and not on the next: at the desk, in the lane, and among the colleagues to choose from', async () => {
    const login = 'vanhoa.dinhquan';
    await desk.moveTo('2026-12-21T08:00');
    const postId = await postOf(login);
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update post set until = '2026-12-22' where id = $1`, [postId]));
    const served = async (): Promise<unknown> => (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ served: boolean }>(`select lane_served('c26206.culture', '{case-officer}', $1) as served`, [desk.clock.now().toString()]))).served;
    const posts = async (): Promise<string[]> => (await desk.app.get(OfficerDirectory).findPrincipal(await idOf(login)))!.posts.map(({ unitId }) => unitId);
    const chosen = async (): Promise<boolean> => {
      const chairman = (await desk.app.get(OfficerDirectory).findPrincipal(await idOf('chutich.dinhquan')))!;
      return (await desk.app.get(AbsenceAdministration).cover(chairman)).colleagues.some(({ posts: held }) => held.some((each) => each.postId === postId));
    };
    const registered = async (day: string): Promise<number> => (await desk.asOwner.transaction(SYSTEM, async (tx) => postsOf(tx, await idOf(login), day))).length;
    await desk.moveTo('2026-12-22T16:59');
    expect([await posts(), await served(), await chosen(), await registered('2026-12-22')]).toEqual([['c26206.culture'], true, true, 1]);
    await desk.moveTo('2026-12-23T07:30');
    expect([await posts(), await served(), await chosen(), await registered('2026-12-23')]).toEqual([[], false, false, 0]);
  });
});
