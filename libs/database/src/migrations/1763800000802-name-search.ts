import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names are found by whole words in any order, those of a commune first; all words that occur in names help to mend a typing fault. */
export class NameSearch1763800000802 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop index person_name_search;
      create index person_name_start on person (name_folded text_pattern_ops);
      -- The words of a name, and the same with the commune before them: among its own people a common word is rare again.
      create function name_keys(name text, address jsonb) returns text[] language sql immutable parallel safe as $$
        select words || case when address ->> 'communeCode' is null then '{}' else array(select (address ->> 'communeCode') || ' ' || word from unnest(words) as word) end
          from string_to_array(name, ' ') as words $$;
      create function name_sorted(name text) returns text language sql immutable parallel safe as $$
        select array_to_string(array(select word from unnest(string_to_array(name, ' ')) as word order by word collate "C"), ' ') $$;
      create index person_name_words on person using gin (name_keys(name_folded, permanent_address)) with (fastupdate = off);
      create index person_name_sorted on person (name_sorted(name_folded) text_pattern_ops);

      create table name_word (word text constraint name_word_pk primary key);
      comment on table name_word is 'every word that occurs in a folded name: some thousands in a whole country, and no personal data';
      create index name_word_start on name_word (word text_pattern_ops);
      insert into name_word select distinct unnest(string_to_array(name_folded, ' ')) from person;
      revoke insert, update, delete, truncate on name_word from mot_cua_app;

      create function name_words_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          insert into name_word select distinct unnest(string_to_array(name_folded, ' ')) from added on conflict do nothing;
          return null;
        end $$;
      create trigger person_words_added after insert on person referencing new table as added for each statement execute function name_words_kept();
      create trigger person_words_changed after update on person referencing new table as added for each statement execute function name_words_kept();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop trigger person_words_added on person;
      drop trigger person_words_changed on person;
      drop function name_words_kept();
      drop table name_word;
      drop index person_name_start, person_name_words, person_name_sorted;
      drop function name_keys(text, jsonb);
      drop function name_sorted(text);
      create index person_name_search on person using gin (name_folded gin_trgm_ops);
    `);
  }
}
