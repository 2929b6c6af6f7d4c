import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act } from '../api/calls';
import { Problem } from '../api/problem';
import type { Act, Dossier, PossibleAct } from '../api/types';
import { newId } from '../shell/ids';
import { keep } from '../shell/kept';
import { actKey, type ActInput } from './act-input';

export const dossierKey = (id: string) => ['dossier', id] as const;

/** The refusals that say: look at the dossier again. */
const CHANGED = new Set(['act.stale', 'act.impossible']);

/**
 * Doing one act. The version sent is the one the officer saw when opening the act's panel, even if the page has loaded
 * a newer one meanwhile: nobody decides on what they have not seen.
 */
export function useAct(dossier: Dossier, onDone: (after: Dossier) => void) {
  const queries = useQueryClient();
  const [seen, setSeen] = useState(dossier.version);
  const last = useRef({ id: newId(), body: '' });
  const mutation = useMutation({
    mutationFn: ({ possible, input }: { possible: PossibleAct; input: ActInput }) => {
      const body = { ...input, expectedVersion: seen, event: possible.event };
      const text = JSON.stringify(body);
      // The same content again is the same command: after a cut line the desk answers as the first time.
      if (last.current.body !== text) last.current = { id: newId(), body: text };
      const command: Act = { ...body, commandId: last.current.id };
      return act(dossier.id, command);
    },
    onSuccess: (after, { possible }) => {
      keep(actKey(dossier.id, possible.event), undefined);
      setSeen(after.version);
      queries.setQueryData(dossierKey(dossier.id), after);
      void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'dossiers' || query.queryKey[0] === 'review' });
      onDone(after);
    },
  });
  const changed = mutation.error instanceof Problem && CHANGED.has(mutation.error.code);
  return {
    send: mutation.mutate,
    sending: mutation.isPending,
    problem: mutation.error,
    changed,
    /** The version the officer last looked at: what came later is marked in the history. */
    seen,
    /** Opens a panel on what is on the screen now. */
    look: (version: number) => {
      setSeen(version);
      mutation.reset();
    },
  };
}
