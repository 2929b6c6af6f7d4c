import { StartError } from '@app/kernel';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE, EXTENSIONS } from '../embedded/set-up-database.js';

/** What every later change stands on: extensions, default rights of the restricted role, and who the principal is. */
export class Base1763800000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const [role] = (await queryRunner.query('SELECT FROM pg_roles WHERE rolname = $1', [APPLICATION_ROLE])) as unknown[];
    if (!role) {
      throw new StartError(`The database has no role "${APPLICATION_ROLE}"; create it (LOGIN, not superuser) and let DATABASE_URL sign in as it.`);
    }
    for (const extension of EXTENSIONS) await queryRunner.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    await queryRunner.query(`
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO mot_cua_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO mot_cua_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO mot_cua_app;
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO mot_cua_app;

      CREATE FUNCTION app_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.kind', true), '') $$;
      CREATE FUNCTION app_units() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT array(SELECT json_array_elements_text(nullif(current_setting('app.units', true), '')::json)) $$;
      CREATE FUNCTION app_officer() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.officer', true), '')::uuid $$;
      CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        AS $$ SELECT nullif(current_setting('app.person', true), '')::uuid $$;
      COMMENT ON FUNCTION app_kind() IS 'officer, citizen, system or public; NULL outside a transaction with a principal';
      COMMENT ON FUNCTION app_units() IS 'ids of the units the officer acts for; empty for everyone else';

      -- The job runner's tables refuse a restricted role; this is the one door to them.
      CREATE FUNCTION app_add_job(identifier text, payload json, run_at timestamptz DEFAULT NULL, job_key text DEFAULT NULL)
        RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = graphile_worker, public, pg_temp
        AS $$ BEGIN
          RETURN (graphile_worker.add_job(identifier, payload, run_at => run_at, job_key => job_key)).id;
        END $$;
      COMMENT ON FUNCTION app_add_job(text, json, timestamptz, text) IS 'queues unordered work; effects of a dossier are rows of their own';
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION app_add_job(text, json, timestamptz, text);
      DROP FUNCTION app_person();
      DROP FUNCTION app_officer();
      DROP FUNCTION app_units();
      DROP FUNCTION app_kind();
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE EXECUTE ON FUNCTIONS FROM mot_cua_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE USAGE, SELECT ON SEQUENCES FROM mot_cua_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLES FROM mot_cua_app;
      REVOKE USAGE ON SCHEMA public FROM mot_cua_app;
    `);
  }
}
