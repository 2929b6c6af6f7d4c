import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Questions to national sources. The log holds who asked what source for which dossier and why, and how it ended, never a personal
 * value; the answers lie apart, with an end of their own.
 */
export class NationalSources1763800000810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table source_query (
        -- Made by whoever asks: a repeat is known by it, here and at the source.
        id uuid primary key,
        -- Two questions may fall into the same instant.
        number bigint generated always as identity unique,
        source text not null check (source in ('population-register', 'civil-status-register', 'land-register', 'social-insurance', 'welfare-register')),
        asked_at timestamptz not null,
        principal text not null,
        unit_id text references unit (id),
        role text,
        -- The dossier, or the draft that becomes one under the same id.
        case_id uuid not null,
        person_id uuid not null references person (id),
        procedure_code text not null,
        licence text not null constraint source_query_has_a_licence check (btrim(licence) <> ''),
        purpose text not null constraint source_query_has_a_purpose check (btrim(purpose) <> ''),
        wanted text[] not null,
        -- Null while nobody has answered; also after a process that died meanwhile.
        outcome text check (outcome in (
          'matched', 'no-match', 'several-matches', 'expired', 'revoked', 'wrong-person', 'timeout', 'down', 'malformed', 'refused', 'declined')),
        answered_at timestamptz,
        -- The earlier question whose answer was still good.
        reused uuid references source_query (id),
        answer_sha256 text,
        constraint source_query_answered_with_time check ((outcome is null) = (answered_at is null)),
        constraint source_query_digest_of_a_match check ((answer_sha256 is not null) = (outcome is not distinct from 'matched'))
      );
      create index source_query_of_case on source_query (case_id, number);
      create index source_query_of_person on source_query (person_id, asked_at);

      create table source_answer (
        query_id uuid primary key references source_query (id),
        -- Values by path.
        body jsonb not null,
        good_until timestamptz not null
      );
      create index source_answer_by_end on source_answer (good_until);

      alter table source_query enable row level security;
      create policy source_query_of_asker_or_seen_dossier on source_query
        using ((select app_kind()) = 'system' or principal = (select app_principal_key())
          or exists (select 1 from dossier_party p where p.dossier_id = source_query.case_id))
        with check ((select app_kind()) = 'system' or principal = (select app_principal_key()));
      alter table source_answer enable row level security;
      create policy source_answer_of_seen_query on source_answer
        using ((select app_kind()) = 'system' or exists (select 1 from source_query q where q.id = source_answer.query_id))
        with check ((select app_kind()) = 'system' or exists (select 1 from source_query q where q.id = source_answer.query_id));

      -- A log: only the end of a question is added, once, and nothing is taken away.
      revoke update, delete, truncate on source_query from mot_cua_app;
      grant update (outcome, answered_at, reused, answer_sha256) on source_query to mot_cua_app;
      revoke update, truncate on source_answer from mot_cua_app;

      create function source_query_ends_once() returns trigger language plpgsql as $$
        begin
          if old.outcome is not null then raise exception 'a question that ended stays as it ended'; end if;
          return new;
        end $$;
      create trigger source_query_ends_once before update on source_query for each row execute function source_query_ends_once();
    `);
  }

  async down(): Promise<void> {
    throw new Error('who asked about whom is not forgotten: this migration has no way back');
  }
}
