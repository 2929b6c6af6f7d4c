import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers on file may come from the register of people of merit: the certificate of a martyr. */
export class MeritRegister1763800000760 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table paper_on_file
        drop constraint paper_on_file_source_known,
        add constraint paper_on_file_source_known
          check (source in ('population-register', 'civil-status-register', 'land-register', 'merit-register', 'health-facility', 'court', 'dossier'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('papers of the register may be on file: this migration has no way back');
  }
}
