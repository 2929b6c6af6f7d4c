import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every number that was given, as a row of its own: dossier codes, document numbers, entries of registers. A constraint holds that
 * none is given twice; none is ever taken away. One that is not to be used is voided by a row beside it, with a reason.
 */
export class IssuedNumbers1763800000840 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table issued_number (
        series text not null,
        unit_id text not null constraint issued_number_unit_fk references unit (id),
        period text not null,
        value integer not null constraint issued_number_counts_from_one check (value > 0),
        -- Of several taken together the place among them, from 0.
        entry integer not null,
        -- As it is written on paper.
        label text not null,
        dossier_id uuid not null constraint issued_number_dossier_fk references dossier (id),
        -- The act that took it.
        seq integer not null,
        at timestamptz not null,
        constraint issued_number_pk primary key (series, unit_id, period, value)
      );
      create index issued_number_of_dossier on issued_number (dossier_id, seq);
      create index issued_number_of_unit on issued_number (unit_id, at);
      alter table issued_number enable row level security;
      create policy issued_number_read on issued_number for select using (
        (select app_kind()) = 'system'
        or ((select app_kind()) = 'officer' and unit_id = any ((select app_units())::text[]))
        or exists (select 1 from dossier_party p where p.dossier_id = issued_number.dossier_id));
      create policy issued_number_taken on issued_number for insert with check (
        (select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = issued_number.dossier_id));
      revoke update, delete, truncate on issued_number from mot_cua_app;

      create table void_number (
        id uuid constraint void_number_pk primary key,
        series text not null,
        unit_id text not null,
        period text not null,
        value integer not null,
        reason text not null constraint void_number_reason_known check (reason in ('spoiled', 'wrong-register', 'not-issued', 'refused', 'stopped')),
        note text,
        -- The act that ended the dossier whose number it was; else two officers void it.
        act_seq integer,
        proposed_by uuid,
        proposed_at timestamptz not null,
        decision text constraint void_number_decision_known check (decision in ('approved', 'rejected', 'withdrawn')),
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        constraint void_number_given_fk foreign key (series, unit_id, period, value) references issued_number (series, unit_id, period, value),
        constraint void_number_by_act_or_officers check ((act_seq is null) = (proposed_by is not null)),
        constraint void_number_by_act_stands check (act_seq is null or (decision = 'approved' and decided_by is null and reason in ('refused', 'stopped'))),
        constraint void_number_by_officers_says_why check (act_seq is not null or (reason not in ('refused', 'stopped') and btrim(note) <> '')),
        constraint void_number_decided_whole check (num_nulls(decision, decided_at) in (0, 2) and (act_seq is not null or (decided_by is null) = (decision is null))),
        constraint void_number_four_eyes check (decision = 'withdrawn' or proposed_by <> decided_by),
        constraint void_number_withdrawn_by_oneself check (decision <> 'withdrawn' or proposed_by = decided_by),
        constraint void_number_rejection_says_why check (decision <> 'rejected' or btrim(decision_reason) <> '')
      );
      create unique index void_number_once on void_number (series, unit_id, period, value) where decision is null or decision = 'approved';
      create index void_number_open on void_number (unit_id, proposed_at) where decision is null;
      alter table void_number enable row level security;
      create policy void_number_of_seen_number on void_number for select using (
        exists (select 1 from issued_number n where n.series = void_number.series and n.unit_id = void_number.unit_id and n.period = void_number.period and n.value = void_number.value));
      create policy void_number_proposed on void_number for insert with check (
        exists (select 1 from issued_number n where n.series = void_number.series and n.unit_id = void_number.unit_id and n.period = void_number.period and n.value = void_number.value)
        and (act_seq is not null or (decision is null and proposed_by = (select app_officer()))));
      create policy void_number_decided on void_number for update using ((select app_kind()) = 'officer' and unit_id = any ((select app_units())::text[]));
      revoke update, delete, truncate on void_number from mot_cua_app;
      grant update (decision, decided_by, decided_at, decision_reason) on void_number to mot_cua_app;
      create function void_number_decided_once() returns trigger language plpgsql as $$
        begin
          if old.decision is not null then raise exception 'a number that was voided stays void'; end if;
          return new;
        end $$;
      create trigger void_number_decided_once before update on void_number for each row execute function void_number_decided_once();

      -- What was given before, as far as the records tell.
      insert into issued_number (series, unit_id, period, value, entry, label, dossier_id, seq, at)
        select 'dossier', u.id, '20' || substr(c.day, 1, 2) || '-' || substr(c.day, 3, 2) || '-' || substr(c.day, 5, 2), c.serial::integer, 0, d.code, d.id, j.seq, d.received_at
          from dossier d
          cross join lateral (select split_part(d.code, '-', 1) as segment, split_part(d.code, '-', 2) as day, split_part(d.code, '-', 3) as serial) c
          join unit u on u.code_segment = c.segment
          join lateral (select seq from journal where dossier_id = d.id and event = 'receive' order by seq limit 1) j on true
         where d.code ~ '^[^-]+-[0-9]{6}-[0-9]+$'
        on conflict do nothing;
      insert into issued_number (series, unit_id, period, value, entry, label, dossier_id, seq, at)
        select case when r.refusal is null then 'document:' || (v.document::jsonb #>> '{result,code}') else 'document:refusal' end, j.holder,
               to_char(r.numbered_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY'), substring(r.number from '^[0-9]+')::integer, 0, r.number, r.dossier_id, j.seq, r.numbered_at
          from result r
          join dossier d on d.id = r.dossier_id
          join procedure_version v on v.code = d.procedure_code and v.version = d.procedure_version
          join lateral (select seq, body::jsonb #>> '{to,holder}' as holder from journal where dossier_id = r.dossier_id and event = 'number' and at = r.numbered_at) j on true
         where r.number ~ '^[0-9]{1,9}/'
        on conflict do nothing;
    `);
  }

  async down(): Promise<void> {
    throw new Error('which numbers were given would be lost: this migration has no way back');
  }
}
