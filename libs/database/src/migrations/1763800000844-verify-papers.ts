import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What anybody who holds a paper may be told of it: by its code, by the bytes of its file, and with the secret of the dossier the paper itself, to
 * compare a print with. Never a name or an ID number of the person it is about.
 */
export class VerifyPapers1763800000844 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create function paper_is_revoked(wanted_dossier uuid, wanted_sha256 text) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from paper_on_file f join paper_revocation v on v.paper_id = f.id where f.dossier_id = wanted_dossier and f.sha256 = wanted_sha256)
        $$;

      drop function verify_results(text);
      create function verify_results(wanted text)
        returns table (revision integer, number text, issued_on date, refused boolean, superseded boolean, in_correction boolean, revoked boolean, signatures jsonb)
        language sql stable security definer set search_path = public, pg_temp as $$
          with announced as (
            select r.dossier_id, r.revision, r.number, (r.numbered_at at time zone 'Asia/Ho_Chi_Minh')::date as issued_on, r.refusal is not null as refused,
                   (select p.sha256 from paper p where p.dossier_id = r.dossier_id and p.number = r.number and p.form in ('result', 'refusal') and p.reprinted_by is null order by p.seq desc limit 1) as sha256
              from dossier d
              join result r on r.dossier_id = d.id
              left join correction c on c.dossier_id = r.dossier_id and c.revision = r.revision
             where d.qr_token = wanted and r.number is not null
               and exists (select 1 from journal j where j.dossier_id = r.dossier_id and j.event = 'resultReady' and j.seq > coalesce(c.seq, 0)))
          select a.revision, a.number, a.issued_on, a.refused,
                 exists (select 1 from announced later where later.revision > a.revision),
                 exists (select 1 from correction c where c.dossier_id = a.dossier_id and c.revision > a.revision),
                 paper_is_revoked(a.dossier_id, a.sha256),
                 coalesce((select jsonb_agg(jsonb_build_object('kind', v.kind, 'signer', v.signer, 'at', v.at) order by v.seq)
                    from paper_revision s join paper_revision v on v.dossier_id = s.dossier_id and v.seq <= s.seq and v.kind <> 'number'
                     and v.seq >= (select max(f.seq) from paper_revision f where f.dossier_id = s.dossier_id and f.kind = 'signature' and f.seq <= s.seq)
                   where s.dossier_id = a.dossier_id and s.kind = 'seal' and s.sha256 = a.sha256), '[]')
            from announced a order by a.revision
        $$;

      -- A file as it was uploaded: what the desk knows of exactly these bytes.
      create function verify_paper(wanted text)
        returns table (state text, form text, title jsonb, number text, issued_on date, unit_name text, in_force_number text, in_force_on date)
        language sql stable security definer set search_path = public, pg_temp as $$
          with told as (
            select p.*, d.status, u.name_vi as unit_name, p.form in ('result', 'refusal') as decides,
                   exists (select 1 from journal j where j.dossier_id = p.dossier_id
                     and (j.event = 'resultReady' and j.seq > p.seq or j.event in ('grantedElsewhere', 'refusedElsewhere') and j.seq >= p.seq)) as announced
              from paper p join dossier d on d.id = p.dossier_id join unit u on u.id = d.receiving_unit
             where p.sha256 = wanted order by p.created_at limit 1)
          select case
                   when t.decides and not t.announced and t.status <> 3 then 'not-announced'
                   when later.number is not null then 'superseded'
                   when paper_is_revoked(t.dossier_id, t.sha256) then 'revoked'
                   when t.decides and exists (select 1 from correction c where c.dossier_id = t.dossier_id and c.seq > t.seq) then 'in-correction'
                   else 'issued' end,
                 t.form, t.title, t.number, (t.created_at at time zone 'Asia/Ho_Chi_Minh')::date, t.unit_name, later.number, later.issued_on
            from told t
            left join lateral (
              select n.number, (n.created_at at time zone 'Asia/Ho_Chi_Minh')::date as issued_on from paper n
               where t.decides and n.dossier_id = t.dossier_id and n.form in ('result', 'refusal') and n.seq > t.seq
                 and exists (select 1 from correction c where c.dossier_id = n.dossier_id and c.seq > t.seq and c.seq < n.seq)
                 and exists (select 1 from journal j where j.dossier_id = n.dossier_id and j.event = 'resultReady' and j.seq > n.seq)
               order by n.seq desc limit 1) later on true
          union all
          select 'unfinished', r.form, r.title, null, (r.at at time zone 'Asia/Ho_Chi_Minh')::date, u.name_vi, null, null
            from paper_revision r join dossier d on d.id = r.dossier_id join unit u on u.id = d.receiving_unit
           where r.sha256 = wanted and r.kind <> 'seal'
        $$;

      -- The paper itself, for who holds a print of it and has got the secret from its owner.
      create function paper_to_compare(wanted_token text, wanted_secret text, wanted_revision integer) returns text
        language sql stable security definer set search_path = public, pg_temp as $$
          select p.sha256
            from dossier d join result r on r.dossier_id = d.id and r.revision = wanted_revision
            join paper p on p.dossier_id = d.id and p.number = r.number and p.form in ('result', 'refusal') and p.reprinted_by is null
           where d.qr_token = wanted_token and d.look_up_secret = upper(wanted_secret)
             and exists (select 1 from journal j where j.dossier_id = d.id and j.event = 'resultReady' and j.seq > p.seq)
           order by p.seq desc limit 1
        $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
