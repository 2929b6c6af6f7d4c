import { formatRemaining, remaining, timeToken, type TimeToken, type WorkingCalendar } from '@app/calendar';
import type { Localized } from '@app/kernel';
import type { PauseCause, StateMeta } from '@app/workflow';
import type { DossierRow } from '../dossier-row.js';

/** How the time of a dossier stands: one word for icon and colour, and a sentence. */
export interface TimeView {
  readonly timeToken: TimeToken | 'none';
  readonly timeText: Localized;
}

type Timed = Pick<DossierRow, 'clock_state' | 'due_at' | 'due_soon_at' | 'closed_at' | 'status' | 'code'>;

const NOT_STARTED: Localized = { vi: 'Chưa tính thời hạn', en: 'The clock has not started' };
// Decree 118/2025 Art. 17(3): received for a competent agency elsewhere.
const WAITS_FOR_COMPETENT: Localized = { vi: 'Chưa tính thời hạn – tính từ khi cơ quan có thẩm quyền nhận hồ sơ', en: 'Not counted yet – from when the competent agency has the dossier' };
const ENDED: Readonly<Record<number, Localized>> = {
  3: { vi: 'Không được tiếp nhận', en: 'Not received' },
  8: { vi: 'Đã dừng', en: 'Stopped' },
};
const SETTLED: Localized = { vi: 'Đã giải quyết xong', en: 'Settled' };

/** Why the clock stands, each cause in a sentence of its own. */
const PAUSED: Readonly<Record<PauseCause, Localized>> = {
  supplement: { vi: 'Tạm dừng – chờ bổ sung', en: 'Paused – waiting for a supplement' },
  'financial-duty': { vi: 'Tạm dừng – chờ nộp nghĩa vụ tài chính', en: 'Paused – waiting for the payment' },
  'public-notice': { vi: 'Tạm dừng – đang niêm yết công khai', en: 'Paused – publicly posted' },
  consultation: { vi: 'Tạm dừng – chờ ý kiến cơ quan khác', en: 'Paused – waiting for the opinion of other bodies' },
  'identity-confirmation': { vi: 'Tạm dừng – chờ người dân kiểm tra hoặc xác nhận', en: 'Paused – waiting for the person to check or confirm' },
  outage: { vi: 'Tạm dừng – sự cố hệ thống', en: 'Paused – system outage' },
};
/** Why a clock stands, in words. */
export const pausedText = (cause: PauseCause): Localized => PAUSED[cause];

const PAUSED_OTHERWISE: Localized = { vi: 'Tạm dừng – không tính vào thời hạn', en: 'Paused – not counted' };

/** The time token and "còn 5 giờ làm việc" of a dossier; the same everywhere a dossier is shown. */
export function timeView(dossier: Timed, { pauseCause }: Pick<StateMeta, 'pauseCause'>, calendar: WorkingCalendar, now: Temporal.Instant): TimeView {
  if (dossier.clock_state === 'stopped' || dossier.closed_at !== null) return { timeToken: 'none', timeText: ENDED[dossier.status] ?? SETTLED };
  if (dossier.clock_state === 'paused') return { timeToken: 'paused', timeText: pauseCause === undefined ? PAUSED_OTHERWISE : PAUSED[pauseCause] };
  if (dossier.due_at === null) return { timeToken: 'none', timeText: dossier.code === null ? NOT_STARTED : WAITS_FOR_COMPETENT };
  return momentView(calendar, now, dossier.due_at, dossier.due_soon_at);
}

/** The same for any moment something is due: a step, an opinion. */
export function momentView(calendar: WorkingCalendar, now: Temporal.Instant, dueAt: string, soonAt: string | null = null): { timeToken: TimeToken; timeText: Localized } {
  const at = Temporal.Instant.from(dueAt);
  return {
    timeToken: timeToken(now, { at, soonAt: soonAt === null ? null : Temporal.Instant.from(soonAt) }),
    timeText: formatRemaining(remaining(calendar, now, at)),
  };
}
