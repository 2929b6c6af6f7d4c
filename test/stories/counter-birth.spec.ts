import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@app/kernel';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import type { AssessmentDto, IntakeResultDto, PersonRowDto } from '../../apps/desk/src/counter/counter.dto.js';
import type { DossierDto } from '../../apps/desk/src/dossiers/dossier.dto.js';

describe('a birth is registered at the counter the same day', () => {
  let desk: TestDesk;
  let clerk: Visitor;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    clerk = desk.officer('tiepnhan.bienhoa');
  });
  afterAll(() => desk?.stop());

  const act = async (who: Visitor, id: string, event: string, data: object = {}): Promise<DossierDto> => {
    const { body: seen } = await who.get<DossierDto>(`/api/dossiers/${id}`);
    const answer = await who.post<DossierDto>(`/api/dossiers/${id}/acts`, { commandId: newId(), expectedVersion: seen.version, event, ...data });
    if (answer.status !== 200) throw new Error(`${event}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  test('x', async () => {
    const found = await clerk.post<PersonRowDto[]>('/api/counter/persons/search', { text: 'tran thi my duyen' });
    const ownerId = found.body[0]!.id;
    let declaration: Record<string, unknown> = { requesterRelation: 'mother', birthProofKind: 'electronic', surrogacy: false, parentsDeclared: 'both', childName: 'Nguyễn Hoàng Bảo Ngọc' };
    let assessment!: AssessmentDto;
    for (let round = 0; round < 3; round++) {
      const answer = await clerk.post<AssessmentDto>('/api/counter/assess', { procedureCode: '1.001193', ownerId, declaration });
      expect(answer.status).toBe(200);
      assessment = answer.body;
      for (const offer of assessment.offers) declaration = { [offer.pointer.slice(1)]: offer.value, ...declaration };
    }
    console.log(JSON.stringify(assessment.faults), JSON.stringify(assessment.visible), JSON.stringify(assessment.due), JSON.stringify(assessment.components.map((c) => [c.key, c.required])), JSON.stringify(declaration));
    const intake = await clerk.post<IntakeResultDto>('/api/counter/intake', {
      commandId: newId(), dossierId: newId(), outcome: 'receive', procedureCode: '1.001193', ownerId, declaration,
      offers: assessment.offers.map(({ pointer }) => ({ pointer, agreed: true })),
      components: assessment.components.filter(({ required }) => required).map(({ key, kinds }) => ({ key, state: 'passed', kind: kinds[0] })),
      feePaid: false, delivery: 'counter',
    });
    console.log(intake.status, JSON.stringify(intake.body));
    const id = intake.body.dossierId;
    const receipt = await clerk.bytes(intake.body.paperUrl);
    console.log(receipt.status, receipt.body.length);
    await act(clerk, id, 'handOver');
    const officer = desk.officer('hotich.bienhoa');
    await act(officer, id, 'acknowledge');
    await act(officer, id, 'examine', { meets: true, note: 'Đủ điều kiện' });
    await act(officer, id, 'submitForApproval', { draft: {} });
    await act(desk.officer('chutich.bienhoa'), id, 'approve');
    await act(desk.officer('vanthu.bienhoa'), id, 'number');
    await act(desk.officer('vanthu.bienhoa'), id, 'handOver');
    await act(clerk, id, 'acknowledge');
    await act(clerk, id, 'resultReady');
    const end = await act(clerk, id, 'returnResult', { recipient: 'Trần Thị Mỹ Duyên, căn cước' });
    await desk.drain();
    const after = await clerk.get<DossierDto>(`/api/dossiers/${id}`);
    console.log(JSON.stringify(after.body, null, 1));
    expect(end.status).toBe(10);
  });
});
