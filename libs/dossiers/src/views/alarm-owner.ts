import type { AlarmKind } from '@app/workflow';

/**
 * The warnings of the promise date and of the step: whoever holds the dossier now answers them, whoever held it when they
 * were raised, since only the holder can still do something about the time. Every other alarm is answered by whom it was raised for.
 */
const OF_THE_HOLDER: readonly AlarmKind[] = ['dueSoon', 'dueTomorrow', 'overdue', 'stepOverdue'];

/** SQL: whether the holder of the dossier `d` answers the alarm `a`. */
export const ANSWERED_BY_HOLDER = `a.kind in (${OF_THE_HOLDER.map((kind) => `'${kind}'`).join(', ')})`;

/** SQL: the unit that has to answer the alarm `a` of the dossier `d`. */
export const ANSWERING_UNIT = `case when ${ANSWERED_BY_HOLDER} then d.holder_unit else a.unit_id end`;

/** SQL: the officer of that unit who has to answer it; null where nobody has it in hand. */
export const ANSWERING_OFFICER = `case when ${ANSWERED_BY_HOLDER} then d.assignee else a.officer_id end`;
