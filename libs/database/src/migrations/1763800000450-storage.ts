import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of a file: its bytes lie in the storage folder under their digest. */
export class Storage1763800000450 implements MigrationInterface {
  name = 'Storage1763800000450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file (
        id uuid CONSTRAINT file_pk PRIMARY KEY,
        sha256 char(64) NOT NULL CONSTRAINT file_sha256_is_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size integer NOT NULL CONSTRAINT file_not_empty CHECK (size > 0),
        media_type text NOT NULL CONSTRAINT file_kind_accepted CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
        name text NOT NULL CONSTRAINT file_name_nfc CHECK (name IS NFC NORMALIZED),
        created_at timestamptz NOT NULL,
        uploaded_by_kind text NOT NULL CONSTRAINT file_uploader_known CHECK (uploaded_by_kind IN ('officer', 'citizen', 'system')),
        uploaded_by uuid,
        dossier_id uuid,
        draft_id uuid,
        component_key text,
        CONSTRAINT file_uploader_named CHECK ((uploaded_by_kind = 'system') = (uploaded_by IS NULL))
      )`);
    await runner.query('CREATE INDEX file_dossier ON file (dossier_id) WHERE dossier_id IS NOT NULL');
    await runner.query('CREATE INDEX file_draft ON file (draft_id) WHERE draft_id IS NOT NULL');
    await runner.query('CREATE INDEX file_content ON file (sha256)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE file');
  }
}
