import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What registers need beside the records: each promise date a dossier has had, so that the register of a past day can be computed; and
 * the exports somebody asked for, with their progress.
 */
export class Registers1763800000841 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table promise (
        dossier_id uuid not null constraint promise_dossier_fk references dossier (id),
        -- The act that gave it.
        seq integer not null,
        at timestamptz not null,
        due_at timestamptz not null,
        constraint promise_pk primary key (dossier_id, seq)
      );
      alter table promise enable row level security;
      create policy promise_of_seen_dossier on promise for select using (
        (select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = promise.dossier_id));
      revoke insert, update, delete, truncate on promise from mot_cua_app;
      insert into promise (dossier_id, seq, at, due_at) select id, version, coalesce(received_at, updated_at), due_at from dossier where due_at is not null;
      -- Nobody writes it: it follows from the row of the dossier, whichever act changed that.
      create function note_promise() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          insert into promise (dossier_id, seq, at, due_at) values (new.id, new.version, new.updated_at, new.due_at)
            on conflict (dossier_id, seq) do update set due_at = excluded.due_at;
          return null;
        end $$;
      create trigger note_promise after update of due_at on dossier for each row
        when (new.due_at is not null and new.due_at is distinct from old.due_at) execute function note_promise();

      create table register_export (
        id uuid constraint register_export_pk primary key,
        register text not null constraint register_export_register_known check (register in ('dossiers', 'outgoing', 'certified-copies', 'extracts')),
        query jsonb not null,
        -- The units whose records it may hold: those whose registers the officer could read then.
        units text[] not null constraint register_export_of_units check (cardinality(units) > 0),
        format text not null constraint register_export_format_known check (format in ('pdf', 'xlsx')),
        language text not null constraint register_export_language_known check (language in ('vi', 'en')),
        purpose text not null constraint register_export_has_purpose check (btrim(purpose) <> ''),
        asked_by uuid not null,
        asked_unit text not null constraint register_export_unit_fk references unit (id),
        asked_role text not null,
        asked_at timestamptz not null,
        rows_total integer,
        rows_done integer not null default 0,
        state text not null default 'waiting' constraint register_export_state_known check (state in ('waiting', 'running', 'done', 'failed', 'gone')),
        -- Machines' time, no legal date: a run that was cut off is taken up again.
        leased_until timestamptz,
        sha256 text,
        size integer,
        finished_at timestamptz,
        constraint register_export_done_has_file check ((state = 'done') = (sha256 is not null and size is not null) and (state <> 'done' or finished_at is not null))
      );
      create index register_export_waiting on register_export (asked_at) where state in ('waiting', 'running');
      create index register_export_of_officer on register_export (asked_by, asked_at desc);
      alter table register_export enable row level security;
      create policy register_export_of_who_asked on register_export
        using ((select app_kind()) = 'system' or ((select app_kind()) = 'officer' and asked_by = (select app_officer())))
        with check ((select app_kind()) = 'system' or ((select app_kind()) = 'officer' and asked_by = (select app_officer())));
      revoke update, delete, truncate on register_export from mot_cua_app;
      grant update (rows_total, rows_done, state, leased_until, sha256, size, finished_at) on register_export to mot_cua_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the promise dates of the past would be lost: this migration has no way back');
  }
}
