import type { NewAbsence } from './calls';
import { codesOf, momentOf } from './moment';

export const REASONS = ['leave', 'business-trip', 'training', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** An absence as it is being typed; days are `YYYY-MM-DD` once they are dates. */
export interface AbsenceDraft {
  /** Empty: whoever types it. */
  officerId: string;
  /** Empty: every post. */
  postId: string;
  standInId: string;
  reason: Reason;
  fromDay: string;
  fromTime: string;
  toDay: string;
  toTime: string;
  procedures: string;
}

/** A field that is missing or wrong; also the key of its sentence. */
export type AbsenceFault = 'from' | 'to';

export const emptyAbsence = (): AbsenceDraft => ({
  officerId: '', postId: '', standInId: '', reason: 'leave', fromDay: '', fromTime: '07:30', toDay: '', toTime: '17:00', procedures: '',
});

/** The absence a draft makes, or what is missing in it. */
export function absenceOf(draft: AbsenceDraft): { absence: NewAbsence; faults: AbsenceFault[] } {
  const from = momentOf(draft.fromDay, draft.fromTime);
  const to = momentOf(draft.toDay, draft.toTime);
  const faults: AbsenceFault[] = [...(from === undefined ? ['from' as const] : []), ...(to === undefined || (from !== undefined && to <= from) ? ['to' as const] : [])];
  const absence = {
    reason: draft.reason, from: from ?? '', to: to ?? '', procedures: codesOf(draft.procedures),
    ...(draft.officerId !== '' && { officerId: draft.officerId }), ...(draft.postId !== '' && { postId: draft.postId }), ...(draft.standInId !== '' && { standInId: draft.standInId }),
  };
  return { absence, faults };
}
