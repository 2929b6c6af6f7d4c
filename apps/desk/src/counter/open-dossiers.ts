import type { CatalogueService } from '@app/catalogue';
import type { Transaction } from '@app/database';
import type { Localized } from '@app/kernel';
import type { OpenDossierDto } from './counter.dto.js';

/** The person's dossiers still open, as far as this officer may see them: the clerk is warned, never stopped. */
export async function readOpenDossiers(tx: Transaction, catalogue: CatalogueService, personId: string): Promise<OpenDossierDto[]> {
  const rows = await tx.rows<{ id: string; code: string; procedure_code: string; procedure_version: number; unit: string; step_name: Localized }>(
    `select d.id, coalesce(d.code, d.filing_number) as code, d.procedure_code, d.procedure_version, u.short_vi as unit, d.step_name
       from dossier_person p join dossier d on d.id = p.dossier_id join unit u on u.id = d.holder_unit
      where p.person_id = $1 and p.role = 'owner' and d.closed_at is null order by d.filed_at desc limit 10`, [personId]);
  return Promise.all(rows.map(async (row) => ({
    id: row.id, code: row.code, procedureCode: row.procedure_code,
    procedureName: (await catalogue.getVersion(row.procedure_code, row.procedure_version)).name.vi, unit: row.unit, status: row.step_name,
  })));
}
