import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Linked procedures (Decree 63/2024): one filing, a dossier at each agency. The group holds no personal data of its own; what
 * was declared once lies apart, seen by the person and by the centre that took it in, since each agency gets only its part.
 */
export class LinkedGroups1763800000740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table linked_group (
        id uuid primary key,
        filing_number text not null unique,
        group_code text not null,
        group_version integer not null,
        channel text not null constraint linked_group_channel_known check (channel in ('counter', 'online', 'post')),
        commune text not null references unit (id),
        receiving_unit text not null references unit (id),
        owner_person uuid not null,
        filer_person uuid,
        filed_at timestamptz not null
      );
      create index linked_group_by_commune on linked_group (commune, filed_at);

      create table linked_filing (
        group_id uuid primary key references linked_group (id),
        declaration jsonb not null,
        origins jsonb not null,
        filing jsonb not null
      );

      create table linked_member (
        group_id uuid not null references linked_group (id),
        key text not null,
        position integer not null,
        dossier_id uuid not null unique,
        procedure_code text not null,
        procedure_version integer not null,
        terms jsonb not null,
        supplied jsonb not null,
        state text not null constraint linked_member_state_known check (state in ('waiting', 'started', 'called-off')),
        settled_at timestamptz,
        by_hand boolean not null default false,
        cause text constraint linked_member_cause_known check (cause in ('refused', 'stopped', 'withdrawn', 'not-received', 'called-off', 'by-citizen')),
        cause_member text,
        primary key (group_id, key),
        constraint linked_member_waits_or_is_settled check ((state = 'waiting') = (settled_at is null)),
        constraint linked_member_called_off_has_cause check (state <> 'called-off' or cause is not null)
      );

      -- A result that became a paper of the next dossier: once, with the digest it had.
      create table linked_passing (
        group_id uuid not null,
        from_key text not null,
        to_key text not null,
        component text not null,
        paper_id uuid not null references paper (id),
        sha256 char(64) not null,
        issued_at timestamptz not null,
        passed_at timestamptz not null,
        primary key (group_id, from_key, to_key),
        foreign key (group_id, from_key) references linked_member (group_id, key),
        foreign key (group_id, to_key) references linked_member (group_id, key)
      );

      alter table dossier add column linked_group uuid references linked_group (id);
      create index dossier_of_linked_group on dossier (linked_group) where linked_group is not null;
      alter table dossier_component drop constraint dossier_component_origin_check;
      alter table dossier_component add constraint dossier_component_origin_check check (origin in ('brought', 'on-file', 'uploaded', 'absent', 'linked'));

      -- Whether the caller sees a dossier of the group. Security definer: a policy may not ask the table it guards.
      create function sees_linked_member(wanted uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select 1 from linked_member m where m.group_id = wanted and sees_dossier(m.dossier_id))
        $$;
      -- Whether the caller is the person of the group, or the centre that took it in.
      create function holds_linked_group(wanted uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select app_kind() = 'system' or exists (
            select 1 from linked_group g where g.id = wanted
              and ((app_kind() = 'citizen' and app_person() in (g.owner_person, g.filer_person))
                or (app_kind() = 'officer' and g.receiving_unit = any (app_units()))))
        $$;
      -- The dossiers beside one the caller sees: where each is and who has it, and no more of those the caller does not see.
      create function linked_siblings(wanted uuid)
        returns table (group_id uuid, key text, member_position integer, procedure_code text, procedure_version integer, state text, cause text, cause_member text,
          by_hand boolean, dossier_id uuid, code text, status smallint, stage jsonb, holder text, due_at timestamptz, clock_state text, outcome text, visible boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.group_id, m.key, m.position, m.procedure_code, m.procedure_version, m.state, m.cause, m.cause_member, m.by_hand,
            case when seen.it then d.id end, case when seen.it then coalesce(d.code, d.filing_number) end, d.status, d.stage, d.holder_unit,
            case when seen.it then d.due_at end, case when seen.it then d.clock_state end, case when seen.it then d.outcome end, seen.it
          from linked_member own join linked_member m on m.group_id = own.group_id
            left join dossier d on d.id = m.dossier_id
            cross join lateral (select d.id is not null and sees_dossier(m.dossier_id) as it) seen
          where own.dossier_id = wanted and sees_dossier(wanted)
          order by m.position
        $$;

      alter table linked_group enable row level security;
      create policy linked_group_of_person_centre_and_members on linked_group
        using ((select app_kind()) = 'system'
          or ((select app_kind()) = 'citizen' and (select app_person()) in (owner_person, filer_person))
          or ((select app_kind()) = 'officer' and receiving_unit = any ((select app_units())::text[]))
          or sees_linked_member(id))
        with check ((select app_kind()) = 'system'
          or ((select app_kind()) = 'citizen' and (select app_person()) = owner_person)
          or ((select app_kind()) = 'officer' and receiving_unit = any ((select app_units())::text[])));
      alter table linked_filing enable row level security;
      create policy linked_filing_of_person_and_centre on linked_filing using (holds_linked_group(group_id)) with check (holds_linked_group(group_id));
      alter table linked_member enable row level security;
      create policy linked_member_of_person_centre_and_party on linked_member using (holds_linked_group(group_id) or sees_dossier(dossier_id)) with check (holds_linked_group(group_id));
      alter table linked_passing enable row level security;
      create policy linked_passing_of_person_and_centre on linked_passing using (holds_linked_group(group_id)) with check (holds_linked_group(group_id));

      -- Files of a member that waits lie with the group, under its id, as those of a draft lie with the draft.
      create policy file_of_held_linked_group on file using (dossier_id is null and draft_id is not null and holds_linked_group(draft_id));

      revoke update, delete, truncate on linked_group, linked_filing, linked_passing from mot_cua_app;
      revoke delete, truncate on linked_member from mot_cua_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop policy file_of_held_linked_group on file;
      alter table dossier drop column linked_group;
      alter table dossier_component drop constraint dossier_component_origin_check;
      alter table dossier_component add constraint dossier_component_origin_check check (origin in ('brought', 'on-file', 'uploaded', 'absent'));
      drop function linked_siblings;
      drop table linked_passing, linked_filing, linked_member, linked_group;
      drop function sees_linked_member, holds_linked_group;
    `);
  }
}
