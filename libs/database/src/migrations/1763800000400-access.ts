import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is signed in, what a post was granted beyond its role, and who has guessed wrong too often. */
export class Access1763800000400 implements MigrationInterface {
  name = 'Access1763800000400';

  async up(runner: QueryRunner): Promise<void> {
    // The key is the digest of the cookie's token: a stolen copy of this table signs nobody in.
    await runner.query(`
      CREATE TABLE session (
        id char(64) CONSTRAINT session_pk PRIMARY KEY,
        kind text NOT NULL CONSTRAINT session_kind_known CHECK (kind IN ('officer', 'citizen')),
        officer_id uuid CONSTRAINT session_officer_fk REFERENCES officer (id),
        person_id uuid CONSTRAINT session_person_fk REFERENCES person (id),
        person_name text,
        assurance text,
        csrf_token text NOT NULL,
        user_agent_digest char(64) NOT NULL,
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CONSTRAINT session_ends_after_start CHECK (expires_at > created_at),
        CONSTRAINT session_officer_named CHECK ((kind = 'officer') = (officer_id IS NOT NULL)),
        CONSTRAINT session_person_named CHECK ((kind = 'citizen') = (person_id IS NOT NULL AND person_name IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX session_end ON session (expires_at)');
    await runner.query('CREATE INDEX session_officer ON session (officer_id) WHERE officer_id IS NOT NULL');
    await runner.query(`
      CREATE TABLE "grant" (
        id uuid CONSTRAINT grant_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT grant_post_fk REFERENCES post (id),
        permission text NOT NULL CONSTRAINT grant_permission_shape CHECK (permission ~ '^[a-z]+\\.[a-z-]+$'),
        procedure_code text,
        unit_id text CONSTRAINT grant_unit_fk REFERENCES unit (id),
        since date NOT NULL,
        until date CONSTRAINT grant_ends_after_start CHECK (until > since),
        CONSTRAINT grant_once UNIQUE NULLS NOT DISTINCT (post_id, permission, procedure_code, unit_id, since)
      )`);
    // The key is a digest of what is guarded, so neither accounts nor addresses are written down here.
    await runner.query(`
      CREATE TABLE throttle (
        key char(64) CONSTRAINT throttle_pk PRIMARY KEY,
        attempts integer NOT NULL CONSTRAINT throttle_counts CHECK (attempts > 0),
        since timestamptz NOT NULL,
        until timestamptz NOT NULL
      )`);
    await runner.query('CREATE INDEX throttle_end ON throttle (until)');
    // The list of changes is older than the default rights; readiness compares it with the program.
    await runner.query('GRANT SELECT ON migration TO mot_cua_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE throttle, "grant", session');
  }
}
