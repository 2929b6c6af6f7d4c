import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Assessment, Draft, StoredFile } from '../../api/types';
import { newId } from '../../shell/ids';
import { keep, kept } from '../../shell/kept';
import { assessMine, saveDraft } from '../calls';
import { draftsQuery } from '../queries';
import { type Filing, type Files, readFiling } from './filing-state';
import { meantOffers } from '../../forms/papers-meant';

/** The copy in this tab: what the desk has not heard of yet, and whose it is. */
interface Copy {
  who: string;
  filing: Filing;
  at: number;
}

export type Saved = { state: 'none' | 'saving' | 'local' } | { state: 'saved'; at: string };

const copyKey = (id: string) => `citizen.filing.${id}`;

/** Forgets the copy in this tab, once the filing is handed in. */
export const forgetCopy = (id: string): void => keep(copyKey(id), undefined);

/** The draft as the desk has it, unless this tab holds something newer of the same person. */
function newest(draft: Draft, who: string): Filing {
  const copy = kept<Copy | undefined>(copyKey(draft.id), undefined);
  return copy?.who === who && copy.at > Date.parse(draft.savedAt) ? copy.filing : readFiling(draft.data, newId);
}

/** How long to wait before saving is tried again, in milliseconds. */
const RETRY = 20_000;

/** Files by component; the desk's description of itself does not name what is in the lists. */
const filesOf = (draft: Draft): Files => draft.files as Files;

/** The filing in hand: changed at every key, saved two seconds after the last one and on each change of page. */
export function useFiling(draft: Draft, who: string) {
  const { id, procedureCode } = draft;
  const queries = useQueryClient();
  const [filing, setFiling] = useState<Filing>(() => newest(draft, who));
  const [files, setFiles] = useState<Files>(() => filesOf(draft));
  const [saved, setSaved] = useState<Saved>({ state: 'saved', at: draft.savedAt });
  const latest = useRef(filing);
  const heard = useRef(JSON.stringify(readFiling(draft.data, () => filing.commandId)));
  const line = useRef<Promise<void>>(Promise.resolve());
  const stopped = useRef(false);

  const change = useCallback(
    (next: Filing) => {
      latest.current = next;
      setFiling(next);
      keep(copyKey(id), { who, filing: next, at: Date.now() } satisfies Copy);
    },
    [id, who],
  );

  /** Saves now; one after the other, so that an older text never overtakes a newer one. */
  const save = useCallback((): Promise<void> => {
    line.current = line.current.then(async () => {
      const text = JSON.stringify(latest.current);
      if (stopped.current || text === heard.current) return;
      setSaved({ state: 'saving' });
      try {
        const answer = await saveDraft(id, { procedureCode, data: { filing: latest.current } });
        heard.current = text;
        setSaved({ state: 'saved', at: answer.savedAt });
        void queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      } catch {
        setSaved({ state: 'local' });
      }
    });
    return line.current;
  }, [id, procedureCode, queries]);

  useEffect(() => {
    const timer = setTimeout(() => void save(), 2000);
    return () => clearTimeout(timer);
  }, [filing, save]);

  // What could not be saved is tried again: when the line is back, and now and then in case nobody says so.
  const unheard = saved.state === 'local';
  useEffect(() => {
    if (!unheard) return;
    const again = () => void save();
    const timer = setInterval(again, RETRY);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [unheard, save]);

  const changeFiles = useCallback((key: string, update: (before: readonly StoredFile[]) => readonly StoredFile[]) => setFiles((before) => ({ ...before, [key]: update(before[key] ?? []) })), []);

  /** The filing is handed in: nothing is saved any more. */
  const finish = useCallback(() => {
    stopped.current = true;
    forgetCopy(id);
  }, [id]);

  return { filing, change, files, changeFiles, saved, save, finish };
}

/** What the desk says of the answers so far; `ask` gives it for the very latest ones. */
export function useAssessment(procedureCode: string, filing: Filing, caseId: string) {
  const queries = useQueryClient();
  const [declaration] = useDebouncedValue(filing.answers, 400);
  const optionsFor = (answers: Filing['answers']) => ({
    queryKey: ['citizen', 'assess', procedureCode, answers, filing.organisationId, filing.communeId, filing.competentId, caseId] as const,
    queryFn: () => assessMine({ procedureCode, declaration: { ...answers }, channel: 'online', organisationId: filing.organisationId, communeId: filing.communeId, competentCommuneId: filing.competentId, caseId }),
    staleTime: 60_000,
  });
  const { data, error, refetch } = useQuery({ ...optionsFor(declaration), placeholderData: (before: Assessment | undefined) => before });
  const clear = (judged: Assessment) => ({ ...judged, ...meantOffers(judged.offers, filing.papersMeant ?? []) });
  const ask = async (): Promise<Assessment> => clear(await queries.fetchQuery(optionsFor(filing.answers)));
  const judged = data && clear(data);
  return { assessment: judged, choices: judged?.choices ?? [], error, refetch, ask };
}
