import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTestDesk, type TestDesk, type Visitor } from '../support/desk.js';
import { BUILDING_PERMIT, GUEST_HOUSE_BY_A_MONUMENT, PEOPLE, act, cast, fillInAtCounter, findPerson, go, pdfText, read, receiveAtCounter, refusedAct, type ActData, type Line } from '../support/steps.js';
import type { IntakeResultDto } from '../../apps/desk/src/counter/counter.dto.js';

jest.setTimeout(60_000);

const ALL_BODIES = ['planning', 'fireSafety', 'heritage', 'environment'];

describe('a building permit', () => {
  let desk: TestDesk;
  let people: ReturnType<typeof cast>;

  beforeAll(async () => {
    desk = await startTestDesk('2026-11-23T08:30');
    people = cast(desk);
  });
  afterAll(() => desk?.stop());

  const papersOf = async (id: string): Promise<string[]> => {
    await desk.drain();
    return (await read(people.clerk, id)).papers.map(({ form }) => form);
  };
  const textOf = async (id: string, form: string): Promise<string> => {
    await desk.drain();
    const paper = (await read(people.clerk, id)).papers.findLast((each) => each.form === form)!;
    const { body } = await people.clerk.bytes(`/api/dossiers/${id}/papers/${paper.id}.pdf`);
    return pdfText(body);
  };
  /** To the economy division, through examination and field check. */
  const examined = (): Line[] => {
    const { clerk, landOfficer } = people;
    return [[clerk, 'handOver'], [landOfficer, 'acknowledge'], [landOfficer, 'examine', { meets: true, note: 'Đủ hồ sơ' }], [landOfficer, 'examine', { meets: true, note: 'Đúng ranh giới' }]];
  };
  const issued = (): Line[] => {
    const { clerk, landOfficer, chairman, records } = people;
    return [
      [landOfficer, 'submitForApproval', { draft: {} }], [chairman, 'approve'], [records, 'number'], [records, 'handOver'], [clerk, 'acknowledge'], [clerk, 'resultReady'],
      [clerk, 'returnResult', { recipient: 'Chủ đầu tư, căn cước', feePaid: true }],
    ];
  };
  const askAll = (id: string, bodies: readonly string[] = ALL_BODIES) => act(people.landOfficer, id, 'requestConsultation', { consult: bodies.map((body) => ({ body })) });

  describe('for a house', () => {
    let house: IntakeResultDto;

    test('the lot comes from the certificate on file; drawings and the safety pledge are asked', async () => {
      const { id } = await findPerson(people.clerk, PEOPLE.landOwner.personalId);
      const { declaration, assessment } = await fillInAtCounter(people.clerk, BUILDING_PERMIT, id);
      expect(assessment.faults).toEqual([]);
      expect(declaration).toMatchObject({ certificateNumber: 'DH 702144', plotNumber: '168', mapSheet: '24', plotArea: 96.5, landPurpose: 'Đất ở tại đô thị' });
      expect(assessment.components.filter(({ required }) => required).map(({ key }) => key)).toEqual(['land-certificate', 'house-drawings', 'safety-pledge']);
      expect(assessment.componentOffers).toMatchObject([{ key: 'land-certificate', paper: { number: 'DH 702144' } }]);
      expect(assessment.fee.total).toBe(75_000);
    });

    test('is promised in fifteen days, to the close of the last one', async () => {
      house = await receiveAtCounter(people.clerk, BUILDING_PERMIT);
      expect(house).toMatchObject({ received: true, dueAt: '2026-12-08T10:00:00Z' });
      expect(await textOf(house.dossierId, 'receipt')).toContain('3. Thời gian giải quyết theo quy định: 15 ngày');
    });

    test('the one notice and one guidance after it are all there is; then it is decided', async () => {
      const { clerk, landOfficer } = people;
      await go(house.dossierId, [[clerk, 'handOver'], [landOfficer, 'acknowledge']]);
      const ask: ActData = { items: [{ target: 'field', key: '/designName', reason: 'wrong-information' }] };
      const supply: Line = [clerk, 'supply', { answers: { '/designName': 'Bản vẽ KT-01 đến KT-14' }, components: [] }];
      expect(await act(landOfficer, house.dossierId, 'requestSupplement', ask)).toMatchObject({ status: 5, clock: { state: 'paused' } });
      await go(house.dossierId, [supply, [landOfficer, 'requestSupplement', ask], supply]);
      expect(await refusedAct(landOfficer, house.dossierId, 'requestSupplement', ask)).toMatchObject({ status: 409 });
    });

    test('where no body need be asked it goes straight to the draft', async () => {
      const { landOfficer } = people;
      await go(house.dossierId, [[landOfficer, 'examine', { meets: true }], [landOfficer, 'examine', { meets: true }]]);
      const { acts } = await act(landOfficer, house.dossierId, 'requestConsultation', { consult: [] });
      expect(acts.map(({ event }) => event)).toContain('submitForApproval');
    });

    test('the permit names lot and measures, works out density and ratio, and asked nobody', async () => {
      const closed = await go(house.dossierId, issued());
      expect(closed).toMatchObject({ status: 10, outcome: 'granted' });
      const text = await textOf(house.dossierId, 'result');
      for (const words of [
        'GIẤY PHÉP XÂY DỰNG (Sử dụng cho nhà ở riêng lẻ)', 'Số: 01/GPXD', 'HUỲNH THỊ SÁU', 'thửa đất số 168, tờ bản đồ số 24, diện tích 96,5 m²', 'Bản vẽ KT-01 đến KT-14', '03 tầng + tum thang',
        'Mật độ xây dựng', '72,7 %', '2,2 lần', 'Chỉ giới đường đỏ', 'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH', 'Đặng Hoàng Nam', 'II. Chủ đầu tư phải thực hiện',
      ]) expect(text).toContain(words);
      expect(text).not.toContain('Ý kiến của cơ quan');
    });
  });

  describe('for a guest house by a monument', () => {
    let work: IntakeResultDto;

    test('is promised in twenty days; the last one is a Sunday, so on Monday', async () => {
      await desk.moveTo('2026-11-23T14:00');
      const { id } = await findPerson(people.clerk, GUEST_HOUSE_BY_A_MONUMENT.owner);
      const { assessment } = await fillInAtCounter(people.clerk, BUILDING_PERMIT, id, GUEST_HOUSE_BY_A_MONUMENT.answers);
      expect(assessment.faults).toEqual([]);
      work = await receiveAtCounter(people.clerk, BUILDING_PERMIT, {}, GUEST_HOUSE_BY_A_MONUMENT);
      expect(work).toMatchObject({ received: true, dueAt: '2026-12-14T10:00:00Z' });
    });

    test('four bodies get a letter each; the clock runs on', async () => {
      await go(work.dossierId, examined());
      expect(await askAll(work.dossierId)).toMatchObject({ status: 4, clock: { state: 'running' } });
      expect(await papersOf(work.dossierId)).toContain('consultation-request');
      const letter = await textOf(work.dossierId, 'consultation-request');
      for (const words of ['Sở Xây dựng', 'Công an thành phố Đồng Nai', 'Điều 102 khoản 1 điểm đ']) expect(letter).toContain(words);
    });

    test('they answer in any order: one agrees, one declines, one objects; nobody who was not asked may', async () => {
      const { heritageOfficer, planner, environmentOfficer, reviewer, landOfficer } = people;
      await act(heritageOfficer, work.dossierId, 'declineConsultation', { reason: 'not-our-field', note: 'Ngoài khu vực bảo vệ I và II' });
      await act(environmentOfficer, work.dossierId, 'answerConsultation', { meets: false, note: 'Phải đăng ký môi trường trước khi vận hành' });
      const { status } = await reviewer.get(`/api/dossiers/${work.dossierId}`);
      expect(status).toBe(404);
      await act(planner, work.dossierId, 'answerConsultation', { meets: true, note: 'Giữ khoảng lùi phía trước 4 m' });
      const { acts } = await read(landOfficer, work.dossierId);
      expect(acts.map(({ event }) => event)).not.toContain('submitForApproval');
    });

    test('twelve days of silence, to the Monday after the last Saturday, count as agreement, and not before', async () => {
      const silent = async (): Promise<boolean> => (await read(people.landOfficer, work.dossierId)).history.some(({ event }) => event === 'consultationDeemedAgreed');
      await desk.moveTo('2026-12-07T08:00');
      expect(await silent()).toBe(false);
      await desk.moveTo('2026-12-08T08:00');
      expect(await silent()).toBe(true);
      const { acts } = await read(people.landOfficer, work.dossierId);
      expect(acts.map(({ event }) => event)).toContain('submitForApproval');
    });

    test('the permit tells each opinion, and silence as silence with its article', async () => {
      const closed = await go(work.dossierId, issued());
      expect(closed).toMatchObject({ status: 10, outcome: 'granted' });
      const text = await textOf(work.dossierId, 'result');
      for (const words of [
        'II. Ý kiến của cơ quan được lấy ý kiến', 'Đồng ý (ngày 23 tháng 11 năm 2026): Giữ khoảng lùi phía trước 4 m.', 'Không đồng ý (ngày 23 tháng 11 năm 2026): Phải đăng ký môi trường trước khi vận hành.',
        'Từ chối cho ý kiến', 'Ngoài khu vực bảo vệ I và II', 'được coi là đồng ý (Luật Xây dựng số 50/2014/QH13, Điều 102 khoản 1 điểm đ).', 'III. Chủ đầu tư phải thực hiện', '05 tầng + 01 tầng hầm + tum thang',
      ]) expect(text).toContain(words);
    });
  });

  test('the bodies may answer in another order: as soon as the last one has, the draft begins', async () => {
    const { dossierId } = await receiveAtCounter(people.clerk, BUILDING_PERMIT, {}, GUEST_HOUSE_BY_A_MONUMENT);
    await go(dossierId, examined());
    await askAll(dossierId, ['fireSafety', 'planning']);
    const answer = (who: Visitor) => act(who, dossierId, 'answerConsultation', { meets: true, note: 'Đồng ý' });
    await answer(people.fireOfficer);
    await answer(people.planner);
    const { acts } = await read(people.landOfficer, dossierId);
    expect(acts.map(({ event }) => event)).toContain('submitForApproval');
  });

  test('a permit that is refused: the reason and its article in a letter, no permit', async () => {
    const { dossierId } = await receiveAtCounter(people.clerk, BUILDING_PERMIT);
    await go(dossierId, [...examined(), [people.landOfficer, 'requestConsultation', { consult: [] }], [people.landOfficer, 'submitForApproval', { draft: {} }]]);
    await go(dossierId, [[people.chairman, 'refuse', { reason: 'conditions-not-met', note: 'Không phù hợp chỉ giới đường đỏ' }], [people.records, 'number']]);
    expect(await papersOf(dossierId)).toEqual(['receipt', 'control-slip', 'refusal']);
    const text = await textOf(dossierId, 'refusal');
    expect(text).toContain('Không phù hợp chỉ giới đường đỏ');
    expect((await read(people.clerk, dossierId)).outcome).toBe('refused');
  });
});
