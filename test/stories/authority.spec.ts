import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { verifyJournal } from '@app/dossiers';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { BIRTH, CONFIRMATION, CONFIRMATION_BY_PROVINCE, cast, fileOnline, go, read, receiveAtCounter, tryAct, type Problem } from '../support/steps.js';
import type { AuthorityChangeDto, AuthorityMatterDto, AuthorityPreviewDto, AuthorityRecordDto } from '../../apps/desk/src/admin/authority.dto.js';

jest.setTimeout(180_000);

const RULES = '/api/admin/authority/rules';
const CHANGES = '/api/admin/authority/changes';
const LAW = { basis: { number: '03/2026/QH16', article: 'Điều 5', title: 'Luật Hộ tịch' }, provenance: 'Ví dụ' };
/** The law of a procedure moves from the province to the commune on a day to come. */
const MOVED = { procedureCode: CONFIRMATION, caseKey: 'kept-at-province', unitId: 'p75', level: 'commune', from: '2026-12-01', ...LAW };

describe('the authority for a procedure moves from the province to the commune on a day to come, without a release', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;
  let first: Visitor;
  let second: Visitor;
  let department: { reviewer: Visitor; director: Visitor; records: Visitor };
  let change: AuthorityChangeDto;
  let before: string;
  let filed: string;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
    [first, second] = [desk.officer('quantri'), desk.officer('quantri2')];
    department = { reviewer: desk.officer('thamdinh.tuphap'), director: desk.officer('giamdoc.tuphap'), records: desk.officer('vanthu.tuphap') };
  });
  afterAll(() => desk?.stop());

  const receive = async (matter = CONFIRMATION_BY_PROVINCE): Promise<string> => (await receiveAtCounter(people.clerk, CONFIRMATION, {}, matter)).dossierId;
  const officeOf = async (id: string) => {
    const { authority } = await read(people.clerk, id);
    return [authority.level, authority.office?.name, authority.basis, authority.settled];
  };
  /** Hands a received dossier over and tells where it went. */
  const sentTo = async (id: string): Promise<string | undefined> => (await go(id, [[people.clerk, 'handOver']])).addressee?.id;
  const rules = async (): Promise<AuthorityRecordDto[]> => (await first.get<AuthorityRecordDto[]>(RULES)).body;
  const propose = (who: Visitor, body: object) => who.post<AuthorityChangeDto & Problem>(RULES, body);
  const approve = (who: Visitor, { id }: AuthorityChangeDto) => who.post<AuthorityChangeDto & Problem>(`${CHANGES}/${id}/approve`, {});

  test('the rules that came with the program: the field belongs to the commune, what the department keeps to the province', async () => {
    expect((await rules()).map(({ fieldCode, procedureCode, caseKey, unitId, level, state }) => [fieldCode ?? `${procedureCode} ${caseKey}`, unitId, level, state])).toEqual([
      ['G15-TP07', 'vn', 'commune', 'in-force'], [`${CONFIRMATION} kept-at-province`, 'vn', 'province', 'in-force'],
    ]);
    const { body } = await first.get<AuthorityMatterDto[]>('/api/admin/authority/matters');
    expect(body.find(({ code }) => code === CONFIRMATION)).toMatchObject({ levels: ['commune', 'province'], cases: [{ key: 'kept-at-commune' }, { key: 'kept-at-province' }] });
    expect(body.find(({ code }) => code === BIRTH)).toMatchObject({ levels: ['commune'], fieldCode: 'G15-TP07' });
  });

  test('a dossier received today goes by the case: to the department of justice, or to the officers of the commune', async () => {
    before = await receive();
    expect(await officeOf(before)).toEqual(['province', 'Sở Tư pháp', '60/2014/QH13', true]);
    expect(await sentTo(before)).toBe('p75.justice');
    const kept = (await receiveAtCounter(people.clerk, CONFIRMATION)).dossierId;
    expect((await officeOf(kept)).slice(0, 1)).toEqual(['commune']);
    expect(await sentTo(kept)).toBe('c26068.office');
  });

  test('one officer proposes the rule of the law to come; a clerk may not, nor may it be nonsense', async () => {
    expect(await propose(people.clerk, MOVED)).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    expect(await propose(first, { ...MOVED, office: 'province/justice' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await propose(first, { ...MOVED, until: '2026-11-30' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await propose(first, { ...MOVED, caseKey: 'on-the-moon' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await propose(first, { ...MOVED, fieldCode: 'G15-TP07' })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const answer = await propose(first, MOVED);
    expect(answer).toMatchObject({ status: 201, body: { state: 'proposed', own: true, proposedBy: 'Nguyễn Văn Quản', rule: { level: 'commune', from: '2026-12-01' } } });
    change = answer.body;
  });

  test('the preview names the filing not yet received, the dossiers that keep theirs, and what is to come; it changes nothing', async () => {
    filed = await fileOnline(desk.citizen(CONFIRMATION_BY_PROVINCE.owner), CONFIRMATION, {}, CONFIRMATION_BY_PROVINCE);
    const { body } = await second.get<AuthorityPreviewDto>(`${CHANGES}/${change.id}`);
    expect(body.effect).toMatchObject({
      day: '2026-12-01', kept: 2, refused: [],
      open: [{ dossierId: filed, from: { level: 'province', unitName: 'Sở Tư pháp' }, to: { level: 'commune', unitName: 'Văn phòng HĐND và UBND' } }],
    });
    expect(body.effect?.future.map(({ procedureCode, from, to, places }) => [procedureCode, from.level, to.level, places.length])).toEqual([[CONFIRMATION, 'province', 'commune', 4]]);
    expect(await rules()).toHaveLength(2);
  });

  test('who proposed it may not approve it, not even behind the program’s back; another may, once', async () => {
    expect(await approve(first, change)).toMatchObject({ status: 403, body: { code: 'permission.four-eyes' } });
    await expect(desk.asOwner.transaction(SYSTEM, (tx) => tx.execute('update authority_change set approved_by = proposed_by, approved_at = now() where id = $1', [change.id])))
      .rejects.toThrow(/authority_proposer_never_approves/);
    expect(await approve(second, change)).toMatchObject({ status: 200, body: { state: 'approved', decidedBy: 'Đặng Thị Hải Yến' } });
    expect(await approve(second, change)).toMatchObject({ status: 409, body: { code: 'authority.change-decided' } });
    expect((await rules()).map(({ state }) => state)).toEqual(['in-force', 'in-force', 'coming']);
    expect(await propose(first, MOVED)).toMatchObject({ status: 409, body: { code: 'authority.already-ruled' } });
  });

  test('the day before it still goes to the province; on its day to the commune, the filing of last week too; what was received stays', async () => {
    await desk.moveTo('2026-11-30T16:00');
    const eve = await receive();
    expect(await officeOf(eve)).toEqual(['province', 'Sở Tư pháp', '60/2014/QH13', true]);
    expect((await officeOf(filed)).slice(0, 2)).toEqual(['province', 'Sở Tư pháp']);

    await desk.moveTo('2026-12-01T08:00');
    const day = await receive();
    expect(await officeOf(day)).toEqual(['commune', 'Văn phòng HĐND và UBND – Phường Biên Hoà', 'Điều 5 03/2026/QH16', true]);
    expect((await officeOf(filed)).slice(0, 1)).toEqual(['commune']);
    await go(filed, [[people.clerk, 'receive', { components: [{ key: 'related-papers', state: 'passed' }] }]]);
    expect([await sentTo(day), await sentTo(filed), await sentTo(eve)]).toEqual(['c26068.office', 'c26068.office', 'p75.justice']);
    expect(await officeOf(before)).toEqual(['province', 'Sở Tư pháp', '60/2014/QH13', true]);
  });

  test('the province ends what it began: its own paper with its own number and seal', async () => {
    const dossier = await go(before, [
      [department.reviewer, 'acknowledge'], [department.reviewer, 'submitForApproval', { draft: {} }], [department.director, 'approve'], [department.records, 'number'],
      [department.records, 'handOver'], [people.clerk, 'acknowledge'], [people.clerk, 'resultReady'],
    ]);
    expect(dossier).toMatchObject({ status: 9, outcome: 'granted' });
    await desk.drain();
    const { papers } = await read(people.clerk, before);
    expect(papers.find(({ form }) => form === 'result')).toMatchObject({ number: expect.stringMatching(/XNHT$/) });
  });

  test('a rule set with an end lapses by itself and what stood before applies again', async () => {
    const cut = await propose(first, { ...MOVED, unitId: 'c26068', level: 'province', from: '2026-12-07', until: '2026-12-08', basis: { number: '66.18/2026/NQ-CP' } });
    expect(await approve(second, cut.body)).toMatchObject({ status: 200 });
    const levels: unknown[] = [];
    for (const at of ['2026-12-06T08:00', '2026-12-07T08:00', '2026-12-08T23:59', '2026-12-09T00:00']) {
      await desk.moveTo(at);
      levels.push((await officeOf(await fileOnline(desk.citizen(CONFIRMATION_BY_PROVINCE.owner), CONFIRMATION, {}, CONFIRMATION_BY_PROVINCE))).slice(0, 1)[0]);
    }
    expect(levels).toEqual(['commune', 'province', 'province', 'commune']);
    expect((await rules()).find(({ basis }) => basis.number === '66.18/2026/NQ-CP')).toMatchObject({ state: 'lapsed' });
  });

  test('a rule is ended by two persons too; then the one before it decides again', async () => {
    await desk.moveTo('2026-12-09T08:00');
    const [rule] = (await rules()).filter(({ unitId }) => unitId === 'p75');
    const end = (until: string) => first.post<AuthorityChangeDto & Problem>(`${RULES}/${rule?.id}/end`, { until, document: '99/QĐ-UBND' });
    expect(await end('2026-12-01')).toMatchObject({ status: 409, body: { code: 'authority.not-endable' } });
    const proposed = await end('2026-12-10');
    expect(proposed).toMatchObject({ status: 201, body: { kind: 'end', until: '2026-12-10' } });
    expect(await end('2026-12-11')).toMatchObject({ status: 409, body: { code: 'authority.not-endable' } });
    expect(await approve(first, proposed.body)).toMatchObject({ status: 403, body: { code: 'permission.four-eyes' } });
    expect(await approve(second, proposed.body)).toMatchObject({ status: 200 });
    await desk.moveTo('2026-12-11T08:00');
    expect((await officeOf(await receive())).slice(0, 2)).toEqual(['province', 'Sở Tư pháp']);
  });

  test('what nobody could decide is shown, and cannot be approved', async () => {
    const birth = await propose(first, { procedureCode: BIRTH, unitId: 'p75', level: 'province', from: '2027-03-01', ...LAW });
    const { body } = await second.get<AuthorityPreviewDto>(`${CHANGES}/${birth.body.id}`);
    expect(body.effect?.refused).toMatchObject([{ procedureCode: BIRTH, code: 'authority.no-way' }]);
    expect(await approve(second, birth.body)).toMatchObject({ status: 422, body: { code: 'authority.undecidable' } });
    const nobody = await propose(first, { ...MOVED, level: 'province', office: 'province/fisheries', from: '2027-03-01' });
    const preview = await second.get<AuthorityPreviewDto>(`${CHANGES}/${nobody.body.id}`);
    expect(preview.body.effect?.refused.map(({ code, unitName }) => [code, unitName])).toHaveLength(4);
    expect(preview.body.effect?.refused[0]).toMatchObject({ code: 'unit.unresolved' });
    expect(await approve(second, nobody.body)).toMatchObject({ status: 422, body: { code: 'authority.undecidable' } });
    expect(await second.post<AuthorityChangeDto>(`${CHANGES}/${nobody.body.id}/reject`, { reason: 'Chưa có cơ quan này.' })).toMatchObject({ status: 200, body: { state: 'rejected', rejectedReason: 'Chưa có cơ quan này.' } });
  });

  test('another office of the province takes the place of the one the process names', async () => {
    const other = await propose(first, { ...MOVED, unitId: 'c26068', level: 'province', office: 'province/home-affairs', from: '2026-12-14' });
    expect(await approve(second, other.body)).toMatchObject({ status: 200 });
    await desk.moveTo('2026-12-14T08:00');
    const id = await receive();
    expect((await officeOf(id)).slice(0, 2)).toEqual(['province', 'Sở Nội vụ']);
    expect(await sentTo(id)).toBe('p75.home-affairs');
  });

  test('nothing can be received that a rule gives to a level the procedure has no way at', async () => {
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(
      `with rule as (insert into authority_rule (id, procedure_code, unit_id, level, effective_from, basis_number, provenance) values (gen_random_uuid(), $1, 'c26068', 'province', '2026-12-14', '1/2026/NĐ-CP', 'test') returning 1)
       update authority_version set value = value + 1 where exists (select 1 from rule)`, [BIRTH]));
    const id = await fileOnline(desk.citizen('075196152243'), BIRTH);
    const { version } = await read(people.clerk, id);
    const refused = await tryAct(people.clerk, id, version, 'receive', { components: [] });
    expect(refused).toMatchObject({ status: 422, body: { code: 'authority.no-way' } });
  });

  test('every journal replays, and one whose row was given another authority is found', async () => {
    expect((await verifyJournal(desk.asOwner)).faults).toEqual([]);
    await desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(`update dossier set authority = '{"level": "commune"}' where id = $1`, [before]));
    expect((await verifyJournal(desk.asOwner)).faults.map(({ dossier, fault }) => [dossier, fault.includes('authority')])).toEqual([[before, true]]);
  });
});
