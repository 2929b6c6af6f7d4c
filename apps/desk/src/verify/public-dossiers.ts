import { Injectable } from '@nestjs/common';
import { CatalogueService } from '@app/catalogue';
import { Database, PUBLIC } from '@app/database';
import { DossierWorld, whereaboutsView, type WhereaboutsRow } from '@app/dossiers';
import type { Localized } from '@app/kernel';
import type { PublicDossier, VerifiedDossier, VerifiedFile, VerifiedResult } from './public-dossier.js';

/** A dossier with the name of its procedure. */
export interface Named<T> {
  readonly dossier: T;
  readonly procedure: Localized;
}

/** Asks the functions of the database that anyone may call. */
@Injectable()
export class PublicDossiers {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueService,
    private readonly world: DossierWorld,
  ) {}

  /** By code (or filing number) and secret together; letters in either case. */
  async findByCode(code: string, secret: string): Promise<Named<PublicDossier> | undefined> {
    const row = await this.database.transaction(PUBLIC, (tx) => tx.maybeOne<Omit<PublicDossier, 'where'> & WhereaboutsRow>('select * from look_up_dossier($1, $2)', [code, secret]));
    return this.named(row && { ...row, where: await whereaboutsView(row, this.world) });
  }

  /** By the token in a paper's QR code, with the results announced so far, the first one first. */
  async findByToken(token: string): Promise<(Named<VerifiedDossier> & { readonly results: readonly VerifiedResult[] }) | undefined> {
    const { dossier, results } = await this.database.transaction(PUBLIC, async (tx) => ({
      dossier: await tx.maybeOne<VerifiedDossier>('select * from verify_token($1)', [token]),
      results: await tx.rows<VerifiedResult>('select * from verify_results($1)', [token]),
    }));
    const named = await this.named(dossier);
    return named && { ...named, results };
  }

  /** By the bytes of a file: what is known of exactly these. @param sha256 lower-case hex */
  async findFile(sha256: string): Promise<VerifiedFile | undefined> {
    return this.database.transaction(PUBLIC, (tx) => tx.maybeOne<VerifiedFile>('select * from verify_paper($1)', [sha256]));
  }

  /** The digest of a result that was announced, for whoever holds a print of it and its dossier's secret. */
  async findForComparing(token: string, secret: string, revision: number): Promise<string | undefined> {
    const row = await this.database.transaction(PUBLIC, (tx) => tx.one<{ sha256: string | null }>('select paper_to_compare($1, $2, $3) as sha256', [token, secret, revision]));
    return row.sha256 ?? undefined;
  }

  private async named<T extends { procedure_code: string; procedure_version: number }>(dossier: T | undefined): Promise<Named<T> | undefined> {
    if (!dossier) return undefined;
    const { name } = await this.catalogue.getVersion(dossier.procedure_code, dossier.procedure_version);
    return { dossier, procedure: name };
  }
}
