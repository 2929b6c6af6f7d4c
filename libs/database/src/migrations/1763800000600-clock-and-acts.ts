import type { MigrationInterface, QueryRunner } from 'typeorm';

const seenBy = (id: string): string => `((select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = ${id}))`;

/**
 * The whole clock and the whole life cycle: who decides beside the holder, whose opinion is asked, what is owed, asked to
 * be withdrawn, extended, stopped or corrected. Each is a record of its own that is opened and closed by acts.
 */
export class ClockAndActs1763800000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table dossier
        -- The commune whose offices decide; another than the receiving one after a re-route or a receipt for elsewhere.
        add column competent_commune text references unit (id),
        -- Where a re-route on its way is going.
        add column reroute_to text references unit (id),
        add column head_unit text references unit (id),
        -- Whether the leader there has something to decide (an extension proposed).
        add column head_pending boolean not null default false,
        -- Bodies whose opinion is open: they see the dossier in their list and may answer.
        add column consulted_units text[] not null default '{}',
        -- The lead of the unit that holds it, and the officers called in beside.
        add column assignee uuid references officer (id),
        add column cooperators uuid[] not null default '{}',
        add column step_due_at timestamptz,
        -- Working minutes the step had left when it was paused.
        add column step_left integer,
        add column is_open boolean not null default true,
        -- A second supplement request makes a dossier late in the index of Decision 766/QĐ-TTg.
        add column counted_late boolean not null default false,
        -- The time limit as it was at receipt, from which every promise date is derived.
        add column time_limit jsonb,
        add column result_revision integer not null default 1,
        drop constraint received_has_due_date,
        add constraint received_has_due_date check (received_at is null or due_at is not null or clock_state = 'not-started' or status in (3, 8));
      update dossier set competent_commune = commune, head_unit = holder_unit, is_open = closed_at is null;
      alter table dossier alter column competent_commune set not null, alter column head_unit set not null;
      drop index dossier_open_by_holder;
      drop index dossier_open_by_addressee;
      create index dossier_open_by_holder on dossier (holder_unit, due_at) where is_open;
      create index dossier_open_by_addressee on dossier (addressee_unit) where addressee_unit is not null;
      create index dossier_open_by_head on dossier (head_unit) where head_pending;
      create index dossier_open_by_consulted on dossier using gin (consulted_units) where is_open;
      create index dossier_open_by_assignee on dossier (assignee) where is_open and assignee is not null;

      alter table clock_entry
        drop constraint clock_entry_kind_check,
        add constraint clock_entry_kind_check check (kind in ('start', 'pause', 'resume', 'extend', 'stop')),
        add column amount jsonb,
        -- The outage, payment or other record behind a pause; of two pauses of one cause each ends with its own.
        add column source uuid,
        add column document text,
        add constraint only_an_extension_has_an_amount check ((kind = 'extend') = (amount is not null));
      create unique index extended_once on clock_entry (dossier_id) where kind = 'extend';

      alter table supplement add column expired_at timestamptz, add constraint supplement_ends_once check (num_nonnulls(answered_at, expired_at) <= 1);
      drop index one_open_supplement;
      create unique index one_open_supplement on supplement (dossier_id) where answered_at is null and expired_at is null;

      create table supplement_proposal (
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        items jsonb not null,
        note text,
        proposed_by uuid not null references officer (id),
        proposed_at timestamptz not null,
        outcome text check (outcome in ('approved', 'declined', 'closed')),
        decided_by uuid references officer (id),
        decided_at timestamptz,
        primary key (dossier_id, seq),
        constraint proposal_decided_by_another check (decided_by <> proposed_by)
      );
      create unique index one_open_proposal on supplement_proposal (dossier_id) where outcome is null;

      create table consultation (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        step_id text not null,
        body_id text not null,
        unit_id text not null references unit (id),
        question jsonb not null,
        basis text not null,
        silence_agrees boolean not null,
        asked_by uuid references officer (id),
        asked_at timestamptz not null,
        due_at timestamptz not null,
        overdue_at timestamptz,
        outcome text check (outcome in ('answered', 'declined', 'deemed-agreed', 'waived', 'closed')),
        agrees boolean,
        answer text,
        reason text,
        answered_by uuid references officer (id),
        answered_seq integer,
        answered_at timestamptz,
        unique (dossier_id, seq, body_id)
      );
      create unique index one_open_consultation_of_a_body on consultation (dossier_id, unit_id) where outcome is null;

      create table payment (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        name jsonb not null,
        basis text not null,
        amount bigint not null check (amount > 0),
        notice_number text,
        note text,
        asked_by uuid references officer (id),
        asked_at timestamptz not null,
        pay_by timestamptz not null,
        state text not null default 'due' check (state in ('due', 'paid', 'expired', 'closed')),
        paid_amount bigint,
        paid_on date,
        receipt_number text,
        confirmed_by uuid references officer (id),
        confirmed_at timestamptz,
        constraint paid_has_its_proof check ((state = 'paid') = (paid_amount is not null and receipt_number is not null and paid_on is not null)),
        constraint paid_in_full check (paid_amount is null or paid_amount >= amount),
        unique (dossier_id, seq)
      );
      create unique index one_open_payment on payment (dossier_id) where state = 'due';

      create table withdrawal (
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        reason text,
        asked_by text not null,
        asked_at timestamptz not null,
        outcome text check (outcome in ('confirmed', 'declined', 'closed')),
        answer text,
        decided_by uuid references officer (id),
        decided_at timestamptz,
        primary key (dossier_id, seq)
      );
      create unique index one_open_withdrawal on withdrawal (dossier_id) where outcome is null;

      create table extension (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        kind text not null check (kind in ('extension', 'apology')),
        reason text not null,
        note text,
        amount jsonb,
        expected_on date,
        proposed_by uuid references officer (id),
        proposed_at timestamptz not null,
        outcome text check (outcome in ('granted', 'declined', 'closed')),
        decided_seq integer,
        decided_by uuid references officer (id),
        decided_at timestamptz,
        signature jsonb,
        due_before timestamptz,
        due_after timestamptz,
        unit_id text not null references unit (id),
        constraint extension_has_an_amount check ((kind = 'extension') = (amount is not null)),
        constraint extension_decided_by_another check (kind = 'apology' or decided_by is null or decided_by <> proposed_by),
        unique (dossier_id, seq)
      );
      create unique index one_open_extension on extension (dossier_id) where outcome is null;
      create unique index granted_once on extension (dossier_id) where kind = 'extension' and outcome = 'granted';

      create table stop (
        dossier_id uuid primary key references dossier (id),
        seq integer not null,
        cause text not null check (cause in ('withdrawn', 'not-supplemented', 'not-paid', 'lapsed')),
        reason text,
        note text,
        papers_returned jsonb not null,
        fee_refunded boolean not null,
        stopped_by uuid references officer (id),
        signature jsonb,
        stopped_at timestamptz not null
      );

      create table correction (
        dossier_id uuid not null references dossier (id),
        revision integer not null,
        seq integer not null,
        reason text not null,
        note text,
        opened_by uuid not null references officer (id),
        opened_at timestamptz not null,
        primary key (dossier_id, revision)
      );
      alter table result add column revision integer not null default 1, drop constraint result_pkey, add primary key (dossier_id, revision);

      create table alarm (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        kind text not null,
        -- Who has to answer it.
        unit_id text not null references unit (id),
        officer_id uuid references officer (id),
        raised_at timestamptz not null,
        cleared_at timestamptz,
        unique (dossier_id, seq, kind)
      );
      create index alarm_open_by_unit on alarm (unit_id, raised_at) where cleared_at is null;
      create index alarm_open_by_dossier on alarm (dossier_id) where cleared_at is null;

      create table dossier_officer (
        dossier_id uuid not null references dossier (id),
        officer_id uuid not null references officer (id),
        part text not null check (part in ('lead', 'cooperate', 'follow')),
        unit_id text references unit (id),
        since_seq integer not null,
        since timestamptz not null,
        until timestamptz,
        primary key (dossier_id, officer_id, part, since_seq)
      );
      create unique index one_lead_in_a_unit on dossier_officer (dossier_id, unit_id) where part = 'lead' and until is null;
      create unique index once_beside_the_lead on dossier_officer (dossier_id, officer_id, part) where part <> 'lead' and until is null;
      create index dossier_officer_by_officer on dossier_officer (officer_id) where until is null;

      -- Which sweeper has a due row in hand, for as long as its lease: the database's own time, since leases are no legal dates.
      alter table deadline add column params jsonb not null default '{}', add column claimed_until timestamptz;
      create index deadline_armed_by_dossier on deadline (dossier_id, event) where state = 'armed';
    `);
    for (const table of ['supplement_proposal', 'consultation', 'payment', 'withdrawal', 'extension', 'stop', 'correction', 'alarm', 'dossier_officer']) {
      const seen = seenBy(`${table}.dossier_id`);
      await runner.query(`alter table ${table} enable row level security;
        create policy ${table}_of_seen_dossier on ${table} using (${seen}) with check (${seen});
        revoke delete, truncate on ${table} from mot_cua_app;`);
    }
    await runner.query('revoke update on stop, correction from mot_cua_app');
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
