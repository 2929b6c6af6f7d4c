import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { asProblem, type ProblemBody } from '../api/problem';
import type { Batch, BatchOutcome, DossierRow, PossibleAct } from '../api/types';
import { newId } from '../shell/ids';
import { keep, kept } from '../shell/kept';
import { actOnMany } from './calls';

/** The act as it is named while it runs. */
type RunAct = Pick<PossibleAct, 'event' | 'label'>;

/** One act sent for many dossiers, and what came of it. */
export interface Run {
  readonly id: string;
  readonly act: RunAct;
  readonly body: Batch;
  /** The codes of the dossiers, to name them by. */
  readonly codes: Readonly<Record<string, string>>;
  readonly state: 'sending' | 'unanswered' | 'answered';
  readonly problem?: ProblemBody;
  readonly outcomes?: readonly BatchOutcome[];
}

const RUN = ['batch'] as const;
const KEPT = 'batch.run';

/** What a person says of all of them at once. */
export type SaidOfAll = Pick<Batch, 'officerId' | 'note' | 'toVersion'>;

/** What names a dossier in a run, at the version the person saw. */
export type RunRow = Pick<DossierRow, 'id' | 'version' | 'code'>;

/**
 * The latest run of this person in this tab. It goes on when the page is left, and survives a reload: then it is asked for
 * once more, with the same commands, of which the desk does none twice.
 */
export function useRun() {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: RUN,
    queryFn: () => {
      const run = kept<Run | null>(KEPT, null);
      if (run?.state === 'sending') void send(queries, run);
      return run;
    },
    staleTime: Infinity,
    gcTime: Infinity,
    networkMode: 'always',
  });
  const run = data ?? undefined;
  return {
    run,
    start: (act: RunAct, rows: readonly RunRow[], said: SaidOfAll) =>
      void send(queries, {
        id: newId(),
        act,
        body: { event: act.event, items: rows.map(({ id, version }) => ({ dossierId: id, commandId: newId(), expectedVersion: version })), ...said },
        codes: Object.fromEntries(rows.map(({ id, code }) => [id, code])),
        state: 'sending',
      }),
    sendAgain: () => run && void send(queries, run),
    forget: () => put(queries, undefined),
  };
}

function put(queries: QueryClient, run: Run | undefined): void {
  keep(KEPT, run);
  queries.setQueryData(RUN, run ?? null);
}

async function send(queries: QueryClient, { problem: _, ...run }: Run): Promise<void> {
  put(queries, { ...run, state: 'sending' });
  const next = await actOnMany(run.body).then(
    ({ outcomes }): Run => ({ ...run, state: 'answered', outcomes }),
    (error: unknown): Run => ({ ...run, state: 'unanswered', problem: asProblem(error).body }),
  );
  // Somebody else may have signed in meanwhile: what comes back now is not for their eyes.
  if (queries.getQueryData<Run | null>(RUN)?.id !== run.id) return;
  put(queries, next);
  await queries.invalidateQueries({ predicate: ({ queryKey: [area] }) => area === 'dossiers' || area === 'review' || area === 'dossier' || area === 'alarms' || area === 'versions' });
}
