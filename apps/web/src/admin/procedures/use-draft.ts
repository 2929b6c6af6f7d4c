import { useNetwork } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../../api/problem';
import { keep, kept } from '../../shell/kept';
import { type Draft, type Example, getDraft, saveDraft } from './calls';
import { type Json, mergeChanges, withEnglishFilled, withValue } from './document';

/** What is written, and the state on the desk it was written upon. */
interface Work {
  revision: number;
  /** As it stood on the desk at that revision. */
  base: { document: Json; examples: Example[] };
  document: Json;
  examples: Example[];
}

/** Where the work stands: on the desk, on the way, only in this browser, or somebody else saved first. */
export type Saving = { state: 'saved'; at: string } | { state: 'saving' } | { state: 'local'; problem: Problem | undefined } | { state: 'conflict'; problem: Problem };

const AFTER_LAST_KEY = 2000;
const AGAIN = 15_000;

const keyOf = (code: string): string => `procedure-draft.${code}`;

/** Opens the work on a draft: what this tab kept of an unfinished save, else the draft as it stands on the desk. */
function opened(draft: Draft): Work {
  const fresh: Work = { revision: draft.revision, base: { document: draft.document, examples: draft.examples }, document: draft.document, examples: draft.examples };
  return kept<Work | undefined>(keyOf(draft.code), undefined) ?? fresh;
}

/** Forgets what this tab kept of the work on a draft that is gone. */
export const forgetWork = (code: string): void => keep(keyOf(code), undefined);

const contentOf = ({ document, examples }: Pick<Work, 'document' | 'examples'>): string => JSON.stringify([document, examples]);

/** The working copy in hand: every change is kept in this tab at once and saved on the desk two seconds after the last one. */
export function useDraft(draft: Draft) {
  const { code } = draft;
  const queries = useQueryClient();
  const { online } = useNetwork();
  const [work, setWork] = useState<Work>(() => opened(draft));
  const [saving, setSaving] = useState<Saving>({ state: 'saved', at: draft.savedAt });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  }, [work]);
  const running = useRef<Promise<boolean>>(undefined);
  const isConflict = saving.state === 'conflict';
  const isDirty = contentOf(work) !== contentOf(work.base);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { revision, document, examples, base } = latest.current;
    if (contentOf({ document, examples }) === contentOf(base)) return true;
    setSaving({ state: 'saving' });
    try {
      const saved = await saveDraft(code, { revision, document, examples });
      setWork((now) => ({ ...now, revision: saved.revision, base: { document, examples } }));
      setSaving({ state: 'saved', at: saved.savedAt });
      queries.setQueryData<Draft>(['procedure-draft', code], (known) => known && { ...known, ...saved, document, examples });
      return true;
    } catch (error) {
      const problem = error instanceof Problem ? error : undefined;
      setSaving(problem?.code === 'procedure.draft-changed' ? { state: 'conflict', problem } : { state: 'local', problem });
      return false;
    }
  }, [code, queries]);

  /** Saves now what is not saved yet; answers whether everything is on the desk. */
  const save = useCallback(async (): Promise<boolean> => {
    await running.current;
    running.current = saveOnce();
    return running.current;
  }, [saveOnce]);

  useEffect(() => keep(keyOf(code), isDirty ? work : undefined), [code, work, isDirty]);
  useEffect(() => {
    // A conflict is for the person to settle; a cut line is tried again below.
    if (!isDirty || isConflict) return;
    if (!online) return setSaving({ state: 'local', problem: undefined });
    const timer = setTimeout(() => void save(), AFTER_LAST_KEY);
    return () => clearTimeout(timer);
  }, [work, isDirty, online, attempt, save, isConflict]);
  useEffect(() => {
    if (saving.state !== 'local') return;
    const timer = setTimeout(() => setAttempt((count) => count + 1), AGAIN);
    return () => clearTimeout(timer);
  }, [saving]);

  const change = useCallback((pointer: string, value: unknown) => setWork((now) => ({ ...now, document: withValue(now.document, pointer, value) })), []);
  const fillEnglish = useCallback(() => setWork((now) => ({ ...now, document: withEnglishFilled(now.document) as Json })), []);
  const setExamples = useCallback((examples: Example[]) => setWork((now) => ({ ...now, examples })), []);

  /** Opens what the other person saved; with `keepOurs`, our changes are put into it. */
  const settle = useCallback(
    async (keepOurs: boolean) => {
      const theirs = await getDraft(code);
      queries.setQueryData(['procedure-draft', code], theirs);
      setWork((now) => {
        const base = { document: theirs.document, examples: theirs.examples };
        if (!keepOurs) return { revision: theirs.revision, base, ...base };
        return {
          revision: theirs.revision, base,
          document: mergeChanges(now.base.document, now.document, theirs.document) as Json,
          examples: mergeChanges(now.base.examples, now.examples, theirs.examples) as Example[],
        };
      });
      setSaving({ state: 'saved', at: theirs.savedAt });
    },
    [code, queries],
  );

  return { document: work.document, examples: work.examples, revision: work.revision, saving, isDirty, change, fillEnglish, setExamples, save, settle };
}
