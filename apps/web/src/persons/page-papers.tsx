import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonPage } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { oneOf } from '../components/words';
import { DateInput } from '../forms/date-input';
import { shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { type Ground, revokePaper } from './calls';

const STATES = ['in-force', 'expired', 'revoked'] as const;

/** The papers on file: how each stands, and if revoked, why, by whom and when. */
export function PagePapers({ page, ground, onChanged }: { page: PersonPage; ground: Ground; onChanged: () => void }) {
  const { t } = useTranslation('persons');
  const pick = useLocalized();
  const [revoking, setRevoking] = useState<string>();
  if (page.papers.length === 0) return <p>{t('page.noPapers')}</p>;
  const done = () => {
    setRevoking(undefined);
    onChanged();
  };
  return (
    <ul className="plain-list person-rows">
      {page.papers.map((paper) => (
        <li key={paper.id}>
          <strong>{pick(paper.kindName)}</strong> <span className="number">{paper.number}</span> – <strong>{t(`paper.${oneOf(STATES, paper.state, 'in-force')}`)}</strong>
          <span className="under">
            <span lang="vi">{paper.issuer}</span>{' '}
            {[paper.issuedOn && t('paper.issued', { date: shortDate(paper.issuedOn) }), paper.validUntil && t('paper.until', { date: shortDate(paper.validUntil) }), pick(paper.sourceName)].filter(Boolean).join(' · ')}
          </span>
          {paper.revocation && (
            <span className="under">
              {t('paper.revokedOn', { date: shortDate(paper.revocation.on) })}{' '}
              <span lang="vi">{[paper.revocation.authority, paper.revocation.reason, paper.revokedBy].filter(Boolean).join(' – ')}</span>
            </span>
          )}
          {page.mayCorrect && paper.state !== 'revoked' && revoking !== paper.id && (
            <Button size="compact-sm" variant="subtle" onClick={() => setRevoking(paper.id)}>
              {t('paper.revoke')}
            </Button>
          )}
          {revoking === paper.id && <RevokeForm personId={page.id} paperId={paper.id} ground={ground} onDone={done} onCancel={() => setRevoking(undefined)} />}
        </li>
      ))}
    </ul>
  );
}

function RevokeForm({ personId, paperId, ground, onDone, onCancel }: { personId: string; paperId: string; ground: Ground; onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('persons');
  const [form, setForm] = useState({ authority: '', reason: '', on: '' });
  const [attempted, setAttempted] = useState(false);
  const revoke = useMutation({ mutationFn: () => revokePaper(personId, paperId, { ...form, ...ground }), onSuccess: onDone });
  const missing = (text: string) => (attempted && text.trim() === '' ? t('new.missing') : undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempted(true);
    if (Object.values(form).every((text) => text.trim() !== '')) revoke.mutate();
  };
  return (
    <form onSubmit={send} noValidate className="correction-form">
      <TextInput id={`authority-${paperId}`} size="xs" lang="vi" label={t('paper.authority')} maxLength={300} value={form.authority} error={missing(form.authority)} onChange={(event) => setForm({ ...form, authority: event.currentTarget.value })} />
      <DateInput id={`on-${paperId}`} size="xs" label={t('paper.on')} value={form.on} error={missing(form.on)} onChange={(on) => setForm({ ...form, on })} />
      <Textarea id={`why-${paperId}`} size="xs" lang="vi" label={t('paper.reason')} maxLength={1000} value={form.reason} error={missing(form.reason)} onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })} />
      {revoke.isError && <ProblemNotice error={revoke.error} />}
      <Group gap="sm" mt="xs">
        <Button type="submit" size="compact-md" loading={revoke.isPending}>
          {t('paper.confirm')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onCancel}>
          {t('correct.cancel')}
        </Button>
      </Group>
    </form>
  );
}
