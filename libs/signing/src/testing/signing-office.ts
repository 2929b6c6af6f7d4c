import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource, createScratch, Database, startTestDatabase, SYSTEM } from '@app/database';
import { loadSamples, makeAuthority, makeCertificate, renderPaper, type CertifiedKey } from '@app/documents';
import { newId } from '@app/kernel';
import { KeyPlaces, KeyRegistry, SigningKeys, type SigningOptions } from '../index.js';

/** A database with one unit and one officer, a folder for keys, and an authority. */
export interface SigningOffice {
  readonly officerId: string;
  readonly unitId: string;
  readonly folder: string;
  readonly now: Temporal.Instant;
  readonly authority: CertifiedKey;
  /** As the application's restricted role. */
  readonly database: Database;
  readonly asOwner: Database;
  /** A certificate that holds now. */
  certify(name: string): Promise<CertifiedKey>;
  /** Keys and their registry, as a process with these options has them; each call is another process. */
  open(options?: Partial<SigningOptions>): { readonly keys: SigningKeys; readonly registry: KeyRegistry };
  close(): Promise<void>;
}

export async function openSigningOffice(): Promise<SigningOffice> {
  const server = await startTestDatabase();
  const scratch = await createScratch(server);
  const sources = await Promise.all([
    createDataSource({ url: scratch.applicationUrl, role: 'application' }).initialize(),
    createDataSource({ url: scratch.migratorUrl, role: 'migrator' }).initialize(),
  ]);
  const [database, asOwner] = sources.map((source) => new Database(source)) as [Database, Database];
  const [officerId, unitId] = [newId(), 'vn'];
  await asOwner.transaction(SYSTEM, async (tx) => {
    await tx.execute(`insert into officer (id, login, full_name) values ($1, 'chutich.thu', 'Lê Thị Thử')`, [officerId]);
    await tx.execute(`insert into unit (id, path, kind, name_vi, name_en, short_vi, short_en, since) values ($1, 'vn', 'nation', 'Đơn vị thử', 'Unit for tests', 'Thử', 'Test', '2025-07-01')`, [unitId]);
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'signing-keys-'));
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const validity = { from: now.subtract({ hours: 24 }), until: now.add({ hours: 24 * 365 }) };
  const authority = await makeAuthority({ name: 'Gốc thử nghiệm', organisation: 'Một Cửa' }, validity);
  return {
    officerId, unitId, folder, now, authority, database, asOwner,
    certify: (name) => makeCertificate(authority, { name, organisation: 'Đơn vị thử' }, validity),
    open: (given = {}) => {
      const options = { keysFolder: folder, ...given };
      const places = new KeyPlaces(options);
      return { keys: new SigningKeys(database, places, options), registry: new KeyRegistry(places, options) };
    },
    close: async () => {
      for (const source of sources) await source.destroy();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A decision with the places of number, signature and seal. */
export async function renderReserved(createdAt: Temporal.Instant): Promise<Uint8Array> {
  const { sampleOf } = await loadSamples();
  const model = sampleOf('result/decision', 'plain');
  const { agency, place } = model.head;
  return (await renderPaper('result/decision', { ...model, head: { agency, place, reserved: { symbol: 'QĐ-UBND' } } }, { createdAt })).bytes;
}
