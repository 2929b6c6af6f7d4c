import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CatalogueService } from '@app/catalogue';
import { Database, SYSTEM } from '@app/database';
import { newId } from '@app/kernel';
import type { AssessmentDto, IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { ProcedureDto } from '../../apps/desk/src/catalogue/catalogue.dto.js';
import type { ProcedureCheckDto, ProcedureDraftDto, ProcedureListDto, ProcedureOverviewDto, ProcedureProposalDto, ProcedureProposalRowDto } from '../../apps/desk/src/admin/procedures.dto.js';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { completePermit, PAVEMENT, PAVEMENT_ANSWERS, saveWithExamples, Sheet } from '../support/pavement-permit.js';
import { cast, fillIn, fillInAtCounter, findPerson, go, intakeBody, pdfText, PEOPLE, read, type Problem } from '../support/steps.js';

jest.setTimeout(60_000);

const AT = `/api/admin/procedures/${PAVEMENT}`;
const DECISION = { decisionNumber: '2345/QĐ-UBND', decisionDate: '2026-11-20' };
const OWNER = PEOPLE.divorced;

describe('a skeleton becomes receivable when two administrators publish it', () => {
  let desk: TestDesk;
  let author: Visitor;
  let approver: Visitor;
  let people: ReturnType<typeof cast>;
  /** The catalogue as another process of the same desk holds it. */
  let elsewhere: CatalogueService;
  let revision: number;
  let document: Record<string, unknown>;
  let proposalId: string;
  let firstDossier: string;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    [author, approver, people] = [desk.officer('quantri'), desk.officer('quantri2'), cast(desk)];
    elsewhere = new CatalogueService(desk.app.get(Database));
    await elsewhere.refresh();
  });
  afterAll(() => desk?.stop());

  const receivable = async (): Promise<boolean> => (await desk.anonymous().get<ProcedureDto>(`/api/procedures/${PAVEMENT}`)).body.receivable;
  const row = async (filter: string) => (await author.get<ProcedureListDto>(`/api/admin/procedures?filter=${filter}&q=via%20he`)).body.rows.map(({ code }) => code);
  const receive = async (): Promise<IntakeResultDto> => {
    const owner = await findPerson(people.clerk, OWNER.personalId);
    const filled = await fillInAtCounter(people.clerk, PAVEMENT, owner.id, PAVEMENT_ANSWERS);
    expect(filled.assessment.faults).toEqual([]);
    const { status, body } = await people.clerk.post<IntakeResultDto>('/api/counter/intake', intakeBody(PAVEMENT, owner.id, filled, { feePaid: true }));
    expect([status, body]).toMatchObject([200, { received: true }]);
    return body;
  };
  const versionOf = async (id: string): Promise<number> =>
    (await desk.asOwner.transaction(SYSTEM, (tx) => tx.one<{ version: number }>('select procedure_version as version from dossier where id = $1', [id]))).version;

  test('officers without the permission neither see nor write drafts', async () => {
    for (const who of [people.clerk, people.chairman]) {
      for (const answer of [await who.get<Problem>('/api/admin/procedures'), await who.post<Problem>(`${AT}/draft`, {}), await who.get<Problem>(`${AT}/draft`)]) {
        expect([answer.status, answer.body.code]).toEqual([403, 'permission.missing']);
      }
    }
  });

  test('the skeleton is found without accents and cannot be received', async () => {
    expect([await row('skeleton'), await row('receivable'), await receivable()]).toEqual([[PAVEMENT], [], false]);
    const owner = await findPerson(people.clerk, OWNER.personalId);
    const refused = await people.clerk.post<Problem>('/api/counter/assess', { procedureCode: PAVEMENT, ownerId: owner.id, declaration: {} });
    expect([refused.status, refused.body.code]).toEqual([422, 'procedure.not-receivable']);
  });

  test('a draft begins with everything the skeleton knows, and opens again where it was left', async () => {
    const begun = await author.post<ProcedureDraftDto>(`${AT}/draft`, {});
    expect(begun.body).toMatchObject({ code: PAVEMENT, basedOn: 0, revision: 1, document: { version: 1, timeLimit: { value: 5, unit: 'working-days' }, result: { code: 'KQ.G04.000509' }, process: { steps: [] } } });
    expect((await author.post<ProcedureDraftDto>(`${AT}/draft`, {})).body).toEqual(begun.body);
    expect(await row('draft')).toEqual([PAVEMENT]);
    ({ revision, document } = begun.body);
  });

  test('proposed as it is, it is refused: each fault has a place, a sentence and a cure', async () => {
    const { status, body } = await author.post<Problem>(`${AT}/proposals`, { revision, effectiveOn: '2026-11-25', ...DECISION });
    expect([status, body.code]).toEqual([422, 'procedure.faulty']);
    const told = new Map(body.fields?.map(({ pointer, vi }) => [pointer, vi]));
    expect(told.get('/process/steps')).toBe('Quy trình giải quyết – bước: còn trống. Hãy bổ sung.');
    expect(told.get('/timeLimit/basis')).toBe('Thời hạn giải quyết – căn cứ: còn trống. Hãy bổ sung.');
    expect(told.get('/fee/lines/0/amount')).toBe('Phí, lệ phí – khoản thu “Lệ phí” – mức thu: chưa có. Hãy bổ sung.');
    expect(told.get('/name/en')).toBe('Tên thủ tục – tiếng Anh: còn trống. Hãy bổ sung.');
    expect(await row('proposed')).toEqual([]);
  });

  test('a step without a holder, a unit nobody has and a missing example are named at their place', async () => {
    document = await completePermit(author, { document } as ProcedureDraftDto);
    const wrong = new Sheet(document).write('/process/steps/1/unit', 'commune/fishing').write('/process/steps/3/sendBackTo', 'nowhere').document;
    const check = async (): Promise<Array<readonly [string, string]>> => (await author.get<ProcedureCheckDto>(`${AT}/draft/check`)).body.faults.map(({ pointer, vi }) => [pointer, vi]);
    await author.put(`${AT}/draft`, { revision, document: wrong, examples: [] });
    expect(await check()).toEqual([['/process/steps/3', 'Bước "approve" trả lại về "nowhere", không phải một bước dự thảo hoặc thẩm tra ở trước nó. Hãy chọn bước như vậy.']]);
    await author.put(`${AT}/draft`, { revision: revision + 1, document: new Sheet(document).write('/process/steps/1/unit', 'commune/fishing').document, examples: [] });
    expect(await check()).toEqual([
      ['/process/steps/1/unit', 'Chưa có đơn vị nào đảm nhiệm phần việc "commune/fishing" (quy trình giải quyết – bước “Thẩm tra hồ sơ” – đơn vị). Hãy chọn đơn vị khác, hoặc khai báo phần việc này cho một đơn vị.'],
      ['/examples', 'Chưa có ví dụ kiểm chứng nào. Hãy bấm “Lập ví dụ”, đọc lại từng ví dụ rồi lưu.'],
    ]);
    revision += 2;
  });

  test('two people at one draft: the second save is told who was first, and nothing is overwritten', async () => {
    const saved = await saveWithExamples(author, revision, document);
    const late = await approver.put<Problem>(`${AT}/draft`, { revision, document: {}, examples: [] });
    expect([late.status, late.body.code, late.body.facts?.['who']]).toEqual([409, 'procedure.draft-changed', 'Nguyễn Văn Quản']);
    const known = await author.get<ProcedureDraftDto>(`${AT}/draft`);
    expect(known.body).toMatchObject({ revision: saved.revision, document: { name: { en: 'Temporary use of the pavement' } } });
    expect(known.body.examples.map(({ requires, fee }) => [requires, fee])).toEqual([[[], 100_000], [['traffic-plan'], 100_000]]);
    ({ revision } = known.body);
  });

  test('an example that no longer comes true is a fault', async () => {
    const dearer = new Sheet(document).write('/fee/lines/0/amount', 120_000).document;
    const { examples } = (await author.get<ProcedureDraftDto>(`${AT}/draft`)).body;
    await author.put(`${AT}/draft`, { revision, document: dearer, examples });
    const { faults } = (await author.get<ProcedureCheckDto>(`${AT}/draft/check`)).body;
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/examples/0', '/examples/1']);
    expect(faults[0]!.vi).toBe('Ví dụ “trường hợp thông thường”: lệ phí đã ghi là 100000 đồng, nay tính ra 120000 đồng. Hãy sửa thủ tục hoặc lập lại ví dụ.');
    revision = (await author.put<ProcedureDraftDto>(`${AT}/draft`, { revision: revision + 1, document, examples })).body.revision;
    expect((await author.get<ProcedureCheckDto>(`${AT}/draft/check`)).body).toMatchObject({ revision, faults: [], differences: [], running: 0 });
  });

  test('it is proposed for a day to come, not for one that is over', async () => {
    const past = await author.post<Problem>(`${AT}/proposals`, { revision, effectiveOn: '2026-11-22', ...DECISION });
    expect([past.status, past.body.code]).toEqual([422, 'procedure.date-passed']);
    const { status, body } = await author.post<ProcedureProposalRowDto>(`${AT}/proposals`, { revision, effectiveOn: '2026-11-25', ...DECISION, note: 'Theo quyết định của tỉnh' });
    expect([status, body]).toMatchObject([201, { version: 1, effectiveOn: '2026-11-25', decisionNumber: '2345/QĐ-UBND', proposedBy: 'Nguyễn Văn Quản', own: true }]);
    proposalId = body.id;
    expect([await row('proposed'), await row('draft')]).toEqual([[PAVEMENT], []]);
    const edited = await approver.put<Problem>(`${AT}/draft`, { revision, document, examples: [] });
    expect([edited.status, edited.body.code]).toEqual([409, 'procedure.proposal-open']);
  });

  test('who proposed cannot approve: not at the desk, and not in the database', async () => {
    for (const decision of ['approve', 'reject']) {
      const refused = await author.post<Problem>(`/api/admin/proposals/${proposalId}/${decision}`, decision === 'reject' ? { reason: 'x' } : {});
      expect([refused.status, refused.body.code]).toEqual([403, 'procedure.own-proposal']);
    }
    const forced = desk.asOwner.transaction(SYSTEM, (tx) => tx.execute("update procedure_proposal set outcome = 'approved', decided_by = proposed_by, decided_at = now() where id = $1", [proposalId]));
    await expect(forced).rejects.toThrow('proposal_is_decided_by_another');
    const clerk = await people.clerk.post<Problem>(`/api/admin/proposals/${proposalId}/approve`, {});
    expect([clerk.status, clerk.body.code]).toEqual([403, 'permission.missing']);
  });

  test('sent back with a reason it returns to its author, who mends it and proposes anew', async () => {
    const rejected = await approver.post<ProcedureProposalRowDto>(`/api/admin/proposals/${proposalId}/reject`, { reason: 'Thiếu căn cứ về phí' });
    expect(rejected.body).toMatchObject({ outcome: 'rejected', reason: 'Thiếu căn cứ về phí', decidedBy: 'Đặng Thị Hải Yến', own: false });
    const again = await approver.post<Problem>(`/api/admin/proposals/${proposalId}/approve`, {});
    expect([again.status, again.body.code]).toEqual([409, 'procedure.proposal-decided']);
    document = new Sheet(document).write('/legalBases', [{ number: '165/2024/NĐ-CP', articles: 'Điều 21' }, { number: '85/2019/TT-BTC' }]).document;
    ({ revision } = await saveWithExamples(author, revision, document));
    proposalId = (await author.post<ProcedureProposalRowDto>(`${AT}/proposals`, { revision, effectiveOn: '2026-11-25', ...DECISION })).body.id;
  });

  test('the second administrator reads it whole and approves', async () => {
    const read = await approver.get<ProcedureProposalDto>(`/api/admin/proposals/${proposalId}`);
    expect(read.body).toMatchObject({ kind: 'publish', version: 1, faults: [], differences: [], running: 0, own: false, document: { legalBases: [{}, { number: '85/2019/TT-BTC' }] } });
    const approved = await approver.post<ProcedureProposalRowDto>(`/api/admin/proposals/${proposalId}/approve`, {});
    expect([approved.status, approved.body]).toMatchObject([200, { outcome: 'approved', decidedBy: 'Đặng Thị Hải Yến' }]);
    const gone = await author.get<Problem>(`${AT}/draft`);
    expect(gone.status).toBe(404);
  });

  test('before its day it cannot be received; from its day on it can, at every process, without a restart', async () => {
    expect(await receivable()).toBe(false);
    expect((await author.get<ProcedureListDto>('/api/admin/procedures?filter=skeleton&q=via%20he')).body.rows).toMatchObject([{ upcoming: { version: 1, from: '2026-11-25' } }]);
    expect(() => elsewhere.getReceivable(PAVEMENT, '2026-11-25')).toThrow('procedure.not-receivable');
    expect([await elsewhere.refreshIfChanged(), await elsewhere.refreshIfChanged()]).toEqual([true, false]);
    expect(elsewhere.getReceivable(PAVEMENT, '2026-11-25').version).toBe(1);
    await desk.moveTo('2026-11-25T08:30');
    expect([await receivable(), await row('receivable')]).toEqual([true, [PAVEMENT]]);
  });

  test('a dossier goes all the way, with its papers', async () => {
    const { dossierId, code, dueAt } = await receive();
    firstDossier = dossierId;
    expect([code, dueAt]).toEqual(['H19.26.01-261125-0001', '2026-12-02T01:30:00Z']);
    const { clerk, landOfficer, chairman, records } = people;
    const closed = await go(dossierId, [
      [clerk, 'handOver'], [landOfficer, 'acknowledge'], [landOfficer, 'examine', { meets: true, note: 'Đủ điều kiện' }], [landOfficer, 'submitForApproval', { draft: {} }],
      [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'], [clerk, 'returnResult', { recipient: 'Chính chủ, căn cước' }],
    ]);
    expect(closed).toMatchObject({ status: 10, outcome: 'granted' });
    await desk.drain();
    const { papers } = await read(clerk, dossierId);
    expect(papers.map(({ form }) => form).toSorted()).toEqual(['control-slip', 'control-slip', 'receipt', 'result']);
    const text = await pdfText((await clerk.bytes(`/api/dossiers/${dossierId}/papers/form/result.pdf`)).body);
    for (const words of ['GIẤY PHÉP', '/GP-UBND', `Về việc cho ${OWNER.name} sử dụng tạm thời vỉa hè`, 'Nghị định số 165/2024/NĐ-CP']) expect(text).toContain(words);
  });

  test('citizens file it online too, by its own form', async () => {
    const citizen = desk.citizen(OWNER.personalId);
    const draftId = newId();
    await citizen.put(`/api/citizen/drafts/${draftId}`, { procedureCode: PAVEMENT, data: {} });
    const filled = await fillIn(async (declaration) => (await citizen.post<AssessmentDto>('/api/citizen/assess', { procedureCode: PAVEMENT, declaration })).body, { ...PAVEMENT_ANSWERS, answer1: false });
    expect([filled.assessment.faults, filled.assessment.components, filled.assessment.fee.total]).toEqual([[], [], 100_000]);
    const filed = await citizen.post<{ dossierId: string; filingNumber: string }>('/api/citizen/dossiers', {
      commandId: newId(), dossierId: draftId, procedureCode: PAVEMENT, communeId: 'c26068', declaration: filled.declaration, offers: filled.agreed.map((pointer) => ({ pointer, agreed: true })), components: [], delivery: 'counter',
    });
    expect([filed.status, await versionOf(draftId)]).toEqual([201, 1]);
  });

  test('a dossier received before a second version stays on the first', async () => {
    const early = (await receive()).dossierId;
    const begun = (await approver.post<ProcedureDraftDto>(`${AT}/draft`, {})).body;
    expect([begun.basedOn, begun.document['version'], begun.examples.length]).toEqual([1, 2, 2]);
    const shorter = new Sheet(begun.document).write('/timeLimit/value', 3);
    const { body } = await approver.post<{ process: Record<string, unknown> }>('/api/admin/standard-processes/commune-decides', { timeLimit: shorter.document['timeLimit'], division: 'commune/construction' });
    const saved = await saveWithExamples(approver, begun.revision, shorter.write('/process', body.process).document);
    const check = (await approver.get<ProcedureCheckDto>(`${AT}/draft/check`)).body;
    expect(check).toMatchObject({ faults: [], comparedWith: 1, running: 2 });
    expect(check.differences.find(({ pointer }) => pointer === '/timeLimit/value')).toEqual({ pointer: '/timeLimit/value', place: { vi: 'thời hạn giải quyết – số lượng', en: 'time limit – value' }, before: { vi: '5', en: '5' }, after: { vi: '3', en: '3' } });
    expect(check.differences.every(({ pointer }) => pointer === '/timeLimit/value' || pointer.startsWith('/process/steps/'))).toBe(true);
    const second = (await approver.post<ProcedureProposalRowDto>(`${AT}/proposals`, { revision: saved.revision, effectiveOn: '2026-11-26', ...DECISION })).body;
    expect((await author.post<ProcedureProposalRowDto>(`/api/admin/proposals/${second.id}/approve`, {})).body).toMatchObject({ version: 2, outcome: 'approved' });
    expect(await versionOf((await receive()).dossierId)).toBe(1);
    await desk.moveTo('2026-11-26T08:30');
    const late = (await receive()).dossierId;
    expect([await versionOf(early), await versionOf(firstDossier), await versionOf(late)]).toEqual([1, 1, 2]);
    await go(early, [[people.clerk, 'handOver'], [people.landOfficer, 'acknowledge']]);
    const { versions } = (await author.get<ProcedureOverviewDto>(AT)).body;
    expect(versions).toMatchObject([
      { version: 2, from: '2026-11-26', running: 1, decision: { proposedBy: 'Đặng Thị Hải Yến', approvedBy: 'Nguyễn Văn Quản' } },
      { version: 1, from: '2026-11-25', running: 3, decision: { proposedBy: 'Nguyễn Văn Quản', approvedBy: 'Đặng Thị Hải Yến', number: '2345/QĐ-UBND', date: '2026-11-20' } },
    ]);
  });

  test('a published version cannot be rewritten, not even by the application itself', async () => {
    const application = desk.app.get(Database);
    for (const statement of ["update procedure_version set document = '{}'", 'delete from procedure_version', "update procedure_log set note = 'x'", 'delete from procedure_log', 'delete from procedure_proposal', 'delete from procedure_end']) {
      await expect(application.transaction(SYSTEM, (tx) => tx.execute(statement))).rejects.toThrow(/permission denied|published and cannot change/);
    }
  });

  test('it is ended by two persons: nothing more is received, what runs goes on', async () => {
    for (const version of [2, 1]) {
      const proposed = (await author.post<ProcedureProposalRowDto>(`${AT}/endings`, { version, effectiveOn: '2026-11-27', ...DECISION })).body;
      expect([proposed.kind, (await author.post<Problem>(`/api/admin/proposals/${proposed.id}/approve`, {})).body.code]).toEqual(['end', 'procedure.own-proposal']);
      expect((await approver.post<ProcedureProposalRowDto>(`/api/admin/proposals/${proposed.id}/approve`, {})).body.outcome).toBe('approved');
    }
    const again = await author.post<Problem>(`${AT}/endings`, { version: 1, effectiveOn: '2026-11-30', ...DECISION });
    expect([again.status, again.body.code]).toEqual([422, 'procedure.version-ended']);
    await desk.moveTo('2026-11-27T08:30');
    expect(await receivable()).toBe(true);
    await desk.moveTo('2026-11-30T08:30');
    expect([await receivable(), await row('skeleton')]).toEqual([false, [PAVEMENT]]);
    const { versions, log } = (await author.get<ProcedureOverviewDto>(AT)).body;
    expect(versions.map(({ until, running }) => [until, running])).toEqual([['2026-11-27', 1], ['2026-11-27', 3]]);
    expect(log.map(({ event }) => event).toReversed()).toEqual([
      'started', 'proposed', 'rejected', 'proposed', 'published', 'started', 'proposed', 'published', 'end-proposed', 'ended', 'end-proposed', 'ended',
    ]);
  });
});
