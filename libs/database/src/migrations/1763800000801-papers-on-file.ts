import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A paper on file is revoked by a row that says why and on whose authority; papers accepted in dossiers are on file too. */
export class PapersOnFile1763800000801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table paper_revocation (
        paper_id uuid constraint paper_revocation_pk primary key constraint paper_revocation_paper_fk references paper_on_file (id),
        person_id uuid not null constraint paper_revocation_person_fk references person (id),
        reason text not null constraint paper_revocation_has_reason check (trim(reason) <> ''),
        authority text not null constraint paper_revocation_has_authority check (trim(authority) <> ''),
        revoked_on date not null,
        dossier_id uuid,
        replaced_by uuid constraint paper_revocation_replaced_fk references paper_on_file (id),
        recorded_at timestamptz not null default clock_timestamp(),
        recorded_by uuid
      );
      comment on column paper_revocation.replaced_by is 'the paper that takes the place of the revoked one';

      create function paper_revoked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update paper_on_file set state = 'revoked' where id = new.paper_id;
          return null;
        end $$;
      create trigger paper_revocation_counts after insert on paper_revocation for each row execute function paper_revoked();

      alter table paper_revocation enable row level security;
      create policy paper_revocation_of_oneself on paper_revocation for select using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and person_id = (select app_person())));
      create policy paper_revocation_written on paper_revocation for insert with check ((select app_kind()) in ('officer', 'system'));
      revoke update, delete, truncate on paper_revocation from mot_cua_app;
      -- A paper changes its state by a revocation alone; that it has expired, its date says.
      drop policy paper_on_file_changed on paper_on_file;
      revoke update on paper_on_file from mot_cua_app;
      update paper_on_file set state = 'in-force' where state = 'expired';

      -- Of a paper that somebody handed in, issuer and day are not known as data: nobody has read them off.
      alter table paper_on_file
        add column component_key text,
        add column accepted_on date,
        alter column issuer drop not null,
        alter column issued_on drop not null,
        drop constraint paper_on_file_state_known,
        add constraint paper_on_file_state_known check (state in ('in-force', 'revoked')),
        add constraint paper_on_file_accepted_in_dossier check ((component_key is null) = (accepted_on is null) and (component_key is null or dossier_id is not null)),
        add constraint paper_on_file_dated check (component_key is not null or (issuer is not null and issued_on is not null));
      comment on column paper_on_file.component_key is 'the component of the dossier as which the paper was accepted; null: a result or an entry of a register';
      comment on column paper_on_file.state is 'in-force also after valid_until: whether it has expired depends on the day it is asked';
      -- A corrected result of the same dossier is a paper of its own.
      drop index paper_on_file_result_once;
      create unique index paper_on_file_result_once on paper_on_file (dossier_id, person_id, kind, sha256) where dossier_id is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('reasons of revocations would be lost: this migration has no way back');
  }
}
