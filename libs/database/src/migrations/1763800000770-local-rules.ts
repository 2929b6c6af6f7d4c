import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a province or commune decides on top of a national procedure: shorter limits, fees by channel, exemptions, ways of
 * filing, instructions, receptions. A row is proposed by one officer and approved by another; it is never rewritten. A row
 * that takes another's place names it, and so ends it.
 */
export class LocalRules1763800000770 implements MigrationInterface {
  name = 'LocalRules1763800000770';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table local_rule (
        id uuid primary key,
        kind text not null constraint local_rule_kind_known check (kind in ('set', 'end')),
        layer text not null constraint local_rule_layer_known check (layer in ('province', 'commune')),
        unit_id text not null references unit (id),
        code text not null constraint local_rule_code_shape check (code ~ '^[1-6][.][0-9]{6}$'),
        communes text[] not null default '{}',
        /* json, not jsonb: the order of what it holds is the order people entered and compare it in */
        body json,
        base json,
        decision_number text not null constraint local_rule_decision_numbered check (decision_number <> ''),
        decision_date date not null,
        issued_by text not null constraint local_rule_issuer_named check (issued_by <> ''),
        /* first and last day in force; of an end the first day without the rule */
        effective_from date not null,
        effective_until date,
        note text,
        replaces uuid references local_rule (id),
        undoes uuid references local_rule (id),
        proposed_by uuid not null references officer (id),
        proposed_at timestamptz not null,
        outcome text constraint local_rule_outcome_known check (outcome in ('approved', 'rejected', 'withdrawn')),
        reason text,
        decided_by uuid references officer (id),
        decided_at timestamptz,
        constraint local_rule_has_its_content check ((kind = 'set') = (body is not null and base is not null)),
        constraint local_rule_ends_a_rule check (kind = 'set' or replaces is not null),
        constraint local_rule_ends_after_start check (effective_until >= effective_from),
        constraint local_rule_decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
        constraint local_rule_rejected_with_a_reason check (outcome is distinct from 'rejected' or length(trim(reason)) > 0),
        -- Rule data by two persons.
        constraint local_rule_proposer_never_approves check (outcome is null or outcome = 'withdrawn' or decided_by <> proposed_by),
        constraint local_rule_commune_sets_for_itself check (layer = 'province' or communes = '{}')
      );
      comment on table local_rule is 'rules of provinces and communes for procedures; approved rows are the record, the others the way to it';
      create unique index local_rule_replaced_once on local_rule (replaces) where outcome = 'approved';
      create index local_rule_by_unit on local_rule (unit_id, code);

      create function keep_decided_local_rule() returns trigger language plpgsql as $$
      begin
        if old.outcome is not null then
          raise exception 'the local rule % is decided and cannot change', old.id using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$;
      create trigger keep_decided_local_rule before update on local_rule for each row execute function keep_decided_local_rule();
      revoke update, delete, truncate on local_rule from mot_cua_app;
      grant update (outcome, reason, decided_by, decided_at) on local_rule to mot_cua_app;

      -- How many dossiers of a procedure were received in some communes since a day. Security definer: a count tells nothing
      -- about anybody, and an administrator sees no dossier.
      create function receipts_since(wanted text, places text[], since timestamptz) returns bigint
        language sql stable security definer set search_path = public, pg_temp as $$
          select count(*) from dossier where procedure_code = wanted and commune = any (places) and received_at >= since
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function receipts_since; drop table local_rule; drop function keep_decided_local_rule;');
  }
}
