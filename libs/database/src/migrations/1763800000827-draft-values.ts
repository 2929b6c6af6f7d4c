import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft remembers when the values fetched for it were taken out again. */
export class DraftValues1763800000827 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table draft add column fetched_removed_at timestamptz;
      comment on column draft.fetched_removed_at is 'when values from sources were taken out, since it was not filed in time; what was typed stays';
      -- The night's work changes drafts it does not own.
      create policy draft_by_system on draft for update using ((select app_kind()) = 'system') with check ((select app_kind()) = 'system');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy draft_by_system on draft; alter table draft drop column fetched_removed_at');
  }
}
