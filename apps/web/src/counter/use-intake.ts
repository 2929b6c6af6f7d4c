import { useDebouncedValue, useNetwork } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState } from 'react';
import { assess, saveCounterDraft } from '../api/calls';
import { newId } from '../shell/ids';
import { keep, kept } from '../shell/kept';
import { changeIntake, type Intake, isTouched, newIntake } from './intake-state';

const STORED = 'counter.intake';

/** The intake in hand. It survives a reload of this tab at every keystroke. */
export function useIntake() {
  const [intake, change] = useReducer(changeIntake, undefined, () => kept<Intake | undefined>(STORED, undefined) ?? newIntake(newId));
  useEffect(() => keep(STORED, intake), [intake]);
  return { intake, change };
}

/**
 * What the desk says about the intake so far: visible fields, faults, papers, offers, fee and due date; of which answers
 * it says so; and whether nothing is being asked, so that it holds for what stands there now.
 */
export function useAssessment(intake: Intake, receivable: boolean) {
  const [declaration] = useDebouncedValue(intake.answers, 300);
  const procedureCode = intake.procedure?.code ?? '';
  const ownerId = intake.owner?.id;
  const organisationId = ownerId && intake.organisation?.id;
  const owner = `${ownerId ?? ''} ${organisationId ?? ''}`;
  const filedByAnother = intake.ground !== 'self';
  const filing = filedByAnother ? { filedByAnother, filerGround: intake.ground === 'self' ? undefined : intake.ground, filerId: intake.filer?.id } : { filedByAnother };
  const query = useQuery({
    queryKey: ['assess', procedureCode, owner, declaration, intake.competent, intake.dossierId, filing],
    queryFn: async () => ({
      assessment: await assess({ procedureCode, ownerId, organisationId, ...filing, declaration: { ...declaration }, channel: 'counter', competentCommuneId: intake.competent, caseId: intake.dossierId }),
      judged: declaration,
    }),
    enabled: receivable && procedureCode !== '',
    // The last answer stays until the next is here, but never over to another procedure or person.
    placeholderData: (before, query) => (query?.queryKey[1] === procedureCode && query.queryKey[2] === owner ? before : undefined),
  });
  return { ...query.data, error: query.error, settled: declaration === intake.answers && !query.isFetching };
}

export type Saved = { state: 'none' | 'saving' | 'local' } | { state: 'saved'; at: string };

/** How long to wait before a draft that could not be saved is tried again. */
const AGAIN = 15_000;

/**
 * Saves the intake as a draft on the desk two seconds after the last change. While the line is cut it stays in this
 * browser; it is tried again when the line is back, and every quarter of a minute.
 */
export function useAutosave(intake: Intake, active: boolean): Saved {
  const queries = useQueryClient();
  const [saved, setSaved] = useState<Saved>({ state: 'none' });
  const [failures, setFailures] = useState(0);
  const { online } = useNetwork();
  const last = useRef<string>(undefined);
  useEffect(() => {
    const code = intake.procedure?.code;
    if (!active || !code || !isTouched(intake)) return setSaved({ state: 'none' });
    const text = JSON.stringify(intake);
    if (text === last.current) return;
    if (!online) return setSaved({ state: 'local' });
    setSaved({ state: 'saving' });
    let again: ReturnType<typeof setTimeout> | undefined;
    const timer = setTimeout(() => {
      saveCounterDraft(intake.dossierId, { procedureCode: code, data: { intake } })
        .then((draft) => {
          last.current = text;
          setSaved({ state: 'saved', at: draft.savedAt });
          return queries.invalidateQueries({ queryKey: ['counter-drafts'] });
        })
        .catch(() => {
          setSaved({ state: 'local' });
          again = setTimeout(() => setFailures((count) => count + 1), AGAIN);
        });
    }, 2000);
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
    };
  }, [intake, active, queries, online, failures]);
  return saved;
}
