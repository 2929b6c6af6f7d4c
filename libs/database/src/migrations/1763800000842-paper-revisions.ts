import type { MigrationInterface, QueryRunner } from 'typeorm';

const seenBy = (id: string): string => `((select app_kind()) = 'system' or exists (select 1 from dossier_party p where p.dossier_id = ${id}))`;

/** A decision's paper is signed, numbered and sealed: three revisions of one file, each with its own evidence. */
export class PaperRevisions1763800000842 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const seen = seenBy('paper_revision.dossier_id');
    await runner.query(/* sql */ `
      create table paper_revision (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        seq integer not null,
        effect_id uuid not null unique references effect (id),
        kind text not null check (kind in ('signature', 'number', 'seal')),
        form text not null check (form in ('result', 'refusal')),
        title jsonb not null,
        sha256 text not null,
        size integer not null,
        pages integer not null,
        template_version text not null,
        key_id uuid references signing_key (id),
        signer text,
        at timestamptz not null,
        constraint paper_revision_signed_with_a_key check ((kind = 'number') = (key_id is null) and (key_id is null) = (signer is null))
      );
      comment on table paper_revision is 'the bytes lie in the store of contents; those of each revision begin with those of the one before';
      create index paper_revision_by_dossier on paper_revision (dossier_id, seq);
      alter table paper_revision enable row level security;
      create policy paper_revision_of_seen_dossier on paper_revision using (${seen}) with check (${seen});
      revoke update, delete, truncate on paper_revision from mot_cua_app;

      alter table dossier
        drop constraint dossier_awaiting_check,
        add constraint dossier_awaiting_check check (awaiting in ('citizen', 'addressee', 'time', 'consulted', 'agency', 'signature'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('what was signed cannot be unsigned: this migration has no way back');
  }
}
