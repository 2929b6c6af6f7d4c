import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That two records are one person is a fact of one of them ("sameAs"), and that they are not after all is a further one. While it holds, the
 * other record shows what the facts of both add up to; nothing is moved or overwritten, so taking it back leaves each as it was.
 */
export class OnePerson1763800000824 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table person
        add column merged_into uuid constraint person_merged_into_fk references person (id),
        add constraint person_merged_not_into_itself check (merged_into <> id),
        add constraint person_merged_shows_no_number check (merged_into is null or personal_id is null);
      comment on column person.merged_into is 'the record that stands for this one; its number is shown there';
      create index person_merged on person (merged_into) where merged_into is not null;
      create index if not exists person_birth_date on person (birth_date);
      -- A number that is no longer shown still finds the person.
      create index person_fact_number on person_fact ((value #>> '{}')) where attribute = 'personalId';
      create index person_fact_recorded on person_fact (recorded_at);

      alter table person_fact
        drop constraint person_fact_attribute_known,
        add constraint person_fact_attribute_known check (attribute in ('personalId', 'fullName', 'sex', 'birthDate', 'ethnicity', 'nationality', 'birthPlace', 'homeTown',
          'permanentAddress', 'phone', 'email', 'death', 'father', 'mother', 'spouse', 'sameAs')),
        drop constraint person_fact_relation_names_other,
        add constraint person_fact_relation_names_other check ((attribute in ('father', 'mother', 'spouse', 'sameAs')) = (other_id is not null)),
        add column approved_by uuid,
        add constraint person_fact_merged_by_two check (attribute <> 'sameAs' or value is null or (recorded_by is not null and approved_by is not null and recorded_by <> approved_by));
      comment on column person_fact.approved_by is 'of a merger: the second officer';

      -- The records of a person: the one that stands for all, and those merged into it.
      create function person_members(asked uuid) returns setof uuid language sql stable parallel safe rows 1 as $$
        select m.id from person p join person m on m.id = coalesce(p.merged_into, p.id) or m.merged_into = coalesce(p.merged_into, p.id) where p.id = asked $$;
      create function person_root(asked uuid) returns uuid language sql stable as $$
        with recursive way (id, step) as (
          select asked, 0 union all
          select f.other_id, step + 1 from way join person_fact_shown f on f.person_id = way.id and f.attribute = 'sameAs' and f.value is not null where step < 50)
        select id from way order by step desc limit 1 $$;

      create or replace function person_facts_show() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          asked uuid[];
          freed uuid[] := '{}';
        begin
          if pg_trigger_depth() > 1 then return null; end if;
          select array_agg(distinct id) into asked from (
            select person_id as id from added union select merged_into from person where id in (select person_id from added) union select other_id from added where attribute = 'sameAs') a where id is not null;
          -- Locked before they are read: two facts at once must not hide each other.
          perform from person where id = any (asked) order by id for update;
          if exists (select from added where attribute = 'sameAs') then
            asked := array(select id from person where id = any (asked) or merged_into = any (asked));
            asked := asked || array(select person_root(id) from unnest(asked) as id);
            freed := array(select id from person where id = any (asked) and merged_into is not null and person_root(id) = id);
            update person set merged_into = person_root(id), personal_id = null where id = any (asked) and person_root(id) <> id;
          end if;
          -- What is no longer merged comes last: its number must be free again.
          perform person_show(array(select distinct id from unnest(asked) as id where id <> all (freed)), freed);
          update person set merged_into = null where id = any (freed);
          perform person_show(freed, freed);
          delete from relation r using person_fact_shown f
            where f.value is null and (r.person_id, r.kind, r.other_id) = (f.person_id, f.attribute, f.other_id) and f.person_id in (select person_id from added);
          insert into relation (person_id, kind, other_id, since, until, ended_by, source, as_of, dossier_id, authority)
            select person_id, attribute, other_id, (value ->> 'since')::date, (value ->> 'until')::date, value ->> 'endedBy', source, as_of, dossier_id, authority
              from person_fact_shown where attribute in ('father', 'mother', 'spouse') and value is not null and person_id in (select person_id from added)
            on conflict (person_id, kind, other_id) do update set since = excluded.since, until = excluded.until, ended_by = excluded.ended_by,
              source = excluded.source, as_of = excluded.as_of, dossier_id = excluded.dossier_id, authority = excluded.authority;
          return null;
        end $$;

      -- A record that stands for itself again does not show a number that came to be the other's meanwhile: the application asks people about it.
      -- Has these records show what their facts, and those of the records merged into them, add up to.
      create function person_show(shown uuid[], freed uuid[]) returns void language sql security definer set search_path = public, pg_temp as $$
        update person p set
            personal_id = case when p.merged_into is null and not (p.id = any (freed) and exists (select from person o where o.personal_id = said ->> 'personalId' and o.id <> p.id)) then said ->> 'personalId' end, full_name = said ->> 'fullName', name_folded = f.name_folded, sex = said ->> 'sex', birth_date = said ->> 'birthDate',
            ethnicity = said ->> 'ethnicity', nationality = said ->> 'nationality', birth_place = said ->> 'birthPlace', home_town = said ->> 'homeTown',
            permanent_address = nullif(said -> 'permanentAddress', 'null'), phone = said ->> 'phone', email = said ->> 'email',
            alive = said ->> 'death' is null, died_on = nullif(said ->> 'death', 'true')::date, provenance = f.provenance
          from (
            select target, max(name_folded) as name_folded, jsonb_object_agg(attribute, value) as said,
              jsonb_object_agg(attribute, jsonb_strip_nulls(jsonb_build_object('source', source, 'asOf', as_of, 'authority', authority, 'dossierId', dossier_id))) as provenance
              from (
                select distinct on (t.id, f.attribute) t.id as target, f.attribute, f.value, f.name_folded, f.source, f.as_of, f.authority, f.dossier_id
                  from unnest(shown) as t (id)
                  cross join lateral (select t.id as member union all select id from person where merged_into = t.id and id <> all (freed)) m
                  join person_fact f on f.person_id = m.member
                 where f.other_id is null and not exists (select from person_fact c where c.corrects = f.id)
                 order by t.id, f.attribute, f.as_of desc, f.recorded_at desc, f.id desc) newest
             group by target) f
         where p.id = f.target $$;
      revoke execute on function person_show(uuid[], uuid[]) from public, mot_cua_app;

      -- Who was merged finds in their own file and log what belongs to either record.
      ${['paper_on_file', 'paper_revocation', 'person_fact'].map((table) => `create policy ${table}_of_merged on ${table} for select using (
        (select app_kind()) = 'citizen' and person_id in (select id from person where merged_into = (select app_person())));`).join('\n      ')}
      -- A line the law puts off is put off here too.
      create policy person_read_log_of_merged on person_read_log for select using (
        (select app_kind()) = 'citizen' and person_id in (select id from person where merged_into = (select app_person()))
        and coalesce((to_jsonb(person_read_log) ->> 'disclosed_from')::timestamptz <= now(), true));
      create policy party_seen_by_merged on dossier_party for select using (
        (select app_kind()) = 'citizen' and kind = 'person' and party in (select id::text from person where merged_into = (select app_person())));
    `);
  }

  async down(): Promise<void> {
    throw new Error('mergers would be lost: this migration has no way back');
  }
}
