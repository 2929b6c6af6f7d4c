import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { startTestDesk, type TestDesk } from '../support/desk.js';
import { LOST_LAND, MATTERS, PEOPLE, act, cast, fillInAtCounter, findPerson, go, intakeBody, pdfText, read, receiveAtCounter, refusedAct, tryAct } from '../support/steps.js';
import type { IntakeResultDto, PersonDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { DossierDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import type { DossierListDto } from '../../apps/desk/src/dossiers/list.dto.js';

jest.setTimeout(60_000);

const SHA256 = /^[0-9a-f]{64}$/;

describe('a lost land certificate goes to the province, is posted in the commune, and comes back', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let intake: IntakeResultDto;
  let id: string;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  const form = async (name: string): Promise<string> => pdfText((await people.clerk.bytes(`/api/dossiers/${id}/papers/form/${name}.pdf`)).body);
  const dueAt = async (): Promise<string | undefined> => (await read(people.clerk, id)).clock.dueAt;

  test('the counter receives it: fee paid, ten working days over the holiday', async () => {
    intake = await receiveAtCounter(people.clerk, LOST_LAND, { feePaid: true });
    id = intake.dossierId;
    expect(intake).toMatchObject({ code: 'H19.26.01-261123-0001', dueAt: '2026-12-08T01:30:00Z', fee: { total: 50_000, paid: true } });
  });

  test('the land registration office does not see it before it is sent', async () => {
    expect((await people.reviewer.get(`/api/dossiers/${id}`)).status).toBe(404);
    const sent = await act(people.clerk, id, 'handOver');
    expect(sent).toMatchObject({ status: 2, holder: { id: 'c26068.centre' }, addressee: { id: 'p75.land-registration' } });
    const incoming = await people.reviewer.get<DossierListDto>('/api/review/dossiers?list=incoming');
    expect(incoming.body.rows.map((row) => row.id)).toEqual([id]);
  });

  test('it is acknowledged and examined there, and sent back down for the notice', async () => {
    const { reviewer, landOfficer } = people;
    await desk.moveTo('2026-11-23T14:00');
    expect(await act(reviewer, id, 'acknowledge')).toMatchObject({ status: 4, holder: { id: 'p75.land-registration' } });
    expect(await act(reviewer, id, 'examine', { meets: true, note: 'Khớp sổ địa chính' })).toMatchObject({ findings: [{ by: 'Lê Thị Minh Thư', meets: true, text: 'Khớp sổ địa chính' }] });
    await act(reviewer, id, 'handOver');
    await desk.moveTo('2026-11-26T08:00');
    expect(await act(landOfficer, id, 'acknowledge')).toMatchObject({ holder: { id: 'c26068.economy' } });
  });

  test('the commune posts the notice and the clock stands', async () => {
    await desk.moveTo('2026-11-26T09:00');
    const before = await dueAt();
    const posted = await act(people.landOfficer, id, 'postNotice');
    expect([before, posted.clock.state, posted.clock.timeToken]).toEqual(['2026-12-08T01:30:00Z', 'paused', 'paused']);
    const text = await form('notice');
    for (const words of ['niêm yết', PEOPLE.landOwner.name, 'DH 702144', '15 (mười lăm) ngày']) expect(text.toLowerCase()).toContain(words.toLowerCase());
    expect(await refusedAct(people.landOfficer, id, 'closeNotice', { meets: true })).toMatchObject({ code: 'act.impossible', status: 409 });
    expect((await read(people.landOfficer, id)).acts.filter(({ beside }) => !beside)).toEqual([]);
  });

  test('nothing happens while the period runs', async () => {
    await desk.moveTo('2026-12-11T16:59');
    expect((await read(people.landOfficer, id)).clock.state).toBe('paused');
  });

  test('fifteen calendar days later the clock goes on: the date moves by exactly the posting', async () => {
    await desk.moveTo('2026-12-11T17:00');
    const ended = await read(people.landOfficer, id);
    // Two days and half an hour had run; seven days and seven and a half hours are left from Monday morning on.
    expect(ended.clock).toMatchObject({ state: 'running', dueAt: '2026-12-23T09:30:00Z' });
    const { history } = ended;
    expect(history.at(-1)).toMatchObject({ event: 'noticePeriodEnded', who: 'Hệ thống', at: '2026-12-11T10:00:00Z' });
    const ledger = await desk.asOwner.transaction(SYSTEM, (tx) => tx.rows<{ kind: string; at: string }>('select kind, at from clock_entry where dossier_id = $1 order by seq', [id]));
    expect(ledger.map(({ kind }) => kind)).toEqual(['start', 'pause', 'resume']);
  });

  test('minutes of the posting go up to the province; nobody objected', async () => {
    await desk.moveTo('2026-12-14T08:00');
    await act(people.landOfficer, id, 'closeNotice', { meets: true });
    expect(await form('minutes')).toMatch(/BIÊN BẢN/);
    await act(people.landOfficer, id, 'handOver');
    expect(await act(people.reviewer, id, 'acknowledge')).toMatchObject({ holder: { id: 'p75.land-registration' } });
  });

  test('who drafts does not approve: a reviewer lacks the permission, and the table refuses the author', async () => {
    await act(people.reviewer, id, 'submitForApproval', { draft: {} });
    expect(await refusedAct(people.reviewer, id, 'approve')).toMatchObject({ code: 'permission.missing', status: 403 });
    const sql = 'update result set decided_by = author, decided_at = now() where dossier_id = $1';
    await expect(desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(sql, [id]))).rejects.toThrow('author_never_approves');
    expect(await act(people.director, id, 'approve')).toMatchObject({ outcome: 'granted' });
  });

  test('it is numbered, handed back and returned; the commune saw it all the time', async () => {
    const closed = await go(id, [
      [people.provinceRecords, 'number'], [people.provinceRecords, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady'],
      [people.clerk, 'returnResult', { recipient: `${PEOPLE.landOwner.name}, căn cước` }],
    ]);
    expect(closed).toMatchObject({ status: 10, outcome: 'granted', holder: { id: 'c26068.centre' } });
    for (const who of [people.clerk, people.secondClerk, people.landOfficer, people.reviewer, people.chairman]) expect((await read(who, id)).status).toBe(10);
  });

  test('each handover lists its papers with digests, and its time of sending and taking in', async () => {
    await desk.drain();
    const { handovers, papers } = await read(people.clerk, id);
    expect(handovers.map(({ from, to }) => [from.id, to.id])).toEqual([
      ['c26068.centre', 'p75.land-registration'], ['p75.land-registration', 'c26068.economy'],
      ['c26068.economy', 'p75.land-registration'], ['p75.land-registration', 'c26068.centre'],
    ]);
    expect(handovers.every(({ acknowledgedAt, sentBy, acknowledgedBy }) => acknowledgedAt !== undefined && sentBy !== '' && acknowledgedBy !== '')).toBe(true);
    expect(papers.map(({ form: name }) => name)).toEqual(['receipt', 'control-slip', 'control-slip', 'notice', 'minutes', 'control-slip', 'result', 'control-slip']);
    expect(papers.every(({ sha256 }) => SHA256.test(sha256))).toBe(true);
    expect(papers.find(({ form: name }) => name === 'result')!.number).toBe('01/2026');
  });

  test('the control slip has a row for every handover', async () => {
    const text = await form('control-slip');
    for (const words of [intake.code, 'Văn phòng Đăng ký đất đai', 'Phòng Kinh tế', 'Lê Thị Minh Thư', 'Phạm Văn Thịnh', 'Vũ Thị Quỳnh Anh']) expect(text).toContain(words);
  });

  test('the new certificate is in force on the owner’s file and the lost one revoked', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.landOwner.personalId);
    const { body } = await people.clerk.post<PersonDto>('/api/counter/persons/open', { personId: owner.id });
    const certificates = body.papers.filter(({ kind }) => kind === 'land-certificate').map(({ number, state, issuedOn }) => [number, state, issuedOn]);
    expect(certificates.toSorted()).toEqual([['01/2026', 'in-force', '2026-12-14'], ['DH 702144', 'revoked', '2022-11-28']]);
  });
});

describe('on the way it may go wrong', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  const sent = async (more: object = {}): Promise<string> => {
    const { dossierId } = await receiveAtCounter(people.clerk, LOST_LAND, more);
    await act(people.clerk, dossierId, 'handOver');
    return dossierId;
  };

  test('the addressee returns a handover with a reason; the sender sends it again', async () => {
    const id = await sent();
    expect(await refusedAct(people.reviewer, id, 'returnHandover')).toMatchObject({ code: 'reason.required', status: 422 });
    const back = await act(people.reviewer, id, 'returnHandover', { reason: 'manifest-differs', note: 'Thiếu tờ khai' });
    expect(back).toMatchObject({ holder: { id: 'c26068.centre' }, handovers: [{ returnedAt: '2026-11-23T01:30:00Z', reason: 'Thiếu tờ khai' }] });
    expect(back.addressee).toBeUndefined();
    expect(back.history.at(-1)!.reason).toBe('Giấy tờ nhận được không khớp danh mục bàn giao (Nghị định 118/2025/NĐ-CP, Điều 18)');
    await act(people.clerk, id, 'handOver');
    expect((await act(people.reviewer, id, 'acknowledge')).handovers.map(({ acknowledgedAt }) => acknowledgedAt !== undefined)).toEqual([false, true]);
  });

  test('the sender recalls what is not yet acknowledged, and not what is', async () => {
    const id = await sent();
    expect(await act(people.clerk, id, 'recall', { reason: 'to-complete' })).toMatchObject({ holder: { id: 'c26068.centre' }, handovers: [{ recalledAt: '2026-11-23T01:30:00Z' }] });
    await act(people.clerk, id, 'handOver');
    await act(people.reviewer, id, 'acknowledge');
    const late = await refusedAct(people.clerk, id, 'recall', { reason: 'to-complete' });
    expect([late.status, late.code]).toEqual([403, 'permission.missing']);
  });

  test('an original that travels is at the province once it is acknowledged; one that stays is not', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.landOwner.personalId);
    const filled = await fillInAtCounter(people.clerk, LOST_LAND, owner.id, { ...MATTERS[LOST_LAND]!.answers, lostWhat: 'supplement-page' });
    const components = [{ key: 'certificate-original', state: 'passed', kind: 'original' }, { key: 'loss-confirmation', state: 'passed', kind: 'original' }];
    const { body } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(LOST_LAND, owner.id, filled, { components }));
    await act(people.clerk, body.dossierId, 'handOver', { originals: [{ key: 'certificate-original', travels: true }, { key: 'loss-confirmation', travels: false }] });
    const taken = await act(people.reviewer, body.dossierId, 'acknowledge');
    const places = (lines: ReadonlyArray<{ key: string; location?: string }>): Array<[string, string | undefined]> =>
      lines.filter(({ key }) => !key.startsWith('paper:')).map(({ key, location }): [string, string | undefined] => [key, location]);
    const expected = [['certificate-original', 'Văn phòng Đăng ký đất đai'], ['loss-confirmation', 'Trung tâm PVHCC phường Biên Hoà']];
    expect(places(taken.handovers[0]!.manifest)).toEqual(expected);
    expect(taken.handovers[0]!.manifest.map(({ original }) => original).slice(0, 2)).toEqual(['travels', 'stays']);
    expect(places(taken.components.filter(({ origin }) => origin !== 'absent'))).toEqual(expected);
  });

  const posted = async (): Promise<string> => {
    const id = await sent();
    await go(id, [
      [people.reviewer, 'acknowledge'], [people.reviewer, 'examine', { meets: true }], [people.reviewer, 'handOver'],
      [people.landOfficer, 'acknowledge'], [people.landOfficer, 'postNotice'],
    ]);
    return id;
  };

  test('the director sends a draft back, then refuses with a reason; the person gets the refusal at the counter', async () => {
    const id = await posted();
    await desk.moveTo('2026-12-09T08:30');
    await go(id, [
      [people.landOfficer, 'closeNotice', { meets: false, note: 'Bà Lê Thị Năm khiếu nại ranh đất' }], [people.landOfficer, 'handOver'],
      [people.reviewer, 'acknowledge'], [people.reviewer, 'submitForApproval', { draft: {} }],
    ]);
    expect((await read(people.director, id)).acts.filter(({ beside }) => !beside).map(({ event }) => event)).toEqual(['approve', 'sendBack', 'refuse', 'stop']);
    expect(await refusedAct(people.director, id, 'sendBack', { reason: 'conditions-not-met' })).toMatchObject({ code: 'reason.required' });
    expect(await act(people.director, id, 'sendBack', { reason: 'draft-wrong-data', note: 'Sai diện tích' })).toMatchObject({ outcome: 'none' });
    await act(people.reviewer, id, 'submitForApproval', { draft: {} });
    const refused = await act(people.director, id, 'refuse', { reason: 'objection-upheld', note: 'Khiếu nại có căn cứ' });
    expect(refused.outcome).toBe('refused');
    const closed: DossierDto = await go(id, [
      [people.provinceRecords, 'number'], [people.provinceRecords, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady'],
      [people.clerk, 'returnResult', { recipient: PEOPLE.landOwner.name }],
    ]);
    await desk.drain();
    const { papers } = await read(people.clerk, id);
    expect([closed.status, closed.outcome, papers.filter(({ form }) => ['result', 'refusal'].includes(form)).map(({ form, number }) => [form, number])])
      .toEqual([10, 'refused', [['refusal', '01/TB-TC']]]);
    const text = await pdfText((await people.clerk.bytes(`/api/dossiers/${id}/papers/form/refusal.pdf`)).body);
    for (const words of [PEOPLE.landOwner.name, 'ý kiến phản đối có căn cứ', 'Khiếu nại có căn cứ']) expect(text).toContain(words);
  });

  test('the certificate of a refused matter stays in force', async () => {
    const owner = await findPerson(people.clerk, PEOPLE.landOwner.personalId);
    const { body } = await people.clerk.post<PersonDto>('/api/counter/persons/open', { personId: owner.id });
    expect(body.papers.filter(({ kind }) => kind === 'land-certificate').map(({ number, state }) => [number, state])).toEqual([['DH 702144', 'in-force']]);
  });

  test('an officer of another commune cannot act on it, nor learn that it is there', async () => {
    const { dossierId } = await receiveAtCounter(people.clerk, LOST_LAND);
    const stranger = desk.officer('tiepnhan.trangbom');
    const answer = await tryAct(stranger, dossierId, 1, 'handOver');
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });
});
