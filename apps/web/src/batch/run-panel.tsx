import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LINE_CUT, Problem } from '../api/problem';
import type { BatchOutcome } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { useLocalized } from '../shell/localized';
import { OF_KEYS, SigningProgress } from './signing-progress';
import type { Run } from './use-run';

interface RunPanelProps {
  run: Run;
  heading: RefObject<HTMLHeadingElement | null>;
  to: '/ho-so/$id' | '/tham-dinh/$id';
  onSendAgain: () => void;
  onForget: () => void;
}

/** What was sent and what came of each dossier. It stays until it is put away, over a reload too. */
export function RunPanel({ run, heading, to, onSendAgain, onForget }: RunPanelProps) {
  const { t } = useTranslation(['batch', 'common']);
  const pick = useLocalized();
  const failed = run.outcomes?.filter(({ done }) => !done) ?? [];
  const done = run.outcomes?.filter((outcome) => outcome.done) ?? [];
  const isCut = run.state === 'unanswered' && run.problem?.code === LINE_CUT;
  const onLine = useEffectEvent(onSendAgain);
  useEffect(() => {
    if (!isCut) return;
    window.addEventListener('online', onLine);
    return () => window.removeEventListener('online', onLine);
  }, [isCut]);
  return (
    <section className={`batch-run batch-run-${run.state}${failed.length > 0 ? ' batch-run-failures' : ''}`} aria-labelledby="batch-run-heading" aria-busy={run.state === 'sending'}>
      <h2 id="batch-run-heading" ref={heading} tabIndex={-1}>
        {t('run.title', { label: pick(run.act.label), count: run.body.items.length })}
      </h2>
      <p role="status">
        {run.state === 'sending' && t('run.sending')}
        {run.state === 'answered' && t('run.answered', { done: done.length, failed: failed.length })}
      </p>
      {run.state === 'unanswered' && run.problem && (
        <ProblemNotice error={new Problem(run.problem)}>
          <p>{t('run.unanswered')}</p>
        </ProblemNotice>
      )}
      {failed.length > 0 && <Outcomes outcomes={failed} codes={run.codes} to={to} label={t('run.failed')} />}
      {OF_KEYS.has(run.act.event) && done.length > 0 && <SigningProgress key={run.id} ids={done.map(({ dossierId }) => dossierId)} codes={run.codes} to={to} />}
      {done.length > 0 && (
        <details>
          <summary>{t('run.done', { count: done.length })}</summary>
          <Outcomes outcomes={done} codes={run.codes} to={to} label={t('run.done', { count: done.length })} />
        </details>
      )}
      {run.state !== 'sending' && (
        <Group gap="xs" mt={6}>
          {run.state === 'unanswered' && (
            <Button size="compact-md" onClick={onSendAgain}>
              {t('run.sendAgain')}
            </Button>
          )}
          <Button size="compact-md" variant="default" onClick={onForget}>
            {run.state === 'answered' ? t('common:close') : t('run.forget')}
          </Button>
        </Group>
      )}
    </section>
  );
}

function Outcomes({ outcomes, codes, to, label }: { outcomes: readonly BatchOutcome[]; codes: Run['codes']; to: RunPanelProps['to']; label: string }) {
  const { t } = useTranslation();
  const pick = useLocalized();
  return (
    <ul className="plain-list batch-outcomes" aria-label={label}>
      {outcomes.map((outcome) => (
        <li key={outcome.dossierId}>
          <Link to={to} params={{ id: outcome.dossierId }} className="number">
            {codes[outcome.dossierId]}
          </Link>
          {!outcome.done && (
            <span>
              {' – '}
              {pick({ vi: outcome.vi ?? '', en: outcome.en ?? '' })} <span className="under number">{t('problem.code', { code: outcome.code })}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
