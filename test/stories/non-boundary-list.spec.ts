import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SYSTEM } from '@app/database';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { EXTRACT_COPY, MARITAL_STATUS, PEOPLE, findPerson, receiveAtCounter, type Problem } from '../support/steps.js';
import type { AssessmentDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { NonBoundaryListDto, NonBoundaryPreviewDto } from '../../apps/desk/src/admin/non-boundary.dto.js';

jest.setTimeout(120_000);

const LISTS = '/api/admin/non-boundary';
const DECISION = { number: '15/2026/QĐ-UBND', date: '2026-11-20', issuedBy: 'UBND thành phố Đồng Nai' };

describe('the province publishes another list of non-boundary receipt for a day to come', () => {
  let desk: TestDesk;
  let first: Visitor;
  let second: Visitor;
  let clerk: Visitor;
  let next: NonBoundaryListDto;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    [first, second, clerk] = [desk.officer('quantri'), desk.officer('quantri2'), desk.officer('tiepnhan.trangbom')];
  });
  afterAll(() => desk?.stop());

  const lists = async (who = first): Promise<NonBoundaryListDto[]> => (await who.get<NonBoundaryListDto[]>(`${LISTS}?unit=p75`)).body;
  const propose = (who: Visitor, body: object) => who.post<NonBoundaryListDto & Problem>(LISTS, { unitId: 'p75', decision: DECISION, from: '2026-12-01', ...body });
  /** Whether the counter of Trảng Bom may receive a procedure for the owner's own ward. */
  const shown = async (procedureCode: string): Promise<string | undefined> =>
    (await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode, ownerId: (await findPerson(clerk, PEOPLE.single.personalId)).id, declaration: {} })).body.competence?.decision.vi;

  test('the list that came with the program holds, and says so', async () => {
    const [shipped, ...others] = await lists();
    expect([others, shipped]).toMatchObject([[], { state: 'approved', inForce: true, own: false, from: '2025-07-01' }]);
    expect(shipped!.decision.vi).toContain('giả định');
    expect(shipped!.proposedBy).toBeUndefined();
    expect(shipped!.procedures.map(({ code, competent }) => [code, competent])).toContainEqual([MARITAL_STATUS, 'residence']);
    expect(await shown(MARITAL_STATUS)).toContain('giả định');
    await receiveAtCounter(clerk, MARITAL_STATUS, { competentCommuneId: 'c26068' });
  });

  test('one officer proposes the next list; a clerk may not, nor may it name a procedure twice, or one that is not received here', async () => {
    const procedures = [{ code: EXTRACT_COPY, competent: 'choice' }];
    expect(await propose(clerk, { procedures })).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    expect(await propose(first, { procedures: [...procedures, ...procedures] })).toMatchObject({ status: 422, body: { code: 'local-rule.faulty', fields: [{ pointer: '/procedures/1/code' }] } });
    expect(await propose(first, { procedures: [{ code: '9.999999', competent: 'choice' }] })).toMatchObject({ status: 400 });
    expect(await propose(first, { procedures: [{ code: '6.999999', competent: 'choice' }] })).toMatchObject({ status: 422, body: { code: 'local-rule.faulty' } });
    expect(await propose(first, { procedures, from: '2026-11-22' })).toMatchObject({ status: 422, body: { code: 'local-rule.date-passed' } });
    const answer = await propose(first, { procedures });
    expect(answer).toMatchObject({ status: 201, body: { state: 'proposed', own: true, inForce: false, proposedBy: 'Nguyễn Văn Quản' } });
    next = answer.body;
  });

  test('the preview names each procedure that comes, goes or is decided otherwise, and the dossiers that stay', async () => {
    const { body } = await second.get<NonBoundaryPreviewDto>(`${LISTS}/${next.id}`);
    expect(body.differences.find(({ code }) => code === MARITAL_STATUS)).toMatchObject({ before: 'residence' });
    expect(body.differences.find(({ code }) => code === MARITAL_STATUS)?.after).toBeUndefined();
    expect(body.differences.map(({ code }) => code)).not.toContain(EXTRACT_COPY);
    expect([body.kept, body.list.own]).toEqual([1, false]);
  });

  test('who proposed it may not approve it, not even behind the program’s back; another may, once, and nobody rewrites it', async () => {
    expect(await first.post(`${LISTS}/${next.id}/approve`, {})).toMatchObject({ status: 403, body: { code: 'permission.four-eyes' } });
    const behind = (sql: string): Promise<unknown> => desk.asOwner.transaction(SYSTEM, (tx) => tx.execute(sql, [next.id]));
    await expect(behind(`update non_boundary_list set outcome = 'approved', decided_by = proposed_by, decided_at = now() where id = $1`)).rejects.toThrow(/non_boundary_proposer_never_approves/);
    expect(await second.post(`${LISTS}/${next.id}/approve`, {})).toMatchObject({ status: 200, body: { state: 'approved', decidedBy: 'Đặng Thị Hải Yến' } });
    expect(await second.post(`${LISTS}/${next.id}/approve`, {})).toMatchObject({ status: 409, body: { code: 'local-rule.decided' } });
    await expect(behind(`update non_boundary_list set procedures = '[]' where id = $1`)).rejects.toThrow(/is decided and cannot change/);
  });

  test('the day before the old list still holds; on its day the new one, by its decision', async () => {
    await desk.moveTo('2026-11-30T16:00');
    expect(await shown(MARITAL_STATUS)).toContain('giả định');
    await desk.moveTo('2026-12-01T08:00');
    expect((await lists()).map(({ id, inForce }) => [id === next.id, inForce])).toEqual([[true, true], [false, false]]);
    expect(await shown(MARITAL_STATUS)).toBeUndefined();
    expect(await shown(EXTRACT_COPY)).toBe('Quyết định 15/2026/QĐ-UBND ngày 20/11/2026 của UBND thành phố Đồng Nai');
    await expect(receiveAtCounter(clerk, MARITAL_STATUS, { competentCommuneId: 'c26068' })).rejects.toThrow(/non-boundary.not-listed/);
  });

  test('a list that lapses leaves none: what stood before it does not come back', async () => {
    const { body } = await propose(second, { procedures: [{ code: MARITAL_STATUS, competent: 'residence' }], from: '2026-12-02', until: '2026-12-03' });
    expect((await first.post<NonBoundaryListDto>(`${LISTS}/${body.id}/approve`, {})).body.state).toBe('approved');
    await desk.moveTo('2026-12-03T08:00');
    expect([await shown(MARITAL_STATUS), await shown(EXTRACT_COPY)]).toEqual(['Quyết định 15/2026/QĐ-UBND ngày 20/11/2026 của UBND thành phố Đồng Nai', undefined]);
    await desk.moveTo('2026-12-04T08:00');
    expect(await shown(MARITAL_STATUS)).toBeUndefined();
  });
});
