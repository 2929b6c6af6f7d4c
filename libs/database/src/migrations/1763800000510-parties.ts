import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may add a party to a dossier: whoever sees it already (an act that hands it on), or whoever makes it. Without
 * this, an officer of another unit could have made their own unit a party, and so have seen it.
 */
export class Parties1763800000510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Whether an id is still free for a new dossier. Security definer: an id taken by a dossier the caller may not see is taken.
      create function dossier_is_new(wanted uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select not exists (select 1 from dossier d where d.id = wanted)
        $$;
      drop policy party_added_by_acts on dossier_party;
      create policy party_added_by_acts on dossier_party for insert
        with check (app_kind() in ('officer', 'citizen', 'system') and (sees_dossier(dossier_id) or dossier_is_new(dossier_id)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop policy party_added_by_acts on dossier_party;
      create policy party_added_by_acts on dossier_party for insert with check (app_kind() in ('officer', 'citizen', 'system'));
      drop function dossier_is_new;
    `);
  }
}
