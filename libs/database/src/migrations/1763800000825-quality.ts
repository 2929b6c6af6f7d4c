import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How good the data of a commune are, as measured each day; how far doubts have been looked for; names found by year of birth. */
export class Quality1763800000825 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table quality_measurement (
        commune_code text not null,
        measured_on date not null,
        people integer not null,
        correct integer not null,
        sufficient integer not null,
        clean integer not null,
        living integer not null,
        sound integer not null,
        measured_at timestamptz not null,
        constraint quality_measurement_pk primary key (commune_code, measured_on),
        constraint quality_measurement_counts check (least(correct, sufficient, clean, living, sound) >= 0 and greatest(correct, sufficient, clean, living) <= people and sound <= least(correct, sufficient, clean, living))
      );
      comment on table quality_measurement is 'people of a commune and how many of them have no fault of a kind; sound: none of any kind. Counted from the facts, never typed in';
      alter table quality_measurement enable row level security;
      create policy quality_measurement_read on quality_measurement for select using ((select app_kind()) in ('officer', 'system'));
      create policy quality_measurement_counted on quality_measurement for insert with check ((select app_kind()) = 'system');
      create policy quality_measurement_counted_anew on quality_measurement for update using ((select app_kind()) = 'system');
      revoke delete, truncate on quality_measurement from mot_cua_app;
      create index person_commune on person ((permanent_address ->> 'communeCode')) where merged_into is null;

      create table doubt_sweep (
        is_one boolean constraint doubt_sweep_pk primary key default true constraint doubt_sweep_one check (is_one),
        seen_at timestamptz not null,
        seen_id uuid not null
      );
      comment on table doubt_sweep is 'the last fact whose person was compared with others';
      insert into doubt_sweep values (true, '-infinity', '00000000-0000-0000-0000-000000000000');
      alter table doubt_sweep enable row level security;
      create policy doubt_sweep_of_the_job on doubt_sweep using ((select app_kind()) = 'system') with check ((select app_kind()) = 'system');
      revoke insert, delete, truncate on doubt_sweep from mot_cua_app;

      -- With a year of birth a common word is rare again, as it is with a commune.
      create function name_keys(name text, address jsonb, born text) returns text[] language sql immutable parallel safe as $$
        select words || case when address ->> 'communeCode' is null then '{}' else array(select (address ->> 'communeCode') || ' ' || word from unnest(words) as word) end
          || case when born is null then '{}' else array(select left(born, 4) || ' ' || word from unnest(words) as word) end
          from string_to_array(name, ' ') as words $$;
      drop index person_name_words;
      create index person_name_words on person using gin (name_keys(name_folded, permanent_address, birth_date)) with (fastupdate = off);
      drop function name_keys(text, jsonb);
    `);
  }

  async down(): Promise<void> {
    throw new Error('measurements of past months would be lost: this migration has no way back');
  }
}
