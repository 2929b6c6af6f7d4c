import { DEADLINE, type Commune, type PlannedStep } from './planned-dossier.js';

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

type Moment = readonly [day: number, time: string];

/** Centre → the office's civil-status officer → a leader → records → centre. */
function localPath(commune: Commune, moments: readonly Moment[]): PlannedStep[] {
  const [clerk, officer, leader, records] = [`tiepnhan.${commune}`, `hotich.${commune}`, `chutich.${commune}`, `vanthu.${commune}`];
  return timed(moments, [
    { event: 'receive', by: clerk },
    { event: 'handOver', by: clerk },
    { event: 'acknowledge', by: officer },
    { event: 'examine', by: officer, data: { meets: true, note: 'Hồ sơ đủ điều kiện giải quyết.' } },
    { event: 'submitForApproval', by: officer, data: { draft: {} } },
    { event: 'approve', by: leader },
    { event: 'number', by: records },
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
      { event: 'handOver', by: clerk },
      { event: 'acknowledge', by: reviewer },
      { event: 'examine', by: reviewer, data: { meets: true, note: 'Giấy chứng nhận đã cấp đúng như kê khai; chuyển niêm yết.' } },
      { event: 'handOver', by: reviewer },
      { event: 'acknowledge', by: land },
      { event: 'postNotice', by: land },
      { event: 'noticePeriodEnded', by: DEADLINE },
      { event: 'closeNotice', by: land, data: { meets: true, note: 'Không có ý kiến phản đối trong thời gian niêm yết.' } },
      { event: 'handOver', by: land },
      { event: 'acknowledge', by: reviewer },
      { event: 'submitForApproval', by: reviewer, data: { draft: {} } },
      { event: 'approve', by: director },
      { event: 'number', by: records },
      { event: 'handOver', by: records },
      { event: 'acknowledge', by: clerk },
      { event: 'resultReady', by: clerk },
      { event: 'returnResult', by: clerk, data: { recipient: 'Người nộp hồ sơ, đã đối chiếu căn cước' } },
    ]);
}

function timed(moments: readonly Moment[], steps: ReadonlyArray<Omit<PlannedStep, 'day' | 'time'>>): PlannedStep[] {
  if (moments.length !== steps.length) throw new Error('each step of a way needs its moment');
  return steps.map((step, index) => ({ ...step, day: moments[index]![0], time: moments[index]![1] }));
}

/** The way up to an act, that act included; where one occurs more than once, `nth` says which. */
export function upTo(path: readonly PlannedStep[], event: PlannedStep['event'], nth = 1): PlannedStep[] {
  const places = path.flatMap((step, index) => (step.event === event ? [index] : []));
  const place = places[nth - 1];
  if (place === undefined) throw new Error(`this way has no act ${event} number ${nth}`);
  return path.slice(0, place + 1);
}
