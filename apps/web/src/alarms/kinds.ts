/** The kinds of alarms, the most pressing first. */
export const ALARM_KINDS = ['overdue', 'dueTomorrow', 'filingUnanswered', 'handoverUnacknowledged', 'consultationOverdue', 'stepOverdue', 'dueSoon'] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];
