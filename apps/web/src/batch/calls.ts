import { client, result } from '../api/client';
import type { Batch } from '../api/types';

/** One act on many dossiers: each is judged on its own. Sent again with the same commands it answers the same and does nothing twice. */
export const actOnMany = (body: Batch) => result(client.POST('/api/dossiers/batch', { body }));

/** How far the keys are with the papers of dossiers signed or sealed together. */
export const signingProgress = (dossierIds: readonly string[]) => result(client.POST('/api/dossiers/signing-progress', { body: { dossierIds: [...dossierIds] } }));
