import { csrfHeaders, noteRefusal } from './client';
import { asProblem, problemOf } from './problem';
import type { StoredFile } from './types';

/** Sends one file to `address` (a path of the API with its query). Throws a `Problem` that says why it was refused. */
export async function upload(address: string, file: File): Promise<StoredFile> {
  const body = new FormData();
  body.append('file', file, file.name.normalize('NFC'));
  const response = await fetch(address, { method: 'POST', body, headers: csrfHeaders(), credentials: 'same-origin' }).catch((reason: unknown) => {
    throw asProblem(reason);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as StoredFile;
  const problem = problemOf(response.status, answer);
  noteRefusal(problem.body.status, problem.code);
  throw problem;
}
