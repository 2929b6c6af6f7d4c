import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the state holds on people: persons, their relations, the papers on file, and the log of who looked. */
export class Persons1763800000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid CONSTRAINT person_pk PRIMARY KEY,
        personal_id char(12) CONSTRAINT person_personal_id_once UNIQUE CONSTRAINT person_personal_id_digits CHECK (personal_id ~ '^[0-9]{12}$'),
        full_name text NOT NULL CONSTRAINT person_name_nfc CHECK (full_name IS NFC NORMALIZED),
        name_folded text NOT NULL,
        sex text NOT NULL CONSTRAINT person_sex_known CHECK (sex IN ('male', 'female')),
        birth_date text CONSTRAINT person_birth_date_shape CHECK (birth_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        ethnicity text,
        nationality text,
        birth_place text,
        home_town text,
        permanent_address jsonb,
        phone text,
        email text,
        alive boolean NOT NULL DEFAULT true,
        died_on date,
        source text NOT NULL CONSTRAINT person_source_known CHECK (source IN ('population-register', 'civil-status-register', 'land-register', 'health-facility', 'court', 'dossier')),
        as_of date NOT NULL,
        CONSTRAINT person_dead_if_died CHECK (died_on IS NULL OR NOT alive)
      )`);
    await runner.query('CREATE INDEX person_name_search ON person USING gin (name_folded gin_trgm_ops)');
    await runner.query('CREATE INDEX person_phone ON person (phone)');
    await runner.query(`
      CREATE TABLE relation (
        person_id uuid NOT NULL CONSTRAINT relation_person_fk REFERENCES person (id),
        kind text NOT NULL CONSTRAINT relation_kind_known CHECK (kind IN ('father', 'mother', 'spouse')),
        other_id uuid NOT NULL CONSTRAINT relation_other_fk REFERENCES person (id),
        since date,
        until date,
        ended_by text CONSTRAINT relation_end_known CHECK (ended_by IN ('divorce', 'death', 'annulment')),
        source text NOT NULL CONSTRAINT relation_source_known CHECK (source IN ('population-register', 'civil-status-register', 'land-register', 'health-facility', 'court', 'dossier')),
        CONSTRAINT relation_pk PRIMARY KEY (person_id, kind, other_id),
        CONSTRAINT relation_not_to_oneself CHECK (person_id <> other_id),
        CONSTRAINT relation_end_has_cause CHECK ((until IS NULL) = (ended_by IS NULL))
      )`);
    await runner.query('CREATE INDEX relation_other ON relation (other_id, kind)');
    await runner.query(`
      CREATE TABLE paper_on_file (
        id uuid CONSTRAINT paper_on_file_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT paper_on_file_person_fk REFERENCES person (id),
        kind text NOT NULL CONSTRAINT paper_on_file_kind_shape CHECK (kind ~ '^[a-z][a-z0-9-]+$'),
        name_vi text NOT NULL,
        name_en text NOT NULL,
        number text,
        issuer text NOT NULL,
        issued_on date NOT NULL,
        valid_until date,
        state text NOT NULL CONSTRAINT paper_on_file_state_known CHECK (state IN ('in-force', 'expired', 'revoked')),
        content jsonb NOT NULL DEFAULT '{}' CONSTRAINT paper_on_file_content_is_object CHECK (jsonb_typeof(content) = 'object'),
        file_id uuid,
        assurance text NOT NULL CONSTRAINT paper_on_file_assurance_known CHECK (assurance IN ('born-digital-signed', 'scanned-signed', 'scanned', 'register')),
        source text NOT NULL CONSTRAINT paper_on_file_source_known CHECK (source IN ('population-register', 'civil-status-register', 'land-register', 'health-facility', 'court', 'dossier')),
        dossier_id uuid,
        dossier_code text,
        sha256 char(64) NOT NULL,
        CONSTRAINT paper_on_file_valid_after_issue CHECK (valid_until >= issued_on),
        CONSTRAINT paper_on_file_result_names_dossier CHECK ((source = 'dossier') = (dossier_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX paper_on_file_person ON paper_on_file (person_id, kind)');
    await runner.query('CREATE UNIQUE INDEX paper_on_file_result_once ON paper_on_file (dossier_id, person_id, kind) WHERE dossier_id IS NOT NULL');
    // No foreign keys from here on: the log outlives what it speaks of.
    await runner.query(`
      CREATE TABLE person_read_log (
        id uuid CONSTRAINT person_read_log_pk PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        person_id uuid NOT NULL,
        reader_kind text NOT NULL CONSTRAINT person_read_log_reader_known CHECK (reader_kind IN ('officer', 'citizen', 'system')),
        officer_id uuid,
        unit_id text,
        role text,
        dossier_id uuid,
        procedure_code text,
        purpose text NOT NULL,
        what text[] NOT NULL,
        CONSTRAINT person_read_log_officer_named CHECK (reader_kind <> 'officer' OR (officer_id IS NOT NULL AND unit_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX person_read_log_person ON person_read_log (person_id, at DESC)');
    // A citizen reads their own papers and their own log, whatever a statement forgets to ask; strangers read nothing.
    for (const table of ['paper_on_file', 'person_read_log']) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`
        CREATE POLICY ${table}_of_oneself ON ${table} FOR SELECT USING (
          (SELECT app_kind()) IN ('officer', 'system') OR ((SELECT app_kind()) = 'citizen' AND person_id = (SELECT app_person())))`);
      await runner.query(`CREATE POLICY ${table}_written ON ${table} FOR INSERT WITH CHECK ((SELECT app_kind()) IN (${table === 'person_read_log' ? "'citizen', " : ''}'officer', 'system'))`);
    }
    await runner.query(`CREATE POLICY paper_on_file_changed ON paper_on_file FOR UPDATE USING ((SELECT app_kind()) IN ('officer', 'system'))`);
    // Append-only by grant, and a person, a relation, a paper ends but is not deleted.
    await runner.query('REVOKE UPDATE, DELETE, TRUNCATE ON person_read_log FROM mot_cua_app');
    await runner.query('REVOKE DELETE, TRUNCATE ON person, relation, paper_on_file FROM mot_cua_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_read_log, paper_on_file, relation, person');
  }
}
