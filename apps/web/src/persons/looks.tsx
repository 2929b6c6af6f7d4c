import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutsideLook } from '../api/types';
import { LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { ProblemNotice } from '../components/problem-notice';
import { Section } from '../dossiers/section';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { may, useSession } from '../shell/session';
import { acknowledgeLook, listLooks } from './calls';

/** Looks outside dossiers: the head reads why and says that it was in order, or asks. */
export function Looks() {
  const { t } = useTranslation('persons');
  const queries = useQueryClient();
  const query = useQuery({ queryKey: ['outside-looks', 'list'], queryFn: listLooks, staleTime: 60_000 });
  const [waiting, read] = [query.data?.filter(({ acknowledgedAt }) => !acknowledgedAt) ?? [], query.data?.filter(({ acknowledgedAt }) => acknowledgedAt) ?? []];
  const done = () => void queries.invalidateQueries({ queryKey: ['outside-looks'] });
  return (
    <Section title={t('looks.title')}>
      {query.isError && <LoadFault error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data?.length === 0 && <p>{t('looks.none')}</p>}
      <List looks={waiting} onDone={done} />
      {read.length > 0 && (
        <details open={waiting.length === 0}>
          <summary>{t('looks.read', { count: read.length })}</summary>
          <List looks={read} onDone={done} />
        </details>
      )}
    </Section>
  );
}

function List({ looks, onDone }: { looks: readonly OutsideLook[]; onDone: () => void }) {
  return (
    <ul className="plain-list corrections">
      {looks.map((look) => (
        <Line key={look.id} look={look} onDone={onDone} />
      ))}
    </ul>
  );
}

function Line({ look, onDone }: { look: OutsideLook; onDone: () => void }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  const session = useSession();
  return (
    <li>
      <strong lang="vi">{look.officerName}</strong> ({pick(look.roleName)}, <span lang="vi">{look.unitName}</span>) {t('looks.looked')} <strong lang="vi">{look.personName}</strong>, <span className="number">{dateTime(look.at)}</span>
      <span className="under">
        {pick(look.reasonKindName)}: <span lang="vi">{look.reason}</span>
      </span>
      {look.acknowledgedAt ? (
        <span className="under">
          {t(`looks.${look.verdict ?? 'justified'}`)} <span lang="vi">{[look.acknowledgedBy, look.verdictNote].filter(Boolean).join(': ')}</span>
        </span>
      ) : look.own || !may(session, 'person.oversee') ? (
        <span className="under">{t('looks.waits')}</span>
      ) : (
        <Acknowledge look={look} onDone={onDone} />
      )}
    </li>
  );
}

function Acknowledge({ look, onDone }: { look: OutsideLook; onDone: () => void }) {
  const { t } = useTranslation('persons');
  const [note, setNote] = useState('');
  const [attempted, setAttempted] = useState(false);
  const say = useMutation({ mutationFn: (verdict: 'justified' | 'questioned') => acknowledgeLook(look.id, { verdict, note: note.trim() || undefined }), onSuccess: onDone });
  const question = () => {
    setAttempted(true);
    if (note.trim() !== '') say.mutate('questioned');
  };
  return (
    <>
      {say.isError && <ProblemNotice error={say.error} />}
      <TextInput id={`look-${look.id}`} size="xs" lang="vi" label={t('looks.note')} maxLength={1000} value={note} error={attempted && note.trim() === '' ? t('looks.noteMissing') : undefined} onChange={(event) => setNote(event.currentTarget.value)} />
      <Group gap="sm" mt="xs">
        <Button size="compact-md" loading={say.isPending} onClick={() => say.mutate('justified')}>
          {t('looks.justify')}
        </Button>
        <Button size="compact-md" variant="default" onClick={question}>
          {t('looks.question')}
        </Button>
      </Group>
    </>
  );
}
