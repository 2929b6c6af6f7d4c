import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The once-only score: how much of what a dossier needed the person did not have to bring. A row is what the records of its dossier add
 * up to, computed in the transaction that writes them; it is kept so that a month of a province can be added up.
 */
export class OnceOnly1763800000829 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Whether a paper on file in force could have taken the place of a component when it was supplied.
      alter table dossier_component add column offered boolean not null default false;

      create table once_only_score (
        -- Of the dossier, or of the linked group, which asks each question once for all its dossiers.
        id uuid primary key,
        dossier_id uuid unique references dossier (id),
        group_id uuid unique references linked_group (id),
        fields_needed integer not null,
        fields_not_asked integer not null,
        fields_refused integer not null,
        fields_mismatched integer not null,
        papers_needed integer not null,
        papers_not_asked integer not null,
        papers_refused integer not null,
        -- By class of the offer: {"population": {"reused", "refused", "mismatched"}, …}
        classes jsonb not null,
        constraint once_only_score_of_one check (id = dossier_id and group_id is null or id = group_id and dossier_id is null),
        constraint once_only_score_of_fields check (fields_not_asked >= 0 and fields_refused >= 0 and fields_mismatched >= 0
          and fields_not_asked + greatest(fields_refused, fields_mismatched) <= fields_needed),
        constraint once_only_score_of_papers check (papers_not_asked >= 0 and papers_refused >= 0 and papers_not_asked + papers_refused <= papers_needed)
      );

      alter table once_only_score enable row level security;
      create policy once_only_score_of_seen_dossier_or_group on once_only_score
        using ((select app_kind()) = 'system'
          or exists (select 1 from dossier_party p where p.dossier_id = once_only_score.dossier_id)
          or exists (select 1 from linked_group g where g.id = once_only_score.group_id))
        with check ((select app_kind()) = 'system'
          or exists (select 1 from dossier_party p where p.dossier_id = once_only_score.dossier_id)
          or exists (select 1 from linked_group g where g.id = once_only_score.group_id));
      revoke delete, truncate on once_only_score from mot_cua_app;

      -- What a counter received in a month.
      create index dossier_received_by_unit on dossier (receiving_unit, received_at) where received_at is not null;
      create index linked_group_filed_by_unit on linked_group (receiving_unit, filed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      drop index linked_group_filed_by_unit;
      drop index dossier_received_by_unit;
      drop table once_only_score;
      alter table dossier_component drop column offered;
    `);
  }
}
