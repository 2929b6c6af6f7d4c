import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Doubts about data on file: likely the same person twice, a number somebody else holds, sources that differ. Each is raised once and decided by people. */
export class Doubts1763800000823 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- The communes whose offices an officer works in, by code.
      create function app_communes() returns text[] language sql stable parallel safe as $$
        select coalesce(array_agg(distinct substring(unit from '^c([0-9]{5})')) filter (where unit ~ '^c[0-9]{5}'), '{}') from unnest(app_units()) as unit $$;

      create table person_doubt (
        id uuid constraint person_doubt_pk primary key,
        kind text not null constraint person_doubt_kind_known check (kind in ('twin', 'number-clash', 'conflict')),
        person_id uuid not null constraint person_doubt_person_fk references person (id),
        other_person_id uuid constraint person_doubt_other_fk references person (id),
        subject text not null default '',
        communes text[] not null,
        detail jsonb not null default '{}' constraint person_doubt_detail_is_object check (jsonb_typeof(detail) = 'object'),
        raised_at timestamptz not null,
        raised_by uuid,
        decision text constraint person_doubt_decision_known check (decision in ('same', 'different', 'keep-first', 'keep-other', 'ask')),
        reason text,
        decided_at timestamptz,
        decided_by uuid,
        approved_at timestamptz,
        approved_by uuid,
        undone_at timestamptz,
        undone_by uuid,
        undo_reason text,
        declined jsonb not null default '[]',
        state text not null generated always as (case when undone_at is not null then 'undone' when decision is null then 'open' when decision = 'ask' then 'asked'
          when decision = 'same' and approved_at is null then 'proposed' else 'decided' end) stored,
        constraint person_doubt_not_with_oneself check (person_id <> other_person_id),
        constraint person_doubt_twin_in_order check (kind <> 'twin' or (other_person_id is not null and person_id < other_person_id)),
        constraint person_doubt_conflict_of_one check (kind <> 'conflict' or (other_person_id is null and subject <> '')),
        constraint person_doubt_decided_whole check (num_nulls(decision, reason, decided_at, decided_by) in (0, 4)),
        constraint person_doubt_reason_given check (trim(reason) <> ''),
        constraint person_doubt_about_two check (decision not in ('same', 'different') or other_person_id is not null),
        constraint person_doubt_approved_whole check (num_nulls(approved_at, approved_by) in (0, 2) and (approved_at is null or decision = 'same')),
        constraint person_doubt_four_eyes check (decided_by <> approved_by),
        constraint person_doubt_undone_whole check (num_nulls(undone_at, undone_by, undo_reason) in (0, 3) and (undone_at is null or approved_at is not null)),
        constraint person_doubt_raised_once unique nulls not distinct (kind, person_id, other_person_id, subject)
      );
      comment on column person_doubt.subject is 'what exactly it is about: of a conflict the attribute and a digest of both values';
      comment on column person_doubt.communes is 'where the people live, by code: the offices there decide; empty: any commune''s';
      comment on column person_doubt.raised_by is 'null: the desk found it itself';
      comment on column person_doubt.declined is 'mergers a second officer did not approve, with reason';
      create index person_doubt_of_commune on person_doubt using gin (communes) where state in ('open', 'asked', 'proposed');
      create index person_doubt_of_person on person_doubt (person_id, state);
      create index person_doubt_of_other on person_doubt (other_person_id, state);

      alter table person_doubt enable row level security;
      create policy person_doubt_of_commune on person_doubt for select using (
        (select app_kind()) = 'system' or ((select app_kind()) = 'officer' and (communes = '{}' or communes && (select app_communes()))));
      create policy person_doubt_raised on person_doubt for insert with check ((select app_kind()) in ('officer', 'system'));
      create policy person_doubt_decided on person_doubt for update using (
        (select app_kind()) = 'officer' and (communes = '{}' or communes && (select app_communes())));
      -- What was raised stays as it was raised, and nothing is taken away.
      revoke update, delete, truncate on person_doubt from mot_cua_app;
      grant update (decision, reason, decided_at, decided_by, approved_at, approved_by, undone_at, undone_by, undo_reason, declined) on person_doubt to mot_cua_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('that two people are two would be forgotten: this migration has no way back');
  }
}
