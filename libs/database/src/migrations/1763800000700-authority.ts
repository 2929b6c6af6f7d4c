import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who decides what, as data two persons answer for.
 *
 * A rule of authority says for a procedure, one of its cases or a field, in a place and below it, from a day to a day, at which
 * level a dossier is decided and, where it matters, by which office there. A rule is never rewritten: it is ended, and what
 * stood before it applies again. `authority_change` keeps who proposed a rule or its end and who decided; a rule without a
 * change came with the program. A dossier keeps, frozen at its receipt, the authority that was in force.
 */
export class Authority1763800000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table authority_change (
        id uuid primary key,
        kind text not null constraint authority_change_kind_known check (kind in ('rule', 'end')),
        -- The rule it makes or ends.
        rule_id uuid not null,
        unit_id text not null references unit (id),
        body jsonb not null,
        proposed_by uuid not null references officer (id),
        proposed_at timestamptz not null,
        approved_by uuid references officer (id),
        approved_at timestamptz,
        rejected_by uuid references officer (id),
        rejected_at timestamptz,
        rejected_reason text,
        constraint authority_proposer_never_approves check (approved_by <> proposed_by),
        constraint authority_approval_is_whole check ((approved_by is null) = (approved_at is null)),
        constraint authority_rejection_is_whole check ((rejected_by is null) = (rejected_at is null) and (rejected_at is null) = (rejected_reason is null)),
        constraint authority_change_decided_once check (num_nonnulls(approved_at, rejected_at) <= 1)
      );
      create index authority_change_by_rule on authority_change (rule_id);
      create unique index authority_ending_proposed_once on authority_change (rule_id) where kind = 'end' and approved_at is null and rejected_at is null;

      create table authority_rule (
        id uuid primary key,
        change_id uuid references authority_change (id),
        procedure_code text,
        field_code text,
        case_key text,
        unit_id text not null references unit (id),
        level text not null constraint authority_level_known check (level in ('commune', 'province')),
        office text,
        effective_from date not null,
        effective_until date,
        basis_number text not null constraint authority_basis_named check (basis_number <> ''),
        basis_article text,
        basis_title text,
        provenance text not null constraint authority_provenance_named check (provenance <> ''),
        constraint authority_scope_is_one check (num_nonnulls(procedure_code, field_code) = 1),
        constraint authority_case_of_a_procedure check (case_key is null or procedure_code is not null),
        constraint authority_office_at_its_level check (office is null or split_part(office, '/', 1) = level),
        -- The day before its first: withdrawn before it began.
        constraint authority_ends_after_start check (effective_until >= effective_from - 1)
      );
      comment on column authority_rule.unit_id is 'the nation, a province or a commune: the rule holds there and below';
      comment on column authority_rule.effective_until is 'last day in force; none = until another rule takes its place';
      -- Two rules of one scope, place and day would leave it to chance who decides.
      create unique index authority_rule_is_one on authority_rule (
        coalesce(procedure_code, ''), coalesce(field_code, ''), coalesce(case_key, ''), unit_id, effective_from)
        where effective_until is null or effective_until >= effective_from;

      -- Raised with every change that came in force, so that each process sees that what it remembers is old. Without a row: never.
      create table authority_version (id boolean primary key default true check (id), value integer not null);

      alter table dossier add column authority jsonb;
      comment on column dossier.authority is 'who decides, frozen at receipt: level, office, rule, basis, since';

      revoke update, delete, truncate on authority_rule from mot_cua_app;
      grant update (effective_until) on authority_rule to mot_cua_app;
      revoke delete, truncate on authority_change, authority_version from mot_cua_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table dossier drop column authority;
      drop table authority_version, authority_rule, authority_change;
    `);
  }
}
