import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people see of the data about themselves: parents see a minor child's file as well as their own, and the log says which looks the law
 * lets nobody be told of yet.
 */
export class OwnData1763800000826 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table person_read_log
        add column disclosure text not null default 'open'
          constraint person_read_log_disclosure_known check (disclosure in ('open', 'criminal-proceedings', 'national-security', 'anti-corruption')),
        add column disclosed_from timestamptz,
        -- What is put off has an end: nothing is hidden for ever.
        add constraint person_read_log_deferral_ends check ((disclosure = 'open') = (disclosed_from is null));
      comment on column person_read_log.disclosure is 'open: the person may know at once; else why the law puts it off, until disclosed_from';

      -- The program's own clock, where a transaction was told it: what is put off is shown by the same clock by which it was put off.
      create function app_moment() returns timestamptz language sql stable parallel safe as $$
        select coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now()) $$;
      -- The child whose file a parent opened in this transaction; nobody who is not their child. That the child is a minor is the application's to check.
      create function app_ward() returns uuid language sql stable parallel safe as $$
        select r.person_id from relation r
         where r.person_id = nullif(current_setting('app.ward', true), '')::uuid and r.kind in ('father', 'mother') and r.other_id = app_person() limit 1 $$;

      -- A file names dossiers its owner is no party of; their codes say nothing of anybody.
      create function dossier_codes(ids uuid[]) returns table (id uuid, code text) language sql stable security definer set search_path = public, pg_temp as $$
        select d.id, coalesce(d.code, d.filing_number) from dossier d where d.id = any (ids) $$;

      alter policy paper_on_file_of_oneself on paper_on_file using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and person_id in ((select app_person()), (select app_ward()))));
      alter policy paper_revocation_of_oneself on paper_revocation using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and person_id in ((select app_person()), (select app_ward()))));
      alter policy person_fact_of_oneself on person_fact using (
        (select app_kind()) in ('officer', 'system') or ((select app_kind()) = 'citizen' and person_id in ((select app_person()), (select app_ward()))));
      alter policy person_read_log_of_oneself on person_read_log using (
        (select app_kind()) in ('officer', 'system')
        or ((select app_kind()) = 'citizen' and person_id in ((select app_person()), (select app_ward())) and (disclosed_from is null or disclosed_from <= (select app_moment()))));
    `);
  }

  async down(): Promise<void> {
    throw new Error('what the law puts off would be shown at once: this migration has no way back');
  }
}
