import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource, Database, SYSTEM, type ScratchDatabase } from '@app/database';
import { newId } from '@app/kernel';
import { ContentFolder } from '@app/storage';
import { restoreBackUp, type RestoreReport } from '../../apps/admin/src/back-up/restore-back-up.js';
import { takeBackUp, type BackUpReport } from '../../apps/admin/src/back-up/take-back-up.js';
import type { FileDto } from '../../apps/desk/src/dossiers/dossier.dto.js';
import { startTestDesk, type TestDesk } from './desk.js';
import { createEmptyDatabase } from './empty-database.js';
import { prepare, toApproval, toReturn, type Preparation } from './prepare.js';
import { BIRTH, MARITAL_STATUS, PEOPLE, smallPdf } from './steps.js';

/** Where a restore goes: a database with nothing in it, and a new folder. */
export interface RestoreTarget {
  readonly database: ScratchDatabase;
  readonly folder: string;
}

/** A desk with dossiers, papers and a file in a draft, and a folder for its back-ups. */
export interface BackUpPlace {
  readonly desk: TestDesk;
  readonly preparation: Preparation;
  /** A dossier that is closed. */
  readonly returned: string;
  readonly draft: string;
  readonly uploaded: FileDto;
  /** The folder of the back-ups. */
  readonly folder: string;
  /** Takes a back-up under a name. */
  back(to: string, log?: (line: string) => void): Promise<BackUpReport>;
  newTarget(): Promise<RestoreTarget>;
  restore(from: string, target: RestoreTarget, replace?: boolean): Promise<RestoreReport>;
  stop(): Promise<void>;
}

/** The bytes of the file in the draft. */
export const UPLOADED = smallPdf('ở đây');

export const filesOf = (folder: string): string => path.join(folder, 'files');

export async function startBackUpPlace(): Promise<BackUpPlace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-back-ups-'));
  const desk = await startTestDesk();
  const preparation = await prepare(desk, BIRTH);
  const returned = await preparation.receive();
  await preparation.go(returned, [...toApproval(), ['chutich.bienhoa', 'approve'], ...toReturn()]);
  for (const commune of ['bienhoa', 'trangbom', 'bienhoa']) await preparation.receive(commune);
  await desk.drain();
  const citizen = desk.citizen(PEOPLE.single.personalId);
  const draft = newId();
  await citizen.put(`/api/citizen/drafts/${draft}`, { procedureCode: MARITAL_STATUS, data: { purpose: 'loan' } });
  const { body: uploaded } = await citizen.upload<FileDto>(`/api/citizen/files?draft=${draft}&component=residence-proof`, 'xác nhận cư trú.pdf', UPLOADED);
  const empties: ScratchDatabase[] = [];
  const silently = (): void => undefined;
  return {
    desk, preparation, returned, draft, uploaded, folder,
    back: (to, log = silently) => takeBackUp({ migratorUrl: desk.scratch.migratorUrl, contents: new ContentFolder(filesOf(desk.folder)), keysFolder: path.join(desk.folder, 'keys'), to: path.join(folder, to), log }),
    newTarget: async () => {
      empties.push(await createEmptyDatabase());
      return { database: empties.at(-1)!, folder: mkdtempSync(path.join(folder, 'desk-')) };
    },
    restore: (from, target, replace = false) =>
      restoreBackUp({ migratorUrl: target.database.migratorUrl, contents: new ContentFolder(filesOf(target.folder)), keysFolder: path.join(target.folder, 'keys'), from: path.join(folder, from), replace, log: silently }),
    stop: async () => {
      await desk.stop();
      // A desk that was started on one of them took it away already.
      for (const empty of empties) await empty.drop().catch(silently);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a target holds: tables and files. */
export async function leftIn({ database, folder }: RestoreTarget): Promise<[tables: number, files: number]> {
  const dataSource = await createDataSource({ url: database.migratorUrl, role: 'migrator' }).initialize();
  const { n } = await new Database(dataSource).transaction(SYSTEM, (tx) => tx.one<{ n: number }>(`select count(*)::int as n from pg_tables where schemaname = 'public'`));
  await dataSource.destroy();
  const files = existsSync(filesOf(folder)) ? readdirSync(filesOf(folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0;
  return [n, files];
}
