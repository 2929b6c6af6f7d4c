import type { MigrationInterface, QueryRunner } from 'typeorm';

const seenBy = (id: string): string => `((select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = ${id}))`;

/**
 * Dossiers that an agency decides in a system of its own: what is known of them there, what was sent, what was heard, and how far
 * each system's feed was read.
 */
export class Elsewhere1763800000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table unit
        drop constraint unit_kind_known,
        add constraint unit_kind_known check (kind in (
          'nation', 'province', 'commune', 'centre', 'office', 'division', 'department', 'land-registration-office', 'agency'));

      alter table dossier
        drop constraint dossier_awaiting_check,
        add constraint dossier_awaiting_check check (awaiting in ('citizen', 'addressee', 'time', 'consulted', 'agency'));

      create table elsewhere_case (
        dossier_id uuid primary key references dossier (id),
        step_id text not null,
        system text not null,
        unit_id text not null references unit (id),
        -- The agency's own number of the case; never printed as a code of ours.
        reference text,
        status text not null check (status in (
          'sending', 'sent', 'acknowledged', 'awaiting-confirmation', 'awaiting-supplement', 'granted', 'refused', 'stopped', 'withdrawn')),
        -- When it became so there, and when that was heard here.
        status_at timestamptz not null,
        seen_at timestamptz not null,
        note text,
        sent_sha256 text,
        result_sha256 text
      );

      create table elsewhere_message (
        -- The id of the effect: the agency's system knows a repeat by it.
        id uuid primary key references effect (id),
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        n integer not null,
        system text not null,
        message text not null,
        -- Personal data: gone once it is received.
        body text,
        sha256 text not null,
        files text[] not null,
        queued_at timestamptz not null,
        state text not null default 'queued' check (state in ('queued', 'received', 'parked')),
        tries integer not null default 0,
        ready_at timestamptz not null default now(),
        last_error text,
        received_at timestamptz,
        constraint body_until_received check ((state = 'received') = (body is null)),
        unique (dossier_id, seq, n)
      );
      create index elsewhere_message_waiting on elsewhere_message (system, queued_at) where state <> 'received';

      create table elsewhere_event (
        system text not null,
        number bigint not null,
        event_id text not null,
        -- Null where the system spoke of a case it was never sent.
        dossier_id uuid references dossier (id),
        kind text not null,
        at timestamptz not null,
        seen_at timestamptz not null,
        state text not null check (state in ('applied', 'refused', 'parked')),
        error text,
        primary key (system, number)
      );
      create index elsewhere_event_of_dossier on elsewhere_event (dossier_id, number);
      create index elsewhere_event_parked on elsewhere_event (system, number) where state = 'parked';

      create table exchange_cursor (
        system text primary key,
        -- The last event of the feed that is settled.
        read_to bigint not null default 0,
        tries integer not null default 0,
        failures integer not null default 0,
        last_error text,
        failing_since timestamptz,
        heard_at timestamptz,
        -- Leases and back-off are no legal dates: the database's own time.
        ready_at timestamptz not null default now(),
        lease uuid,
        leased_until timestamptz
      );
      alter table exchange_cursor enable row level security;
      create policy exchange_cursor_of_the_program on exchange_cursor using ((select app_kind()) = 'system') with check ((select app_kind()) = 'system');
      revoke delete, truncate on exchange_cursor from mot_cua_app;

      -- A result decided elsewhere has no author and no signature here, but an agency that issued it.
      alter table result
        alter column author drop not null,
        alter column submitted_at drop not null,
        add column issued_by text references unit (id),
        add constraint drafted_here_or_issued_elsewhere check ((author is null) = (issued_by is not null));
      alter table paper
        add column issued_by text references unit (id),
        drop constraint paper_is_issued_or_reprinted,
        add constraint paper_has_one_origin check (num_nonnulls(effect_id, reprinted_by, issued_by) = 1);
      alter table stop
        drop constraint stop_cause_check,
        add constraint stop_cause_check check (cause in ('withdrawn', 'not-supplemented', 'not-paid', 'lapsed', 'elsewhere'));
    `);
    for (const table of ['elsewhere_case', 'elsewhere_message', 'elsewhere_event']) {
      const seen = seenBy(`${table}.dossier_id`);
      await runner.query(`alter table ${table} enable row level security;
        create policy ${table}_of_seen_dossier on ${table} using (${seen}) with check (${seen});
        revoke delete, truncate on ${table} from mot_cua_app;`);
    }
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
