import { DEADLINE, THAT_DAY, type Commune, type PlannedStep } from './planned-dossier.js';

/**
 * The usual way of each procedure through its offices, from receipt to the person's hands. A planned dossier takes
 * the first part of a way and stops where it is wanted. Times lie in the office hours of all four communes.
 */

/** Registered the same day: all before noon. */
export function birthPath(commune: Commune): PlannedStep[] {
  return localPath(commune, [[0, '07:35'], [0, '07:45'], [0, '08:00'], [0, '08:40'], [0, '09:10'], [0, '10:00'], [0, '10:20'], [0, '10:30'], [0, '10:40'], [0, '10:45'], [0, '11:10']]);
}

/** Three working days at most. */
export function maritalPath(commune: Commune): PlannedStep[] {
  return localPath(commune, [[0, '07:50'], [0, '08:30'], [0, '09:20'], [0, '15:10'], [1, '09:00'], [1, '14:20'], [1, '15:30'], [1, '15:50'], [1, '16:10'], [1, '16:15'], [2, '08:20']]);
}

/** A copy from the civil-status register, given within the morning; nothing is examined, the register is searched. Signed by hand: it goes over the counter on paper. */
export function extractPath(commune: Commune, draft: Readonly<Record<string, string>>): PlannedStep[] {
  return localPath(commune, [[0, '07:40'], [0, '08:05'], [0, '08:20'], [0, '08:50'], [0, '09:20'], [0, '09:40'], [0, '10:05'], [0, '10:15'], [0, '10:20'], [0, '10:45']], { examinations: [], draft, isByHand: true });
}

/** Copies compared with their originals, signed and sealed with ink while the person waits. */
export function copiesPath(commune: Commune): PlannedStep[] {
  return localPath(commune, [[0, '08:12'], [0, '08:18'], [0, '08:30'], [0, '08:52'], [0, '09:14'], [0, '09:22'], [0, '09:30'], [0, '09:34'], [0, '09:36'], [0, '09:45']], { examinations: [], isByHand: true });
}

/** Seven working days at most; the Culture and Society Division verifies at the residence. */
export function allowancePath(commune: Commune): PlannedStep[] {
  return localPath(commune, [[0, '08:15'], [0, '09:05'], [0, '10:10'], [2, '15:00'], [3, '09:30'], [4, '08:50'], [4, '10:15'], [4, '14:05'], [4, '14:40'], [4, '14:50'], [5, '08:35']], {
    officer: 'vanhoa', examinations: [{ event: 'examine', data: { meets: true, note: 'Đã xác minh tại nơi cư trú, đủ điều kiện hưởng.' } }],
  });
}

/** What the review of a household comes to, step by step. */
export interface Review {
  readonly incomePerHead: number;
  readonly incomeScore: number;
  readonly lackScore: number;
  readonly status: 'poor' | 'near-poor';
  readonly chair: string;
}

/** Fifteen days at most: the visit with the score, the meeting of the village, three working days of posting, the decision. */
export function poorHouseholdPath(commune: Commune, { status, chair, ...score }: Review): PlannedStep[] {
  const examinations: Examinations = [
    { event: 'examine', data: { meets: true, note: 'Đã đến hộ thu thập thông tin, chấm điểm.', noted: { visitedOn: THAT_DAY, ...score, proposed: status } } },
    { event: 'examine', data: { meets: true, note: 'Cuộc họp thống nhất kết quả rà soát.', noted: { heldOn: THAT_DAY, chair, present: 38, agreeing: 36, outcome: status } } },
    { event: 'postNotice', data: {} },
    { event: 'noticePeriodEnded', by: DEADLINE },
    { event: 'closeNotice', data: { meets: true, note: 'Không có ý kiến, khiếu nại.' } },
    { event: 'examine', data: { meets: true, note: 'Đề nghị công nhận.', noted: { secondReview: 'no', status } } },
  ];
  return localPath(commune, [
    [0, '08:20'], [0, '09:00'], [0, '09:40'], [1, '15:30'], [2, '10:30'], [2, '11:00'], [6, '07:35'], [6, '08:15'], [6, '09:30'],
    [6, '10:15'], [7, '08:40'], [7, '09:30'], [7, '10:10'], [7, '10:40'], [7, '10:50'], [8, '08:30'],
  ], { officer: 'vanhoa', examinations });
}

/** Five working days in the commune, whose chairman confirms the list, and twelve in the Department of Home Affairs, which decides. */
export function worshipPath(commune: Commune, certificateSeen: string, fromYear: number): PlannedStep[] {
  const [clerk, officer, chairman, records] = [`tiepnhan.${commune}`, `vanhoa.${commune}`, `chutich.${commune}`, `vanthu.${commune}`];
  return timed(
    [[0, '08:05'], [0, '08:50'], [0, '09:30'], [2, '10:00'], [3, '09:10'], [3, '10:20'], [4, '08:30'], [8, '14:20'], [9, '09:40'], [10, '10:10'], [10, '14:00'], [10, '14:30'], [11, '08:20'], [11, '08:30'], [11, '14:10']],
    [
      { event: 'receive', by: clerk },
      { event: 'handOver', by: clerk },
      { event: 'acknowledge', by: officer },
      { event: 'examine', by: officer, data: { meets: true, note: 'Đã xác minh tại nơi thờ cúng, không có tranh chấp.', noted: { certificateSeen, worships: 'yes', survivors: 'no', disputed: 'no' } } },
      { event: 'approve', by: chairman },
      {
        event: 'handOver', by: records,
        data: { package: { request: 'Đề nghị Sở Nội vụ quyết định trợ cấp thờ cúng liệt sĩ.', finding: 'Hồ sơ đủ điều kiện, đã có danh sách đề nghị kèm theo.', openQuestions: [] } },
      },
      { event: 'acknowledge', by: 'thamdinh.noivu' },
      { event: 'examine', by: 'thamdinh.noivu', data: { meets: true, note: 'Khớp hồ sơ liệt sĩ.', noted: { fileNumber: 'LS-07541', fromYear } } },
      { event: 'submitForApproval', by: 'thamdinh.noivu', data: { draft: {} } },
      { event: 'approveAndSign', by: 'giamdoc.noivu' },
      { event: 'number', by: 'vanthu.noivu' },
      { event: 'seal', by: 'vanthu.noivu' },
      { event: 'handOver', by: 'vanthu.noivu' },
      { event: 'acknowledge', by: clerk },
      { event: 'resultReady', by: clerk },
      { event: 'returnResult', by: clerk, data: { recipient: 'Người nộp hồ sơ, đã đối chiếu căn cước' } },
    ]);
}

/** The first certificate of a plot without papers: extract of the map, origin, fifteen days of posting, tax, payment, signature, land register. */
export function firstLandPath(commune: Commune, amount: number): PlannedStep[] {
  const [clerk, land, chairman, records, reviewer] = [`tiepnhan.${commune}`, `diachinh.${commune}`, `chutich.${commune}`, `vanthu.${commune}`, 'thamdinh.vpdk'];
  return timed(
    [[0, '08:15'], [0, '09:05'], [0, '10:00'], [1, '09:20'], [1, '09:50'], [3, '14:10'], [4, '10:00'], [4, '10:30'], [18, '07:50'], [18, '08:20'], [18, '09:00'], [21, '10:10'], [22, '08:40'], [24, '15:00'],
      [25, '09:10'], [25, '14:20'], [26, '08:30'], [26, '09:00'], [26, '14:00'], [27, '09:30'], [27, '10:30'], [27, '10:40'], [28, '08:30']],
    [
      { event: 'receive', by: clerk },
      { event: 'handOver', by: clerk },
      { event: 'acknowledge', by: land },
      { event: 'examine', by: land, data: { meets: true, note: 'Hồ sơ đầy đủ.' } },
      { event: 'requestConsultation', by: land, data: { consult: [{ body: 'landOffice' }] } },
      { event: 'answerConsultation', by: reviewer, data: { meets: true, note: 'Đã trích lục.', noted: { plotNumber: '118', mapSheet: '29', area: 348.2, overlap: 'no' } } },
      { event: 'examine', by: land, data: { meets: true, note: 'Sử dụng ổn định, không tranh chấp.', noted: { origin: 'recognised', stableSince: '1992-01-01', disputed: 'no', planning: 'yes' } } },
      { event: 'postNotice', by: land },
      { event: 'noticePeriodEnded', by: DEADLINE },
      { event: 'closeNotice', by: land, data: { meets: true, note: 'Không có ý kiến khiếu nại, tranh chấp.' } },
      { event: 'requestConsultation', by: land, data: { consult: [{ body: 'taxOffice' }] } },
      { event: 'answerConsultation', by: 'thamdinh.thue', data: { meets: true, note: 'Đã ra thông báo nộp tiền.', noted: { amount, noticeNumber: 'LTB-2026-04418', relief: 'none' } } },
      { event: 'requestPayment', by: land, data: { amount, noticeNumber: 'LTB-2026-04418' } },
      { event: 'confirmPayment', by: land, data: { amount, receiptNumber: 'GNT-118204', paidOn: THAT_DAY } },
      { event: 'submitForApproval', by: land, data: { draft: {} } },
      { event: 'approveAndSign', by: chairman },
      { event: 'number', by: records },
      { event: 'seal', by: records },
      { event: 'handOver', by: records, data: { package: { request: 'Đề nghị cập nhật hồ sơ địa chính.', finding: 'Giấy chứng nhận đã ký, đóng dấu.', openQuestions: [] } } },
      { event: 'acknowledge', by: reviewer },
      { event: 'handOver', by: reviewer },
      { event: 'acknowledge', by: clerk },
      { event: 'resultReady', by: clerk },
      { event: 'returnResult', by: clerk, data: { recipient: 'Người nộp hồ sơ, đã đối chiếu căn cước' } },
    ]);
}

/** What the bodies asked about a permit do, one after the other. */
export type Opinions = ReadonlyArray<Pick<PlannedStep, 'event' | 'by' | 'data'>>;

/** A building permit: papers, field check, whom to ask, and their opinions before the draft. */
export function permitPath(commune: Commune, bodies: readonly string[] = [], opinions: Opinions = []): PlannedStep[] {
  const examinations: Examinations = [
    { event: 'examine', data: { meets: true, note: 'Hồ sơ, bản vẽ đầy đủ.' } },
    { event: 'examine', data: { meets: true, note: 'Vị trí, ranh giới lô đất đúng giấy chứng nhận; chưa khởi công.' } },
    { event: 'requestConsultation', data: { consult: bodies.map((body) => ({ body })) } },
    ...opinions,
  ];
  const asked = opinions.map((_, index): Moment => [4 + index, '10:20']);
  const after = 4 + opinions.length;
  return localPath(commune, [
    [0, '08:25'], [0, '09:10'], [0, '09:50'], [1, '09:15'], [2, '15:10'], [3, '08:40'], ...asked,
    [after, '14:10'], [after + 1, '09:00'], [after + 1, '10:30'], [after + 1, '14:00'], [after + 1, '14:20'], [after + 1, '14:30'], [after + 2, '09:10'],
  ], { officer: 'diachinh', examinations });
}

type Moment = readonly [day: number, time: string];
type Examinations = ReadonlyArray<Pick<PlannedStep, 'event' | 'data'> & { readonly by?: string }>;

interface LocalWay {
  /** The first part of the account of whoever handles it. */
  readonly officer?: string;
  /** What comes between the handover and the draft, by the officer unless it says who. */
  readonly examinations?: Examinations;
  readonly draft?: Readonly<Record<string, string>>;
  /** The paper is printed, signed and sealed with ink. */
  readonly isByHand?: boolean;
}

const EXAMINED: Examinations = [{ event: 'examine', data: { meets: true, note: 'Hồ sơ đủ điều kiện giải quyết.' } }];

/** Centre → an officer of the commune → a leader → records → centre. */
function localPath(commune: Commune, moments: readonly Moment[], { officer: post = 'hotich', examinations = EXAMINED, draft = {}, isByHand = false }: LocalWay = {}): PlannedStep[] {
  const [clerk, officer, leader, records] = [`tiepnhan.${commune}`, `${post}.${commune}`, `chutich.${commune}`, `vanthu.${commune}`];
  return timed(moments, [
    { event: 'receive', by: clerk },
    { event: 'handOver', by: clerk },
    { event: 'acknowledge', by: officer },
    ...examinations.map((each) => ({ by: officer, ...each })),
    { event: 'submitForApproval', by: officer, data: { draft } },
    { event: isByHand ? 'approve' : 'approveAndSign', by: leader },
    { event: 'number', by: records },
    ...(isByHand ? [] : [{ event: 'seal' as const, by: records }]),
    { event: 'handOver', by: records },
    { event: 'acknowledge', by: clerk },
    { event: 'resultReady', by: clerk },
    { event: 'returnResult', by: clerk, data: { recipient: 'Người nộp hồ sơ, đã đối chiếu căn cước' } },
  ]);
}

/**
 * Centre → Land Registration Office → posting in the commune → Land Registration Office → centre. Fifteen days of
 * posting end within thirteen working days, holidays or not; the deadline acts then, so its own moment counts nothing.
 */
export function landPath(commune: Commune): PlannedStep[] {
  const [clerk, land, reviewer, director, records] = [`tiepnhan.${commune}`, `diachinh.${commune}`, 'thamdinh.vpdk', 'giamdoc.vpdk', 'vanthu.vpdk'];
  return timed(
    [[0, '08:10'], [0, '09:00'], [0, '14:00'], [1, '09:40'], [1, '14:10'], [1, '15:20'], [2, '08:30'], [15, '07:40'], [15, '08:00'], [15, '08:30'], [15, '09:30'],
      [16, '15:00'], [17, '09:50'], [17, '14:00'], [17, '15:00'], [18, '08:10'], [18, '08:20'], [18, '14:30']],
    [
      { event: 'receive', by: clerk },
      { event: 'handOver', by: clerk, data: { package: { request: 'Đề nghị Văn phòng Đăng ký đất đai kiểm tra việc cấp giấy và cấp lại giấy chứng nhận bị mất.', finding: 'Trung tâm đã kiểm tra thành phần hồ sơ: đủ giấy tờ.', openQuestions: ['Thửa đất có đo đạc lại sau khi cấp giấy không?'] } } },
      { event: 'acknowledge', by: reviewer },
      { event: 'examine', by: reviewer, data: { meets: true, note: 'Giấy chứng nhận đã cấp đúng như kê khai; chuyển niêm yết.' } },
      { event: 'handOver', by: reviewer },
      { event: 'acknowledge', by: land },
      { event: 'postNotice', by: land },
      { event: 'noticePeriodEnded', by: DEADLINE },
      { event: 'closeNotice', by: land, data: { meets: true, note: 'Không có ý kiến phản đối trong thời gian niêm yết.' } },
      { event: 'handOver', by: land, data: { package: { request: 'Đề nghị cấp lại giấy chứng nhận sau khi hết thời gian niêm yết.', finding: 'Niêm yết công khai đủ 15 ngày: không có ý kiến phản đối.', openQuestions: [] } } },
      { event: 'acknowledge', by: reviewer },
      { event: 'submitForApproval', by: reviewer, data: { draft: {} } },
      { event: 'approveAndSign', by: director },
      { event: 'number', by: records },
      { event: 'seal', by: records },
      { event: 'handOver', by: records },
      { event: 'acknowledge', by: clerk },
      { event: 'resultReady', by: clerk },
      { event: 'returnResult', by: clerk, data: { recipient: 'Người nộp hồ sơ, đã đối chiếu căn cước' } },
    ]);
}

/** The seal follows the number within the minute; every other step has a moment of its own. */
function timed(moments: readonly Moment[], steps: ReadonlyArray<Omit<PlannedStep, 'day' | 'time'>>): PlannedStep[] {
  if (moments.length !== steps.filter(({ event }) => event !== 'seal').length) throw new Error('each step of a way needs its moment');
  let next = 0;
  return steps.map((step) => {
    const [day, time] = moments[step.event === 'seal' ? next - 1 : next++]!;
    return { ...step, day, time };
  });
}

/** The way up to an act, that act included; where one occurs more than once, `nth` says which. */
export function upTo(path: readonly PlannedStep[], event: PlannedStep['event'], nth = 1): PlannedStep[] {
  const places = path.flatMap((step, index) => (step.event === event ? [index] : []));
  const place = places[nth - 1];
  if (place === undefined) throw new Error(`this way has no act ${event} number ${nth}`);
  return path.slice(0, place + 1);
}
