import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the QR code of a result opens besides: its numbers and days, and whether a corrected one has taken its place. A
 * result counts from when the counter announced it; until then nobody outside has it.
 */
export class VerifyResults1763800000630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create function verify_results(wanted text)
        returns table (revision integer, number text, issued_on date, refused boolean, superseded boolean, in_correction boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
          with announced as (
            select r.dossier_id, r.revision, r.number, (r.numbered_at at time zone 'Asia/Ho_Chi_Minh')::date as issued_on, r.refusal is not null as refused
              from dossier d
              join result r on r.dossier_id = d.id
              left join correction c on c.dossier_id = r.dossier_id and c.revision = r.revision
             where d.qr_token = wanted and r.number is not null
               and exists (select 1 from journal j where j.dossier_id = r.dossier_id and j.event = 'resultReady' and j.seq > coalesce(c.seq, 0)))
          select a.revision, a.number, a.issued_on, a.refused,
                 exists (select 1 from announced later where later.revision > a.revision),
                 exists (select 1 from correction c where c.dossier_id = a.dossier_id and c.revision > a.revision)
            from announced a order by a.revision
        $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
