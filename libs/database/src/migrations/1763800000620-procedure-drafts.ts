import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a procedure comes to be published in the web: a working copy, a proposal by one officer, the decision of another,
 * and a log of it all. Published versions stay as immutable as they were; one can be ended by a row of its own.
 */
export class ProcedureDrafts1763800000620 implements MigrationInterface {
  name = 'ProcedureDrafts1763800000620';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- One working copy per procedure; the revision tells who saves over whom.
      create table procedure_draft (
        code text primary key constraint procedure_draft_code_shape check (code ~ '^[1-6][.][0-9]{6}$'),
        based_on integer not null constraint procedure_draft_based_on_a_version check (based_on >= 0),
        document text not null,
        examples text not null default '[]',
        revision integer not null default 1,
        started_by uuid not null references officer (id),
        started_at timestamptz not null,
        saved_by uuid not null references officer (id),
        saved_at timestamptz not null
      );
      comment on column procedure_draft.document is 'JSON text, the questions of the form in their order; may be incomplete';

      -- What one officer asks another to decide: to publish a version, or to end one.
      create table procedure_proposal (
        id uuid primary key,
        code text not null,
        kind text not null constraint proposal_kind_is_known check (kind in ('publish', 'end')),
        version integer not null constraint proposal_is_of_a_version check (version >= 1),
        document text,
        digest char(64),
        examples text,
        /* first day in force of a new version; last day in force of one to be ended */
        effective_on date not null,
        decision_number text not null,
        decision_date date not null,
        note text,
        proposed_by uuid not null references officer (id),
        proposed_at timestamptz not null,
        outcome text constraint proposal_outcome_is_known check (outcome in ('approved', 'rejected', 'withdrawn')),
        reason text,
        decided_by uuid references officer (id),
        decided_at timestamptz,
        constraint proposal_to_publish_has_a_document check ((kind = 'publish') = (document is not null and digest is not null)),
        constraint proposal_is_decided_as_a_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
        constraint proposal_is_rejected_with_a_reason check (outcome is distinct from 'rejected' or length(trim(reason)) > 0),
        -- Rule data by two persons.
        constraint proposal_is_decided_by_another check (outcome is null or outcome = 'withdrawn' or decided_by <> proposed_by)
      );
      create unique index procedure_proposal_one_open on procedure_proposal (code) where outcome is null;
      create index procedure_proposal_by_code on procedure_proposal (code, proposed_at);

      create function keep_decided_proposal() returns trigger language plpgsql as $$
      begin
        if old.outcome is not null then
          raise exception 'the proposal % is decided and cannot change', old.id using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$;
      create trigger keep_decided_proposal before update on procedure_proposal for each row execute function keep_decided_proposal();
      revoke update, delete on procedure_proposal from mot_cua_app;
      grant update (outcome, reason, decided_by, decided_at) on procedure_proposal to mot_cua_app;

      -- The proposal a version came from; null for one that came with the program.
      alter table procedure_version add column proposal_id uuid references procedure_proposal (id);

      -- A published rule is ended by a row beside it, never rewritten.
      create table procedure_end (
        code text not null,
        version integer not null,
        last_day date not null,
        proposal_id uuid not null references procedure_proposal (id),
        primary key (code, version),
        foreign key (code, version) references procedure_version (code, version)
      );
      revoke update, delete on procedure_end from mot_cua_app;

      create table procedure_log (
        id bigint generated always as identity primary key,
        code text not null,
        event text not null constraint procedure_log_event_is_known check (event in ('started', 'taken-over', 'dropped', 'proposed', 'withdrawn', 'rejected', 'published', 'end-proposed', 'ended')),
        version integer,
        officer_id uuid not null references officer (id),
        at timestamptz not null,
        digest char(64),
        note text
      );
      create index procedure_log_by_code on procedure_log (code, id);
      revoke update, delete on procedure_log from mot_cua_app;

      -- The house's own work: officers only.
      alter table procedure_draft enable row level security;
      alter table procedure_proposal enable row level security;
      alter table procedure_log enable row level security;
      create policy drafts_are_for_officers on procedure_draft using ((select app_kind()) in ('officer', 'system'));
      create policy proposals_are_for_officers on procedure_proposal using ((select app_kind()) in ('officer', 'system'));
      create policy log_is_for_officers on procedure_log using ((select app_kind()) in ('officer', 'system'));

      -- How many dossiers still run on each version of a procedure. Security definer: a count tells nothing about anybody,
      -- and an administrator sees no dossier.
      create function running_dossiers(wanted text) returns table (version integer, running bigint)
        language sql stable security definer set search_path = public, pg_temp as $$
          select procedure_version, count(*) from dossier where procedure_code = wanted and closed_at is null group by procedure_version
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop function running_dossiers;
      drop table procedure_log;
      drop table procedure_end;
      alter table procedure_version drop column proposal_id;
      drop table procedure_proposal;
      drop function keep_decided_proposal;
      drop table procedure_draft;
    `);
  }
}
