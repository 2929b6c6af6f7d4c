import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tree of units, their hours and special days, the officers and the posts they hold.
 * Nothing here is deleted: a unit, a post, a set of hours has a last day (`until`), because an old dossier still names it.
 */
export class Organisation1763800000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit (
        id text CONSTRAINT unit_pk PRIMARY KEY CONSTRAINT unit_id_shape CHECK (id ~ '^(vn|[pc][0-9]{2,5}(\\.[a-z0-9-]+)*)$'),
        parent_id text CONSTRAINT unit_parent_fk REFERENCES unit (id),
        path ltree NOT NULL CONSTRAINT unit_path_once UNIQUE,
        kind text NOT NULL CONSTRAINT unit_kind_known CHECK (kind IN (
          'nation', 'province', 'commune', 'centre', 'office', 'division', 'department', 'land-registration-office')),
        functions text[] NOT NULL DEFAULT '{}',
        name_vi text NOT NULL CONSTRAINT unit_name_nfc CHECK (name_vi IS NFC NORMALIZED),
        name_en text NOT NULL,
        short_vi text NOT NULL,
        short_en text NOT NULL,
        place_code text,
        code_segment text CONSTRAINT unit_code_segment_shape CHECK (code_segment ~ '^[A-Z][0-9]{2}(\\.[0-9A-Z]{2,3}){0,4}$'),
        code_invented boolean NOT NULL DEFAULT false,
        document_symbol text,
        place_name text,
        address text,
        phone text,
        since date NOT NULL,
        until date CONSTRAINT unit_ends_after_start CHECK (until >= since),
        CONSTRAINT unit_only_nation_is_root CHECK ((parent_id IS NULL) = (kind = 'nation'))
      )`);
    await runner.query(`CREATE UNIQUE INDEX unit_code_segment_once ON unit (code_segment) WHERE until IS NULL`);
    await runner.query('CREATE INDEX unit_parent ON unit (parent_id)');
    await runner.query('CREATE INDEX unit_path_tree ON unit USING gist (path)');
    await runner.query(`CREATE INDEX unit_place ON unit (place_code)`);
    await runner.query(`
      CREATE TABLE office_hours (
        unit_id text NOT NULL CONSTRAINT office_hours_unit_fk REFERENCES unit (id),
        since date NOT NULL,
        until date CONSTRAINT office_hours_end_after_start CHECK (until >= since),
        week jsonb NOT NULL CONSTRAINT office_hours_week_is_object CHECK (jsonb_typeof(week) = 'object'),
        source jsonb NOT NULL,
        CONSTRAINT office_hours_pk PRIMARY KEY (unit_id, since)
      )`);
    await runner.query(`
      CREATE TABLE calendar_day (
        unit_id text NOT NULL CONSTRAINT calendar_day_unit_fk REFERENCES unit (id),
        date date NOT NULL,
        kind text NOT NULL CONSTRAINT calendar_day_kind_known CHECK (kind IN (
          'holiday', 'comp-off', 'day-off', 'swap-work')),
        hours text[],
        swap_with date,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        source jsonb NOT NULL,
        CONSTRAINT calendar_day_pk PRIMARY KEY (unit_id, date)
      )`);
    await runner.query(`
      CREATE TABLE officer (
        id uuid CONSTRAINT officer_pk PRIMARY KEY,
        login text NOT NULL CONSTRAINT officer_login_once UNIQUE CONSTRAINT officer_login_shape CHECK (login ~ '^[a-z0-9][a-z0-9._-]{2,63}$'),
        password_hash text CONSTRAINT officer_password_is_argon2id CHECK (password_hash LIKE '$argon2id$%'),
        full_name text NOT NULL CONSTRAINT officer_name_nfc CHECK (full_name IS NFC NORMALIZED),
        phone text,
        active boolean NOT NULL DEFAULT true
      )`);
    await runner.query(`
      CREATE TABLE post (
        id uuid CONSTRAINT post_pk PRIMARY KEY,
        officer_id uuid NOT NULL CONSTRAINT post_officer_fk REFERENCES officer (id),
        unit_id text NOT NULL CONSTRAINT post_unit_fk REFERENCES unit (id),
        role text NOT NULL CONSTRAINT post_role_known CHECK (role IN (
          'receiving-clerk', 'case-officer', 'division-head', 'chairman', 'vice-chairman', 'records-clerk',
          'centre-director', 'reviewer', 'director', 'deputy-director', 'administrator')),
        since date NOT NULL,
        until date CONSTRAINT post_ends_after_start CHECK (until >= since),
        CONSTRAINT post_once UNIQUE (officer_id, unit_id, role, since)
      )`);
    await runner.query('CREATE INDEX post_unit ON post (unit_id, role) WHERE until IS NULL');
    await runner.query('REVOKE DELETE, TRUNCATE ON unit, office_hours, officer, post FROM mot_cua_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE post, officer, calendar_day, office_hours, unit');
  }
}
