import type { AlarmKind } from '@app/workflow';

/**
 * The warnings of the promise date and of the step: whoever holds the dossier now answers them, whoever held it when they
 * were raised, since only the holder can still do something about the time. Every other alarm is answered by whom it was raised for.
 *
 * At an agency with a system of its own nobody signs in here. While it holds the dossier, the desk that had it last answers: the
 * commune or department that the citizen turns to asks there what keeps it.
 */
const OF_THE_HOLDER: readonly AlarmKind[] = ['dueSoon', 'dueTomorrow', 'overdue', 'stepOverdue'];

const IS_OF_THE_HOLDER = `a.kind in (${OF_THE_HOLDER.map((kind) => `'${kind}'`).join(', ')})`;

/** SQL: whether the holder of the dossier `d` answers the alarm `a`. */
export const ANSWERED_BY_HOLDER = `(${IS_OF_THE_HOLDER} and not exists (select 1 from unit held where held.id = d.holder_unit and held.kind = 'agency'))`;

/** SQL: the unit of the desk that had the dossier `$1` last, whoever has it now; where no desk ever had it, the counter that received it. */
export const LAST_DESK = `coalesce(
  (select h.unit_id from holding h join unit u on u.id = h.unit_id and u.kind <> 'agency' where h.dossier_id = $1 order by h.seq desc limit 1),
  (select receiving_unit from dossier where id = $1))`;

/** SQL: for the dossier `$1`, whoever has it in hand at {@link LAST_DESK}, or nobody. */
export const LAST_DESK_LEAD = `(select o.officer_id from dossier_officer o where o.dossier_id = $1 and o.part = 'lead' and o.until is null and o.unit_id = ${LAST_DESK})`;

/** SQL: the alarms of the dossier `$1` that its holder answers go to the desk that had it last, when an agency elsewhere gets it. */
export const LEAVE_WITH_LAST_DESK = `update alarm a set unit_id = ${LAST_DESK}, officer_id = ${LAST_DESK_LEAD} where a.dossier_id = $1 and a.cleared_at is null and ${IS_OF_THE_HOLDER}`;

/** SQL: the unit that has to answer the alarm `a` of the dossier `d`. */
export const ANSWERING_UNIT = `case when ${ANSWERED_BY_HOLDER} then d.holder_unit else a.unit_id end`;

/** SQL: the officer of that unit who has to answer it; null where nobody has it in hand. */
export const ANSWERING_OFFICER = `case when ${ANSWERED_BY_HOLDER} then d.assignee else a.officer_id end`;
