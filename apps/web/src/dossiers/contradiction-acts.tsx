import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { askAgain, listSourcesToAsk } from '../api/calls';
import type { Dossier, SourceKey } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { newId } from '../shell/ids';
import { useLocalized } from '../shell/localized';
import type { Contradiction } from './contradictions-of';

interface ContradictionActsProps {
  dossierId: string;
  contradiction: Contradiction;
  onAccept: () => void;
  /** Marks the field in the request to the citizen; left out where none is possible now. */
  onMark: (() => void) | undefined;
  onAsked: (after: Dossier) => void;
}

/** What whoever examines can do about a contradiction: accept what was declared, ask the citizen, ask the source again. */
export function ContradictionActs({ dossierId, contradiction: { pointer, label }, onAccept, onMark, onAsked }: ContradictionActsProps) {
  const { t } = useTranslation('sources');
  const pick = useLocalized();
  const name = pick(label);
  const sources = useQuery({ queryKey: ['sources-to-ask', dossierId], queryFn: () => listSourcesToAsk(dossierId), staleTime: 15_000 });
  const asking = useMutation({ mutationFn: (source: SourceKey) => askAgain(dossierId, { queryId: newId(), source, pointer }), onSuccess: onAsked, onSettled: () => sources.refetch() });
  const able = (sources.data ?? []).filter(({ fields }) => fields.some((field) => field.pointer === pointer));
  return (
    <>
      <Group gap={6}>
        <Button size="compact-md" variant="default" onClick={onAccept} aria-label={t('contradictions.acceptOf', { name })}>
          {t('contradictions.accept')}
        </Button>
        {onMark && (
          <Button size="compact-md" variant="default" onClick={onMark} aria-label={t('contradictions.markOf', { name })}>
            {t('contradictions.mark')}
          </Button>
        )}
        {able.map(({ source, name: sourceName }) => (
          <Button key={source} size="compact-md" variant="default" disabled={asking.isPending} onClick={() => asking.mutate(source)} aria-label={t('contradictions.askOf', { name, source: pick(sourceName) })}>
            {t('contradictions.again', { source: pick(sourceName) })}
          </Button>
        ))}
      </Group>
      <div aria-live="polite">
        {asking.isPending && <p>{t('contradictions.asking')}</p>}
        {!asking.isPending && able.some(({ isResting }) => isResting) && <p>{t('contradictions.resting')}</p>}
      </div>
      {asking.isError && <ProblemNotice error={asking.error} />}
    </>
  );
}
