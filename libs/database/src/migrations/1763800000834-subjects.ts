import type { MigrationInterface, QueryRunner } from 'typeorm';

const SOURCES = `('population-register', 'civil-status-register', 'land-register', 'merit-register', 'business-register', 'health-facility', 'court', 'dossier')`;

/**
 * Households and organisations on file. As with people every value is a fact with its source, and membership and roles are facts
 * about a person; the four tables beside show what the facts add up to, and nothing but a new fact changes them.
 */
export class Subjects1763800000834 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create function app_organisations() returns uuid[] language sql stable parallel safe as $$
        select coalesce((select array_agg(value::uuid) from jsonb_array_elements_text(nullif(current_setting('app.organisations', true), '')::jsonb)), '{}') $$;

      create table household (
        id uuid constraint household_pk primary key,
        code text constraint household_code_once unique,
        address jsonb
      );
      create table household_member (
        household_id uuid not null constraint household_member_household_fk references household (id),
        person_id uuid not null constraint household_member_person_fk references person (id),
        relation text not null constraint household_member_relation_known check (relation in ('head', 'spouse', 'child', 'parent', 'grandchild', 'sibling', 'other')),
        since date,
        until date,
        ended_by text constraint household_member_end_known check (ended_by in ('moved', 'removed', 'death')),
        source text not null,
        as_of date not null,
        dossier_id uuid,
        constraint household_member_pk primary key (household_id, person_id),
        constraint household_member_end_has_cause check ((until is null) = (ended_by is null))
      );
      comment on column household_member.relation is 'what the member is to the head';
      create unique index household_member_of_one on household_member (person_id) where until is null;
      create unique index household_has_one_head on household_member (household_id) where relation = 'head' and until is null;

      create table organisation (
        id uuid constraint organisation_pk primary key,
        code text not null constraint organisation_code_once unique,
        name text not null constraint organisation_name_nfc check (name is nfc normalized),
        name_folded text not null,
        kind text not null constraint organisation_kind_known check (kind in ('enterprise', 'branch', 'cooperative', 'household-business', 'other')),
        address jsonb,
        phone text,
        ended_on date,
        provenance jsonb not null default '{}',
        constraint organisation_code_shape check (code ~ case kind when 'household-business' then '^[0-9]{12}$' when 'branch' then '^[0-9]{10}-[0-9]{3}$' else '^[0-9]{10}$' end)
      );
      create index organisation_name_search on organisation using gin (name_folded gin_trgm_ops);
      create table organisation_role (
        organisation_id uuid not null constraint organisation_role_organisation_fk references organisation (id),
        person_id uuid not null constraint organisation_role_person_fk references person (id),
        role text not null constraint organisation_role_known check (role in ('representative', 'owner', 'authorised', 'accountant')),
        position text,
        since date,
        until date,
        source text not null,
        as_of date not null,
        dossier_id uuid,
        constraint organisation_role_pk primary key (organisation_id, person_id, role)
      );
      create index organisation_role_of_person on organisation_role (person_id);

      create table subject_fact (
        id uuid constraint subject_fact_pk primary key,
        household_id uuid,
        organisation_id uuid,
        attribute text not null,
        person_id uuid constraint subject_fact_person_fk references person (id),
        value jsonb,
        name_folded text,
        source text not null constraint subject_fact_source_known check (source in ${SOURCES}),
        authority text,
        as_of date not null,
        dossier_id uuid,
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid,
        corrects uuid constraint subject_fact_corrects_fk references subject_fact (id),
        reason text,
        constraint subject_fact_of_one check (num_nonnulls(household_id, organisation_id) = 1),
        constraint subject_fact_attribute_known check (case when household_id is not null then attribute in ('code', 'address', 'member')
          else attribute in ('code', 'name', 'kind', 'address', 'phone', 'endedOn', 'representative', 'owner', 'authorised', 'accountant') end),
        constraint subject_fact_of_person_names_them check ((attribute in ('member', 'representative', 'owner', 'authorised', 'accountant')) = (person_id is not null)),
        constraint subject_fact_name_folded check ((attribute = 'name') = (name_folded is not null)),
        constraint subject_fact_correction_has_reason check ((corrects is null) = (reason is null)),
        constraint subject_fact_dossier_named check (source <> 'dossier' or dossier_id is not null)
      );
      comment on table subject_fact is 'what was said of a household or an organisation; of one person in it where person_id is set';
      create index subject_fact_of_household on subject_fact (household_id) where household_id is not null;
      create index subject_fact_of_organisation on subject_fact (organisation_id) where organisation_id is not null;
      create index subject_fact_about_person on subject_fact (person_id) where person_id is not null;
      create unique index subject_fact_corrected_once on subject_fact (corrects) where corrects is not null;

      create view subject_fact_shown with (security_invoker = true) as
        select distinct on (coalesce(f.household_id, f.organisation_id), f.attribute, f.person_id) f.*
          from subject_fact f
         where not exists (select from subject_fact c where c.corrects = f.id)
         order by coalesce(f.household_id, f.organisation_id), f.attribute, f.person_id, f.as_of desc, f.recorded_at desc, f.id desc;

      create function subject_facts_show() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          -- One after the other: two facts at once must not hide each other.
          perform pg_advisory_xact_lock(hashtextextended(id::text, 834)) from (select distinct coalesce(household_id, organisation_id) as id from added order by 1) touched;
          insert into household (id, code, address)
            select household_id, max(value #>> '{}') filter (where attribute = 'code'), (jsonb_agg(value) filter (where attribute = 'address' and value is not null)) -> 0
              from subject_fact_shown where household_id in (select household_id from added) group by household_id
            on conflict (id) do update set code = excluded.code, address = excluded.address;
          insert into organisation (id, code, name, name_folded, kind, address, phone, ended_on, provenance)
            select organisation_id, said ->> 'code', said ->> 'name', folded, said ->> 'kind', nullif(said -> 'address', 'null'), said ->> 'phone', (said ->> 'endedOn')::date, provenance
              from (select organisation_id, max(name_folded) as folded, jsonb_object_agg(attribute, value) as said,
                      jsonb_object_agg(attribute, jsonb_strip_nulls(jsonb_build_object('source', source, 'asOf', as_of, 'authority', authority, 'dossierId', dossier_id))) as provenance
                      from subject_fact_shown where person_id is null and organisation_id in (select organisation_id from added) group by organisation_id) f
            on conflict (id) do update set code = excluded.code, name = excluded.name, name_folded = excluded.name_folded, kind = excluded.kind, address = excluded.address,
              phone = excluded.phone, ended_on = excluded.ended_on, provenance = excluded.provenance;
          -- Whoever leaves goes first: a person is in one household, a household has one head.
          delete from household_member m using subject_fact_shown f
            where f.household_id = m.household_id and f.person_id = m.person_id and f.attribute = 'member' and f.household_id in (select household_id from added);
          insert into household_member (household_id, person_id, relation, since, until, ended_by, source, as_of, dossier_id)
            select household_id, person_id, value ->> 'relation', (value ->> 'since')::date, (value ->> 'until')::date, value ->> 'endedBy', source, as_of, dossier_id
              from subject_fact_shown where attribute = 'member' and value is not null and household_id in (select household_id from added);
          delete from organisation_role r using subject_fact_shown f
            where (f.organisation_id, f.person_id, f.attribute) = (r.organisation_id, r.person_id, r.role) and f.organisation_id in (select organisation_id from added);
          insert into organisation_role (organisation_id, person_id, role, position, since, until, source, as_of, dossier_id)
            select organisation_id, person_id, attribute, value ->> 'position', (value ->> 'since')::date, (value ->> 'until')::date, source, as_of, dossier_id
              from subject_fact_shown where organisation_id is not null and person_id is not null and value is not null and organisation_id in (select organisation_id from added);
          return null;
        end $$;
      create trigger subject_fact_shows after insert on subject_fact referencing new table as added for each statement execute function subject_facts_show();

      -- Of which households somebody is a member now, by whichever of their records. Security definer: the policy of the members asks it.
      create function app_households() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(array_agg(household_id), '{}') from household_member where person_id in (select person_members(app_person())) and until is null $$;

      -- A citizen sees the household they are in, the organisations they act for now, and what was said of themselves.
      alter table household enable row level security;
      create policy household_of_members on household for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and id = any ((select app_households())::uuid[])));
      alter table household_member enable row level security;
      create policy household_member_of_members on household_member for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and household_id = any ((select app_households())::uuid[])));
      alter table organisation enable row level security;
      create policy organisation_of_its_people on organisation for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and id = any ((select app_organisations())::uuid[])));
      alter table organisation_role enable row level security;
      create policy organisation_role_of_its_people on organisation_role for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and (organisation_id = any ((select app_organisations())::uuid[]) or person_id in (select person_members((select app_person()))))));
      alter table subject_fact enable row level security;
      create policy subject_fact_of_its_people on subject_fact for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen'
          and (household_id = any ((select app_households())::uuid[]) or organisation_id = any ((select app_organisations())::uuid[]) or person_id = (select app_person()))));
      create policy subject_fact_written on subject_fact for insert with check ((select app_kind()) in ('officer', 'system'));
      revoke update, delete, truncate on subject_fact from mot_cua_app;
      revoke insert, update, delete, truncate on household, household_member, organisation, organisation_role from mot_cua_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('corrections and histories would be lost: this migration has no way back');
  }
}
