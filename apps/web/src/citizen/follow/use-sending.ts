import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CitizenDossier } from '../../api/types';
import { keep } from '../../shell/kept';
import { myDossierQuery, myDossiersQuery } from '../queries';

/**
 * Sends what the citizen says about one dossier; afterwards the dossier's page shows what came of it.
 * @param key where what was typed is kept in this tab: forgotten once it has arrived
 */
export function useSending(dossierId: string, key: string) {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const send = async (arrive: () => Promise<CitizenDossier>) => {
    setProblem(undefined);
    setSending(true);
    try {
      const answer = await arrive();
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
  return { sending, problem, send, forgetProblem: () => setProblem(undefined) };
}
