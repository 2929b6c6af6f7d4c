import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A paper that a national source named goes on the person's file with the dossier that uses it. Officers may put papers on file; people who file
 * for themselves only what a source has said of them.
 */
export class FetchedPapers1763800000838 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create policy paper_on_file_named_by_source on paper_on_file for insert with check (
        (select app_kind()) = 'citizen' and person_id = (select app_person()) and assurance = 'register' and dossier_id is null and file_id is null
        and exists (select from source_query q where q.person_id = paper_on_file.person_id and q.source = paper_on_file.source and q.outcome = 'matched'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy paper_on_file_named_by_source on paper_on_file');
  }
}
