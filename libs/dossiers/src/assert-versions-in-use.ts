import { SYSTEM, type Database } from '@app/database';
import { StartError } from '@app/kernel';

interface MissingVersion {
  readonly code: string;
  readonly version: number;
  readonly dossiers: number;
}

/**
 * Refuses to start where a version is missing that open dossiers follow: nobody could act on them, and their deadlines would fail.
 * @throws StartError one sentence naming each code, version and how many dossiers
 */
export async function assertVersionsInUse(database: Database): Promise<void> {
  const missing = await database.transaction(SYSTEM, (tx) => tx.rows<MissingVersion>(
    `select d.procedure_code as code, d.procedure_version as version, count(*)::int as dossiers
       from dossier d left join procedure_version v on v.code = d.procedure_code and v.version = d.procedure_version and v.state = 'published'
      where d.is_open and v.code is null group by 1, 2 order by 1, 2`));
  if (missing.length === 0) return;
  const named = missing.map(({ code, version, dossiers }) => `version ${version} of procedure ${code}, which ${dossiers} open ${dossiers === 1 ? 'dossier follows' : 'dossiers follow'}`);
  throw new StartError(`The catalogue lacks ${named.join(', and ')}: restore the table procedure_version from a back-up, then start again.`);
}
