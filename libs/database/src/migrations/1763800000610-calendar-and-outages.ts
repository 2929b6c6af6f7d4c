import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The calendar as data two persons answer for, and the outages of systems the desk depends on.
 *
 * The days of the nation lie in `calendar_day` beside those of provinces and units (unit `vn`), each with its document and
 * how sure it is; `calendar_year` says which years they cover completely. Nothing of it is written but by a change that one
 * officer proposed and another approved; `calendar_log` keeps what stood before and after, and is append-only.
 */
export class CalendarAndOutages1763800000610 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table calendar_day
        drop constraint calendar_day_kind_known,
        add constraint calendar_day_kind_known check (kind in ('work', 'holiday', 'comp-off', 'day-off', 'swap-work')),
        add column status text not null default 'official'
          constraint calendar_day_status_known check (status in ('official', 'computed', 'unconfirmed')),
        add column code text,
        add column for_date date;

      create table calendar_year (
        year integer primary key constraint calendar_year_plausible check (year between 2000 and 2200),
        document text not null
      );

      create table calendar_change (
        id uuid primary key,
        unit_id text not null references unit (id),
        body jsonb not null,
        document text not null,
        proposed_by uuid not null references officer (id),
        proposed_at timestamptz not null,
        approved_by uuid references officer (id),
        approved_at timestamptz,
        rejected_by uuid references officer (id),
        rejected_at timestamptz,
        rejected_reason text,
        undoes uuid references calendar_change (id),
        inverse jsonb,
        moved integer,
        constraint calendar_proposer_never_approves check (approved_by <> proposed_by),
        constraint calendar_approval_is_whole check ((approved_by is null) = (approved_at is null) and (approved_at is null) = (moved is null)),
        constraint calendar_rejection_is_whole check ((rejected_by is null) = (rejected_at is null)),
        constraint calendar_change_decided_once check (num_nonnulls(approved_at, rejected_at) <= 1)
      );
      create unique index calendar_change_undone_once on calendar_change (undoes) where undoes is not null and rejected_at is null;

      create table calendar_log (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        change_id uuid references calendar_change (id),
        officer_id uuid references officer (id),
        unit_id text not null references unit (id),
        act text not null constraint calendar_log_act_known check (act in (
          'proposed', 'approved', 'rejected', 'day-set', 'day-removed', 'hours-set', 'year-opened')),
        subject text,
        before jsonb,
        after jsonb,
        document text
      );
      create index calendar_log_by_unit on calendar_log (unit_id, id);

      -- Raised with every change that came in force, so that each process sees that what it remembers is old. Without a row: never.
      create table calendar_version (id boolean primary key default true check (id), value integer not null);

      create table outage (
        id uuid primary key,
        system text not null constraint outage_system_named check (system <> ''),
        owner text not null constraint outage_owner_named check (owner <> ''),
        document text not null constraint outage_document_named check (document <> ''),
        from_at timestamptz not null,
        to_at timestamptz constraint outage_ends_after_start check (to_at > from_at),
        procedures text[] not null default '{}',
        communes text[] not null default '{}',
        announced_by uuid not null references officer (id),
        announced_at timestamptz not null,
        approved_by uuid references officer (id),
        approved_at timestamptz,
        ended_by uuid references officer (id),
        rejected_by uuid references officer (id),
        rejected_at timestamptz,
        constraint outage_announcer_never_approves check (approved_by <> announced_by),
        constraint outage_approval_is_whole check ((approved_by is null) = (approved_at is null)),
        constraint outage_decided_once check (num_nonnulls(approved_at, rejected_at) <= 1)
      );
      comment on column outage.procedures is 'codes of procedures, or "field:<code>"; empty: all';
      comment on column outage.communes is 'ids of receiving communes or of provinces above them; empty: all';

      create index deadline_of_outage on deadline ((params ->> 'outageId'), dossier_id) where params ? 'outageId';

      revoke update, delete, truncate on calendar_log, calendar_year from mot_cua_app;
      revoke delete, truncate on calendar_change, outage, calendar_version from mot_cua_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop index deadline_of_outage;
      drop table outage, calendar_version, calendar_log, calendar_change, calendar_year;
      delete from calendar_day where kind = 'work';
      alter table calendar_day drop column for_date, drop column code, drop column status,
        drop constraint calendar_day_kind_known,
        add constraint calendar_day_kind_known check (kind in ('holiday', 'comp-off', 'day-off', 'swap-work'));
    `);
  }
}
