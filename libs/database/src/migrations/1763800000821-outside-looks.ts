import type { MigrationInterface, QueryRunner } from 'typeorm';

const REASONS = `('verification', 'complaint', 'data-repair', 'guidance', 'emergency', 'law-enforcement')`;

/** A look at a person's data outside a dossier says why, ends soon, is read by the head of the unit and by the person. */
export class OutsideLooks1763800000821 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- No foreign key to the person: the record outlives what it speaks of.
      create table outside_look (
        id uuid constraint outside_look_pk primary key,
        person_id uuid not null,
        officer_id uuid not null,
        unit_id text not null constraint outside_look_unit_fk references unit (id),
        role text not null,
        reason_kind text not null constraint outside_look_reason_known check (reason_kind in ${REASONS}),
        reason text not null constraint outside_look_has_reason check (length(btrim(reason)) >= 10),
        at timestamptz not null,
        until timestamptz not null constraint outside_look_ends check (until > at),
        acknowledged_at timestamptz,
        acknowledged_by uuid,
        verdict text constraint outside_look_verdict_known check (verdict in ('justified', 'questioned')),
        verdict_note text,
        constraint outside_look_acknowledged_whole check (num_nulls(acknowledged_at, acknowledged_by, verdict) in (0, 3)),
        constraint outside_look_question_says_why check (verdict is distinct from 'questioned' or btrim(verdict_note) <> ''),
        constraint outside_look_four_eyes check (acknowledged_by <> officer_id)
      );
      create index outside_look_of_unit on outside_look (unit_id, at) where acknowledged_at is null;
      create index outside_look_of_officer on outside_look (officer_id, at desc);
      create index outside_look_of_person on outside_look (person_id, at desc);
      alter table outside_look enable row level security;
      create policy outside_look_of_unit_or_oneself on outside_look for select using ((select app_kind()) = 'system'
        or ((select app_kind()) = 'officer' and (officer_id = (select app_officer()) or unit_id = any ((select app_units())::text[])))
        or ((select app_kind()) = 'citizen' and person_id = (select app_person())));
      create policy outside_look_begun on outside_look for insert with check ((select app_kind()) = 'officer' and officer_id = (select app_officer()));
      create policy outside_look_acknowledged on outside_look for update using (
        (select app_kind()) = 'officer' and officer_id <> (select app_officer()) and unit_id = any ((select app_units())::text[]));
      revoke update, delete, truncate on outside_look from mot_cua_app;
      grant update (acknowledged_at, acknowledged_by, verdict, verdict_note) on outside_look to mot_cua_app;
      create function outside_look_acknowledged_once() returns trigger language plpgsql as $$
        begin
          if old.acknowledged_at is not null then raise exception 'what a head said of a look stays said'; end if;
          return new;
        end $$;
      create trigger outside_look_acknowledged_once before update on outside_look for each row execute function outside_look_acknowledged_once();

      alter table person_read_log
        add column outside_look uuid,
        add column reason_kind text constraint person_read_log_reason_known check (reason_kind in ${REASONS}),
        add column reason text,
        add constraint person_read_log_outside_says_why check (num_nulls(outside_look, reason_kind, reason) in (0, 3));
      comment on column person_read_log.reason is 'of a look outside a dossier: why, as the officer wrote it';
    `);
  }

  async down(): Promise<void> {
    throw new Error('who looked outside a dossier and why is not forgotten: this migration has no way back');
  }
}
