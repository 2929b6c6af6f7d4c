import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeAuthority, makeCertificate, type CertifiedKey } from '@app/documents';

/** The stand-ins' own keys: of their authority, of the time stamps, and of the one credential that signs remotely. */
export interface StandInAuthorities {
  readonly root: CertifiedKey;
  readonly stamps: CertifiedKey;
  readonly credential: CertifiedKey;
}

const YEAR = 24 * 365;
const ORGANISATION = 'Một Cửa – bản trình diễn';

/**
 * Makes the stand-ins' keys, or reads them where they were kept: what was signed before a restart is still of somebody known.
 * @param folder where they are kept; nowhere when left out
 */
export async function openAuthorities(now: Temporal.Instant, folder: string | undefined): Promise<StandInAuthorities> {
  const file = folder && path.join(folder, 'keys.json');
  const kept = file === undefined ? undefined : readKept(file);
  if (kept) return kept;
  const validity = { from: now.subtract({ hours: YEAR }), until: now.add({ hours: 5 * YEAR }) };
  const root = await makeAuthority({ name: 'Gốc chứng thư GIẢ LẬP', organisation: ORGANISATION }, validity);
  const made = {
    root,
    stamps: await makeCertificate(root, { name: 'Dấu thời gian GIẢ LẬP', organisation: ORGANISATION }, validity, { purpose: 'time-stamps' }),
    credential: await makeCertificate(root, { name: 'Ký số từ xa GIẢ LẬP', organisation: ORGANISATION }, validity, { algorithm: 'rsa' }),
  };
  if (folder !== undefined && file !== undefined) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(Object.fromEntries(Object.entries(made).map(([name, { key, certificate }]) => [name, [key.export({ type: 'pkcs8', format: 'pem' }), certificate.toString()]]))), { mode: 0o600 });
  }
  return made;
}

function readKept(file: string): StandInAuthorities | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<keyof StandInAuthorities, readonly [key: string, certificate: string]>;
    const open = ([key, certificate]: readonly [string, string]): CertifiedKey => ({ key: createPrivateKey(key), certificate: new X509Certificate(certificate) });
    return { root: open(kept.root), stamps: open(kept.stamps), credential: open(kept.credential) };
  } catch {
    return undefined;
  }
}
