import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `until` of a post is its last day: whoever leaves that evening still serves the lane until then. */
export class LastDayOfAPost1763800000780 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Whether somebody does the work of these roles in a unit at a moment: an officer in a post of theirs who is not away, a
      -- stand-in who is not away, or, where leaders sign, whom a document gave the signature. A stand-in alone does not sign.
      create or replace function lane_served(wanted_unit text, roles text[], wanted_at timestamptz, procedure text default null) returns boolean
        language sql stable as $$
          with away as (
            select officer_id, post_id, stand_in_id, procedures from absence where ended_at is null and from_at <= wanted_at and to_at > wanted_at
          ), held as (
            select p.id, p.officer_id, p.role from post p
             where p.unit_id = wanted_unit and p.role = any (roles) and p.since <= (wanted_at at time zone 'Asia/Ho_Chi_Minh')::date
               and (p.until is null or p.until >= (wanted_at at time zone 'Asia/Ho_Chi_Minh')::date)
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
    `);
  }

  async down(): Promise<void> {
    throw new Error('the journal is append-only: this migration has no way back');
  }
}
