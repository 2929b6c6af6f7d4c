import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A wrong value on file is corrected by two officers; what a clerk reads off a paper handed in goes on file with it. */
export class FactCorrections1763800000822 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table fact_correction (
        id uuid constraint fact_correction_pk primary key,
        person_id uuid not null constraint fact_correction_person_fk references person (id),
        fact_id uuid not null constraint fact_correction_fact_fk references person_fact (id),
        value jsonb,
        reason text not null constraint fact_correction_has_reason check (btrim(reason) <> ''),
        authority text not null constraint fact_correction_has_authority check (btrim(authority) <> ''),
        document text not null constraint fact_correction_has_document check (btrim(document) <> ''),
        proposed_by uuid not null,
        proposed_unit text not null constraint fact_correction_unit_fk references unit (id),
        proposed_at timestamptz not null,
        decision text constraint fact_correction_decision_known check (decision in ('approved', 'rejected', 'withdrawn')),
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        constraint fact_correction_decided_whole check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
        constraint fact_correction_four_eyes check (decision = 'withdrawn' or decided_by <> proposed_by),
        constraint fact_correction_withdrawn_by_oneself check (decision <> 'withdrawn' or decided_by = proposed_by),
        constraint fact_correction_rejection_says_why check (decision <> 'rejected' or btrim(decision_reason) <> '')
      );
      comment on column fact_correction.value is 'null: there is none, such as no such relation';
      create unique index fact_correction_open_once on fact_correction (fact_id) where decision is null;
      create index fact_correction_of_person on fact_correction (person_id, proposed_at desc);
      create index fact_correction_open_of_unit on fact_correction (proposed_unit, proposed_at) where decision is null;
      alter table fact_correction enable row level security;
      create policy fact_correction_of_oneself on fact_correction for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and person_id = (select app_person())));
      create policy fact_correction_proposed on fact_correction for insert with check ((select app_kind()) = 'officer' and proposed_by = (select app_officer()));
      create policy fact_correction_decided on fact_correction for update using ((select app_kind()) = 'officer' and proposed_unit = any ((select app_units())::text[]));
      revoke update, delete, truncate on fact_correction from mot_cua_app;
      grant update (decision, decided_by, decided_at, decision_reason) on fact_correction to mot_cua_app;
      create function fact_correction_decided_once() returns trigger language plpgsql as $$
        begin
          if old.decision is not null then raise exception 'a correction that was decided stays decided'; end if;
          return new;
        end $$;
      create trigger fact_correction_decided_once before update on fact_correction for each row execute function fact_correction_decided_once();

      alter table dossier_component add column paper jsonb constraint dossier_component_paper_is_object check (jsonb_typeof(paper) = 'object');
      comment on column dossier_component.paper is 'what the clerk read off a paper handed in: number, issuer, issuedOn, validUntil';
    `);
  }

  async down(): Promise<void> {
    throw new Error('who corrected what would be lost: this migration has no way back');
  }
}
