import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a province publishes as received by any of its centres for a competent unit elsewhere in it (Decree 118/2025 Art. 14(4)). Each row is a
 * whole list; from its first day it takes the place of the one before. It is proposed by one officer and approved by another; one that came
 * with the program has no proposer. A decided list is never rewritten.
 */
export class NonBoundaryLists1763800000790 implements MigrationInterface {
  name = 'NonBoundaryLists1763800000790';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table non_boundary_list (
        id uuid primary key,
        unit_id text not null references unit (id),
        /* json, not jsonb: people read it in the order they entered it */
        procedures json not null,
        decision json not null,
        effective_from date not null,
        effective_until date,
        note text,
        proposed_by uuid references officer (id),
        proposed_at timestamptz not null,
        outcome text constraint non_boundary_outcome_known check (outcome in ('approved', 'rejected', 'withdrawn')),
        reason text,
        decided_by uuid references officer (id),
        decided_at timestamptz,
        constraint non_boundary_ends_after_start check (effective_until >= effective_from),
        constraint non_boundary_decided_whole check ((outcome is null) = (decided_at is null)),
        constraint non_boundary_decided_by_somebody check (proposed_by is null or (outcome is null) = (decided_by is null)),
        constraint non_boundary_rejected_with_a_reason check (outcome is distinct from 'rejected' or length(trim(reason)) > 0),
        -- Rule data by two persons.
        constraint non_boundary_proposer_never_approves check (outcome is distinct from 'approved' or decided_by <> proposed_by)
      );
      comment on table non_boundary_list is 'lists of non-boundary receipt of provinces; approved rows are the record, the others the way to it';
      create index non_boundary_list_by_unit on non_boundary_list (unit_id, effective_from);

      create function keep_decided_non_boundary_list() returns trigger language plpgsql as $$
      begin
        if old.outcome is not null then
          raise exception 'the list of non-boundary receipt % is decided and cannot change', old.id using errcode = 'integrity_constraint_violation';
        end if;
        return new;
      end $$;
      create trigger keep_decided_non_boundary_list before update on non_boundary_list for each row execute function keep_decided_non_boundary_list();
      revoke update, delete, truncate on non_boundary_list from mot_cua_app;
      grant update (outcome, reason, decided_by, decided_at) on non_boundary_list to mot_cua_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table non_boundary_list; drop function keep_decided_non_boundary_list;');
  }
}
