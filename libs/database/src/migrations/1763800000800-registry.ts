import type { MigrationInterface, QueryRunner } from 'typeorm';

const SOURCES = `('population-register', 'civil-status-register', 'land-register', 'merit-register', 'health-facility', 'court', 'dossier')`;

/**
 * Every value of a person is a fact with its source; `person` and `relation` show what the facts add up to. What is entered
 * there is written down as first facts, so that no value is without one; from then on only new facts change what is shown.
 */
export class Registry1763800000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table person
        add column dossier_id uuid,
        add column authority text,
        add column provenance jsonb not null default '{}';
      comment on column person.source is 'where the record began; provenance names the source of what was said later';
      alter table relation
        add column as_of date,
        add column dossier_id uuid,
        add column authority text;

      create table person_fact (
        id uuid constraint person_fact_pk primary key,
        person_id uuid not null constraint person_fact_person_fk references person (id),
        attribute text not null constraint person_fact_attribute_known check (attribute in ('personalId', 'fullName', 'sex', 'birthDate', 'ethnicity',
          'nationality', 'birthPlace', 'homeTown', 'permanentAddress', 'phone', 'email', 'death', 'father', 'mother', 'spouse')),
        other_id uuid constraint person_fact_other_fk references person (id),
        value jsonb,
        name_folded text,
        source text not null constraint person_fact_source_known check (source in ${SOURCES}),
        authority text,
        as_of date not null,
        dossier_id uuid,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        corrects uuid constraint person_fact_corrects_fk references person_fact (id),
        reason text,
        constraint person_fact_relation_names_other check ((attribute in ('father', 'mother', 'spouse')) = (other_id is not null)),
        constraint person_fact_name_folded check ((attribute = 'fullName') = (name_folded is not null)),
        constraint person_fact_name_stays check (attribute not in ('fullName', 'sex') or value is not null),
        constraint person_fact_correction_has_reason check ((corrects is null) = (reason is null)),
        constraint person_fact_dossier_named check (source <> 'dossier' or dossier_id is not null)
      );
      comment on column person_fact.value is 'null: the source says that there is none';
      comment on column person_fact.authority is 'the agency that said so; null: the source itself';
      create index person_fact_of_person on person_fact (person_id, attribute);
      create unique index person_fact_corrected_once on person_fact (corrects) where corrects is not null;

      create view person_fact_shown with (security_invoker = true) as
        select distinct on (f.person_id, f.attribute, f.other_id) f.*
          from person_fact f
         where not exists (select from person_fact c where c.corrects = f.id)
         order by f.person_id, f.attribute, f.other_id, f.as_of desc, f.recorded_at desc, f.id desc;
      comment on view person_fact_shown is 'of each attribute the newest fact that nobody has corrected';

      create function person_first_facts(added person) returns void language sql set search_path = public, pg_temp as $$
        insert into person_fact (id, person_id, attribute, value, name_folded, source, authority, as_of, dossier_id)
        select gen_random_uuid(), added.id, attribute, value, case attribute when 'fullName' then added.name_folded end, added.source, added.authority, added.as_of, added.dossier_id
          from (values
            ('personalId', to_jsonb(added.personal_id::text)), ('fullName', to_jsonb(added.full_name)), ('sex', to_jsonb(added.sex)), ('birthDate', to_jsonb(added.birth_date)),
            ('ethnicity', to_jsonb(added.ethnicity)), ('nationality', to_jsonb(added.nationality)), ('birthPlace', to_jsonb(added.birth_place)), ('homeTown', to_jsonb(added.home_town)),
            ('permanentAddress', added.permanent_address), ('phone', to_jsonb(added.phone)), ('email', to_jsonb(added.email)),
            ('death', case when not added.alive then coalesce(to_jsonb(added.died_on), 'true') end)) as said (attribute, value)
         where value is not null $$;
      create function relation_first_fact(added relation) returns void language sql set search_path = public, pg_temp as $$
        insert into person_fact (id, person_id, attribute, other_id, value, source, authority, as_of, dossier_id)
        select gen_random_uuid(), added.person_id, added.kind, added.other_id,
          jsonb_strip_nulls(jsonb_build_object('since', added.since, 'until', added.until, 'endedBy', added.ended_by)),
          added.source, added.authority, coalesce(added.as_of, added.until, added.since, (select as_of from person where id = added.person_id)), added.dossier_id $$;
      select person_first_facts(person) from person;
      select relation_first_fact(relation) from relation;

      create function person_facts_begin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          -- What facts have put there needs no first fact.
          if pg_trigger_depth() > 1 then return null; end if;
          if tg_table_name = 'person' then perform person_first_facts(added) from added;
          else perform relation_first_fact(added) from added;
          end if;
          return null;
        end $$;
      create trigger person_begins after insert on person referencing new table as added for each statement execute function person_facts_begin();
      create trigger relation_begins after insert on relation referencing new table as added for each statement execute function person_facts_begin();

      create function person_facts_show() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if pg_trigger_depth() > 1 then return null; end if;
          -- Locked before they are read: two facts at once must not hide each other.
          perform from person where id in (select person_id from added) order by id for update;
          update person p set
              personal_id = said ->> 'personalId', full_name = said ->> 'fullName', name_folded = f.name_folded, sex = said ->> 'sex', birth_date = said ->> 'birthDate',
              ethnicity = said ->> 'ethnicity', nationality = said ->> 'nationality', birth_place = said ->> 'birthPlace', home_town = said ->> 'homeTown',
              permanent_address = nullif(said -> 'permanentAddress', 'null'), phone = said ->> 'phone', email = said ->> 'email',
              alive = said ->> 'death' is null, died_on = nullif(said ->> 'death', 'true')::date, provenance = f.provenance
            from (
              select person_id, max(name_folded) as name_folded, jsonb_object_agg(attribute, value) as said,
                jsonb_object_agg(attribute, jsonb_strip_nulls(jsonb_build_object('source', source, 'asOf', as_of, 'authority', authority, 'dossierId', dossier_id))) as provenance
                from person_fact_shown where other_id is null and person_id in (select person_id from added) group by person_id) f
           where p.id = f.person_id;
          delete from relation r using person_fact_shown f
            where f.value is null and (r.person_id, r.kind, r.other_id) = (f.person_id, f.attribute, f.other_id) and f.person_id in (select person_id from added);
          insert into relation (person_id, kind, other_id, since, until, ended_by, source, as_of, dossier_id, authority)
            select person_id, attribute, other_id, (value ->> 'since')::date, (value ->> 'until')::date, value ->> 'endedBy', source, as_of, dossier_id, authority
              from person_fact_shown where other_id is not null and value is not null and person_id in (select person_id from added)
            on conflict (person_id, kind, other_id) do update set since = excluded.since, until = excluded.until, ended_by = excluded.ended_by,
              source = excluded.source, as_of = excluded.as_of, dossier_id = excluded.dossier_id, authority = excluded.authority;
          return null;
        end $$;
      create trigger person_fact_shows after insert on person_fact referencing new table as added for each statement execute function person_facts_show();

      alter table person_fact enable row level security;
      create policy person_fact_of_oneself on person_fact for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and person_id = (select app_person())));
      create policy person_fact_written on person_fact for insert with check ((select app_kind()) in ('officer', 'system'));
      revoke update, delete, truncate on person_fact from mot_cua_app;
      -- What is shown changes by facts alone.
      revoke update on person, relation from mot_cua_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('corrections and histories would be lost: this migration has no way back');
  }
}
