import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CitizenAct } from '../../api/types';
import { newId } from '../../shell/ids';
import { keep, useKept } from '../../shell/kept';
import { act } from '../calls';
import { myDossierQuery, myDossiersQuery } from '../queries';

/**
 * One of the citizen's own acts: what was typed survives a reload, a repeat is the same command, and afterwards the dossier's
 * page shows what came of it.
 */
export function useOwnAct(dossierId: string, event: CitizenAct['event'], who: string) {
  const key = `citizen.act.${who}.${dossierId}.${event}`;
  const [draft, setDraft] = useKept(key, { commandId: newId(), note: '' });
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const send = async () => {
    setProblem(undefined);
    setSending(true);
    try {
      const note = draft.note.trim();
      const answer = await act(dossierId, { commandId: draft.commandId, event, ...(note ? { note } : {}) });
      keep(key, undefined);
      queries.setQueryData(myDossierQuery(dossierId).queryKey, answer);
      void queries.invalidateQueries({ queryKey: myDossiersQuery.queryKey });
      await navigate({ to: '/cong-dan/ho-so/$id', params: { id: dossierId } });
    } catch (reason) {
      setProblem(reason);
    } finally {
      setSending(false);
    }
  };
  // The same text again is the same command, also after a cut line; another text is another one.
  return { note: draft.note, write: (note: string) => setDraft({ commandId: newId(), note }), send, sending, problem };
}
