import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Procedures as versioned data. A published version is immutable: dossiers received under it follow it to their end.
 * A skeleton (version 0) is what is known of a procedure nobody completed yet; it may be brought up to date.
 */
export class Catalogue1763800000300 implements MigrationInterface {
  name = 'Catalogue1763800000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE procedure_version (
        code text NOT NULL CONSTRAINT procedure_version_code_shape CHECK (code ~ '^[1-6][.][0-9]{6}$'),
        version integer NOT NULL,
        state text NOT NULL CONSTRAINT procedure_version_state_known CHECK (state IN ('skeleton', 'published')),
        effective_from date,
        effective_until date CONSTRAINT procedure_version_ends_after_start CHECK (effective_until >= effective_from),
        document text NOT NULL,
        digest char(64) NOT NULL,
        name_vi text NOT NULL CONSTRAINT procedure_version_name_nfc CHECK (name_vi IS NFC NORMALIZED),
        name_folded text NOT NULL,
        initials text NOT NULL,
        field text NOT NULL,
        handled_by text NOT NULL,
        decided_at text NOT NULL CONSTRAINT procedure_version_decided_at_known CHECK (decided_at IN ('commune', 'shared', 'province')),
        stored_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT procedure_version_pk PRIMARY KEY (code, version),
        CONSTRAINT procedure_version_zero_is_skeleton CHECK ((version = 0) = (state = 'skeleton') AND version >= 0),
        CONSTRAINT procedure_version_published_has_date CHECK ((state = 'published') = (effective_from IS NOT NULL))
      )`);
    await runner.query(`COMMENT ON COLUMN procedure_version.document IS 'JSON text, the questions of the form in their order; digest is its SHA-256'`);
    await runner.query(`
      CREATE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'published' THEN
          RAISE EXCEPTION 'version % of procedure % is published and cannot change', OLD.version, OLD.code USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await runner.query(`
      CREATE TRIGGER keep_published_version BEFORE UPDATE OR DELETE ON procedure_version
        FOR EACH ROW EXECUTE FUNCTION keep_published_version()`);
    await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON procedure_version FROM mot_cua_app');
    // What a skeleton says may be brought up to date; what it is may not change.
    await runner.query('GRANT UPDATE (document, digest, name_vi, name_folded, initials, field, handled_by, decided_at) ON procedure_version TO mot_cua_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE procedure_version');
    await runner.query('DROP FUNCTION keep_published_version()');
  }
}
