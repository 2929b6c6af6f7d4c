import type { Transaction } from '@app/database';
import { readMovedPosts, type MovedPost, type UnitChange, type UnitPlan } from '@app/organisation';
import { findTouched, readProgress, type Progress, type TouchedDossier } from './touched-dossiers.js';
import { unfilledRoles, type UnfilledRole } from './unfilled-roles.js';

/** Something that names a unit which ends, and does not go over to the one that follows by itself. */
export interface NamedByRule {
  readonly kind: 'authority' | 'local-rule' | 'hours' | 'special-days' | 'delegation';
  readonly unit: string;
  readonly what: string;
}

/** What a change would do, or how far it has come. */
export interface UnitChangePreview {
  readonly change: UnitChange;
  readonly plan: UnitPlan;
  /** Open dossiers by holder and status. */
  readonly dossiers: ReadonlyArray<{ readonly unit: string; readonly status: number; readonly count: number }>;
  readonly total: number;
  /** Of them: with a handover on its way, with an opinion asked of a unit that ends. */
  readonly handovers: number;
  readonly consultations: number;
  /** Time limits that run and alarms that are open with them: all go along. */
  readonly deadlines: number;
  readonly alarms: number;
  /** Linked filings of which a procedure has not begun yet. */
  readonly waitingGroups: number;
  readonly posts: readonly MovedPost[];
  readonly unfilled: readonly UnfilledRole[];
  readonly rules: readonly NamedByRule[];
  readonly progress: Progress;
}

/** Works out what a change would do, before anything is changed; of one under way what is left, of one that is through what it did. */
export async function previewUnitChange(tx: Transaction, change: UnitChange, plan: UnitPlan): Promise<UnitChangePreview> {
  const { state, effectiveOn, id } = change;
  const isOver = state === 'done' || state === 'rejected';
  const ended = plan.ended.map(({ unit }) => unit);
  const touched = isOver ? [] : await findTouched(tx, plan);
  const sum = (of: (dossier: TouchedDossier) => number): number => touched.reduce((total, each) => total + of(each), 0);
  const { groups } = await tx.one<{ groups: number }>(
    `select count(distinct g.id)::int as groups from linked_group g join linked_member m on m.group_id = g.id and m.state = 'waiting' where g.commune = any ($1)`, [isOver ? [] : ended]);
  return {
    change, plan, total: touched.length, waitingGroups: groups,
    dossiers: counted(touched),
    handovers: sum(({ has_handover }) => Number(has_handover)), consultations: sum(({ consulted }) => Number(consulted)),
    deadlines: sum(({ deadlines }) => deadlines), alarms: sum(({ alarms }) => alarms),
    posts: isOver ? [] : await readMovedPosts(tx, plan, effectiveOn),
    unfilled: state === 'proposed' ? await unfilledRoles(tx, plan, effectiveOn) : [],
    rules: isOver ? [] : await rulesNaming(tx, ended, effectiveOn),
    progress: await readProgress(tx, id),
  };
}

function counted(touched: readonly TouchedDossier[]): UnitChangePreview['dossiers'] {
  return [...Map.groupBy(touched, ({ holder_unit, status }) => `${holder_unit} ${status}`).values()].map((group) => ({ unit: group[0]!.holder_unit, status: group[0]!.status, count: group.length }));
}

/** Rules, hours and documents are decided by name: whoever wants them at the unit that follows decides so there. */
function rulesNaming(tx: Transaction, units: readonly string[], day: string): Promise<NamedByRule[]> {
  return tx.rows<NamedByRule>(
    `select 'authority' as kind, unit_id as unit, concat_ws(' · ', coalesce(procedure_code, field_code), case_key, basis_number) as what
       from authority_rule where unit_id = any ($1) and (effective_until is null or effective_until >= $2)
     union all
     select 'local-rule', named, concat_ws(' · ', r.code, r.decision_number)
       from local_rule r, unnest(array[r.unit_id] || r.communes) as named
      where r.kind = 'set' and r.outcome = 'approved' and named = any ($1) and (r.effective_until is null or r.effective_until >= $2)
        and not exists (select from local_rule next where next.replaces = r.id and next.outcome = 'approved' and next.effective_from <= $2)
     union all
     select 'hours', unit_id, to_char(since, 'DD/MM/YYYY') from office_hours where unit_id = any ($1) and (until is null or until >= $2)
     union all
     select 'special-days', unit_id, string_agg(to_char(date, 'DD/MM/YYYY'), ', ' order by date) from calendar_day where unit_id = any ($1) and date >= $2 group by unit_id
     union all
     select 'delegation', p.unit_id, d.document from delegation d join post p on p.id = d.post_id
      where p.unit_id = any ($1) and d.approved_at is not null and d.ended_at is null and d.to_at > $2::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
     order by 1, 2, 3`, [units, day]);
}
