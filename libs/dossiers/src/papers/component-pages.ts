import { buffer } from 'node:stream/consumers';
import { toDatabasePrincipal, type OfficerPrincipal } from '@app/access';
import type { Database } from '@app/database';
import { renderImages } from '@app/documents';
import { DomainError, type Localized } from '@app/kernel';
import type { FileStore } from '@app/storage';
import { getDossier } from '../dossier-row.js';

/**
 * The pictures somebody took of a paper, as pages of one PDF: derived each time, the pictures stay the truth.
 * @throws DomainError not-found where the component has no pictures, file.empty for one that is broken, file.damaged
 */
export async function componentPages({ database, files }: { readonly database: Database; readonly files: FileStore }, principal: OfficerPrincipal, dossierId: string, key: string): Promise<Uint8Array> {
  const reader = toDatabasePrincipal(principal);
  const { pictures, name } = await database.transaction(reader, async (tx) => {
    await getDossier(tx, dossierId);
    const component = await tx.one<{ name: Localized }>('select name from dossier_component where dossier_id = $1 and key = $2', [dossierId, key]);
    const all = await files.ofDossier(tx, dossierId);
    return { name: component.name, pictures: all.filter(({ componentKey, mediaType }) => componentKey === key && mediaType !== 'application/pdf') };
  });
  const last = pictures.at(-1);
  if (last === undefined) throw new DomainError('not-found');
  const images: Uint8Array[] = [];
  for (const { id } of pictures) images.push(await buffer((await files.open(reader, id)).stream));
  return renderImages(images, { title: name.vi, createdAt: Temporal.Instant.from(last.createdAt) });
}
