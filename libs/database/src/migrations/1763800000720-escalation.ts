import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEEN = `((select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = holding.dossier_id))`;

/**
 * A dossier between two levels: what goes up with it (the package) and what comes back (marks), who held it and since when,
 * where it is now, and what the place of help, of receipt and of collection are.
 */
export class Escalation1763800000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table handover
        -- What goes up to the province: {request, finding, openQuestions}. Written by the sender, read first by the reviewer.
        add column package jsonb,
        -- How many times the dossier has gone this way; counted from 1.
        add column round integer not null default 1 check (round > 0),
        -- When the bytes of its papers were last compared with the digests of its manifest.
        add column checked_at timestamptz,
        -- Why it was returned, at which fields and papers; and the act that settled them.
        add column marks jsonb,
        add column settled_seq integer,
        add constraint settled_marks check (settled_seq is null or marks is not null);

      -- Who had the baton and since when; the journal says it too, but lists and figures ask it for many dossiers at once.
      create table holding (
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        unit_id text not null references unit (id),
        since timestamptz not null,
        until timestamptz,
        primary key (dossier_id, seq),
        constraint holding_ends_after_it_began check (until >= since)
      );
      create unique index one_holder on holding (dossier_id) where until is null;
      create index holding_by_unit on holding (unit_id, dossier_id);

      insert into holding (dossier_id, seq, unit_id, since, until)
      select dossier_id, seq, unit_id, at, lead(at) over (partition by dossier_id order by seq)
        from (select dossier_id, seq, at, unit_id, lag(unit_id) over (partition by dossier_id order by seq) as before
                from (select dossier_id, seq, at, body::jsonb -> 'to' ->> 'holder' as unit_id from journal) told) changed
       where before is distinct from unit_id;

      alter table holding enable row level security;
      create policy holding_of_seen_dossier on holding using (${SEEN}) with check (${SEEN});
      revoke delete, truncate on holding from mot_cua_app;
      revoke update on holding from mot_cua_app;
      grant update (until) on holding to mot_cua_app;

      alter table dossier
        -- Whom it waits for when it is not the holder.
        add column awaiting text check (awaiting in ('citizen', 'addressee', 'time', 'consulted')),
        -- Where a clerk helped to file it, which is neither where it was received nor where it is decided.
        add column help_unit text references unit (id),
        -- The centre where the citizen collects the result, where that is not the one that received.
        add column collect_unit text references unit (id),
        -- When the counter must have passed it on: the same day, or the next morning when received after 15:00.
        add column transfer_by timestamptz;

      update dossier set awaiting = case when addressee_unit is not null then 'addressee' when clock_state = 'paused' and status in (5, 6) then 'citizen'
        when cardinality(consulted_units) > 0 then 'consulted' when status in (5, 9) then 'citizen' end;

      create index dossier_passed_on on dossier (receiving_unit, received_at) where transfer_by is not null;

      -- Where dossiers are, who has them, since when and until when: the one question behind counter, citizen, look-up page and
      -- province. As the caller: row security lets nothing through that the caller may not see.
      create function whereabouts(wanted uuid[])
        returns table (dossier_id uuid, code text, status smallint, stage jsonb, clock_state text, holder_unit text, since timestamptz, until timestamptz,
                       awaiting text, addressee_unit text, centre_unit text, due_at timestamptz, updated_at timestamptz)
        language sql stable as $$
          select d.id, coalesce(d.code, d.filing_number), d.status, d.stage, d.clock_state, d.holder_unit, h.since,
                 case when d.is_open then coalesce(d.step_due_at,
                   (select min(l.due_at) from deadline l where l.dossier_id = d.id and l.state = 'armed'
                       and l.event in ('supplementExpired', 'paymentExpired', 'draftCheckEnded', 'noticePeriodEnded')),
                   (select min(c.due_at) from consultation c where c.dossier_id = d.id and c.outcome is null)) end,
                 d.awaiting, d.addressee_unit, case when d.outcome = 'none' then d.receiving_unit else coalesce(d.collect_unit, d.receiving_unit) end,
                 d.due_at, d.updated_at
            from dossier d left join holding h on h.dossier_id = d.id and h.until is null
           where d.id = any (wanted)
        $$;

      -- The public page asks the same, by code and secret; as the owner, since nobody is signed in there.
      drop function look_up_dossier(text, text);
      create function look_up_dossier(wanted_code text, wanted_secret text)
        returns table (dossier_id uuid, code text, status smallint, stage jsonb, clock_state text, holder_unit text, since timestamptz, until timestamptz,
                       awaiting text, addressee_unit text, centre_unit text, due_at timestamptz, updated_at timestamptz,
                       outcome text, procedure_code text, procedure_version integer)
        language sql stable security definer set search_path = public, pg_temp as $$
          select w.*, d.outcome, d.procedure_code, d.procedure_version
            from dossier d cross join lateral whereabouts(array[d.id]) w
           where (d.code = upper(wanted_code) or d.filing_number = upper(wanted_code)) and d.look_up_secret = upper(wanted_secret)
        $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
