import type { MigrationInterface, QueryRunner } from 'typeorm';

const SOURCES = `('population-register', 'civil-status-register', 'land-register', 'merit-register', 'health-facility', 'court', 'dossier', 'identity-card', 'declared', 'correction')`;

/** Somebody who is on no file is received at a counter: by card, by the population register's answer, or with what the paper in hand shows. */
export class PeopleReceived1763800000820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table person
        add column recorded_by uuid,
        drop constraint person_source_known, add constraint person_source_known check (source in ${SOURCES});
      comment on column person.recorded_by is 'the officer who received somebody nobody had on file; null: a register brought the record';
      alter table relation drop constraint relation_source_known, add constraint relation_source_known check (source in ${SOURCES});
      alter table person_fact drop constraint person_fact_source_known, add constraint person_fact_source_known check (source in ${SOURCES});
      -- Whoever is born on the same day is compared by name.
      create index person_birth_date on person (birth_date);

      create or replace function person_first_facts(added person) returns void language sql set search_path = public, pg_temp as $$
        insert into person_fact (id, person_id, attribute, value, name_folded, source, authority, as_of, dossier_id, recorded_by)
        select gen_random_uuid(), added.id, attribute, value, case attribute when 'fullName' then added.name_folded end, coalesce(said_by ->> 'source', added.source),
          case when said_by is null then added.authority else said_by ->> 'authority' end, coalesce((said_by ->> 'asOf')::date, added.as_of), added.dossier_id, added.recorded_by
          from (values
            ('personalId', to_jsonb(added.personal_id::text)), ('fullName', to_jsonb(added.full_name)), ('sex', to_jsonb(added.sex)), ('birthDate', to_jsonb(added.birth_date)),
            ('ethnicity', to_jsonb(added.ethnicity)), ('nationality', to_jsonb(added.nationality)), ('birthPlace', to_jsonb(added.birth_place)), ('homeTown', to_jsonb(added.home_town)),
            ('permanentAddress', added.permanent_address), ('phone', to_jsonb(added.phone)), ('email', to_jsonb(added.email)),
            ('death', case when not added.alive then coalesce(to_jsonb(added.died_on), 'true') end)) as said (attribute, value)
            -- Who is received may be spoken of by several sources at once: the row says which value is whose.
            cross join lateral (select added.provenance -> attribute as said_by) each
         where value is not null $$;

      create table person_reception (
        person_id uuid constraint person_reception_pk primary key constraint person_reception_person_fk references person (id),
        received_at timestamptz not null,
        received_by uuid not null,
        unit_id text not null constraint person_reception_unit_fk references unit (id),
        source text not null constraint person_reception_source_known check (source in ('identity-card', 'population-register', 'declared')),
        basis text,
        compared uuid[] not null,
        not_same_reason text,
        number_held_by uuid constraint person_reception_holder_fk references person (id),
        query_id uuid constraint person_reception_query_fk references source_query (id),
        case_id uuid,
        procedure_code text,
        constraint person_reception_by_hand_names_paper check (source <> 'declared' or btrim(basis) <> ''),
        constraint person_reception_compared_with_reason check (cardinality(compared) = 0 or btrim(not_same_reason) <> '')
      );
      comment on table person_reception is 'how somebody came on file at a counter; their values are facts';
      comment on column person_reception.compared is 'people on file who looked the same and were said to be somebody else';
      comment on column person_reception.number_held_by is 'who on file holds the number the new person showed: one of the two is wrong';
      create index person_reception_of_held_numbers on person_reception (number_held_by) where number_held_by is not null;
      alter table person_reception enable row level security;
      create policy person_reception_of_oneself on person_reception for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and person_id = (select app_person())));
      create policy person_reception_written on person_reception for insert with check ((select app_kind()) in ('officer', 'system'));
      revoke update, delete, truncate on person_reception from mot_cua_app;

      -- The population register may be asked about somebody who is on no file yet.
      alter table source_query alter column person_id drop not null,
        add constraint source_query_of_a_stranger check (person_id is not null or source = 'population-register');
    `);
  }

  async down(): Promise<void> {
    throw new Error('people received at the counter would lose where they come from: this migration has no way back');
  }
}
