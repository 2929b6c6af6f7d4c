import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getDossier } from '../api/calls';
import type { Dossier } from '../api/types';
import { dossierKey } from './use-act';

const WHILE_SIGNING_MS = 1500;

/** A dossier and the way to look at what changed: loads it anew and remembers which history lines are new. */
export function useDossier(id: string) {
  const query = useQuery({
    queryKey: dossierKey(id),
    queryFn: () => getDossier(id),
    // A signature comes back by itself, within seconds.
    refetchInterval: ({ state }) => (state.data?.awaiting === 'signature' ? WHILE_SIGNING_MS : false),
  });
  const [seen, setSeen] = useState<number>();
  const look = async (): Promise<Dossier | undefined> => {
    const before = Math.max(0, ...(query.data?.history.map((line) => line.seq) ?? []));
    const { data } = await query.refetch();
    setSeen(before);
    document.getElementById('history')?.focus();
    return data;
  };
  return { query, seen, look, forget: () => setSeen(undefined) };
}
