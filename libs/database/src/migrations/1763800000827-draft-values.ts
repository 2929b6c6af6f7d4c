import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft remembers when the values fetched for it were taken out again. */
export class DraftValues1763800000827 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table draft add column fetched_removed_at timestamptz;
      comment on column draft.fetched_removed_at is 'when values from sources were taken out, since it was not filed in time; what was typed stays';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table draft drop column fetched_removed_at');
  }
}
