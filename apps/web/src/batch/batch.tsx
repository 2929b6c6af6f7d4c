import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DossierRow, PossibleAct } from '../api/types';
import { BatchBar } from './batch-bar';
import { BatchForm } from './batch-form';
import './batch.css';
import './messages';
import { RunPanel } from './run-panel';
import type { Selection } from './use-selection';
import { useRun } from './use-run';

/** What is done to all ticked rows of a list: the acts offered, the one being confirmed, what came of it. */
export function Batch({ selection, to }: { selection: Selection; to: '/ho-so/$id' | '/tham-dinh/$id' }) {
  const { run, start, sendAgain, forget } = useRun();
  /** What is being confirmed, on the rows as they were when the person asked for it. */
  const [asked, setAsked] = useState<{ act: PossibleAct; rows: readonly DossierRow[] }>();
  const outcome = useRef<HTMLHeadingElement>(null);
  const [started, setStarted] = useState(0);
  useEffect(() => {
    if (started > 0) outcome.current?.focus();
  }, [started]);
  const onAnswered = useEffectEvent(() => selection.settle(run?.outcomes ?? []));
  useEffect(() => {
    if (run?.state === 'answered') onAnswered();
  }, [run?.id, run?.state]);
  const isBusy = run !== undefined && run.state !== 'answered';
  return (
    <>
      {run && <RunPanel run={run} heading={outcome} to={to} onSendAgain={sendAgain} onForget={forget} />}
      {asked ? (
        <BatchForm
          key={asked.act.event}
          act={asked.act}
          rows={asked.rows}
          onCancel={() => setAsked(undefined)}
          onConfirm={(said) => {
            start(asked.act, asked.rows, said);
            setAsked(undefined);
            setStarted(started + 1);
          }}
        />
      ) : (
        selection.chosen.length > 0 && <BatchBar selection={selection} isBusy={isBusy} onAct={(act) => setAsked({ act, rows: selection.chosen })} />
      )}
    </>
  );
}
