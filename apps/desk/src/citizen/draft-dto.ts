import type { CatalogueService } from '@app/catalogue';
import type { Draft } from '@app/dossiers';
import { headingOf } from '@app/catalogue';
import type { DraftDto } from './citizen.dto.js';

/** A draft with its files by component. */
export function draftDto(draft: Draft, catalogue: CatalogueService): DraftDto {
  const entry = catalogue.find(draft.procedureCode);
  const name = entry ? headingOf(entry, draft.savedAt.slice(0, 10)).name : { vi: draft.procedureCode, en: draft.procedureCode };
  return {
    id: draft.id, procedureCode: draft.procedureCode, procedureName: name, data: draft.data, savedAt: draft.savedAt,
    files: Object.fromEntries(Object.entries(draft.files).map(([key, files]) => [key, files.map((file) => ({ ...file, uploadedAt: file.createdAt }))])),
  };
}
