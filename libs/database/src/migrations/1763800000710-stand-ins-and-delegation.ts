import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who acts for whom: absences with their stand-ins, signatures passed on by document, lanes nobody serves, and the authors
 * of what a leader has to decide.
 *
 * Nobody passes on what is not their own: an absence and a delegation name a *post of the person* they replace, and the
 * composite keys hold them to it. What a stand-in or a delegate exercises is no post of theirs, so no row can name it.
 */
export class StandInsAndDelegation1763800000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table post add constraint post_of_officer unique (id, officer_id);

      create table absence (
        id uuid primary key,
        officer_id uuid not null references officer (id),
        -- Null: every post of the officer.
        post_id uuid,
        stand_in_id uuid references officer (id),
        -- Empty: every procedure.
        procedures text[] not null default '{}',
        reason text not null constraint absence_reason_known check (reason in ('leave', 'business-trip', 'training', 'other')),
        from_at timestamptz not null,
        to_at timestamptz not null,
        entered_by uuid not null references officer (id),
        entered_at timestamptz not null,
        ended_by uuid references officer (id),
        ended_at timestamptz,
        constraint absence_of_own_post foreign key (post_id, officer_id) references post (id, officer_id),
        constraint absence_ends_after_start check (to_at > from_at),
        constraint nobody_stands_in_for_themselves check (stand_in_id <> officer_id),
        constraint absence_end_is_whole check ((ended_by is null) = (ended_at is null))
      );
      create index absence_of_officer on absence (officer_id, to_at);
      create index absence_by_stand_in on absence (stand_in_id, to_at) where stand_in_id is not null;

      create table delegation (
        id uuid primary key,
        -- By order (TL., Decree 30/2020 Art. 13.4) or by written delegation (TUQ., Art. 13.3). A deputy signs KT. by the post alone.
        formula text not null constraint delegation_formula_known check (formula in ('TL.', 'TUQ.')),
        delegator_id uuid not null,
        post_id uuid not null,
        delegate_id uuid not null,
        delegate_post_id uuid not null,
        document text not null constraint delegation_document_named check (btrim(document) <> ''),
        document_on date not null,
        procedures text[] not null default '{}',
        permissions text[] not null constraint delegation_is_of_something check (cardinality(permissions) > 0),
        from_at timestamptz not null,
        to_at timestamptz not null,
        proposed_by uuid not null references officer (id),
        proposed_at timestamptz not null,
        approved_by uuid references officer (id),
        approved_at timestamptz,
        rejected_by uuid references officer (id),
        rejected_at timestamptz,
        rejected_reason text,
        ended_by uuid references officer (id),
        ended_at timestamptz,
        constraint delegation_of_own_post foreign key (post_id, delegator_id) references post (id, officer_id),
        constraint delegation_to_own_post foreign key (delegate_post_id, delegate_id) references post (id, officer_id),
        constraint delegation_ends_after_start check (to_at > from_at),
        constraint nobody_delegates_to_themselves check (delegate_id <> delegator_id),
        constraint delegation_proposer_never_approves check (approved_by <> proposed_by),
        constraint delegate_never_approves check (approved_by <> delegate_id),
        constraint delegation_approval_is_whole check ((approved_by is null) = (approved_at is null)),
        constraint delegation_rejection_is_whole check ((rejected_by is null) = (rejected_at is null)),
        constraint delegation_decided_once check (num_nonnulls(approved_at, rejected_at) <= 1),
        constraint delegation_end_is_whole check ((ended_by is null) = (ended_at is null))
      );
      create index delegation_of_delegate on delegation (delegate_id, to_at) where approved_at is not null;
      create index delegation_of_delegator on delegation (delegator_id, to_at);

      -- A lane is the work of one role in one unit. The alarm stays until somebody serves it again.
      create table lane_alarm (
        id uuid primary key,
        unit_id text not null references unit (id),
        role text not null,
        raised_at timestamptz not null,
        cleared_at timestamptz
      );
      create unique index lane_alarm_open_once on lane_alarm (unit_id, role) where cleared_at is null;

      -- Whether somebody does the work of these roles in a unit at a moment: an officer in a post of theirs who is not away, a
      -- stand-in who is not away, or, where leaders sign, whom a document gave the signature. A stand-in alone does not sign.
      create function lane_served(wanted_unit text, roles text[], wanted_at timestamptz, procedure text default null) returns boolean
        language sql stable as $$
          with away as (
            select officer_id, post_id, stand_in_id, procedures from absence where ended_at is null and from_at <= wanted_at and to_at > wanted_at
          ), held as (
            select p.id, p.officer_id, p.role from post p
             where p.unit_id = wanted_unit and p.role = any (roles) and p.since <= (wanted_at at time zone 'Asia/Ho_Chi_Minh')::date
               and (p.until is null or p.until > (wanted_at at time zone 'Asia/Ho_Chi_Minh')::date)
          )
          select exists (
              select from held h join officer o on o.id = h.officer_id and o.active
               where not exists (select from away a where a.officer_id = h.officer_id and (a.post_id is null or a.post_id = h.id)
                 and (a.procedures = '{}' or procedure = any (a.procedures))))
            or exists (
              select from held h join away a on a.officer_id = h.officer_id and (a.post_id is null or a.post_id = h.id) join officer s on s.id = a.stand_in_id and s.active
               where h.role not in ('chairman', 'vice-chairman', 'director', 'deputy-director') and (a.procedures = '{}' or procedure = any (a.procedures))
                 and not exists (select from away b where b.officer_id = a.stand_in_id and b.post_id is null and b.procedures = '{}'))
            or exists (
              select from held h join delegation d on d.post_id = h.id join officer s on s.id = d.delegate_id and s.active
               where d.approved_at is not null and d.ended_at is null and d.from_at <= wanted_at and d.to_at > wanted_at and 'dossier.approve' = any (d.permissions)
                 and (d.procedures = '{}' or procedure = any (d.procedures))
                 and not exists (select from away b where b.officer_id = d.delegate_id and b.post_id is null and b.procedures = '{}'))
        $$;

      revoke delete, truncate on absence, delegation, lane_alarm from mot_cua_app;

      -- Four eyes also where somebody acts for another: neither the author nor whom the author stood in for decides, and
      -- nobody decides in the name of either.
      alter table result
        add column author_for uuid references officer (id),
        add column decided_for uuid references officer (id),
        add constraint whom_the_author_stood_in_for_never_approves check (decided_by is null or author_for is null or decided_by <> author_for),
        add constraint nobody_approves_for_the_author check (decided_for is null or (decided_for <> author and (author_for is null or decided_for <> author_for)));
      alter table extension
        add column proposed_for uuid references officer (id),
        add column decided_for uuid references officer (id),
        add constraint extension_decided_beyond_whom_it_was_proposed_for check (kind = 'apology' or decided_by is null or proposed_for is null or decided_by <> proposed_for),
        add constraint extension_not_decided_for_its_proposer check (
          kind = 'apology' or decided_for is null or (decided_for <> proposed_by and (proposed_for is null or decided_for <> proposed_for)));
      alter table supplement_proposal
        add column proposed_for uuid references officer (id),
        add column decided_for uuid references officer (id),
        add constraint proposal_decided_beyond_whom_it_was_made_for check (decided_by is null or proposed_for is null or decided_by <> proposed_for),
        add constraint proposal_not_decided_for_its_author check (
          decided_for is null or (decided_for <> proposed_by and (proposed_for is null or decided_for <> proposed_for)));

      -- Whose hand is in what a leader has to decide now, by part: those are not offered the decision.
      alter table dossier add column authors jsonb not null default '{}';
      update dossier d set authors = jsonb_strip_nulls(jsonb_build_object(
        'draft', (select jsonb_build_array(r.author) from result r where r.dossier_id = d.id and r.revision = d.result_revision),
        'extension', (select jsonb_build_array(e.proposed_by) from extension e where e.dossier_id = d.id and e.outcome is null and e.proposed_by is not null limit 1),
        'supplement', (select jsonb_build_array(p.proposed_by) from supplement_proposal p where p.dossier_id = d.id and p.outcome is null limit 1)));
    `);
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
