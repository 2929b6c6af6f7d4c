import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose signature or seal is given with which key. The key itself never lies here: it is in a file, on a token or with a service; what opens
 * it is sealed with a key that lies outside the database. A row is added, and revoked at most once; nothing else of it ever changes.
 */
export class SigningKeys1763800000836 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      create table signing_key (
        id uuid primary key,
        officer_id uuid constraint signing_key_officer_fk references officer (id),
        unit_id text constraint signing_key_unit_fk references unit (id),
        provider text not null constraint signing_key_provider_known check (provider in ('pkcs12', 'pkcs11', 'remote')),
        -- The name of a file in the folder of keys; token and key of a module; service and credential of a remote one.
        reference text not null constraint signing_key_reference_short check (length(reference) between 1 and 300),
        -- DER, as all certificates here; the chain does not repeat the certificate.
        certificate bytea not null,
        chain bytea[] not null default '{}',
        subject text not null,
        issuer text not null,
        valid_from timestamptz not null,
        valid_until timestamptz not null constraint signing_key_ends_after_start check (valid_until > valid_from),
        sealed_secret bytea not null,
        -- PNG of the signature or the seal.
        image bytea,
        added_at timestamptz not null,
        added_by uuid not null constraint signing_key_added_by_fk references officer (id),
        revoked_at timestamptz,
        revoked_by uuid constraint signing_key_revoked_by_fk references officer (id),
        revoked_reason text,
        constraint signing_key_of_one check (num_nonnulls(officer_id, unit_id) = 1),
        constraint signing_key_revoked_whole check (num_nonnulls(revoked_at, revoked_by, revoked_reason) in (0, 3)),
        constraint signing_key_revoked_later check (revoked_at >= added_at)
      );
      create unique index signing_key_of_officer_once on signing_key (officer_id) where revoked_at is null and officer_id is not null;
      create unique index signing_key_of_unit_once on signing_key (unit_id) where revoked_at is null and unit_id is not null;
      create unique index signing_key_reference_once on signing_key (provider, reference) where revoked_at is null;

      alter table signing_key enable row level security;
      create policy signing_key_of_the_system on signing_key using ((select app_kind()) = 'system') with check ((select app_kind()) = 'system');
      revoke update, delete, truncate on signing_key from mot_cua_app;
      grant update (revoked_at, revoked_by, revoked_reason) on signing_key to mot_cua_app;

      create function signing_key_is_revoked_once() returns trigger language plpgsql as $$
        begin
          raise exception 'a revoked key stays as it is' using errcode = 'restrict_violation';
        end $$;
      create trigger signing_key_revoked_once before update on signing_key for each row when (old.revoked_at is not null) execute function signing_key_is_revoked_once();

      -- What officers see of the keys of their units and of their own: never the secret.
      create view signing_key_shown with (security_barrier) as
        select id, officer_id, unit_id, provider, subject, issuer, valid_from, valid_until, image is not null as has_image, added_at, added_by, revoked_at, revoked_by, revoked_reason
          from signing_key k
         where (select app_kind()) = 'system'
            or (select app_kind()) = 'officer' and (
              officer_id = (select app_officer())
              or unit_id = any ((select app_units())::text[])
              or exists (select from post p where p.officer_id = k.officer_id and p.unit_id = any ((select app_units())::text[])));
      revoke insert, update, delete, truncate on signing_key_shown from mot_cua_app;

      -- Asked in the transaction of an act, whoever acts: yes or no, and nothing of the key.
      create function holds_signing_key(wanted_officer uuid, wanted_unit text, at timestamptz) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (
            select from signing_key
             where (officer_id = wanted_officer or unit_id = wanted_unit)
               and valid_from <= at and at < valid_until and (revoked_at is null or at < revoked_at))
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function holds_signing_key; drop view signing_key_shown; drop table signing_key; drop function signing_key_is_revoked_once');
  }
}
