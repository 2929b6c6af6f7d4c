import { sha256Hex } from '@app/kernel';

/** The id a demonstration record always gets: the same plan makes the same rows, and a repeated act is known. */
function idOf(text: string): string {
  const hex = sha256Hex(`mot-cua demonstration dossier ${text}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The id of a planned dossier. */
export function dossierIdOf(key: string): string {
  return idOf(key);
}

/** The command id of a planned dossier's act; the first act is number 1. */
export function commandIdOf(key: string, number: number): string {
  return idOf(`${key} ${number}`);
}
