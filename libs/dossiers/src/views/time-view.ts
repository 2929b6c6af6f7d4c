import { formatRemaining, remaining, timeToken, type TimeToken, type WorkingCalendar } from '@app/calendar';
import type { Localized } from '@app/kernel';
import type { DossierRow } from '../dossier-row.js';

/** How the time of a dossier stands: one word for icon and colour, and a sentence. */
export interface TimeView {
  readonly timeToken: TimeToken | 'none';
  readonly timeText: Localized;
}

type Timed = Pick<DossierRow, 'clock_state' | 'due_at' | 'due_soon_at' | 'closed_at' | 'status'>;

const NOT_STARTED: Localized = { vi: 'Chưa tính thời hạn', en: 'The clock has not started' };
const STOPPED: Localized = { vi: 'Đã giải quyết xong', en: 'Settled' };
const PAUSED: Readonly<Record<number, Localized>> = { 5: { vi: 'Tạm dừng – chờ bổ sung', en: 'Paused – waiting for a supplement' } };
const PAUSED_OTHERWISE: Localized = { vi: 'Tạm dừng – không tính vào thời hạn', en: 'Paused – not counted' };

/** The time token and "còn 5 giờ làm việc" of a dossier; the same everywhere a dossier is shown. */
export function timeView(dossier: Timed, calendar: WorkingCalendar, now: Temporal.Instant): TimeView {
  if (dossier.clock_state === 'stopped' || dossier.closed_at !== null) return { timeToken: 'none', timeText: STOPPED };
  if (dossier.due_at === null) return { timeToken: 'none', timeText: NOT_STARTED };
  if (dossier.clock_state === 'paused') return { timeToken: 'paused', timeText: PAUSED[dossier.status] ?? PAUSED_OTHERWISE };
  const at = Temporal.Instant.from(dossier.due_at);
  const soonAt = dossier.due_soon_at === null ? null : Temporal.Instant.from(dossier.due_soon_at);
  return { timeToken: timeToken(now, { at, soonAt }), timeText: formatRemaining(remaining(calendar, now, at)) };
}
