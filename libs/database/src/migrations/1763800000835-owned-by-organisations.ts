import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations own dossiers and papers; whoever acts for one sees them while the role lasts, and no longer. */
export class OwnedByOrganisations1763800000835 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      alter table dossier_person
        add column organisation_id uuid constraint dossier_person_organisation_fk references organisation (id),
        alter column person_id drop not null,
        add constraint dossier_person_is_one check (num_nonnulls(person_id, organisation_id) = 1),
        add constraint dossier_person_acts_in_person check (role = 'owner' or person_id is not null);
      comment on column dossier_person.organisation_id is 'of an owner that is an organisation; the filer is then whoever acts for it';
      create index dossier_person_by_organisation on dossier_person (organisation_id) where organisation_id is not null;

      alter table dossier add column owner_organisation uuid constraint dossier_owner_organisation_fk references organisation (id);

      alter table dossier_party drop constraint dossier_party_kind_check, add constraint dossier_party_kind_check check (kind in ('unit', 'person', 'organisation'));
      create or replace function sees_dossier(wanted uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select app_kind() = 'system' or exists (
            select 1 from dossier_party p
            where p.dossier_id = wanted
              and ((app_kind() = 'officer' and p.kind = 'unit' and p.party = any (app_units()))
                or (app_kind() = 'citizen' and p.kind = 'person' and p.party = app_person()::text)
                or (app_kind() = 'citizen' and p.kind = 'organisation' and p.party = any (app_organisations()::text[]))))
        $$;
      drop policy party_seen_by_itself on dossier_party;
      create policy party_seen_by_itself on dossier_party for select using (
        (select app_kind()) = 'system'
        or ((select app_kind()) = 'officer' and kind = 'unit' and party = any ((select app_units())::text[]))
        or ((select app_kind()) = 'citizen' and kind = 'person' and party = (select app_person())::text)
        or ((select app_kind()) = 'citizen' and kind = 'organisation' and party = any ((select app_organisations()::text[])::text[])));

      -- Whether somebody filed a dossier for an organisation they may no longer act for: they are told so, strangers are told nothing.
      create function filed_for_organisation(wanted uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select app_kind() = 'citizen' and exists (
            select 1 from dossier_person f join dossier_person o on o.dossier_id = f.dossier_id and o.role = 'owner' and o.organisation_id is not null
             where f.dossier_id = wanted and f.role = 'filer' and f.person_id = app_person())
        $$;

      alter table paper_on_file
        add column organisation_id uuid constraint paper_on_file_organisation_fk references organisation (id),
        alter column person_id drop not null,
        add constraint paper_on_file_of_one check (num_nonnulls(person_id, organisation_id) = 1);
      create index paper_on_file_of_organisation on paper_on_file (organisation_id, kind) where organisation_id is not null;
      create unique index paper_on_file_of_organisation_once on paper_on_file (dossier_id, organisation_id, kind, sha256) where dossier_id is not null and organisation_id is not null;
      drop policy paper_on_file_of_oneself on paper_on_file;
      create policy paper_on_file_of_oneself on paper_on_file for select using (
        (select app_kind()) in ('officer', 'system')
        or ((select app_kind()) = 'citizen' and (person_id in ((select app_person()), (select app_ward())) or organisation_id = any ((select app_organisations())::uuid[]))));
      alter table paper_revocation alter column person_id drop not null;
      drop policy paper_revocation_of_oneself on paper_revocation;
      create policy paper_revocation_of_oneself on paper_revocation for select using (
        (select app_kind()) in ('officer', 'system')
        or ((select app_kind()) = 'citizen' and exists (select from paper_on_file p where p.id = paper_id)));
      alter table paper_on_file drop constraint paper_on_file_source_known, add constraint paper_on_file_source_known check (source in
        ('population-register', 'civil-status-register', 'land-register', 'social-insurance', 'welfare-register', 'merit-register', 'business-register', 'health-facility', 'court', 'dossier'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('dossiers of organisations would be without an owner: this migration has no way back');
  }
}
