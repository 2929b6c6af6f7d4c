import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CatalogueService, loadCatalogue } from '@app/catalogue';
import { Database, SYSTEM } from '@app/database';
import type { LocalRuleDto, LocalRulePreviewDto, LocalRulesDto } from '../../apps/desk/src/admin/local-rules.dto.js';
import type { ProcedureDto } from '../../apps/desk/src/catalogue/catalogue.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { cast, fileOnline, fillInAtCounter, findPerson, LOST_LAND, MARITAL_STATUS, MATTERS, PEOPLE, pdfText, read, receiveAtCounter, type Problem } from '../support/steps.js';

jest.setTimeout(120_000);

const RULES = '/api/admin/local-rules';
const COMMITTEE = { number: '12/2026/QĐ-UBND', date: '2026-11-20', issuedBy: 'UBND thành phố Đồng Nai' };
const COUNCIL = { number: '05/2026/NQ-HĐND', date: '2026-11-20', issuedBy: 'HĐND thành phố Đồng Nai' };
const HALF = { limits: [{ parts: [{ value: 1.5, unit: 'working-days' }] }] };
const FEES = { fees: [{ line: 'certificate', channels: ['counter', 'post'], amount: 20_000 }, { line: 'certificate', channels: ['online'], amount: 0 }] };

describe('a province shortens a limit and sets a fee by channel, each by its decision', () => {
  let desk: TestDesk;
  let first: Visitor;
  let second: Visitor;
  let people: ReturnType<typeof cast>;
  let before: string;
  let within: string;
  let limitRule: LocalRuleDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    [first, second, people] = [desk.officer('quantri'), desk.officer('quantri2'), cast(desk)];
  });
  afterAll(() => desk?.stop());

  const wish = (more: object) => ({ unitId: 'p75', code: MARITAL_STATUS, communes: [], decision: COMMITTEE, from: '2026-11-25', body: HALF, ...more });
  const propose = async (more: object = {}): Promise<LocalRuleDto> => {
    const { status, body } = await first.post<LocalRuleDto>(RULES, wish(more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body;
  };
  const refused = async (more: object): Promise<string> => (await first.post<Problem>(RULES, wish(more))).body.code;
  const approve = (id: string, who = second) => who.post<LocalRuleDto & Problem>(`${RULES}/${id}/approve`, {});
  const guidance = async (who: Visitor = desk.anonymous(), more = ''): Promise<ProcedureDto> => (await who.get<ProcedureDto>(`/api/procedures/${MARITAL_STATUS}${more}`)).body;
  const shown = (procedure: ProcedureDto, kind: string) => procedure.values.filter((value) => value.kind === kind).map(({ text, layer }) => [text.vi, layer.layer, layer.decision]);
  const frozen = (id: string) => desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ time_limit: Record<string, unknown>; fee: unknown; due_at: string; step_due_at: string }>('select time_limit, fee, due_at, step_due_at from dossier where id = $1', [id]));

  test('what may not be is refused with its code, and nothing is put on record', async () => {
    expect(await refused({ body: { limits: [{ parts: [{ value: 3.5, unit: 'working-days' }] }] } })).toBe('local-rule.lengthened');
    expect(await refused({ body: { limits: [{ parts: [{ value: 2, unit: 'calendar-days' }] }] } })).toBe('local-rule.lengthened');
    expect(await refused({ body: { limits: [{ parts: [{ value: 1, unit: 'hours' }] }] } })).toBe('local-rule.steps-exceed');
    expect(await refused({ body: { exemptions: [{ key: 'poor-household', name: { vi: 'Hộ nghèo', en: 'Poor' }, basis: 'x', when: { properties: { feeExemption: { const: 'poor-household' } } } }] } })).toBe('local-rule.exemption-lost');
    expect(await refused({ unitId: 'c26068', body: FEES })).toBe('local-rule.layer');
    expect(await refused({ body: {} })).toBe('local-rule.faulty');
    expect(await refused({ communes: ['c00004'] })).toBe('local-rule.faulty');
    expect(await refused({ from: '2026-11-22' })).toBe('local-rule.date-passed');
    expect((await people.clerk.post<Problem>(RULES, wish({}))).body.code).toBe('permission.missing');
    expect((await people.clerk.get<Problem>(`${RULES}?unit=p75`)).body.code).toBe('permission.missing');
    expect((await first.get<LocalRulesDto>(`${RULES}?unit=p75`)).body).toEqual({ records: [], conflicts: [] });
  });

  test('proposed, it is shown with what it changes before anything changes', async () => {
    before = (await receiveAtCounter(people.clerk, MARITAL_STATUS)).dossierId;
    limitRule = await propose({ until: '2026-12-31' });
    const { body } = await second.get<LocalRulePreviewDto>(`${RULES}/${limitRule.id}`);
    expect(body).toMatchObject({
      rule: { state: 'proposed', own: false, unitName: 'Thành phố Đồng Nai', baseVersion: 1 }, receipts: 1,
      fromNation: [{ pointer: '/timeLimit', before: { vi: '3 ngày làm việc' }, after: { vi: '1,5 ngày làm việc' } }],
      fromNow: [{ pointer: '/timeLimit' }],
    });
    expect(body.stepTimes[0]!.steps.map(({ after }) => `${after.value} ${after.unit}`)).toEqual(['2 hours', '4 hours', '2 hours', '1 working-days', '2 hours', '1 hours', '1 hours']);
    expect(shown(await guidance(), 'limit')).toEqual([[expect.stringContaining('3 ngày làm việc'), 'nation', expect.any(String)]]);
  });

  test('who proposed it may not approve it, not even behind the program’s back; nor is it decided twice', async () => {
    expect((await approve(limitRule.id, first)).body.code).toBe('permission.four-eyes');
    await expect(desk.asOwner.transaction(SYSTEM, (tx) => tx.execute("update local_rule set outcome = 'approved', decided_by = proposed_by, decided_at = now() where id = $1", [limitRule.id]))).rejects.toThrow(/local_rule_proposer_never_approves/);
    expect((await approve(limitRule.id)).body).toMatchObject({ state: 'approved', decidedBy: 'Đặng Thị Hải Yến', undoable: true });
    expect((await approve(limitRule.id)).body.code).toBe('local-rule.decided');
    await expect(desk.asOwner.transaction(SYSTEM, (tx) => tx.execute("update local_rule set effective_until = '2030-01-01' where id = $1", [limitRule.id]))).rejects.toThrow(/is decided and cannot change/);
    const fee = await propose({ body: FEES, decision: COUNCIL });
    expect((await approve(fee.id)).status).toBe(200);
  });

  test('the day before, the nation’s limit and amount are promised still', async () => {
    expect(shown(await guidance(people.clerk), 'fee')).toEqual([['15.000 đồng', 'nation', undefined]]);
    expect((await read(people.clerk, before)).clock).toMatchObject({ dueAt: '2026-11-27T01:30:00Z', layer: { layer: 'nation' } });
  });

  test('from its day on guidance, assessment, receipt and date follow it and say by which decision', async () => {
    await desk.moveTo('2026-11-25T08:30');
    const procedure = await guidance(people.clerk);
    expect(shown(procedure, 'limit')).toEqual([[expect.stringContaining('1,5 ngày làm việc'), 'province', '12/2026/QĐ-UBND']]);
    expect(shown(procedure, 'fee')).toEqual([['20.000 đồng (nộp tại quầy, nộp qua bưu chính)', 'province', '05/2026/NQ-HĐND'], ['0 đồng (nộp trực tuyến)', 'province', '05/2026/NQ-HĐND']]);
    expect(procedure.values[0]!.layer).toMatchObject({
      date: '2026-11-20', since: '2026-11-25', until: '2026-12-31', issuedBy: 'UBND thành phố Đồng Nai',
      text: { vi: 'Rút ngắn từ 3 ngày làm việc theo Quyết định 12/2026/QĐ-UBND ngày 20/11/2026 của UBND thành phố Đồng Nai, áp dụng từ 25/11/2026 đến hết 31/12/2026' },
    });
    const slip = await pdfText((await desk.anonymous().bytes(`/api/procedures/${MARITAL_STATUS}/guidance.pdf`)).body);
    expect(slip).toContain('1,5 ngày làm việc');
    expect(slip).toContain('Quyết định 12/2026/QĐ-UBND');
    expect(slip).toContain('Nghị quyết 05/2026/NQ-HĐND');

    const owner = await findPerson(people.clerk, PEOPLE.single.personalId);
    const { assessment } = await fillInAtCounter(people.clerk, MARITAL_STATUS, owner.id);
    expect(assessment.due).toMatchObject({ layer: { layer: 'province' }, limit: { vi: expect.stringContaining('1,5 ngày làm việc') } });
    expect(assessment.due!.trace[0]!.vi).toBe('Thời hạn rút ngắn còn 1,5 ngày làm việc theo Quyết định 12/2026/QĐ-UBND ngày 20/11/2026 của UBND thành phố Đồng Nai (quy định chung: 3 ngày làm việc)');
    expect(assessment.fee).toMatchObject({ total: 20_000, lines: [{ amount: 20_000, layer: { layer: 'province', decision: '05/2026/NQ-HĐND' } }] });

    const intake = await receiveAtCounter(people.clerk, MARITAL_STATUS, { feePaid: true });
    within = intake.dossierId;
    expect(intake).toMatchObject({ dueAt: assessment.due!.at, fee: { total: 20_000 } });
    const { clock } = await read(people.clerk, within);
    expect(clock).toMatchObject({ dueAt: assessment.due!.at, layer: { layer: 'province', decision: '12/2026/QĐ-UBND' } });
    expect(clock.trace[0]!.vi).toContain('rút ngắn còn 1,5 ngày làm việc theo Quyết định 12/2026/QĐ-UBND');
    const receipt = await pdfText((await people.clerk.bytes(`/api/dossiers/${within}/papers/form/receipt.pdf`)).body);
    expect(receipt).toContain('1,5 ngày làm việc');
    expect(receipt).toContain('Thời hạn rút ngắn còn 1,5 ngày làm việc theo Quyết định 12/2026/QĐ-UBND ngày 20/11/2026 của UBND thành phố Đồng Nai');
    expect(receipt).toContain('20.000 đồng (theo Nghị quyết 05/2026/NQ-HĐND ngày 20/11/2026 của HĐND thành phố Đồng Nai)');
  });

  test('the counter pays, online is free, who is exempt stays exempt', async () => {
    const online = await fileOnline(desk.citizen(PEOPLE.single.personalId), MARITAL_STATUS);
    expect(await frozen(online)).toMatchObject({ fee: { total: 0, lines: [{ amount: 0, local: { decision: '05/2026/NQ-HĐND' } }] } });
    const { owner, answers } = MATTERS[MARITAL_STATUS]!;
    const exempt = await receiveAtCounter(people.clerk, MARITAL_STATUS, {}, { owner, answers: { ...answers, feeExemption: 'poor-household' } });
    expect(exempt.fee).toMatchObject({ total: 0, explanation: { vi: expect.stringContaining('Lý do miễn: Hộ nghèo') } });
  });

  test('a running dossier keeps what was in force at its receipt, and the decision it came from; its steps have their part of the time', async () => {
    expect(await frozen(before)).toMatchObject({ time_limit: { value: 3 }, due_at: '2026-11-27T01:30:00Z' });
    const kept = await frozen(within);
    expect(kept.time_limit).toMatchObject({ value: 1.5, local: { layer: 'province', decision: '12/2026/QĐ-UBND', instead: { value: 3 }, share: 0.5 } });
    // Two working hours for the transfer in the place of four.
    expect(kept.step_due_at).toBe('2026-11-25T03:30:00Z');
  });

  test('other rules hold for a commune alone, and for named communes', async () => {
    const named = await propose({ communes: ['c26005'], from: '2026-11-25', body: { note: { vi: 'Mang theo bản chính sổ hộ tịch.', en: 'Bring the register.' } } });
    expect((await approve(named.id)).status).toBe(200);
    expect(shown(await guidance(people.clerk), 'note')).toEqual([]);
    expect(shown(await guidance(desk.anonymous(), '?commune=c26005'), 'note')).toEqual([['Mang theo bản chính sổ hộ tịch.', 'province', '12/2026/QĐ-UBND']]);
    const own = await propose({ unitId: 'c26068', decision: { ...COMMITTEE, issuedBy: 'UBND phường Biên Hoà' }, from: '2026-11-26', until: '2026-11-26', body: { limits: [{ parts: [{ value: 1, unit: 'working-days' }] }] } });
    expect((await approve(own.id, people.chairman)).body).toMatchObject({ state: 'approved', layer: 'commune' });
    await desk.moveTo('2026-11-26T09:00');
    expect(shown(await guidance(desk.anonymous(), '?commune=c26068'), 'limit')).toEqual([[expect.stringContaining('1 ngày làm việc'), 'commune', '12/2026/QĐ-UBND']]);
    await desk.moveTo('2026-11-27T09:00');
    expect(shown(await guidance(desk.anonymous(), '?commune=c26068'), 'limit')).toEqual([[expect.stringContaining('1,5 ngày làm việc'), 'province', '12/2026/QĐ-UBND']]);
  });

  test('a way of filing the province does not offer is closed, whatever a screen showed', async () => {
    const rule = await propose({ code: LOST_LAND, from: '2026-11-27', until: '2026-11-27', body: { channels: ['counter'] } });
    await approve(rule.id);
    await expect(fileOnline(desk.citizen(PEOPLE.landOwner.personalId), LOST_LAND)).rejects.toThrow(/procedure.channel-closed/);
    expect((await desk.anonymous().get<ProcedureDto>(`/api/procedures/${LOST_LAND}`)).body.channels).toEqual(['counter']);
  });

  test('which procedures the communes receive is the province’s own list', async () => {
    const { code } = loadCatalogue().skeletons.find(({ handledBy }) => handledBy === 'provincial-department')!;
    const entry = async (commune: string) => (await desk.anonymous().get<ProcedureDto>(`/api/procedures/${code}?commune=${commune}`)).body;
    expect((await entry('c26068')).referral).toBeUndefined();
    for (const more of [{ body: { received: false } }, { communes: ['c26068'], body: { received: true } }]) await approve((await propose({ code, from: '2026-11-27', ...more })).id);
    expect((await entry('c26005')).referral).toMatchObject({ vi: 'Trung tâm Phục vụ hành chính công cấp tỉnh' });
    expect(shown(await entry('c26005'), 'reception')).toEqual([['Nộp tại Trung tâm Phục vụ hành chính công cấp tỉnh', 'province', '12/2026/QĐ-UBND']]);
    expect((await entry('c26068')).referral).toBeUndefined();
    expect(shown(await entry('c26068'), 'reception')).toEqual([['Nộp được tại Trung tâm Phục vụ hành chính công cấp xã', 'province', '12/2026/QĐ-UBND']]);
    const closed = await propose({ code: MARITAL_STATUS, communes: ['c26005'], from: '2026-11-27', until: '2026-11-27', body: { received: false } });
    await approve(closed.id);
    const far = await desk.anonymous().get<ProcedureDto>(`/api/procedures/${MARITAL_STATUS}?commune=c26005`);
    expect(far.body).toMatchObject({ receivable: false, referral: { vi: 'Trung tâm Phục vụ hành chính công cấp tỉnh' } });
  });

  test('a new national version that changes what a rule rests on is told field by field; until a person decides, what is better for the citizen holds', async () => {
    const national = loadCatalogue().procedures.find(({ code }) => code === MARITAL_STATUS)!;
    const [, ...kept] = national.fee.exemptions;
    const next = { ...national, version: 2, effective: { from: '2026-11-28' }, fee: { ...national.fee, lines: [{ ...national.fee.lines[0]!, amount: 12_000 }], exemptions: kept } };
    const catalogue = desk.app.get(CatalogueService);
    await desk.asOwner.transaction(SYSTEM, (tx) => catalogue.publish(tx, next));
    await catalogue.refresh();
    const { conflicts } = (await first.get<LocalRulesDto>(`${RULES}?unit=p75`)).body;
    expect(conflicts).toMatchObject([{ code: MARITAL_STATUS, version: 2, from: '2026-11-28', decision: { number: '05/2026/NQ-HĐND' }, lostExemptions: ['Gia đình có công với cách mạng'] }]);
    expect(conflicts[0]!.differences.find(({ pointer }) => pointer === '/fee/lines/0/amount')).toMatchObject({ before: { vi: '15000' }, after: { vi: '12000' } });
    await desk.moveTo('2026-11-30T08:30');
    expect((await receiveAtCounter(people.clerk, MARITAL_STATUS)).fee).toMatchObject({ total: 12_000, lines: [{ layer: { decision: '05/2026/NQ-HĐND', underReview: true } }] });

    const decided = await propose({ decision: { ...COUNCIL, number: '09/2026/NQ-HĐND' }, from: '2026-12-01', body: { fees: [{ line: 'certificate', channels: ['counter'], amount: 18_000 }] }, replaces: conflicts[0]!.rule });
    await approve(decided.id);
    expect((await first.get<LocalRulesDto>(`${RULES}?unit=p75`)).body.conflicts).toMatchObject([{ rule: conflicts[0]!.rule }]);
    await desk.moveTo('2026-12-01T08:30');
    expect((await first.get<LocalRulesDto>(`${RULES}?unit=p75`)).body.conflicts).toEqual([]);
    expect((await receiveAtCounter(people.clerk, MARITAL_STATUS)).fee).toMatchObject({ total: 18_000, lines: [{ layer: { decision: '09/2026/NQ-HĐND' } }] });
    expect(await first.post<Problem>(`${RULES}/${conflicts[0]!.rule}/end`, { decision: COUNCIL, from: '2026-12-02' })).toMatchObject({ status: 409, body: { code: 'local-rule.replaced' } });
  });

  test('taken back, what stood before stands again; ended, the nation’s', async () => {
    const { records } = (await first.get<LocalRulesDto>(`${RULES}?unit=p75`)).body;
    const latest = records.find(({ decision }) => decision.number === '09/2026/NQ-HĐND')!;
    const back = await first.post<LocalRuleDto>(`${RULES}/${latest.id}/undo`, { decision: COUNCIL, from: '2026-12-02' });
    expect(back.body).toMatchObject({ kind: 'set', undoes: latest.id, state: 'proposed', body: FEES });
    await approve(back.body.id);
    await desk.moveTo('2026-12-02T08:30');
    expect(shown(await guidance(), 'fee').map(([text]) => text)).toEqual(['20.000 đồng (nộp tại quầy, nộp qua bưu chính)', '0 đồng (nộp trực tuyến)']);
    const end = await first.post<LocalRuleDto>(`${RULES}/${back.body.id}/end`, { decision: COUNCIL, from: '2026-12-03' });
    await approve(end.body.id);
    await desk.moveTo('2026-12-03T08:30');
    expect(shown(await guidance(), 'fee')).toEqual([['12.000 đồng', 'nation', undefined]]);
  });

  test('on its last day it holds, and the day after it has lapsed by itself', async () => {
    await desk.moveTo('2026-12-31T08:30');
    expect(shown(await guidance(), 'limit')).toEqual([[expect.stringContaining('1,5 ngày làm việc'), 'province', '12/2026/QĐ-UBND']]);
    await desk.moveTo('2027-01-01T08:30');
    expect(shown(await guidance(), 'limit')).toEqual([[expect.stringContaining('3 ngày làm việc'), 'nation', expect.any(String)]]);
    expect((await read(people.clerk, within)).clock.layer).toMatchObject({ layer: 'province', until: '2026-12-31' });
  });

  test('a rejected proposal changes nothing, and its author takes one back', async () => {
    const rule = await propose({ from: '2027-01-05' });
    expect((await second.post<LocalRuleDto>(`${RULES}/${rule.id}/reject`, { reason: 'Chưa đủ nhân lực.' })).body).toMatchObject({ state: 'rejected', reason: 'Chưa đủ nhân lực.' });
    const other = await propose({ from: '2027-01-05' });
    expect((await first.post<LocalRuleDto>(`${RULES}/${other.id}/reject`, { reason: 'Ghi nhầm.' })).body).toMatchObject({ state: 'withdrawn' });
  });

  test('another process follows without a restart', async () => {
    const elsewhere = new CatalogueService(desk.app.get(Database));
    await elsewhere.refresh();
    const rule = await propose({ from: '2027-01-05', body: { note: { vi: 'Có chỗ đỗ xe.', en: 'Parking.' } } });
    expect(await elsewhere.refreshIfChanged()).toBe(false);
    await approve(rule.id);
    expect(await elsewhere.refreshIfChanged()).toBe(true);
    expect(elsewhere.describe(MARITAL_STATUS, '2027-01-05', { province: 'p75' }).values.filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });
});
