import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units merge or are split: one reviewed act, which the worker carries out on its day, dossier by dossier. A unit that
 * has ended keeps its rows, its name and its code, and names its successor; what a dossier was moved from stays written down, so that
 * figures for a day before name the unit of that day.
 */
export class UnitChanges1763800000750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table unit_change (
        id uuid primary key,
        kind text not null constraint unit_change_kind_known check (kind in ('merge', 'split')),
        body jsonb not null,
        decision text not null constraint unit_change_decision_named check (btrim(decision) <> ''),
        basis text not null constraint unit_change_basis_named check (btrim(basis) <> ''),
        effective_on date not null,
        proposed_by uuid not null references officer (id),
        proposed_at timestamptz not null,
        approved_by uuid references officer (id),
        approved_at timestamptz,
        rejected_by uuid references officer (id),
        rejected_at timestamptz,
        rejected_reason text,
        -- What the change does in every part, as it was approved.
        plan jsonb,
        started_at timestamptz,
        finished_at timestamptz,
        constraint unit_change_proposer_never_approves check (approved_by <> proposed_by),
        constraint unit_change_approval_is_whole check ((approved_by is null) = (approved_at is null) and (approved_at is null) = (plan is null)),
        constraint unit_change_decided_once check (num_nonnulls(approved_at, rejected_at) <= 1),
        constraint unit_change_starts_approved check (started_at is null or approved_at is not null),
        constraint unit_change_ends_once_started check (finished_at is null or started_at is not null)
      );
      revoke delete, truncate on unit_change from mot_cua_app;

      alter table unit
        add column successor_id text references unit (id),
        -- Made by a change that the clock of the program has begun: in force from then on.
        add column begun_with uuid references unit_change (id),
        add constraint unit_succeeded_has_ended check (successor_id is null or until is not null);
      create index unit_successor on unit (successor_id) where successor_id is not null;

      -- The units whose work a unit has taken over, and those whose work they had taken over.
      create function unit_predecessors(wanted text) returns setof text language sql stable set search_path = public, pg_temp as $$
          with recursive before as (
            select id from unit where successor_id = wanted
            union select u.id from unit u join before b on u.successor_id = b.id)
          select id from before
        $$;

      -- By whose hours its promise is derived, where that is no longer the unit that receives: the clock does not move with a merger.
      alter table dossier add column calendar_unit text references unit (id);

      create table dossier_succession (
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        change_id uuid not null references unit_change (id),
        at timestamptz not null,
        commune text not null references unit (id),
        receiving_unit text not null references unit (id),
        competent_commune text not null references unit (id),
        primary key (dossier_id, seq)
      );
      comment on table dossier_succession is 'the units a dossier had until an act passed it on to their successors';
      alter table dossier_succession enable row level security;
      create policy dossier_succession_of_seen_dossier on dossier_succession
        using (((select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = dossier_succession.dossier_id)))
        with check (((select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = dossier_succession.dossier_id)));
      revoke update, delete, truncate on dossier_succession from mot_cua_app;

      create index deadline_of_unit_change on deadline ((params ->> 'unitChangeId'), dossier_id) where params ? 'unitChangeId';

      -- Two bodies of a merged unit may both be asked.
      drop index one_open_consultation_of_a_body;
      create unique index one_open_consultation_of_a_body on consultation (dossier_id, unit_id, body_id) where outcome is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
