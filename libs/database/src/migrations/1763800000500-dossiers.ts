import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether the caller may see a dossier: one of the party rows the caller sees (its own, by the policy of that table) is of it.
 * A plain subquery and no function: it is planned with the query, where a function would be called for every row.
 */
const seenBy = (id: string): string => `((select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = ${id}))`;

/**
 * The dossier and all that hangs on it. What `act()` writes in one transaction lives here: the dossier row with its
 * stored machine, parties (what row-level security reads), the journal, commands, the clock ledger, handovers, effects
 * and deadlines. Law-like rules are named CHECK constraints, so a bug cannot write what the law forbids.
 */
export class Dossiers1763800000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table dossier (
        id uuid primary key,
        filing_number text not null unique,
        code text unique,
        look_up_secret text not null,
        qr_token text not null unique,
        procedure_code text not null,
        procedure_version integer not null,
        channel text not null constraint channel_is_known check (channel in ('counter', 'online', 'post')),
        assisted boolean not null,
        delivery text not null constraint delivery_is_known check (delivery in ('counter', 'post', 'electronic')),
        value jsonb not null,
        context jsonb not null,
        status smallint not null constraint status_is_national check (status between 1 and 10),
        step_id text,
        step_name jsonb not null,
        stage jsonb not null,
        clock_state text not null constraint clock_state_is_known check (clock_state in ('not-started', 'running', 'paused', 'stopped')),
        commune text not null references unit (id),
        receiving_unit text not null references unit (id),
        holder_unit text not null references unit (id),
        holder_role text not null,
        addressee_unit text references unit (id),
        round integer not null default 1,
        outcome text not null default 'none' constraint outcome_is_known check (outcome in ('none', 'granted', 'refused')),
        fee jsonb not null,
        fee_paid boolean not null default false,
        filed_at timestamptz not null,
        received_at timestamptz,
        due_at timestamptz,
        due_soon_at timestamptz,
        due_trace jsonb,
        closed_at timestamptz,
        updated_at timestamptz not null,
        version integer not null,
        constraint code_comes_with_receipt check ((code is null) = (received_at is null)),
        constraint received_has_due_date check (received_at is null or due_at is not null),
        constraint final_is_closed check ((status in (3, 8, 10)) = (closed_at is not null))
      );
      create index dossier_open_by_holder on dossier (holder_unit, due_at) where closed_at is null;
      create index dossier_open_by_addressee on dossier (addressee_unit) where addressee_unit is not null;
      create index dossier_by_commune on dossier (commune, filed_at);

      create table dossier_party (
        dossier_id uuid not null references dossier (id) deferrable initially deferred,
        kind text not null check (kind in ('unit', 'person')),
        party text not null,
        role text not null,
        since timestamptz not null,
        primary key (dossier_id, kind, party)
      );
      create index dossier_party_by_party on dossier_party (party, dossier_id);

      create table dossier_person (
        dossier_id uuid not null references dossier (id) deferrable initially deferred,
        role text not null check (role in ('owner', 'filer')),
        person_id uuid not null references person (id),
        ground text,
        full_name text not null,
        name_folded text not null,
        personal_id text,
        phone text,
        email text,
        address text,
        primary key (dossier_id, role)
      );
      create index dossier_person_by_name on dossier_person using gin (name_folded gin_trgm_ops);
      create index dossier_person_by_person on dossier_person (person_id);
      create index dossier_person_by_personal_id on dossier_person (personal_id);

      create table dossier_declaration (
        dossier_id uuid not null references dossier (id),
        revision integer not null,
        data jsonb not null,
        origins jsonb not null,
        at timestamptz not null,
        primary key (dossier_id, revision)
      );

      create table dossier_component (
        dossier_id uuid not null references dossier (id),
        key text not null,
        position integer not null,
        name jsonb not null,
        required boolean not null,
        why jsonb,
        state text not null check (state in ('unchecked', 'passed', 'failed')),
        kind text not null check (kind in ('original', 'certified-copy', 'photocopy', 'electronic')),
        originals integer not null,
        copies integer not null,
        origin text not null check (origin in ('brought', 'on-file', 'uploaded', 'absent')),
        paper_on_file_id uuid,
        paper_digest text,
        note text,
        location text references unit (id),
        primary key (dossier_id, key)
      );

      create table journal (
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        at timestamptz not null,
        event text not null,
        body text not null,
        previous_hash text not null,
        hash text not null,
        primary key (dossier_id, seq)
      );

      create table act_detail (
        dossier_id uuid not null,
        seq integer not null,
        salt text not null,
        data jsonb not null,
        primary key (dossier_id, seq),
        foreign key (dossier_id, seq) references journal (dossier_id, seq)
      );

      create table command (
        id uuid primary key,
        principal text not null,
        body_hash text not null,
        dossier_id uuid not null references dossier (id),
        answer jsonb not null,
        at timestamptz not null
      );

      create table handover (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        sent_seq integer not null,
        from_unit text not null references unit (id),
        to_unit text not null references unit (id),
        internal boolean not null,
        purpose jsonb not null,
        manifest jsonb not null,
        sent_at timestamptz not null,
        sent_by text not null,
        acknowledged_at timestamptz,
        acknowledged_by text,
        returned_at timestamptz,
        returned_by text,
        recalled_at timestamptz,
        reason text,
        constraint handover_ends_once check (num_nonnulls(acknowledged_at, returned_at, recalled_at) <= 1)
      );
      create unique index one_open_handover on handover (dossier_id)
        where acknowledged_at is null and returned_at is null and recalled_at is null;
      create index handover_by_dossier on handover (dossier_id, sent_seq);

      create table clock_entry (
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        kind text not null check (kind in ('start', 'pause', 'resume', 'stop')),
        at timestamptz not null,
        cause text,
        basis text,
        primary key (dossier_id, seq, kind)
      );

      create table supplement (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        before_receipt boolean not null,
        items jsonb not null,
        note text,
        asked_at timestamptz not null,
        asked_by uuid,
        answer_by date not null,
        answered_at timestamptz
      );
      create unique index one_open_supplement on supplement (dossier_id) where answered_at is null;

      create table result (
        dossier_id uuid primary key references dossier (id),
        draft jsonb not null,
        author uuid not null,
        submitted_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        signature jsonb,
        refusal jsonb,
        number text,
        numbered_at timestamptz,
        recipient text,
        returned_at timestamptz,
        constraint author_never_approves check (decided_by is null or decided_by <> author)
      );

      create table effect (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        n integer not null,
        kind text not null,
        params jsonb not null,
        done_at timestamptz,
        unique (dossier_id, seq, n)
      );
      create index effect_waiting on effect (dossier_id, seq, n) where done_at is null;

      create table lane (
        dossier_id uuid primary key references dossier (id),
        ready_at timestamptz not null,
        leased_until timestamptz,
        lease uuid,
        tries integer not null default 0,
        parked boolean not null default false,
        last_error text
      );
      create index lane_ready on lane (ready_at) where not parked;

      create table deadline (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        event text not null,
        armed_seq integer not null,
        due_at timestamptz not null,
        state text not null default 'armed' check (state in ('armed', 'fired', 'cancelled', 'failed')),
        last_error text
      );
      create index deadline_due on deadline (due_at) where state = 'armed';

      create table paper (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        effect_id uuid unique references effect (id),
        form text not null,
        title jsonb not null,
        template_version text not null,
        number text,
        sha256 text not null,
        size integer not null,
        pages integer not null,
        reprinted_by uuid,
        created_at timestamptz not null,
        constraint paper_is_issued_or_reprinted check ((effect_id is null) = (reprinted_by is not null))
      );
      create index paper_by_dossier on paper (dossier_id, created_at);

      create table notification (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        person_id uuid not null,
        effect_id uuid unique references effect (id),
        at timestamptz not null,
        text jsonb not null
      );
      create index notification_by_dossier on notification (dossier_id, at);

      create table counter (
        series text not null,
        unit_id text not null,
        period text not null,
        value integer not null,
        primary key (series, unit_id, period)
      );

      create table draft (
        id uuid primary key,
        owner text not null,
        procedure_code text not null,
        data jsonb not null,
        saved_at timestamptz not null
      );
      create index draft_by_owner on draft (owner, saved_at);
    `);

    await runner.query(/* sql */ `
      -- Under which key commands and drafts belong to a principal.
      create function app_principal_key() returns text language sql stable as $$
          select case app_kind() when 'officer' then 'officer:' || app_officer() when 'citizen' then 'citizen:' || app_person() else app_kind() end
        $$;

      -- The question of row security for functions that look behind it (searching, adding a party): is the caller's unit or
      -- person a party of this dossier?
      create function sees_dossier(wanted uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select app_kind() = 'system' or exists (
            select 1 from dossier_party p
            where p.dossier_id = wanted
              and ((app_kind() = 'officer' and p.kind = 'unit' and p.party = any (app_units()))
                or (app_kind() = 'citizen' and p.kind = 'person' and p.party = app_person()::text)))
        $$;

      -- The same for papers on their way: searching by name, number or code without losing the trigram index to a policy.
      create function find_dossiers(wanted text, wanted_folded text, most integer) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select found.id from (
            select d.id from dossier d where d.code = upper(wanted) or d.filing_number = upper(wanted) or d.code like '%' || upper(wanted) or d.filing_number like '%' || upper(wanted)
            union
            select p.dossier_id from dossier_person p
              where p.personal_id = wanted or p.phone = wanted
                 or (length(wanted_folded) >= 2 and p.name_folded like '%' || wanted_folded || '%')
          ) found
          where app_kind() = 'officer' and sees_dossier(found.id)
          limit most
        $$;

      -- Public look-up: code and secret together, or nothing. Only step, unit and date come out: no name, number or paper.
      create function look_up_dossier(wanted_code text, wanted_secret text)
        returns table (code text, status smallint, stage jsonb, clock_state text, due_at timestamptz, holder text, outcome text, procedure_code text, procedure_version integer, updated_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
          select coalesce(d.code, d.filing_number), d.status, d.stage, d.clock_state, d.due_at, u.name_vi, d.outcome, d.procedure_code, d.procedure_version, d.updated_at
          from dossier d join unit u on u.id = d.holder_unit
          where (d.code = upper(wanted_code) or d.filing_number = upper(wanted_code)) and d.look_up_secret = upper(wanted_secret)
        $$;

      -- What the QR code of a slip opens: the fact that the dossier exists here, and its stage. The token is opaque.
      create function verify_token(wanted text)
        returns table (code text, status smallint, stage jsonb, received_at timestamptz, unit_name text, procedure_code text, procedure_version integer)
        language sql stable security definer set search_path = public, pg_temp as $$
          select coalesce(d.code, d.filing_number), d.status, d.stage, d.received_at, u.name_vi, d.procedure_code, d.procedure_version
          from dossier d join unit u on u.id = d.receiving_unit where d.qr_token = wanted
        $$;
    `);

    const byDossier = ['dossier_person', 'dossier_declaration', 'dossier_component', 'journal', 'act_detail', 'handover', 'clock_entry', 'supplement', 'result', 'effect', 'lane', 'deadline', 'paper', 'notification'];
    for (const table of byDossier) {
      const seen = seenBy(`${table}.dossier_id`);
      await runner.query(`alter table ${table} enable row level security;
        create policy ${table}_of_seen_dossier on ${table} using (${seen}) with check (${seen});`);
    }
    await runner.query(/* sql */ `
      alter table dossier enable row level security;
      create policy dossier_seen_by_parties on dossier using (${seenBy('dossier.id')}) with check (${seenBy('dossier.id')});

      alter table dossier_party enable row level security;
      create policy party_seen_by_itself on dossier_party for select using (
        (select app_kind()) = 'system'
        or ((select app_kind()) = 'officer' and kind = 'unit' and party = any ((select app_units())::text[]))
        or ((select app_kind()) = 'citizen' and kind = 'person' and party = (select app_person())::text));
      -- The application adds parties inside act(); it never takes one away: who once held a dossier still sees it.
      create policy party_added_by_acts on dossier_party for insert with check (app_kind() in ('officer', 'citizen', 'system'));

      alter table command enable row level security;
      create policy command_of_its_principal on command
        using (app_kind() = 'system' or principal = app_principal_key()) with check (principal = app_principal_key());

      alter table draft enable row level security;
      create policy draft_of_its_owner on draft
        using (app_kind() = 'system' or owner = app_principal_key()) with check (owner = app_principal_key());

      -- A file is seen with its dossier; one still in a draft only by whoever brought it.
      alter table file enable row level security;
      create policy file_of_seen_dossier_or_own_draft on file
        using (app_kind() = 'system'
          or (dossier_id is not null and ${seenBy('file.dossier_id')})
          or (dossier_id is null and uploaded_by::text = coalesce(app_officer(), app_person())::text))
        with check (app_kind() = 'system' or dossier_id is null or ${seenBy('file.dossier_id')});

      -- Append-only by grant: not even a bug in the application can rewrite what happened.
      revoke update, delete, truncate on journal, command, dossier_party, clock_entry from mot_cua_app;
      revoke delete, truncate on dossier, handover, paper, supplement, result, dossier_declaration, deadline, effect, notification from mot_cua_app;
      revoke update on dossier_declaration, paper, notification from mot_cua_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
